/* article.html: one article with its place in the paper, its people, tags and source. */
#include "base/list.h"
#include "publish/assets.h"
#include "publish/blocks_view.h"
#include "publish/citation.h"
#include "publish/frame.h"
#include "publish/html.h"
#include "publish/kinds.h"
#include "publish/leaf.h"
#include "publish/rows.h"
#include "publish/words.h"

enum { LONGEST_DESCRIPTION = 100 /* characters */ };

struct credit_row {
	struct str role, name;
	struct str href; /* "" for a name without a page of its own */
};

struct article_view {
	const struct frame *frame;
	struct str name, byline;
	struct rows kicker, title, subtitle; /* struct text_part */
	struct str column, series, kind, description;
	struct str date, iso;
	const struct link *year, *issue, *leaf;
	struct str leaf_name, page_number;
	struct rows doubts, blocks, credits, people, tags;
	bool has_kicker, has_title, has_subtitle;
	bool has_doubts, has_credits, has_people, has_tags, is_poem;
	struct str jump_from, jump_to;
	const struct link *continues;
	struct rows continuation;
	const struct pager *pager;
	struct str source, lines, source_href;
	struct str citation, citation_date, script;
	struct rows authors;
};

static const struct field doubt_fields[] = {
	FIELD(struct doubt, sign, FIELD_TEXT, NULL, "the sign: 〔代拟题〕"),
	FIELD(struct doubt, meaning, FIELD_TEXT, NULL, "what it means"),
	{0},
};

static const struct shape doubt_shape = {"doubt", sizeof(struct doubt), doubt_fields};

static const struct field credit_fields[] = {
	FIELD(struct credit_row, role, FIELD_TEXT, NULL, "role as printed, or empty"),
	FIELD(struct credit_row, name, FIELD_TEXT, NULL, "name as printed"),
	FIELD(struct credit_row, href, FIELD_TEXT, NULL, "link to the person, or empty"),
	{0},
};

static const struct shape credit_shape = {
	"credit", sizeof(struct credit_row), credit_fields};

static const struct field fields[] = {
	FIELD(struct article_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct article_view, name, FIELD_TEXT, NULL, "title, or what stands for it"),
	FIELD(struct article_view, kicker, FIELD_ROWS, &text_part_shape, "parts of the kicker"),
	FIELD(struct article_view, title, FIELD_ROWS, &text_part_shape, "parts of the title"),
	FIELD(struct article_view, subtitle, FIELD_ROWS, &text_part_shape,
		"parts of the subtitle"),
	FIELD(struct article_view, has_kicker, FIELD_FLAG, NULL, "whether there is one"),
	FIELD(struct article_view, has_title, FIELD_FLAG, NULL, "whether there is one"),
	FIELD(struct article_view, has_subtitle, FIELD_FLAG, NULL, "whether there is one"),
	FIELD(struct article_view, byline, FIELD_TEXT, NULL, "byline as printed, or empty"),
	FIELD(struct article_view, column, FIELD_TEXT, NULL, "column, or empty"),
	FIELD(struct article_view, series, FIELD_TEXT, NULL, "series and part, or empty"),
	FIELD(struct article_view, kind, FIELD_TEXT, NULL, "kind, empty for news"),
	FIELD(struct article_view, description, FIELD_TEXT, NULL, "summary, or how it begins"),
	FIELD(struct article_view, date, FIELD_TEXT, NULL, "date in words, or empty"),
	FIELD(struct article_view, iso, FIELD_TEXT, NULL, "date as 2024-03-05, or empty"),
	FIELD(struct article_view, year, FIELD_RECORD, &link_shape, "its year, if dated"),
	FIELD(struct article_view, issue, FIELD_RECORD, &link_shape, "its issue, if dated"),
	FIELD(struct article_view, leaf, FIELD_RECORD, &link_shape, "its page, if dated"),
	FIELD(struct article_view, leaf_name, FIELD_TEXT, NULL, "name of the page, or empty"),
	FIELD(struct article_view, page_number, FIELD_TEXT, NULL, "as citations have it: 1"),
	FIELD(struct article_view, doubts, FIELD_ROWS, &doubt_shape, "doubts about the text"),
	FIELD(struct article_view, blocks, FIELD_ROWS, &block_shape, "the text"),
	FIELD(struct article_view, credits, FIELD_ROWS, &credit_shape, "who made it"),
	FIELD(struct article_view, people, FIELD_ROWS, &name_row_shape, "people in the news"),
	FIELD(struct article_view, tags, FIELD_ROWS, &name_row_shape, "tags"),
	FIELD(struct article_view, has_doubts, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct article_view, has_credits, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct article_view, has_people, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct article_view, has_tags, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct article_view, is_poem, FIELD_FLAG, NULL, "whether it is a poem"),
	FIELD(struct article_view, jump_from, FIELD_TEXT, NULL, "page of 上接, or empty"),
	FIELD(struct article_view, jump_to, FIELD_TEXT, NULL, "page of 下转, or empty"),
	FIELD(struct article_view, continues, FIELD_RECORD, &link_shape, "the part before"),
	FIELD(struct article_view, continuation, FIELD_ROWS, &part_shape,
		"the parts printed on other pages, on the page of the first part"),
	FIELD(struct article_view, pager, FIELD_RECORD, &pager_shape, "articles before, after"),
	FIELD(struct article_view, source, FIELD_TEXT, NULL, "source file"),
	FIELD(struct article_view, lines, FIELD_TEXT, NULL, "lines of the source: 12–34"),
	FIELD(struct article_view, source_href, FIELD_TEXT, NULL, "link to them, or empty"),
	FIELD(struct article_view, citation, FIELD_TEXT, NULL, "citation by GB/T 7714"),
	FIELD(struct article_view, citation_date, FIELD_TEXT, NULL, "date as 2024/03/05"),
	FIELD(struct article_view, authors, FIELD_ROWS, &credit_shape, "who wrote it"),
	FIELD(struct article_view, script, FIELD_TEXT, NULL, "marks words; behind root"),
	{0},
};

