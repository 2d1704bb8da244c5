#include "archive/addresses_assign.h"

#include <inttypes.h>
#include <stdlib.h>

#include "archive/issue.h"
#include "base/file.h"
#include "base/list.h"

/* Rows of the ledger to the left, articles of this build to the right:
 *
 *     01-1  text a, title A         text a', title A    a slip: the same article
 *     01-2  text b, title B ------- text b,  title C    a better headline
 *     01-3  text c, title C         text c1, title C    the first half of what was cut in
 *                                                       two keeps the address,
 *                                   text c2, title D    the other half has a new one
 *     01-4  text e, title E                             moved to page 2, or gone
 *
 * 1. Within one source, one to one, surest first, the steps below. Then the frozen
 *    articles of a page, all together, with the rows that the page's text had.
 * 2. Within one issue, by text alone: an article was moved to another of its pages.
 * 3. Wherever the source of a row is gone, the article that has its text and title: a
 *    file was renamed, or frozen into several. */

enum {
	STEP_SAME = 0,                       /* text and title */
	STEP_SLIP,                           /* texts 0, 1 ... SLIP bits apart */
	STEP_AKIN = STEP_SLIP + SLIP + 1,    /* the same title, and texts akin */
	STEP_NEAR,                           /* texts SLIP + 1 ... NEAR bits apart */
	STEP_BARE = STEP_NEAR + NEAR - SLIP, /* the row is of times without a sketch */
	STEP_TITLE,                          /* the same title */
	STEP_FILE, /* the same Markdown file, whatever it says */
	STEPS
};

struct row_list {
	struct address **items;
	size_t count, capacity;
};

bool
address_is_of_article(const struct address *row)
{
	return !str_starts(row->address, STR("people/")) &&
	       !str_starts(row->address, STR("tags/"));
}

int
sketch_distance(uint64_t a, uint64_t b)
{
	return __builtin_popcountll(a ^ b);
}

void
address_take(struct address *row, struct article *article)
{
	article->address = row->address;
	row->kind = ADDRESS_ARTICLE;
	row->subject = article->source;
	row->sketch = article->sketch;
	row->title = article->ledger_title.len ? article->ledger_title : article->title;
	row->former = row->target.len ? row->target : row->former;
	row->target = STR("");
	row->current = true;
}

/* The ledger does not say the title of an article that was taken down, but knows it. */
static bool
has_title(const struct article *article, const struct address *row)
{
	if (str_equal(article->title, row->title))
		return true;
	if (!str_starts(row->title, STR("#")))
		return false;
	struct arena *scratch = arena_open();
	bool same = str_equal(address_title_print(article->title, scratch), row->title);
	arena_close(scratch);
	return same;
}

/* --- steps --- */

static bool
suits(const struct article *article, const struct address *row, int step)
{
	bool same_title = has_title(article, row);
	bool sketched = article->sketch && row->sketch;
	int bits = sketched ? sketch_distance(article->sketch, row->sketch) : 64;
	if (step == STEP_SAME)
		return same_title && article->sketch == row->sketch;
	if (step < STEP_AKIN)
		return bits == step - STEP_SLIP;
	if (step == STEP_AKIN)
		return same_title && article->title.len && bits <= AKIN;
	if (step < STEP_BARE)
		return bits == step - STEP_NEAR + SLIP + 1;
	if (step == STEP_BARE)
		return same_title && !row->sketch;
	if (step == STEP_TITLE)
		return same_title && article->title.len;
	return article->curated;
}

/* --- 1. within a source --- */

struct str
origin_of_page(const struct page *page)
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
				address_take(rows->items[k], article);
	}
}

struct page_list {
	struct page **items;
	size_t count, capacity;
};

/* A page that was frozen has several files, so each step asks all of them before the
 * next.
 */
static void
match_frozen(struct assignment *assignment, const struct map *lists)
{
	struct page_list curated = {0};
	for (size_t i = 0; i < assignment->count; i++)
		if (assignment->pages[i]->curated)
			*list_add(&curated, assignment->arena) = assignment->pages[i];
	for (int step = 0; step < STEP_FILE; step++)
		for (size_t i = 0; i < curated.count; i++) {
			const struct row_list *rows =
				map_find(lists, origin_of_page(curated.items[i]));
			if (rows)
				match(curated.items[i], rows, step);
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
		if (address_is_of_article(row))
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

/* --- 2. within an issue --- */

/* Rows that nobody took, by the folder of their day. */
static struct map
rows_by_issue(struct assignment *assignment)
{
	struct map lists = map_open(assignment->arena);
	for (size_t i = 0; i < assignment->addresses->rows.count; i++) {
		struct address *row = &assignment->addresses->rows.items[i];
		if (address_is_of_article(row) && !row->current &&
			!str_starts(row->address, STR("undated/")))
			add_to(&lists, file_folder(row->address), row, assignment->arena);
	}
	for (size_t i = 0; i < lists.count; i++) {
		struct row_list *list = lists.entries[i].value;
		qsort(list->items, list->count, sizeof *list->items, compare_rows);
	}
	return lists;
}

/* Titles alone say nothing here: every page may have a weather report. */
static void
match_issues(struct assignment *assignment)
{
	struct map lists = rows_by_issue(assignment);
	for (int step = 0; lists.count && step < STEP_BARE; step++)
		for (size_t i = 0; i < assignment->count; i++) {
			struct page *page = assignment->pages[i];
			const struct row_list *rows =
				date_known(page->date)
					? map_find(&lists,
						  file_folder(issue_address(
							  page->date, assignment->arena)))
					: NULL;
			if (rows)
				match(page, rows, step);
		}
}

/* --- 3. wherever the source is gone --- */

struct str
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
		if (address_is_of_article(row) && !row->current &&
			!map_find(&sources, row->subject))
			add_to(&lists,
				text_key(row->sketch, row->title, row->subject,
					assignment->arena),
				row, assignment->arena);
	}
	return lists;
}

static const struct row_list *
rows_of(struct assignment *assignment, const struct map *lists,
	const struct article *article, struct str title)
{
	return map_find(lists,
		text_key(article->sketch, title, article->source, assignment->arena));
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
			const struct row_list *rows =
				rows_of(assignment, &lists, article, article->title);
			if (!rows)
				rows = rows_of(assignment, &lists, article,
					address_title_print(
						article->title, assignment->arena));
			for (size_t n = 0;
				rows && n < rows->count && !article->address.len; n++)
				if (!rows->items[n]->current)
					address_take(rows->items[n], article);
		}
}

void
addresses_match(struct assignment *assignment)
{
	match_sources(assignment);
	match_issues(assignment);
	match_moved(assignment);
}
