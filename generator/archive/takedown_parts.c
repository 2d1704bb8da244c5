#include "archive/takedown.h"

/* An article that was taken down, cut in two some day: by a better segmenter, or because
 * its page was edited.
 *
 *     ledger          page as it was       as it is cut now
 *     01-1  listed    text a, text b       text a         takes the address
 *                                          text b         is new: held back
 *     01-2            text c               text c         was known
 *
 * 1. Sources from which a listed article came that the ledger knows, with the entry that
 *    goes furthest.
 * 2. Articles of these sources that the ledger did not know become parts of it: their
 * rows say so from now on.
 * 3. What a row calls a part is one as long as the other is listed, and itself is not. */

static bool
takes_text(const struct withdrawal *entry)
{
	return entry && entry->state >= TAKEDOWN_REDACTED;
}

/* 1. Source to the entry. */
static struct map
listed_sources(const struct takedown_plan *takedown, const struct withdrawal_list *list,
	const struct addresses *addresses)
{
	struct map sources = map_open(takedown->arena);
	for (size_t i = 0; i < list->count; i++) {
		const struct withdrawal *entry = &list->items[i];
		const struct address *row = addresses_find(addresses, entry->address);
		if (!takes_text(entry) || !row || !row->known)
			continue;
		void **place = map_at(&sources, row->subject);
		const struct withdrawal *other = *place;
		if (!other || other->state < entry->state)
			*place = (void *)(uintptr_t)entry;
	}
	return sources;
}

/* 2. A Markdown article is its keeper's own cut. */
static void
find_new(const struct takedown_plan *takedown, const struct map *sources,
	const struct addresses *addresses, const struct page *page)
{
	const struct withdrawal *entry = map_find(sources, page->source);
	for (size_t i = 0; entry && !page->curated && i < page->articles.count; i++) {
		struct str address = page->articles.items[i]->address;
		struct address *row =
			address.len ? addresses_find(addresses, address) : NULL;
		if (row && !row->known && !map_find(&takedown->entries, address))
			row->former = entry->address;
	}
}

/* 3. */
static void
settle_row(struct takedown_plan *takedown, const struct map *listed, struct address *row)
{
	const struct withdrawal *entry = map_find(listed, row->former);
	if (row->kind != ADDRESS_ARTICLE || !row->current || !takes_text(entry) ||
		map_find(&takedown->entries, row->address))
		return;
	row->target = entry->address;
	*map_at(&takedown->entries, row->address) = (void *)(uintptr_t)entry;
	*map_at(&takedown->parts, row->address) = (void *)(uintptr_t)entry;
	*map_at(&takedown->parted, entry->address) = (void *)(uintptr_t)entry;
}

void
takedown_hold_parts(struct takedown_plan *takedown, const struct withdrawal_list *list,
	struct addresses *addresses, struct page **pages, size_t count)
{
	struct map sources = listed_sources(takedown, list, addresses);
	struct map listed = map_open(takedown->arena);
	for (size_t i = 0; i < list->count; i++)
		*map_at(&listed, list->items[i].address) = &list->items[i];
	for (size_t i = 0; sources.count && i < count; i++)
		find_new(takedown, &sources, addresses, pages[i]);
	for (size_t i = 0; i < addresses->rows.count; i++)
		if (addresses->rows.items[i].former.len)
			settle_row(takedown, &listed, &addresses->rows.items[i]);
}

void
takedown_report_parts(const struct takedown_plan *takedown, struct report *report)
{
	for (size_t i = 0; i < takedown->parts.count; i++) {
		const struct withdrawal *entry = takedown->parts.entries[i].value;
		struct str part = takedown->parts.entries[i].key;
		report_warning(report, entry->at,
			"%.*s is new on the page of %.*s, which was taken down, and may "
			"be a part of it: it is held back as well; if it is none, list "
			"it "
			"with `state: shown`",
			STR_ARG(part), STR_ARG(entry->address));
	}
}