static const struct shape shape = {"article", sizeof(struct article_view), fields};

/* --- headline --- */

static struct str
series_of(const struct article *article, struct arena *arena)
{
	if (!article->part)
		return article->series;
	return str_format(arena, "%.*s（%d）", STR_ARG(article->series), article->part);
}

static struct str
description_of(const struct article *article, struct arena *arena)
{
	if (article->summary.len)
		return article->summary;
	struct str body = article_body(article, arena);
	struct str start = str_points(body, 0, LONGEST_DESCRIPTION);
	return str_replace(start, STR("\n"), STR(" "), arena);
}

static struct rows
doubts_of(unsigned marks, struct arena *arena)
{
	struct { struct doubt *items; size_t count, capacity; } doubts = {0};
	for (const struct doubt *doubt = words_doubts; doubt->mark; doubt++)
		if (marks & doubt->mark)
			*list_add(&doubts, arena) = *doubt;
	return (struct rows){doubts.items, doubts.count};
}

static void
show_headline(struct article_view *view, const struct article *article, struct arena *arena)
{
	view->name = words_title(article, arena);
	view->kicker = couplet_view(article->kicker, arena);
	view->title = couplet_view(article->title, arena);
	view->subtitle = couplet_view(article->subtitle, arena);
	view->has_kicker = view->kicker.count > 0;
	view->has_title = view->title.count > 0;
	view->has_subtitle = view->subtitle.count > 0;
	view->byline = article->byline;
	view->column = article->column;
	view->series = series_of(article, arena);
	view->kind = words_kind(article->kind);
	view->description = description_of(article, arena);
	view->date = words_date(article->date, arena);
	view->iso = date_text(article->date, arena);
	view->doubts = doubts_of(article->marks, arena);
	view->has_doubts = view->doubts.count > 0;
	view->is_poem = article->kind == ARTICLE_POEM;
}

/* --- names --- */

static struct rows
credits_of(const struct catalog *catalog, const struct article *article, struct arena *arena)
{
	size_t count = article->credits.count;
	struct credit_row *rows = arena_array(arena, struct credit_row, count + 1);
	for (size_t i = 0; i < count; i++) {
		const struct credit *credit = &article->credits.items[i];
		const struct person *person = catalog_author(catalog, article, credit);
		rows[i] = (struct credit_row){credit->role, credit->name, STR("")};
		if (person)
			rows[i].href = html_relative(
				article->address, person_address(person, arena), arena);
	}
	return (struct rows){rows, count};
}

static struct rows
people_of(const struct person_refs *people, struct str from, struct arena *arena)
{
	struct name_row *rows = arena_array(arena, struct name_row, people->count + 1);
	for (size_t i = 0; i < people->count; i++)
		rows[i] = person_row_of(people->items[i], from, arena);
	return (struct rows){rows, people->count};
}

static struct rows
tags_of(const struct tag_refs *tags, struct str from, struct arena *arena)
{
	struct name_row *rows = arena_array(arena, struct name_row, tags->count + 1);
	for (size_t i = 0; i < tags->count; i++)
		rows[i] = tag_row_of(tags->items[i], from, arena);
	return (struct rows){rows, tags->count};
}

static struct rows
authors_of(const struct article *article, struct arena *arena)
{
	struct { struct credit_row *items; size_t count, capacity; } rows = {0};
	struct str_list authors = citation_authors(article, arena);
	for (size_t i = 0; i < authors.count; i++)
		list_add(&rows, arena)->name = authors.items[i];
	return (struct rows){rows.items, rows.count};
}

