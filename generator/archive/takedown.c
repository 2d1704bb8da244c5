#include "archive/takedown.h"

#include "base/list.h"

/* --- which article an entry means --- */

/* Where the article of the row stands now; "" where it does not. */
static struct str
standing_address(const struct addresses *addresses, const struct address *row)
{
	if (row->current)
		return row->address;
	const struct address *now = addresses_find(addresses, row->target);
	return now && now->current && now->kind == ADDRESS_ARTICLE ? now->address
								   : STR("");
}

/* Of two entries for one article the one that goes further wins; passages add up. */
static void
add_entry(struct takedown_plan *takedown, struct str address,
	const struct withdrawal *entry)
{
	void **place = map_at(&takedown->entries, address);
	const struct withdrawal *other = *place;
	struct withdrawal *both = arena_new(takedown->arena, struct withdrawal);
	*both = other && other->state > entry->state ? *other : *entry;
	if (other && other->state == TAKEDOWN_REDACTED && entry->state == other->state) {
		both->redactions.items = NULL;
		both->redactions.count = both->redactions.capacity = 0;
		for (size_t i = 0; i < other->redactions.count; i++)
			*list_add(&both->redactions, takedown->arena) =
				other->redactions.items[i];
		for (size_t i = 0; i < entry->redactions.count; i++)
			*list_add(&both->redactions, takedown->arena) =
				entry->redactions.items[i];
	}
	*place = both;
}

static bool
is_index(struct str address)
{
	return str_starts(address, STR("people/")) || str_starts(address, STR("tags/"));
}

static bool
find_articles(struct takedown_plan *takedown, const struct withdrawal_list *list,
	const struct addresses *addresses, struct report *report)
{
	bool good = true;
	for (size_t i = 0; i < list->count; i++) {
		const struct withdrawal *entry = &list->items[i];
		const struct address *row = addresses_find(addresses, entry->address);
		if (row && !is_index(row->address)) {
			struct str now = standing_address(addresses, row);
			if (now.len)
				add_entry(takedown, now, entry);
			continue;
		}
		good = row ? report_error(report, entry->at,
				     "`%.*s` is no article: people are taken out with "
				     "`deny` in people.yaml",
				     STR_ARG(entry->address))
			   : report_error(report, entry->at,
				     "no article ever had the address `%.*s`; copy it "
				     "from the article's page",
				     STR_ARG(entry->address));
	}
	return good;
}

/* --- what pages lose --- */

static bool
takes_text(const struct withdrawal *entry)
{
	return entry && entry->state >= TAKEDOWN_REDACTED;
}

static void
plan_articles(
	struct takedown_plan *takedown, const struct page *page, struct page_loss *loss)
{
	for (size_t i = 0; i < page->articles.count; i++) {
		const struct article *article = page->articles.items[i];
		const struct withdrawal *entry =
			map_find(&takedown->entries, article->address);
		if (!takes_text(entry))
			continue;
		bool parted = map_find(&takedown->parted, entry->address);
		loss->articles[article->place] =
			(struct article_loss){entry, article->address, parted};
		page_loss_add(loss, entry, takedown->arena);
	}
}

/* Places are those of the whole page, of which some articles may have left. */
static size_t
places_of(const struct page *page)
{
	size_t places = 0;
	for (size_t i = 0; i < page->articles.count; i++)
		if (page->articles.items[i]->place >= places)
			places = page->articles.items[i]->place + 1u;
	return places;
}

/* The raw text of a page is evidence of the articles that were frozen from it. */
static void
plan_evidence(
	struct takedown_plan *takedown, const struct map *losses, const struct page *page)
{
	for (size_t i = 0; i < page->articles.count; i++) {
		const struct article *article = page->articles.items[i];
		const struct withdrawal *entry =
			map_find(&takedown->entries, article->address);
		struct page_loss *loss = map_find(losses, article->evidence);
		if (!loss || !takes_text(entry))
			continue;
		loss->articles_too = true;
		page_loss_add(loss, entry, takedown->arena);
	}
}

bool
takedown_make(const struct withdrawal_list *list, struct addresses *addresses,
	struct page **pages, size_t count, struct takedown_plan *takedown,
	struct arena *arena, struct report *report)
{
	*takedown = (struct takedown_plan){.entries = map_open(arena),
		.parts = map_open(arena),
		.parted = map_open(arena),
		.losses = arena_array(arena, struct page_loss, count + 1),
		.arena = arena};
	if (!find_articles(takedown, list, addresses, report))
		return false;
	if (!list->count)
		return true;
	takedown_hold_parts(takedown, list, addresses, pages, count);
	struct map losses = map_open(arena);
	for (size_t i = 0; i < count; i++) {
		struct page_loss *loss = &takedown->losses[i];
		loss->count = places_of(pages[i]);
		loss->articles = arena_array(arena, struct article_loss, loss->count + 1);
		plan_articles(takedown, pages[i], loss);
		*map_at(&losses, pages[i]->source) = loss;
	}
	for (size_t i = 0; i < count; i++)
		plan_evidence(takedown, &losses, pages[i]);
	for (size_t i = 0; i < count; i++)
		page_loss_settle(&takedown->losses[i]);
	return true;
}

/* --- what is left --- */

static void
settle_page(const struct takedown_plan *takedown, struct page *page)
{
	size_t kept = 0;
	for (size_t i = 0; i < page->articles.count; i++) {
		struct article *article = page->articles.items[i];
		const struct withdrawal *entry =
			map_find(&takedown->entries, article->address);
		article->takedown = entry ? entry->state : TAKEDOWN_NONE;
		if (article->takedown == TAKEDOWN_NOINDEX)
			page->unlisted = true;
		if (article->takedown != TAKEDOWN_WITHDRAWN)
			page->articles.items[kept++] = article;
	}
	page->articles.count = kept;
	if (page->takedown.high || page->takedown.low)
		page->picture = STR("");
}

/* The page whose text is evidence of an article is no more for search engines than the
 * article. */
static void
unlist_evidence(const struct takedown_plan *takedown, const struct page *page,
	const struct map *texts)
{
	for (size_t i = 0; i < page->articles.count; i++) {
		const struct article *article = page->articles.items[i];
		struct page *text = map_find(texts, article->evidence);
		const struct withdrawal *entry =
			map_find(&takedown->entries, article->address);
		if (text && entry && entry->state == TAKEDOWN_NOINDEX)
			text->unlisted = true;
	}
}

void
takedown_settle(const struct takedown_plan *takedown, struct page **pages, size_t count)
{
	if (!takedown->entries.count)
		return;
	struct map texts = map_open(takedown->arena);
	for (size_t i = 0; i < count; i++)
		*map_at(&texts, pages[i]->source) = pages[i];
	for (size_t i = 0; i < count; i++)
		unlist_evidence(takedown, pages[i], &texts);
	for (size_t i = 0; i < count; i++)
		settle_page(takedown, pages[i]);
}

void
takedown_add_tombstones(const struct withdrawal_list *list, struct catalog *catalog)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].state == TAKEDOWN_WITHDRAWN)
			*list_add(&catalog->tombstones, catalog->arena) = &list->items[i];
}
