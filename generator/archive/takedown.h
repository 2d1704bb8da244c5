/* The takedown of a whole archive: which articles the entries of withdrawn.yaml mean,
 * what each page loses by them, and what is left to be said of them. Calling order: make,
 * as often as pages are read again because they lose something, then settle. */
#ifndef ARCHIVE_TAKEDOWN_H
#define ARCHIVE_TAKEDOWN_H

#include "archive/addresses.h"
#include "archive/withdrawal.h"

struct takedown_plan {
	struct map entries;       /* address of an article to its struct withdrawal */
	struct page_loss *losses; /* one for each page */
	struct arena *arena;
};

/* What each page is to lose; its articles have their addresses. An entry whose article is
 * gone means the one to which its address leads now: the same text under another. False,
 * with errors, for an address that no article ever had: it would do nothing. */
bool takedown_make(const struct withdrawal_list *list, const struct addresses *addresses,
	struct page **pages, size_t count, struct takedown_plan *takedown,
	struct arena *arena, struct report *report);

/* Articles learn how far they were taken down; those that were withdrawn leave their
 * pages, and what may show their print goes with them. */
void
takedown_settle(const struct takedown_plan *takedown, struct page **pages, size_t count);

/* Every withdrawn address has a tombstone. */
void takedown_add_tombstones(const struct withdrawal_list *list, struct catalog *catalog);

#endif