static void
show_names(struct article_view *view, const struct catalog *catalog,
	const struct article *article, struct arena *arena)
{
	struct person_refs people = catalog_people_of(catalog, article, arena);
	struct tag_refs tags = catalog_tags_of(catalog, article, arena);
	view->credits = credits_of(catalog, article, arena);
	view->people = people_of(&people, article->address, arena);
	view->tags = tags_of(&tags, article->address, arena);
	view->authors = authors_of(article, arena);
	view->has_credits = view->credits.count > 0;
	view->has_people = view->people.count > 0;
	view->has_tags = view->tags.count > 0;
}

/* --- its place in the paper --- */

static void
show_source(struct article_view *view, const struct article *article,
	const struct leaf *leaf, struct arena *arena)
{
	view->source = article->source;
	if (!article->curated)
		view->lines = words_lines(article->first_line, article->last_line, arena);
	if (!leaf || !leaf->page || !view->lines.len ||
		!str_equal(leaf->page->source, article->source))
		return;
	struct str target = str_format(arena, "%.*s#L%u", STR_ARG(leaf->page->address),
		article->first_line);
	view->source_href = html_relative(article->address, target, arena);
}

static const struct link *
link_to_year(const struct article *article, struct arena *arena)
{
	struct str address = str_format(arena, "%04d/index.html", article->date.year);
	struct str name = str_format(arena, "%d年", article->date.year);
	return link_to(article->address, address, name, arena);
}

static void
show_place(struct article_view *view, const struct catalog *catalog,
	const struct article *article, struct arena *arena)
{
	const struct issue *issue = issue_of_date(catalog, article->date);
	const struct leaf *leaf = NULL;
	if (issue) {
		struct leaves leaves = leaves_of(catalog, issue, arena);
		leaf = leaf_find(&leaves, article->page);
		view->year = link_to_year(article, arena);
		view->issue = link_to(article->address, issue_address(issue->date, arena),
			view->date, arena);
	}
	if (leaf) {
		view->leaf = link_to(article->address,
			leaf_address(leaf, issue->date, arena),
			words_page(leaf->number, arena), arena);
		view->leaf_name = leaf->name;
		view->page_number = words_page_number(leaf->number);
	}
	show_source(view, article, leaf, arena);
}

/* --- its neighbours --- */

static const struct link *
link_to_article(const struct article *from, const struct article *to, struct arena *arena)
{
	if (!to)
		return NULL;
	return link_to(from->address, to->address, words_title(to, arena), arena);
}

static const struct article *
in_same_issue(const struct article *article, const struct article *other)
{
	bool same = article->date.year && date_compare(article->date, other->date) == 0;
	return same ? other : NULL;
}

static void
show_neighbours(struct article_view *view, const struct catalog *catalog,
	struct article *const *place, struct arena *arena)
{
	const struct article *article = *place, *previous = NULL, *next = NULL;
	struct article *const *first = catalog->articles.items;
	if (place > first)
		previous = in_same_issue(article, place[-1]);
	if (place + 1 < first + catalog->articles.count)
		next = in_same_issue(article, place[1]);
	view->pager = pager_of(link_to_article(article, previous, arena),
		link_to_article(article, next, arena), arena);
	view->continues = link_to_article(article, article->continues, arena);
	view->continuation = continuation_view(article, arena);
	view->jump_from = words_page(article->jump_from, arena);
	view->jump_to = words_page(article->jump_to, arena);
}

/* --- the kind --- */

/* The subject is the article's place in the catalog, whose neighbours are its neighbours in print. */
static void
plan(const struct publication *publication, struct output_list *outputs, struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	for (size_t i = 0; i < catalog->articles.count; i++)
		output_add(outputs, &article_kind, catalog->articles.items[i]->address, arena)
			->subject = &catalog->articles.items[i];
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	struct article *const *place = output->subject;
	const struct article *article = *place;
	struct article_view *view = arena_new(arena, struct article_view);
	view->frame = frame_of(publication, output->path, arena);
	show_headline(view, article, arena);
	view->blocks = blocks_view(article, arena);
	show_names(view, publication->catalog, article, arena);
	show_place(view, publication->catalog, article, arena);
	show_neighbours(view, publication->catalog, place, arena);
	view->script = asset_path(publication->assets, STR("search/answer.js"));
	view->citation = citation_of(article, publication->site, arena);
	view->citation_date = str_replace(view->iso, STR("-"), STR("/"), arena);
	return view;
}

const struct output_kind article_kind = {"article", "article.html", &shape, plan, view_of};
