#include "archive/catalog.h"

#include <stdlib.h>

#include "archive/jumps.h"
#include "archive/page_number.h"
#include "archive/people_index.h"
#include "archive/tag_index.h"
#include "base/list.h"

/* --- order --- */

static int
compare_sources(const void *a, const void *b)
{
	return str_compare(
		(*(struct page *const *)a)->source, (*(struct page *const *)b)->source);
}

static int
compare_articles(const void *a, const void *b)
{
	const struct article *first = *(struct article *const *)a;
	const struct article *second = *(struct article *const *)b;
	bool first_known = date_known(first->date);
	if (first_known != date_known(second->date))
		return first_known ? -1 : 1;
	int order = date_compare(first->date, second->date);
	if (order == 0)
		order = page_number_compare(first->page, second->page);
	if (order == 0)
		order = numbered_compare(article_origin(first), article_origin(second));
	return order ? order
		     : (first->ordinal > second->ordinal) -
			       (first->ordinal < second->ordinal);
}

static int
compare_issue_pages(const void *a, const void *b)
{
	const struct page *first = *(struct page *const *)a,
			  *second = *(struct page *const *)b;
	int order = date_compare(first->date, second->date);
	if (order == 0)
		order = page_number_compare(first->number, second->number);
	return order ? order : str_compare(first->source, second->source);
}

/* --- pages and articles --- */

static size_t
published_count(const struct page *page)
{
	size_t count = 0;
	for (size_t i = 0; i < page->articles.count; i++)
		count += !page->articles.items[i]->draft;
	return count;
}

/* A Markdown file that is a draft is not there at all; a page of text without articles
 * is. */
static void
add_pages(struct catalog *catalog, struct page **pages, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!pages[i]->curated || published_count(pages[i]))
			*list_add(&catalog->pages, catalog->arena) = pages[i];
	if (catalog->pages.count)
		qsort(catalog->pages.items, catalog->pages.count, sizeof(struct page *),
			compare_sources);
}

static void
add_articles(struct catalog *catalog)
{
	for (size_t i = 0; i < catalog->pages.count; i++) {
		const struct page *page = catalog->pages.items[i];
		for (size_t k = 0; k < page->articles.count; k++)
			if (!page->articles.items[k]->draft)
				*list_add(&catalog->articles, catalog->arena) =
					page->articles.items[k];
	}
	if (catalog->articles.count)
		qsort(catalog->articles.items, catalog->articles.count,
			sizeof(struct article *), compare_articles);
	for (size_t i = 0; i < catalog->articles.count; i++) {
		struct article *article = catalog->articles.items[i];
		article->rank = i;
		if (!date_known(article->date))
			*list_add(&catalog->undated, catalog->arena) = article;
	}
}

/* --- issues --- */

static void
number_issue(struct issue *issue)
{
	for (size_t i = 0; i < issue->pages.count && !issue->number.len; i++)
		issue->number = issue->pages.items[i]->issue_number;
}

static void
add_issues(struct catalog *catalog)
{
	struct issue *issue = NULL;
	struct page **pages =
		arena_array(catalog->arena, struct page *, catalog->pages.count + 1);
	size_t count = 0;
	for (size_t i = 0; i < catalog->pages.count; i++)
		if (date_known(catalog->pages.items[i]->date))
			pages[count++] = catalog->pages.items[i];
	qsort(pages, count, sizeof *pages, compare_issue_pages);
	for (size_t i = 0; i < count; i++) {
		if (!issue || date_compare(issue->date, pages[i]->date) != 0) {
			struct issue *previous = issue;
			issue = arena_new(catalog->arena, struct issue);
			*issue = (struct issue){.date = pages[i]->date,
				.number = STR(""),
				.note = STR(""),
				.previous = previous,
				.place = catalog->issues.count};
			if (previous)
				previous->next = issue;
			*list_add(&catalog->issues, catalog->arena) = issue;
		}
		*list_add(&issue->pages, catalog->arena) = pages[i];
	}
	for (size_t i = 0; i < catalog->issues.count; i++)
		number_issue(catalog->issues.items[i]);
}

static struct year *
year_of(struct catalog *catalog, int number)
{
	struct year *last = catalog->years.count
				    ? &catalog->years.items[catalog->years.count - 1]
				    : NULL;
	if (last && last->number == number)
		return last;
	last = list_add(&catalog->years, catalog->arena);
	last->number = number;
	return last;
}

static void
add_years(struct catalog *catalog)
{
	size_t next = 0; /* article, in the order of dates as the issues are */
	for (size_t i = 0; i < catalog->issues.count; i++) {
		struct issue *issue = catalog->issues.items[i];
		*list_add(&year_of(catalog, issue->date.year)->issues, catalog->arena) =
			issue;
	}
	for (size_t i = 0; i < catalog->years.count; i++) {
		struct year *year = &catalog->years.items[i];
		while (next < catalog->articles.count &&
			date_known(catalog->articles.items[next]->date) &&
			catalog->articles.items[next]->date.year <= year->number) {
			year->article_count +=
				catalog->articles.items[next]->date.year == year->number;
			next++;
		}
	}
}

/* --- all --- */

struct catalog *
catalog_build(struct page **pages, size_t count, const struct authority *authority,
	struct text *text, struct arena *arena)
{
	struct catalog *catalog = arena_new(arena, struct catalog);
	*catalog = (struct catalog){
		.arena = arena,
		.authority = authority,
		.person_by_subject = map_open(arena),
		.tag_by_subject = map_open(arena),
	};
	add_pages(catalog, pages, count);
	add_articles(catalog);
	add_issues(catalog);
	add_years(catalog);
	jumps_link(catalog);
	people_index_build(catalog, text);
	tag_index_build(catalog, text);
	return catalog;
}

struct issue *
catalog_issue(const struct catalog *catalog, struct date date)
{
	size_t low = 0, high = catalog->issues.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = date_compare(catalog->issues.items[middle]->date, date);
		if (order == 0)
			return catalog->issues.items[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

void
catalog_add_notes(struct catalog *catalog, const struct issue_notes *notes)
{
	struct issue *issue = catalog_issue(catalog, notes->date);
	if (!issue)
		return;
	issue->note = notes->note;
	if (notes->number.len)
		issue->number = notes->number;
	for (size_t k = 0; k < issue->pages.count * notes->pages.count; k++) {
		struct page *page = issue->pages.items[k / notes->pages.count];
		const struct page_name *named =
			&notes->pages.items[k % notes->pages.count];
		if (page_number_same(page->number, named->number))
			page->name = named->name;
	}
}
