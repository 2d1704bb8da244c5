/* ZIP files. This is the only user of libarchive. The same entries make the same bytes:
 * no clock, no owner. */
#ifndef BASE_ZIP_H
#define BASE_ZIP_H

#include "base/report.h"

struct zip;

/* Begins a file, under another name until it is closed. NULL after one error. */
struct zip *zip_open(struct str path, struct arena *arena, struct report *report);

/* Adds an entry; false after one error. */
bool zip_add(struct zip *zip, struct str name, struct str bytes);

/* Ends the file and gives it its name, or removes what there is of it when something
 * failed. False after one error. */
bool zip_close(struct zip *zip);

#endif
