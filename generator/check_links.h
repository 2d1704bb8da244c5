/* The links of the built site, followed: each must name a file of the site, and each
 * fragment an element of it. Addresses of other sites are not asked. */
#ifndef CHECK_LINKS_H
#define CHECK_LINKS_H

#include "base/report.h"

/* Reports every link that leads nowhere; the number of links followed. False, with one
 * error, when there is no site. */
bool
check_links(struct str folder, size_t *count, struct arena *arena, struct report *report);

#endif
