/* What is missing between what the archive has: pages of an issue, issues by number. */
#ifndef CHECK_GAPS_H
#define CHECK_GAPS_H

#include "archive/catalog.h"
#include "base/report.h"

/* Reports each gap as a note, for an archive may well be incomplete; the number of gaps.
 */
size_t
check_gaps(const struct catalog *catalog, struct str content, struct report *report);

#endif
