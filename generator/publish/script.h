/* The scripts of the search client as readers load them: without the comments that are
 * for whoever works on them, a sixth of their bytes. */
#ifndef PUBLISH_SCRIPT_H
#define PUBLISH_SCRIPT_H

#include "base/str.h"

/* The script without the block comments that have their lines to themselves; all else
 * stays as it is. */
struct str script_without_comments(struct str script, struct arena *arena);

#endif
