#include "publish/leaf.h"

#include "archive/page_number.h"
#include "base/list.h"
#include "publish/html.h"
#include "publish/kinds.h"
#include "publish/words.h"

static const struct field fields[] = {
	FIELD(struct leaf_row, id, FIELD_TEXT, NULL, "its place in the issue: page-01"),
	FIELD(struct leaf_row, label, FIELD_TEXT, NULL, "page number in words: 第1版"),
	FIELD(struct leaf_row, name, FIELD_TEXT, NULL, "name of the page, or empty"),
	FIELD(struct leaf_row, href, FIELD_TEXT, NULL, "link to the page, or empty"),
	FIELD(struct leaf_row, picture, FIELD_TEXT, NULL,
		"link to its picture, or empty"),
	FIELD(struct leaf_row, articles, FIELD_ROWS, &article_row_shape, "what is on it"),
	FIELD(struct leaf_row, is_here, FIELD_FLAG, NULL, "whether we are on that page"),
	{0},
};

const struct shape leaf_row_shape = {"leaf", sizeof(struct leaf_row), fields};

/* The place of the first article of the date among all articles: undated ones stand last.
 */
static size_t
first_article(const struct catalog *catalog, struct date date)
{
	size_t low = 0, high = catalog->articles.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct article *article = catalog->articles.items[middle];
		if (date_known(article->date) && date_compare(article->date, date) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct leaf *
find_or_add(struct leaves *leaves, struct str number, struct arena *arena)
{
	for (size_t i = leaves->count; i > 0; i--)
		if (page_number_same(leaves->items[i - 1].number, number))
			return &leaves->items[i - 1];
	struct leaf *leaf = list_add(leaves, arena);
	leaf->number = number;
	return leaf;
}

static void
add_pages(struct leaves *leaves, const struct issue *issue, struct arena *arena)
{
	for (size_t i = 0; i < issue->pages.count; i++) {
		const struct page *page = issue->pages.items[i];
		struct leaf *leaf = find_or_add(leaves, page->number, arena);
		if (!leaf->name.len)
			leaf->name = page->name;
		if (!leaf->page && page->address.len)
			leaf->page = page;
	}
}

struct leaves
leaves_of(const struct catalog *catalog, const struct issue *issue, struct arena *arena)
{
	struct leaves leaves = {0};
	add_pages(&leaves, issue, arena);
	for (size_t i = first_article(catalog, issue->date); i < catalog->articles.count;
		i++) {
		struct article *const *article = &catalog->articles.items[i];
		if (date_compare((*article)->date, issue->date) != 0)
			break;
		struct leaf *leaf = find_or_add(&leaves, (*article)->page, arena);
		if (!leaf->article_count++)
			leaf->articles = article;
	}
	return leaves;
}

size_t
leaves_article_count(const struct leaves *leaves)
{
	size_t count = 0;
	for (size_t i = 0; i < leaves->count; i++)
		count += leaves->items[i].article_count;
	return count;
}

const struct leaf *
leaf_find(const struct leaves *leaves, struct str number)
{
	for (size_t i = 0; i < leaves->count; i++)
		if (page_number_same(leaves->items[i].number, number))
			return &leaves->items[i];
	return NULL;
}

struct str
leaf_address(const struct leaf *leaf, struct date date, struct arena *arena)
{
	if (leaf->page)
		return leaf->page->address;
	struct str issue = issue_address(date, arena);
	return str_format(arena, "%.*s#page-%.*s", STR_ARG(issue), STR_ARG(leaf->number));
}

struct str
leaf_label(const struct words *words, const struct leaf *leaf, struct arena *arena)
{
	return leaf->number.len ? words_page(words, leaf->number, arena)
				: words->unnumbered;
}

/* --- rows --- */

static struct rows
article_rows(const struct words *words, const struct leaf *leaf, struct str from,
	struct arena *arena)
{
	struct article_row *rows =
		arena_array(arena, struct article_row, leaf->article_count + 1);
	for (size_t i = 0; i < leaf->article_count; i++)
		rows[i] = article_row_of(words, leaf->articles[i], from, arena);
	return (struct rows){rows, leaf->article_count};
}

struct rows
leaf_rows(const struct words *words, const struct leaves *leaves, struct str from,
	struct arena *arena)
{
	struct leaf_row *rows = arena_array(arena, struct leaf_row, leaves->count + 1);
	for (size_t i = 0; i < leaves->count; i++) {
		const struct leaf *leaf = &leaves->items[i];
		struct str address = leaf->page ? leaf->page->address : STR("");
		struct str picture =
			leaf->page ? page_picture_address(leaf->page, arena) : STR("");
		rows[i] = (struct leaf_row){
			.id = str_format(arena, "page-%.*s", STR_ARG(leaf->number)),
			.label = leaf_label(words, leaf, arena),
			.name = leaf->name,
			.href = leaf->page ? html_relative(from, address, arena)
					   : STR(""),
			.picture = picture.len ? html_relative(from, picture, arena)
					       : STR(""),
			.articles = article_rows(words, leaf, from, arena),
			.is_here = leaf->page && str_equal(address, from),
		};
	}
	return (struct rows){rows, leaves->count};
}
