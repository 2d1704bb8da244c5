#include "archive/addresses_assign.h"

#include <stdlib.h>
#include <strings.h>

#include "archive/slug.h"
#include "base/file.h"

/* --- new addresses --- */

static struct str
folder_of(struct date date, struct arena *arena)
{
	if (!date_known(date))
		return STR("undated/");
	return str_format(arena, "%04d/%02d/%02d/", date.year, date.month, date.day);
}

/* The page number as a name: 01, A01, and 1_2 for the spread 1-2, since 1-2 is an
 * article. */
static struct str
number_name(struct assignment *assignment, struct str number)
{
	struct str name = slug_of(assignment->text, number, assignment->arena);
	if (number.len == name.len && strncasecmp(number.data, name.data, name.len) == 0)
		name = number; /* with its capitals */
	return str_replace(name, STR("-"), STR("_"), assignment->addresses->arena);
}

static struct str
stem_name(struct assignment *assignment, struct str source)
{
	struct str stem = file_stem(file_name(source));
	if (str_equal(stem, STR("index")) && file_folder(source).len)
		stem = file_name(file_folder(source)); /* posts/some-name/index.md */
	return slug_of(assignment->text, stem, assignment->arena);
}

static struct str
mint(struct assignment *assignment, const struct article *article)
{
	struct arena *arena = assignment->arena;
	bool numbered = false;
	struct str folder = folder_of(article->date, arena), name;
	if (article->slug.len) {
		name = slug_of(assignment->text, article->slug, arena);
	} else if (date_known(article->date) && article->page.len) {
		name = number_name(assignment, article->page);
		numbered = true;
	} else {
		name = stem_name(assignment, article_origin(article));
	}
	struct str prefix = str_format(arena, "%.*s%.*s", STR_ARG(folder), STR_ARG(name));
	return addresses_mint(assignment->addresses, prefix, numbered);
}

static void
mint_missing(struct assignment *assignment)
{
	for (size_t i = 0; i < assignment->count; i++)
		for (size_t k = 0; k < assignment->pages[i]->articles.count; k++) {
			struct article *article = assignment->pages[i]->articles.items[k];
			if (article->address.len || article->draft)
				continue;
			address_take(addresses_add(assignment->addresses,
					     mint(assignment, article)),
				article);
		}
}

/* Pages have no rows: their addresses follow from day and number alone, and are taken
 * before any article can have them. */
static void
address_pages(struct assignment *assignment)
{
	struct addresses *addresses = assignment->addresses;
	for (size_t i = 0; i < assignment->count; i++) {
		struct page *page = assignment->pages[i];
		page->address = STR("");
		if (page->curated || !date_known(page->date))
			continue;
		struct str prefix = folder_of(page->date, assignment->arena);
		struct str name = page->number.len ? number_name(assignment, page->number)
						   : stem_name(assignment, page->source);
		page->address = str_format(addresses->arena, "%.*s%.*s.html",
			STR_ARG(prefix), STR_ARG(name));
		for (unsigned n = 2; !addresses_reserve(addresses, page->address); n++)
			page->address = str_format(addresses->arena, "%.*s%.*s_%u.html",
				STR_ARG(prefix), STR_ARG(name), n);
		*map_at(&assignment->live, page->address) = page;
	}
}

/* --- articles that were taken down --- */

/* Their records say which address was theirs, since they lost what they are known by. */
static void
take_kept(struct addresses *addresses, struct article *article)
{
	struct str address = article->address;
	article->address = STR("");
	if (!article->ledger_title.len || !address.len)
		return;
	struct address *row = addresses_find(addresses, address);
	if (!row)
		row = addresses_add(addresses, address);
	if (!row->current)
		address_take(row, article);
}

/* --- all --- */

/* Of a frozen article; the page's text itself comes before them. */
static int
place_on_page(const struct page *page)
{
	return page->curated && page->articles.count
		       ? (int)page->articles.items[0]->ordinal
		       : 0;
}

/* Frozen articles in the order in which the text of their page would have them. */
static int
compare_pages(const void *a, const void *b)
{
	const struct page *const *first = a, *const *second = b;
	int order = str_compare(origin_of_page(*first), origin_of_page(*second));
	if (order == 0)
		order = place_on_page(*first) - place_on_page(*second);
	return order ? order : str_compare((*first)->source, (*second)->source);
}

void
addresses_keep(struct addresses *addresses, const struct map *sources)
{
	for (size_t i = 0; i < addresses->rows.count; i++) {
		struct address *row = &addresses->rows.items[i];
		if (row->kind == ADDRESS_ARTICLE && map_find(sources, row->subject))
			row->current = true;
	}
}

void
addresses_assign(
	struct addresses *addresses, struct page **pages, size_t count, struct text *text)
{
	struct arena *arena = arena_open();
	struct assignment assignment = {.addresses = addresses,
		.pages = arena_array(arena, struct page *, count + 1),
		.count = count,
		.live = map_open(arena),
		.text = text,
		.arena = arena};
	for (size_t i = 0; i < count; i++) {
		assignment.pages[i] = pages[i];
		for (size_t k = 0; k < pages[i]->articles.count; k++)
			take_kept(addresses, pages[i]->articles.items[k]);
	}
	qsort(assignment.pages, count, sizeof *assignment.pages, compare_pages);
	addresses_match(&assignment);
	address_pages(&assignment);
	mint_missing(&assignment);
	addresses_retire(&assignment);
	arena_close(arena);
}
