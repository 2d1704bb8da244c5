/* page.html: one page of an issue: its articles, what else is printed on it, and its raw
 * text. */
#include "archive/full_text.h"
#include "base/file.h"
#include "base/list.h"
#include "publish/frame.h"
#include "publish/html.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/leaf.h"
#include "publish/words.h"

struct line_row {
	struct str id; /* L12 */
	struct str text;
};

struct repeat_row {
	struct str text;
	struct str lines, of; /* 12–34 */
};

struct page_view {
	const struct frame *frame;
	struct str label, name, date, iso, picture, source;
	bool date_inferred, has_furniture, has_repeats;
	const struct link *issue;
	const struct pager *pager;
	struct rows leaves, articles, furniture, repeats, lines;
	long first_line, article_count;
	bool is_taken_down, is_unlisted;
};

static const struct field line_fields[] = {
	FIELD(struct line_row, id, FIELD_TEXT, NULL, "place of the line: L12"),
	FIELD(struct line_row, text, FIELD_TEXT, NULL, "the line as it is in the source"),
	{0},
};

static const struct shape line_shape = {"line", sizeof(struct line_row), line_fields};

static const struct field furniture_fields[] = {
	FIELD(struct furniture, text, FIELD_TEXT, NULL, "what is printed: 本版编辑 ..."),
	{0},
};

static const struct shape furniture_shape = {
	"furniture", sizeof(struct furniture), furniture_fields};

static const struct field repeat_fields[] = {
	FIELD(struct repeat_row, text, FIELD_TEXT, NULL, "the passage"),
	FIELD(struct repeat_row, lines, FIELD_TEXT, NULL, "lines of the repeat: 12–34"),
	FIELD(struct repeat_row, of, FIELD_TEXT, NULL, "lines where it stands first"),
	{0},
};

static const struct shape repeat_shape = {
	"repeat", sizeof(struct repeat_row), repeat_fields};

static const struct field fields[] = {
	FIELD(struct page_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct page_view, label, FIELD_TEXT, NULL, "page number in words: 第1版"),
	FIELD(struct page_view, name, FIELD_TEXT, NULL, "name of the page, or empty"),
	FIELD(struct page_view, date, FIELD_TEXT, NULL, "date in words"),
	FIELD(struct page_view, iso, FIELD_TEXT, NULL, "date as 2024-03-05"),
	FIELD(struct page_view, date_inferred, FIELD_FLAG, NULL,
		"whether it was inferred"),
	FIELD(struct page_view, picture, FIELD_TEXT, NULL,
		"link to its picture, or empty"),
	FIELD(struct page_view, source, FIELD_TEXT, NULL, "source file"),
	FIELD(struct page_view, issue, FIELD_RECORD, &link_shape, "its issue"),
	FIELD(struct page_view, pager, FIELD_RECORD, &pager_shape,
		"pages before and after"),
	FIELD(struct page_view, leaves, FIELD_ROWS, &leaf_row_shape,
		"all pages of the issue"),
	FIELD(struct page_view, articles, FIELD_ROWS, &article_row_shape,
		"what is on it"),
	FIELD(struct page_view, article_count, FIELD_NUMBER, NULL, "number of those"),
	FIELD(struct page_view, furniture, FIELD_ROWS, &furniture_shape,
		"folio lines, page editors and the like"),
	FIELD(struct page_view, has_furniture, FIELD_FLAG, NULL, "whether there is any"),
	FIELD(struct page_view, repeats, FIELD_ROWS, &repeat_shape, "passages left out"),
	FIELD(struct page_view, has_repeats, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct page_view, lines, FIELD_ROWS, &line_shape, "lines of the raw text"),
	FIELD(struct page_view, first_line, FIELD_NUMBER, NULL,
		"number of the first of them"),
	FIELD(struct page_view, is_taken_down, FIELD_FLAG, NULL,
		"whether something was taken out of its text"),
	FIELD(struct page_view, is_unlisted, FIELD_FLAG, NULL,
		"whether search engines should pass it over"),
	{0},
};

static const struct shape shape = {"page", sizeof(struct page_view), fields};

static struct rows
lines_of(const struct page *page, struct arena *arena)
{
	struct {
		struct line_row *items;
		size_t count, capacity;
	} rows = {0};
	struct str rest = page->text, line;
	while (str_cut(&rest, '\n', &line)) {
		unsigned number = page->first_line + (unsigned)rows.count;
		struct line_row *row = list_add(&rows, arena);
		row->id = str_format(arena, "L%u", number);
		row->text = line;
	}
	return (struct rows){rows.items, rows.count};
}

