/* Style sheets as readers get them: without comments and the space that is there for
 * people. Every page loads them. */
#ifndef PUBLISH_STYLE_H
#define PUBLISH_STYLE_H

#include "base/str.h"

/* Comments go, and space at line ends, at line starts, behind : , { } and ; and before {.
 * Strings and what stands between words stay as they are; space before a colon too, for
 * there it means a descendant. */
struct str style_without_space(struct str sheet, struct arena *arena);

#endif
