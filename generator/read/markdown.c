#include "read/markdown.h"

#include "base/list.h"
#include "base/text.h"
#include "read/fields.h"
#include "read/frontmatter.h"
#include "read/markdown_tidy.h"
#include "read/pipe_table.h"

enum { LONGEST_SUPPLIED = 30 /* characters of a title taken from the text */ };

/* --- plain text of a tree --- */

static void
add_line_end(struct strbuf *out)
{
	if (out->len && out->data[out->len - 1] != '\n')
		strbuf_add_char(out, '\n');
}

static void
add_text(struct strbuf *out, cmark_node *node, char soft)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
		strbuf_add(out, str_from(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_CODE_BLOCK:
		add_line_end(out);
		strbuf_add(out, str_from(cmark_node_get_literal(node)));
		break;
	case CMARK_NODE_SOFTBREAK: strbuf_add_char(out, soft); break;
	case CMARK_NODE_LINEBREAK: strbuf_add_char(out, '\n'); break;
	case CMARK_NODE_PARAGRAPH:
	case CMARK_NODE_HEADING:
	case CMARK_NODE_ITEM: add_line_end(out); break;
	default: break;
	}
}

/* `soft` stands for the line ends inside a paragraph. */
static struct str
text_below(cmark_node *root, char soft, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
		if (event == CMARK_EVENT_ENTER)
			add_text(&out, cmark_iter_get_node(iter), soft);
	cmark_iter_free(iter);
	return str_trim(strbuf_str(&out));
}

/* --- lines: Chinese is broken anywhere, so a line end there is no space --- */

static bool
is_wide(uint32_t c)
{
	bool mark = c >= 0x2010 && c <= 0x2027; /* dashes, quotation marks, ellipsis */
	return mark || text_width(c) == 2;
}

struct node_list {
	cmark_node **items;
	size_t count, capacity;
};

static void
join_lines(cmark_node *root, struct arena *arena)
{
	struct node_list breaks = {0};
	cmark_iter *iter = cmark_iter_new(root);
	cmark_node *open = NULL; /* a break after a character that is not wide */
	uint32_t last = 0;
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		struct str literal = str_from(cmark_node_get_literal(node));
		if (event != CMARK_EVENT_ENTER)
			continue;
		if (open && literal.len && is_wide(str_peek(literal)))
			*list_add(&breaks, arena) = open;
		if (literal.len) {
			open = NULL;
			last = str_last(&literal);
		} else if (cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK) {
			open = is_wide(last) ? NULL : node;
			if (!open)
				*list_add(&breaks, arena) = node;
		}
	}
	cmark_iter_free(iter);
	for (size_t i = 0; i < breaks.count; i++) {
		cmark_node_unlink(breaks.items[i]);
		cmark_node_free(breaks.items[i]);
	}
}

/* --- blocks --- */

static struct str
html_of(cmark_node *node, struct arena *arena)
{
	/* 0.30 is safe unless told otherwise: no CMARK_OPT_UNSAFE, ever. */
	char *rendered = cmark_render_html(node, CMARK_OPT_DEFAULT);
	struct str html = str_copy(str_trim(str_from(rendered)), arena);
	cmark_get_default_mem_allocator()->free(rendered);
	/* <br /> is XHTML; a > of the text itself is escaped. */
	return str_replace(html, STR(" />"), STR(">"), arena);
}

/* cmark ends a list on the blank line behind it. */
static int
last_line_of(cmark_node *node)
{
	for (cmark_node *last; (last = cmark_node_last_child(node)); node = last) {
		cmark_node_type type = cmark_node_get_type(node);
		if (type != CMARK_NODE_LIST && type != CMARK_NODE_ITEM &&
			type != CMARK_NODE_BLOCK_QUOTE)
			break;
	}
	return cmark_node_get_end_line(node);
}

static struct block *
add_block(struct markdown *markdown, cmark_node *node, enum block_kind kind)
{
	struct article *article = markdown->article;
	int first = cmark_node_get_start_line(node), last = last_line_of(node);
	unsigned before =
		article->blocks.count
			? article->blocks.items[article->blocks.count - 1].last_line
			: markdown->first_line;
	struct block *block = list_add(&article->blocks, markdown->arena);
	*block = (struct block){.kind = kind, .text = STR(""), .html = STR("")};
	block->first_line =
		first > 0 ? markdown->first_line + (unsigned)first - 1 : before;
	block->last_line = last >= first && last > 0
				   ? markdown->first_line + (unsigned)last - 1
				   : block->first_line;
	return block;
}

static void
add_heading(struct markdown *markdown, cmark_node *node)
{
	struct article *article = markdown->article;
	join_lines(node, markdown->arena);
	struct str text = text_below(node, ' ', markdown->arena);
	bool first = cmark_node_get_heading_level(node) == 1;
	if (first && !article->title.len)
		article->title = text;
	else if (text.len && !(first && str_equal(text, article->title)))
		add_block(markdown, node, BLOCK_SUBHEAD)->text = text;
}

