#include "publish/blocks_view.h"

#include "archive/full_text.h"
#include "base/list.h"
#include "publish/html.h"
#include "publish/words.h"

enum { MOST_PARTS = 8 /* no article jumps more often */ };

static const struct field part_fields[] = {
	FIELD(struct text_part, text, FIELD_TEXT, NULL, "the part"),
	FIELD(struct text_part, is_last, FIELD_FLAG, NULL, "whether no part follows"),
	{0},
};

const struct shape text_part_shape = {"part", sizeof(struct text_part), part_fields};

static const struct field line_fields[] = {
	FIELD(struct table_line, cells, FIELD_ROWS, &text_part_shape,
		"cells, with tabs between"),
	FIELD(struct table_line, is_last, FIELD_FLAG, NULL, "whether no line follows"),
	{0},
};

static const struct shape line_shape = {
	"table line", sizeof(struct table_line), line_fields};

static const struct field block_fields[] = {
	FIELD(struct block_view, is_paragraph, FIELD_FLAG, NULL, "a paragraph"),
	FIELD(struct block_view, is_subhead, FIELD_FLAG, NULL, "a subhead"),
	FIELD(struct block_view, is_caption, FIELD_FLAG, NULL, "a caption"),
	FIELD(struct block_view, is_verse, FIELD_FLAG, NULL, "verse: lines are kept"),
	FIELD(struct block_view, is_table, FIELD_FLAG, NULL, "a table: see lines"),
	FIELD(struct block_view, is_html, FIELD_FLAG, NULL, "part of a Markdown article"),
	FIELD(struct block_view, lead, FIELD_TEXT, NULL,
		"dateline before the text, or empty"),
	FIELD(struct block_view, text, FIELD_TEXT, NULL, "text of the block"),
	FIELD(struct block_view, parts, FIELD_ROWS, &text_part_shape,
		"parts of a subhead"),
	FIELD(struct block_view, html, FIELD_HTML, NULL, "HTML of is_html"),
	FIELD(struct block_view, lines, FIELD_ROWS, &line_shape, "lines of a table"),
	{0},
};

const struct shape block_shape = {"block", sizeof(struct block_view), block_fields};

static const struct field continuation_fields[] = {
	FIELD(struct part_view, href, FIELD_TEXT, NULL, "link to the part's own page"),
	FIELD(struct part_view, page, FIELD_TEXT, NULL, "page on which it is printed"),
	FIELD(struct part_view, blocks, FIELD_ROWS, &block_shape, "its text"),
	{0},
};

const struct shape part_shape = {
	"continuation", sizeof(struct part_view), continuation_fields};

static struct rows
parts_of(struct str text, struct str separator, struct arena *arena)
{
	struct {
		struct text_part *items;
		size_t count, capacity;
	} parts = {0};
	for (size_t end = 0; text.len && end != SIZE_MAX;) {
		end = str_find(text, separator);
		list_add(&parts, arena)->text = str_slice(text, 0, end);
		if (end != SIZE_MAX)
			text = str_slice(text, end + separator.len, text.len);
	}
	if (parts.count)
		parts.items[parts.count - 1].is_last = true;
	return (struct rows){parts.items, parts.count};
}

struct rows
couplet_view(struct str headline, struct arena *arena)
{
	return parts_of(headline, STR("　"), arena);
}

static struct rows
lines_of(struct str table, struct arena *arena)
{
	struct {
		struct table_line *items;
		size_t count, capacity;
	} lines = {0};
	struct str line;
	while (str_cut(&table, '\n', &line))
		list_add(&lines, arena)->cells = parts_of(line, STR("\t"), arena);
	if (lines.count)
		lines.items[lines.count - 1].is_last = true;
	return (struct rows){lines.items, lines.count};
}

static struct block_view
view_of(const struct block *block, struct arena *arena)
{
	bool is_table = block->kind == BLOCK_TABLE;
	return (struct block_view){
		.is_paragraph = block->kind == BLOCK_PARAGRAPH,
		.is_subhead = block->kind == BLOCK_SUBHEAD,
		.is_caption = block->kind == BLOCK_CAPTION,
		.is_verse = block->kind == BLOCK_VERSE,
		.is_table = is_table,
		.is_html = block->kind == BLOCK_HTML,
		.text = block->text,
		.parts = block->kind == BLOCK_SUBHEAD ? couplet_view(block->text, arena)
						      : (struct rows){0},
		.html = {block->html},
		.lines = is_table ? lines_of(block->text, arena) : (struct rows){0},
	};
}

struct rows
blocks_view(const struct article *article, struct arena *arena)
{
	struct {
		struct block_view *items;
		size_t count, capacity;
	} views = {0};
	struct str lead = article->dateline;
	for (size_t i = 0; i < article->blocks.count; i++) {
		const struct block *block = &article->blocks.items[i];
		if (!block->text.len && !block->html.len)
			continue;
		struct block_view *view = list_add(&views, arena);
		*view = view_of(block, arena);
		if (!view->is_paragraph)
			continue;
		/* The cut may have left the dateline in its place. */
		view->lead = str_has(block->text, lead) ? STR("") : lead;
		lead = STR("");
	}
	return (struct rows){views.items, views.count};
}

struct rows
continuation_view(const struct publication *publication, const struct article *article,
	struct arena *arena)
{
	struct {
		struct part_view *items;
		size_t count, capacity;
	} parts = {0};
	const struct article *part = article->continues ? NULL : article->continued;
	for (; part && parts.count < MOST_PARTS; part = part->continued) {
		const struct article *whole =
			full_text_of_article(publication->cache, part, arena);
		*list_add(&parts, arena) = (struct part_view){
			.href = html_relative(article->address, part->address, arena),
			.page = words_page(publication->words, part->page, arena),
			.blocks = blocks_view(whole, arena),
		};
	}
	return (struct rows){parts.items, parts.count};
}
