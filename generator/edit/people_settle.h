/* What the archive as a whole says of the names found in its articles. */
#ifndef EDIT_PEOPLE_SETTLE_H
#define EDIT_PEOPLE_SETTLE_H

#include "archive/authority.h"
#include "archive/page.h"

/* Marks mentions of what is no name in the archive as dropped: evidence counts as a rate,
 * the share of all occurrences of the characters that have strong evidence, so that a
 * word met a thousand times is not a person for being misread thrice. A name that is but
 * the beginning of a longer one, or a longer one that takes in a verb, becomes the right
 * one. What the keeper confirmed stays. A pure function of the heads of all pages,
 * whatever their order; mentions stay in their places. To be called once, before the
 * catalog is built. */
void
people_settle(struct page *const *pages, size_t count, const struct authority *authority);

#endif