/* Fenced text named verse or table keeps its lines. */
static bool
add_fenced(struct markdown *markdown, cmark_node *node)
{
	struct str name = str_from(cmark_node_get_fence_info(node));
	bool verse = str_equal(name, STR("verse"));
	struct str text = str_from(cmark_node_get_literal(node));
	if (!text.len || (!verse && !str_equal(name, STR("table"))))
		return false;
	if (str_ends(text, STR("\n")))
		text.len--;
	add_block(markdown, node, verse ? BLOCK_VERSE : BLOCK_TABLE)->text =
		str_copy(text, markdown->arena);
	return true;
}

static bool
is_plain(cmark_node *paragraph)
{
	cmark_node *node = cmark_node_first_child(paragraph);
	for (; node; node = cmark_node_next(node)) {
		cmark_node_type type = cmark_node_get_type(node);
		if (type != CMARK_NODE_TEXT && type != CMARK_NODE_SOFTBREAK)
			return false;
	}
	return cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH;
}

static void
add_node(struct markdown *markdown, cmark_node *node)
{
	struct str table;
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_HEADING) {
		add_heading(markdown, node);
		return;
	}
	if (type == CMARK_NODE_CODE_BLOCK && add_fenced(markdown, node))
		return;
	struct str lines = text_below(node, '\n', markdown->arena);
	if (type == CMARK_NODE_PARAGRAPH &&
		pipe_table_read(lines, &table, markdown->arena)) {
		add_block(markdown, node, BLOCK_TABLE)->text = table;
		return;
	}
	if (!lines.len && type != CMARK_NODE_THEMATIC_BREAK)
		return;
	join_lines(node, markdown->arena);
	enum block_kind kind = cmark_node_get_user_data(node) ? BLOCK_CAPTION
			       : is_plain(node)               ? BLOCK_PARAGRAPH
							      : BLOCK_HTML;
	struct block *block = add_block(markdown, node, kind);
	block->text = text_below(node, ' ', markdown->arena);
	if (kind == BLOCK_HTML)
		block->html = html_of(node, markdown->arena);
}

/* A title for a text without one: its first sentence, or what fits of it. */
static void
supply_title(struct article *article)
{
	for (size_t i = 0; i < article->blocks.count && !article->title.len; i++) {
		struct str text = article->blocks.items[i].text, rest = text;
		for (size_t n = 0; n < LONGEST_SUPPLIED && rest.len; n++) {
			uint32_t c = str_peek(rest);
			if (c == '\n' || c == '\t' || c == 0x3002 || c == 0xFF01 ||
				c == 0xFF1F)
				break;
			str_next(&rest);
		}
		article->title = str_trim(str_slice(text, 0, text.len - rest.len));
	}
	article->marks |= MARK_TITLE_SUPPLIED;
}

static bool
read_blocks(struct markdown *markdown, struct str text)
{
	cmark_node *root = cmark_parse_document(text.len ? text.data : "", text.len,
		CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8);
	markdown_tidy(markdown, root);
	for (cmark_node *node = cmark_node_first_child(root); node;
		node = cmark_node_next(node))
		add_node(markdown, node);
	cmark_node_free(root);
	if (!markdown->article->title.len && !markdown->untitled)
		supply_title(markdown->article);
	return markdown->article->title.len || markdown->article->blocks.count ||
	       report_error(markdown->report, markdown->at,
		       "there is neither a title nor a text below the front matter; "
		       "write "
		       "one, or remove the file");
}

/* `title: ""` says that the article has none, so none is made up. */
static bool
is_untitled(const struct setting *map)
{
	const struct setting *title = setting_find(map, "title");
	return title && title->quoted && !str_trim(title->text).len;
}

static unsigned
line_count(struct str text)
{
	unsigned count = 0;
	for (struct str line; str_cut(&text, '\n', &line);)
		count += line.len || text.data;
	return count;
}

bool
markdown_read(struct page *page, struct str clean, struct place at, struct arena *arena,
	struct report *report)
{
	struct frontmatter top;
	struct article *article = arena_new(arena, struct article);
	if (str_starts(clean, STR("+++\n")))
		return report_error(report, (struct place){at.file, 1, 1},
			"front matter in TOML is not read; write YAML between lines "
			"`---`");
	if (!frontmatter_read(clean, at, &top, arena, report) ||
		!fields_read(top.map, page, article, arena, report))
		return false;
	page->curated = article->curated = true;
	page->text = top.rest;
	page->first_line = top.first_line;
	*list_add(&page->articles, arena) = article;
	article->address = STR("");
	article->date = page->date;
	article->page = page->number;
	article->ordinal = 1;
	article->confidence = 1000;
	article->source = page->source;
	article->first_line = 1;
	article->last_line = line_count(clean);
	struct markdown markdown = {.page = page,
		.article = article,
		.at = at,
		.first_line = top.first_line,
		.untitled = is_untitled(top.map),
		.arena = arena,
		.report = report};
	return read_blocks(&markdown, top.rest);
}
