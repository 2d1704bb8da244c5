/* The folders that ship with the program: templates, static files, the starter of a new
 * archive. They lie beside the program as it was built, or where it is installed. */
#ifndef SHIPPED_H
#define SHIPPED_H

#include "base/str.h"

/* The path of the folder as shipped; the bare name when there is none. */
struct str shipped_folder(struct str name, struct arena *arena);

#endif
