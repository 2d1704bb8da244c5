/* Who wrote, when it was nobody in particular: 本报编辑部, 新华社. */
#ifndef ARCHIVE_CORPORATE_H
#define ARCHIVE_CORPORATE_H

#include "base/str.h"

struct corporate; /* the words that tell, read once */
struct corporate *corporate_open(struct arena *arena);

bool corporate_has(const struct corporate *corporate, struct str name);

#endif