static struct rows
repeats_of(const struct page *page, struct arena *arena)
{
	struct repeat_row *rows =
		arena_array(arena, struct repeat_row, page->repeats.count + 1);
	for (size_t i = 0; i < page->repeats.count; i++) {
		const struct repeat *repeat = &page->repeats.items[i];
		rows[i] = (struct repeat_row){
			.text = repeat->text,
			.lines =
				words_lines(repeat->first_line, repeat->last_line, arena),
			.of = words_lines(
				repeat->of_first_line, repeat->of_last_line, arena),
		};
	}
	return (struct rows){rows, page->repeats.count};
}

/* --- its place in the issue --- */

static const struct link *
link_to_leaf(const struct words *words, const struct page *from, const struct leaf *leaf,
	struct arena *arena)
{
	struct str label = leaf_label(words, leaf, arena);
	if (leaf->name.len)
		label = str_format(
			arena, "%.*s %.*s", STR_ARG(label), STR_ARG(leaf->name));
	return link_to(
		from->address, leaf_address(leaf, from->date, arena), label, arena);
}

static void
show_place(struct page_view *view, const struct words *words, const struct page *page,
	const struct leaves *leaves, struct arena *arena)
{
	const struct leaf *leaf = leaf_find(leaves, page->number);
	view->leaves = leaf_rows(words, leaves, page->address, arena);
	if (!leaf)
		return;
	size_t at = (size_t)(leaf - leaves->items);
	const struct leaf_row *rows = view->leaves.items;
	view->articles = rows[at].articles;
	view->article_count = (long)view->articles.count;
	view->pager = pager_of(at > 0 ? link_to_leaf(words, page, leaf - 1, arena) : NULL,
		at + 1 < leaves->count ? link_to_leaf(words, page, leaf + 1, arena)
				       : NULL,
		arena);
}

struct str
page_picture_address(const struct page *page, struct arena *arena)
{
	if (!page->picture.len || !page->address.len)
		return STR("");
	struct str stem = file_stem(page->address),
		   ending = file_extension(page->picture);
	return str_format(arena, "%.*s%.*s", STR_ARG(stem), STR_ARG(ending));
}

/* --- the kind --- */

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	for (size_t i = 0; i < catalog->pages.count; i++) {
		const struct page *page = catalog->pages.items[i];
		if (page->address.len)
			output_add(outputs, &page_kind, page->address, arena)->subject =
				page;
	}
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct page *page =
		full_text_of_page(publication->cache, output->subject, arena);
	const struct issue *issue = catalog_issue(publication->catalog, page->date);
	struct leaves leaves = {0};
	struct page_view *view = arena_new(arena, struct page_view);
	*view = (struct page_view){
		.frame = frame_of(publication, output->path, arena),
		.label = words_page(publication->words, page->number, arena),
		.name = page->name,
		.date = words_date(publication->words, page->date, arena),
		.iso = date_text(page->date, arena),
		.date_inferred = page->date_inferred,
		.picture = file_name(page_picture_address(page, arena)),
		.source = report_visible(page->source, arena),
		.issue = link_to(output->path, issue_address(page->date, arena),
			words_date(publication->words, page->date, arena), arena),
		.furniture = {page->furniture.items, page->furniture.count},
		.has_furniture = page->furniture.count > 0,
		.repeats = repeats_of(page, arena),
		.has_repeats = page->repeats.count > 0,
		.lines = lines_of(page, arena),
		.first_line = page->first_line,
		.is_taken_down = page->takedown.high || page->takedown.low,
		.is_unlisted = page->unlisted,
	};
	if (issue)
		leaves = leaves_of(publication->catalog, issue, arena);
	show_place(view, publication->words, page, &leaves, arena);
	return view;
}

static void
add_takedown(const struct page *page, struct key *key)
{
	const struct digest takedown = page->takedown;
	key_add_number(key, takedown.high);
	key_add_number(key, takedown.low);
	key_add_number(key, page->unlisted);
}

/* The bytes of the source say what its text, furniture and repeats are. */
static void
made_of(const struct publication *publication, const struct output *output,
	struct key *key)
{
	const struct page *page = output->subject;
	const struct issue *issue = catalog_issue(publication->catalog, page->date);
	const struct digest digest = page->digest;
	key_add_number(key, digest.high);
	key_add_number(key, digest.low);
	key_add_text(key, page->source);
	key_add_text(key, page->number);
	key_add_text(key, page->name);
	key_add_text(key, page->picture);
	add_takedown(page, key);
	if (issue)
		key_add_issue(key, issue);
}

const struct output_kind page_kind = {
	"page", "page.html", &shape, plan, view_of, made_of};
