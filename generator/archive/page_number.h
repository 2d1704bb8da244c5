/* The order of page numbers: 1, 02, 3-4, 10, A01, A02, B01; pages without a number come
 * last. */
#ifndef ARCHIVE_PAGE_NUMBER_H
#define ARCHIVE_PAGE_NUMBER_H

#include "base/str.h"

/* By letters, then by value, then by bytes: 0 for equal texts only. */
int page_number_compare(struct str a, struct str b);

/* Whether both mean one page: 1 and 01, a2 and A02. */
bool page_number_same(struct str a, struct str b);

/* Texts with numbers in them as people count: 01-2.md before 01-10.md; by bytes where all
 * numbers are equal. */
int numbered_compare(struct str a, struct str b);

#endif
