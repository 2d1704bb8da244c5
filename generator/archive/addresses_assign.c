#include <inttypes.h>
#include <stdlib.h>
#include <strings.h>

#include "archive/addresses.h"
#include "archive/slug.h"
#include "base/file.h"
#include "base/list.h"

struct row_list {
	struct address **items;
	size_t count, capacity;
};

struct assignment {
	struct addresses *addresses;
	struct page **pages; /* by source */
	size_t count;
	struct map live; /* what is published: articles, pages, issues; the values are not
			    NULL */
	struct text *text;
	struct arena *arena; /* working memory */
};

static bool
is_of_article(const struct address *row)
{
	return !str_starts(row->address, STR("people/")) &&
	       !str_starts(row->address, STR("tags/"));
}

static int
distance(uint64_t a, uint64_t b)
{
	return __builtin_popcountll(a ^ b);
}

/* --- 1. Articles take the rows that they had ---
 *
 * Within one source, one to one, surest first: equal text and title; texts whose sketches
 * differ in 0, 1,
 * ... 12 bits; equal titles; and the article of a Markdown file has the row of that file,
 * whatever was written anew. Then the frozen articles of a page, all together, take the
 * rows that the page's text had, in the same order of certainty. Then, wherever the
 * source of a row is gone, the article that has its text and title: a file was renamed,
 * or frozen into several. */

enum {
	NEAR = 12, /* bits in which the sketches of two versions of a text may differ */
	STEP_SAME = 0,
	STEP_NEAR, /* and the NEAR steps behind it */
	STEP_TITLE = STEP_NEAR + NEAR + 1,
	STEP_FILE,
	STEPS
};

static void
take(struct article *article, struct address *row)
{
	article->address = row->address;
	row->kind = ADDRESS_ARTICLE;
	row->subject = article->source;
	row->sketch = article->sketch;
	row->title = article->title;
	row->target = STR("");
	row->current = true;
}

static bool
suits(const struct article *article, const struct address *row, int step)
{
	bool same_title = str_equal(article->title, row->title);
	bool sketched = article->sketch && row->sketch;
	if (step == STEP_SAME)
		return same_title && article->sketch == row->sketch;
	if (step < STEP_TITLE)
		return sketched &&
		       distance(article->sketch, row->sketch) == step - STEP_NEAR;
	if (step == STEP_TITLE)
		return same_title && article->title.len;
	return article->curated;
}

static struct str
origin_of(const struct page *page)
{
	return page->articles.count ? article_origin(page->articles.items[0])
				    : page->source;
}

static void
match(struct page *page, const struct row_list *rows, int step)
{
	for (size_t i = 0; i < page->articles.count; i++) {
		struct article *article = page->articles.items[i];
		if (article->draft)
			continue;
		for (size_t k = 0; k < rows->count && !article->address.len; k++)
			if (!rows->items[k]->current &&
				suits(article, rows->items[k], step))
				take(article, rows->items[k]);
	}
}

/* A page that was frozen has several files, so each step asks all of them before the
 * next.
 */
static void
match_frozen(struct assignment *assignment, const struct map *lists)
{
	for (int step = 0; step < STEP_FILE; step++)
		for (size_t i = 0; i < assignment->count; i++) {
			struct page *page = assignment->pages[i];
			const struct row_list *rows = map_find(lists, origin_of(page));
			if (rows && page->curated)
				match(page, rows, step);
		}
}

/* Rows in use first, then in the order in which they were minted: 01-2 before 01-10. */
static int
compare_rows(const void *a, const void *b)
{
	const struct address *first = *(const struct address *const *)a;
	const struct address *second = *(const struct address *const *)b;
	bool first_gone = first->kind == ADDRESS_GONE,
	     second_gone = second->kind == ADDRESS_GONE;
	if (first_gone != second_gone)
		return first_gone ? 1 : -1;
	if (first->address.len != second->address.len)
		return first->address.len < second->address.len ? -1 : 1;
	return str_compare(first->address, second->address);
}

static void
add_to(struct map *lists, struct str key, struct address *row, struct arena *arena)
{
	struct row_list **list = (struct row_list **)map_at(lists, key);
	if (!*list)
		*list = arena_new(arena, struct row_list);
	*list_add(*list, arena) = row;
}

static struct map
rows_by_source(struct assignment *assignment)
{
	struct map lists = map_open(assignment->arena);
	for (size_t i = 0; i < assignment->addresses->rows.count; i++) {
		struct address *row = &assignment->addresses->rows.items[i];
		if (is_of_article(row))
			add_to(&lists, row->subject, row, assignment->arena);
	}
	for (size_t i = 0; i < lists.count; i++) {
		struct row_list *list = lists.entries[i].value;
		qsort(list->items, list->count, sizeof *list->items, compare_rows);
	}
	return lists;
}

static void
match_sources(struct assignment *assignment)
{
	struct map lists = rows_by_source(assignment);
	for (size_t i = 0; i < assignment->count; i++) {
		struct page *page = assignment->pages[i];
		const struct row_list *rows = map_find(&lists, page->source);
		for (int step = 0; rows && step < STEPS; step++)
			match(page, rows, step);
	}
	match_frozen(assignment, &lists);
}

