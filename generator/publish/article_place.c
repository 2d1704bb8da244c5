#include "publish/article_place.h"

#include "publish/html.h"
#include "publish/leaf.h"
#include "publish/words.h"

const struct link *
article_link(const struct words *words, const struct article *from,
	const struct article *to, struct arena *arena)
{
	if (!to)
		return NULL;
	return link_to(from->address, to->address, words_title(words, to), arena);
}

/* --- its source --- */

static void
show_source(struct article_view *view, const struct article *article,
	const struct leaf *leaf, struct arena *arena)
{
	view->source = report_visible(article_origin(article), arena);
	if (article->evidence.len)
		view->lines = words_lines(
			article->evidence_first, article->evidence_last, arena);
	else if (!article->curated)
		view->lines = words_lines(article->first_line, article->last_line, arena);
	if (!leaf || !leaf->page || !view->lines.len ||
		!str_equal(leaf->page->source, article_origin(article)))
		return;
	struct str target = str_format(arena, "%.*s#L%u", STR_ARG(leaf->page->address),
		article->evidence.len ? article->evidence_first : article->first_line);
	view->source_href = html_relative(article->address, target, arena);
}

/* --- its page and issue --- */

static const struct link *
link_to_year(
	const struct words *words, const struct article *article, struct arena *arena)
{
	struct str address = str_format(arena, "%04d/index.html", article->date.year);
	struct str name = words_year(words, article->date.year, arena);
	return link_to(article->address, address, name, arena);
}

static void
show_page(struct article_view *view, const struct words *words, const struct leaf *leaf,
	const struct article *article, struct arena *arena)
{
	size_t count = leaf->article_count;
	struct page_item *rows = arena_array(arena, struct page_item, count + 1);
	for (size_t i = 0; i < count; i++) {
		const struct article *other = leaf->articles[i];
		rows[i] = (struct page_item){
			html_relative(article->address, other->address, arena),
			words_title(words, other),
			str_equal(other->address, article->address)};
	}
	view->on_page = (struct rows){rows, count};
	view->has_on_page = count > 1;
}

static void
show_place(struct article_view *view, const struct words *words,
	const struct catalog *catalog, const struct article *article, struct arena *arena)
{
	const struct issue *issue = catalog_issue(catalog, article->date);
	const struct leaf *leaf = NULL;
	if (issue) {
		struct leaves leaves = leaves_of(catalog, issue, arena);
		leaf = leaf_find(&leaves, article->page);
		view->year = link_to_year(words, article, arena);
		view->issue = link_to(article->address, issue_address(issue->date, arena),
			view->date, arena);
	}
	if (leaf) {
		view->leaf =
			link_to(article->address, leaf_address(leaf, issue->date, arena),
				leaf_label(words, leaf, arena), arena);
		view->leaf_name = leaf->name;
		view->page_number = words_page_number(leaf->number);
		show_page(view, words, leaf, article, arena);
	}
	show_source(view, article, leaf, arena);
}

/* --- its neighbours --- */

static const struct article *
in_same_issue(const struct article *article, const struct article *other)
{
	bool same = date_known(article->date) &&
		    date_compare(article->date, other->date) == 0;
	return same ? other : NULL;
}

static void
show_neighbours(struct article_view *view, const struct words *words,
	const struct catalog *catalog, struct article *const *place, struct arena *arena)
{
	const struct article *article = *place, *previous = NULL, *next = NULL;
	struct article *const *first = catalog->articles.items;
	if (place > first)
		previous = in_same_issue(article, place[-1]);
	if (place + 1 < first + catalog->articles.count)
		next = in_same_issue(article, place[1]);
	view->pager = pager_of(article_link(words, article, previous, arena),
		article_link(words, article, next, arena), arena);
}

void
article_place_show(struct article_view *view, const struct publication *publication,
	struct article *const *place, struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	show_place(view, publication->words, catalog, *place, arena);
	show_neighbours(view, publication->words, catalog, place, arena);
}
