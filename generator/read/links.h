/* Which addresses a content file may lead to. */
#ifndef READ_LINKS_H
#define READ_LINKS_H

#include "base/str.h"

/* http://, https://, mailto: and relative addresses; no control characters or backslashes
 * anywhere, no
 * //host. */
bool link_allowed(struct str url);

bool link_relative(struct str url);

/* The content file that a relative address in a content file means: "2024/a.md" and
 * "../b.jpg" make "b.jpg". "" for one that leaves the content folder or has a query, a
 * fragment or percent signs. */
struct str link_target(struct str source, struct str url, struct arena *arena);

#endif