/* The page that a source and its frozen articles stand for: 2024-03-05/01 for both 01.txt
 * and 01-3.md. */
static struct str
stem_of_page(struct str source)
{
	struct str stem = file_stem(source);
	size_t len = stem.len;
	while (len && stem.data[len - 1] >= '0' && stem.data[len - 1] <= '9')
		len--;
	bool numbered = len > 1 && len < stem.len && stem.data[len - 1] == '-';
	return numbered ? str_slice(stem, 0, len - 1) : stem;
}

/* What a row and an article that moved have in common: text and title; of a picture
 * without text the page and what title it has. */
static struct str
text_key(uint64_t sketch, struct str title, struct str source, struct arena *arena)
{
	struct str page = stem_of_page(source);
	if (!sketch)
		return str_format(arena, "%.*s/ %.*s", STR_ARG(page), STR_ARG(title));
	return str_format(arena, "%016" PRIx64 " %.*s", sketch, STR_ARG(title));
}

/* The rows whose sources are gone, by text and title. */
static struct map
orphans(struct assignment *assignment)
{
	struct map sources = map_open(assignment->arena),
		   lists = map_open(assignment->arena);
	for (size_t i = 0; i < assignment->count; i++)
		*map_at(&sources, assignment->pages[i]->source) = assignment;
	for (size_t i = 0; i < assignment->addresses->rows.count; i++) {
		struct address *row = &assignment->addresses->rows.items[i];
		if (is_of_article(row) && !row->current &&
			!map_find(&sources, row->subject))
			add_to(&lists,
				text_key(row->sketch, row->title, row->subject,
					assignment->arena),
				row, assignment->arena);
	}
	return lists;
}

static void
match_moved(struct assignment *assignment)
{
	struct map lists = orphans(assignment);
	for (size_t i = 0; i < assignment->count && lists.count; i++)
		for (size_t k = 0; k < assignment->pages[i]->articles.count; k++) {
			struct article *article = assignment->pages[i]->articles.items[k];
			if (article->address.len || article->draft)
				continue;
			const struct row_list *rows = map_find(
				&lists, text_key(article->sketch, article->title,
						article->source, assignment->arena));
			for (size_t n = 0;
				rows && n < rows->count && !article->address.len; n++)
				if (!rows->items[n]->current)
					take(article, rows->items[n]);
		}
}

/* --- 2. The others get new ones --- */

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
			take(article, addresses_add(assignment->addresses,
					      mint(assignment, article)));
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

/* --- 3. Rows without an article lead elsewhere --- */

static void
find_live(struct assignment *assignment)
{
	*map_at(&assignment->live, STR("index.html")) = assignment;
	for (size_t i = 0; i < assignment->count; i++) {
		const struct page *page = assignment->pages[i];
		if (date_known(page->date))
			*map_at(&assignment->live,
				issue_address(page->date, assignment->arena)) =
				assignment;
	}
	for (size_t i = 0; i < assignment->addresses->rows.count; i++)
		if (assignment->addresses->rows.items[i].current)
			*map_at(&assignment->live,
				assignment->addresses->rows.items[i].address) =
				assignment;
}

/* The article with the nearest text; of equals one of the same source, then the one that
 * comes first. */
static const struct article *
nearest(const struct assignment *assignment, const struct address *row)
{
	const struct article *best = NULL;
	int best_rank = 2 * NEAR + 2;
	for (size_t i = 0; i < assignment->count && row->sketch; i++)
		for (size_t k = 0; k < assignment->pages[i]->articles.count; k++) {
			const struct article *article =
				assignment->pages[i]->articles.items[k];
			int rank = 2 * distance(article->sketch, row->sketch) +
				   !str_equal(article->source, row->subject);
			if (!article->sketch || !article->address.len ||
				rank >= best_rank)
				continue;
			best = article;
			best_rank = rank;
		}
	return best;
}

static struct str
target_of(const struct assignment *assignment, const struct address *row)
{
	const struct article *article = nearest(assignment, row);
	if (article)
		return article->address;
	for (size_t i = 0; i < assignment->count; i++)
		if (assignment->pages[i]->address.len &&
			str_equal(assignment->pages[i]->source, row->subject))
			return assignment->pages[i]->address;
	struct str issue = str_format(assignment->addresses->arena, "%.*s/index.html",
		STR_ARG(file_folder(row->address)));
	return map_find(&assignment->live, issue) ? issue : STR("index.html");
}

static void
retire(struct assignment *assignment)
{
	find_live(assignment);
	for (size_t i = 0; i < assignment->addresses->rows.count; i++) {
		struct address *row = &assignment->addresses->rows.items[i];
		if (row->current || !is_of_article(row))
			continue;
		row->kind = ADDRESS_GONE;
		if (!row->target.len || !map_find(&assignment->live, row->target))
			row->target = target_of(assignment, row);
	}
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
	int order = str_compare(origin_of(*first), origin_of(*second));
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
			pages[i]->articles.items[k]->address = STR("");
	}
	qsort(assignment.pages, count, sizeof *assignment.pages, compare_pages);
	match_sources(&assignment);
	match_moved(&assignment);
	address_pages(&assignment);
	mint_missing(&assignment);
	retire(&assignment);
	arena_close(arena);
}
