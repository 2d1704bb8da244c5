/* The takedown of a whole archive: which articles the entries of withdrawn.yaml mean,
 * what each page loses by them, and what is left to be said of them. Calling order: make,
 * as often as pages are read again because they lose something, then settle. */
#ifndef ARCHIVE_TAKEDOWN_H
#define ARCHIVE_TAKEDOWN_H

#include "archive/addresses.h"
#include "archive/withdrawal.h"

struct takedown_plan {
	struct map entries;       /* address of an article to its struct withdrawal */
	struct map parts;         /* address of one that is held back to the entry */
	struct map parted;        /* address of an entry that has such parts */
	struct page_loss *losses; /* one for each page */
	struct arena *arena;
};

/* What each page is to lose; its articles have their addresses. An entry whose article is
 * gone means the one to which its address leads now: the same text under another. False,
 * with errors, for an address that no article ever had: it would do nothing. The ledger
 * learns which articles are held back. */
bool takedown_make(const struct withdrawal_list *list, struct addresses *addresses,
	struct page **pages, size_t count, struct takedown_plan *takedown,
	struct arena *arena, struct report *report);

/* Holds back what may be a part of an article that was taken down: an article that the
 * ledger did not know yet, of a source that such an article came from. Its text is not
 * kept anywhere, so nothing could tell. For takedown_make only; `entries` has what is
 * listed. */
void
takedown_hold_parts(struct takedown_plan *takedown, const struct withdrawal_list *list,
	struct addresses *addresses, struct page **pages, size_t count);

/* Says, as warnings, what is held back, for the keeper to decide. */
void takedown_report_parts(const struct takedown_plan *takedown, struct report *report);

/* Articles learn how far they were taken down; those that were withdrawn leave their
 * pages, and what may show their print goes with them. */
void
takedown_settle(const struct takedown_plan *takedown, struct page **pages, size_t count);

/* Every withdrawn address has a tombstone. */
void takedown_add_tombstones(const struct withdrawal_list *list, struct catalog *catalog);

#endif
