/* Articles that go on over a page: 下转第3版, 上接第1版. Included by catalog.c alone. */
#ifndef ARCHIVE_JUMPS_H
#define ARCHIVE_JUMPS_H

#include "archive/catalog.h"

/* Links the parts of one issue that point at each other's pages: first those of one
 * title, then those that are left, each page's in their order. */
void jumps_link(struct catalog *catalog);

#endif
