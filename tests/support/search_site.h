/* A small archive made by hand, its search index, and its article pages reduced to what
 * search reads of them, in a folder of their own. */
#ifndef SEARCH_SITE_H
#define SEARCH_SITE_H

#include <stdlib.h>

#include "unit.h"

#include "base/file.h"
#include "base/list.h"
#include "search/search.h"

struct search_site {
	struct arena *arena;
	struct report report;
	struct text *text;
	struct str folder;
	struct {
		struct page **items;
		size_t count, capacity;
	} pages;
	struct authority authority;
	struct catalog *catalog; /* while the index is made */
	struct {
		struct site_file {
			struct str path, bytes;
		} * items;
		size_t count, capacity;
	} files;
};

static inline int
search_site_set_up(void **state)
{
	struct arena *arena = arena_open();
	struct search_site *site = arena_new(arena, struct search_site);
	char name[] = "/tmp/backfile-search-XXXXXX";
	site->arena = arena;
	site->report = report_open(arena);
	site->text = text_open();
	site->folder = str_copy(str_from(mkdtemp(name)), arena);
	site->authority.person_of = site->authority.tag_of = map_open(arena);
	*state = site;
	return 0;
}

static inline int
search_site_tear_down(void **state)
{
	struct search_site *site = *state;
	bool gone = file_remove_tree(site->folder, &site->report);
	text_close(site->text);
	arena_close(site->arena);
	return !gone;
}

/* Adds an article on a page of its own; newlines part paragraphs, "" is no date. */
static inline struct article *
search_site_add(
	struct search_site *site, const char *date, const char *title, struct str body)
{
	struct page *page = arena_new(site->arena, struct page);
	struct article *article = arena_new(site->arena, struct article);
	size_t number = site->pages.count + 1;
	date_parse(str_from(date), &article->date);
	article->title = str_from(title);
	article->page = STR("01");
	article->ordinal = (unsigned)number;
	article->address = *date ? str_format(site->arena, "%04d/%02d/%02d/01-%zu.html",
					   article->date.year, article->date.month,
					   article->date.day, number)
				 : str_format(site->arena, "undated/%zu.html", number);
	struct str text;
	while (str_cut(&body, '\n', &text))
		*list_add(&article->blocks, site->arena) = (struct block){.text = text};
	page->source = str_format(site->arena, "%06zu.txt", number);
	page->date = article->date;
	page->number = STR("01");
	*list_add(&page->articles, site->arena) = article;
	*list_add(&site->pages, site->arena) = page;
	return article;
}

static inline bool
search_site_take(void *context, struct str path, struct str bytes)
{
	struct search_site *site = context;
	*list_add(&site->files, site->arena) = (struct site_file){
		str_copy(path, site->arena), str_copy(bytes, site->arena)};
	return true;
}

/* The catalog of the articles as they are now. */
static inline struct catalog *
search_site_catalog(struct search_site *site, struct arena *arena)
{
	for (size_t i = 0; i < site->pages.count; i++) {
		struct article *article = site->pages.items[i]->articles.items[0];
		article->digest = article_digest(article);
	}
	return catalog_build(site->pages.items, site->pages.count, &site->authority,
		site->text, arena);
}

/* An article with its blocks: the catalog has them here. */
static inline const struct article *
search_site_full(void *context, size_t index, struct arena *arena)
{
	const struct search_site *site = context;
	(void)arena;
	return site->catalog->articles.items[index];
}

static inline struct search_ways
search_site_ways(struct search_site *site)
{
	return (struct search_ways){search_site_full, search_site_take, NULL, NULL, site};
}

/* The files of the index, into site->files. */
static inline void
search_site_index(struct search_site *site)
{
	struct arena *scratch = arena_open();
	site->catalog = search_site_catalog(site, scratch);
	site->files.count = 0;
	struct search_plan *plan = search_plan(site->catalog, site->text, scratch);
	const struct search_ways ways = search_site_ways(site);
	for (size_t i = 0; i < plan->count; i++) {
		struct search_part *part = &plan->items[i];
		part->value = search_write(plan, part, &ways, scratch);
		assert_true(part->value.len);
	}
	arena_close(scratch);
}

static inline void
search_site_write_page(struct search_site *site, const struct article *article)
{
	struct strbuf html = strbuf_open(site->arena);
	strbuf_printf(&html, "<h1 data-text>%.*s</h1>\n", STR_ARG(article->title));
	for (size_t i = 0; i < article->blocks.count; i++)
		strbuf_printf(&html, "<p data-text>%.*s</p>\n",
			STR_ARG(article->blocks.items[i].text));
	struct str path = file_join(site->folder, article->address, site->arena);
	assert_true(file_replace(path, strbuf_str(&html), &site->report));
}

/* Writes the index and the article pages into the folder. */
static inline void
search_site_build(struct search_site *site)
{
	search_site_index(site);
	for (size_t i = 0; i < site->files.count; i++) {
		struct str path =
			file_join(site->folder, site->files.items[i].path, site->arena);
		assert_true(
			file_replace(path, site->files.items[i].bytes, &site->report));
	}
	for (size_t i = 0; i < site->pages.count; i++)
		search_site_write_page(site, site->pages.items[i]->articles.items[0]);
}

/* Text over few different characters, so that pairs repeat: ideographs, and now and then
 * a break, a word, quotation marks, a space. */
static inline struct str
search_site_random_text(struct search_site *site, size_t length)
{
	static const char *const others[] = {
		"，", "。", " ", "“", "”", "5G", "2024", "3.5", "a", "營", "・"};
	struct strbuf out = strbuf_open(site->arena);
	for (size_t i = 0; i < length; i++)
		if (rand() % 6)
			strbuf_add_point(&out, (uint32_t)(0x4E00 + rand() % 30));
		else
			strbuf_add(&out, str_from(others[rand() % 11]));
	return strbuf_str(&out);
}

#endif
