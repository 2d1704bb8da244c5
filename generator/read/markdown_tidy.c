#include "read/markdown_tidy.h"

#include "base/list.h"
#include "read/links.h"

static struct place
place_of(const struct markdown *markdown, cmark_node *node)
{
	while (cmark_node_get_start_line(node) == 0 && cmark_node_parent(node))
		node = cmark_node_parent(node);
	int line = cmark_node_get_start_line(node);
	return (struct place){markdown->at.file,
		line > 0 ? markdown->first_line + (unsigned)line - 1 : 0, 0};
}

/* --- raw HTML: its text stays, its tags go --- */

static void
report_html(struct markdown *markdown, cmark_node *node)
{
	if (markdown->html_reported)
		return;
	markdown->html_reported = true;
	report_warning(markdown->report, place_of(markdown, node),
		"raw HTML is not published; its text is kept without the tags");
}

static bool
is_comment(struct str html)
{
	return str_starts(html, STR("<!--"));
}

/* Takes a tag, or a whole comment, script or style, off the front. */
static struct str
after_tag(struct str html)
{
	static const struct str opens[] = {
		STR_INIT("<!--"), STR_INIT("<script"), STR_INIT("<style")};
	static const struct str closes[] = {
		STR_INIT("-->"), STR_INIT("</script>"), STR_INIT("</style>")};
	struct str close = STR(">");
	for (size_t i = 0; i < sizeof opens / sizeof *opens; i++)
		if (str_starts(html, opens[i]))
			close = closes[i];
	size_t end = str_find(html, close);
	return end == SIZE_MAX ? STR("") : str_slice(html, end + close.len, html.len);
}

static struct str
without_tags(struct str html, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	while (html.len) {
		size_t tag = str_find(html, STR("<"));
		strbuf_add(&out, str_slice(html, 0, tag));
		html = tag == SIZE_MAX ? STR("")
				       : after_tag(str_slice(html, tag, html.len));
	}
	return str_trim(strbuf_str(&out));
}

static cmark_node *
text_node(struct str text, struct arena *arena)
{
	cmark_node *node = cmark_node_new(CMARK_NODE_TEXT);
	cmark_node_set_literal(node, str_terminated(text, arena));
	return node;
}

static void
tidy_html_inline(struct markdown *markdown, cmark_node *node)
{
	struct str html = str_from(cmark_node_get_literal(node));
	if (str_starts(html, STR("<br")) || str_starts(html, STR("<BR")))
		cmark_node_insert_before(node, cmark_node_new(CMARK_NODE_LINEBREAK));
	else if (!is_comment(html))
		report_html(markdown, node);
	cmark_node_unlink(node);
	cmark_node_free(node);
}

static void
tidy_html_block(struct markdown *markdown, cmark_node *node)
{
	struct str html = str_from(cmark_node_get_literal(node));
	struct str text = without_tags(html, markdown->arena);
	if (!is_comment(html))
		report_html(markdown, node);
	if (text.len) {
		cmark_node *paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
		cmark_node_append_child(paragraph, text_node(text, markdown->arena));
		cmark_node_insert_before(node, paragraph);
	}
	cmark_node_unlink(node);
	cmark_node_free(node);
}

/* --- links and pictures --- */

static void
unwrap(cmark_node *node)
{
	for (cmark_node *child; (child = cmark_node_first_child(node));)
		cmark_node_insert_before(node, child);
	cmark_node_unlink(node);
	cmark_node_free(node);
}

static void
tidy_link(struct markdown *markdown, cmark_node *node)
{
	struct str url = str_from(cmark_node_get_url(node));
	if (link_allowed(url))
		return;
	report_warning(markdown->report, place_of(markdown, node),
		"the link to `%.*s` is left out: only http, https, mailto and relative "
		"addresses "
		"are published",
		STR_ARG(str_points(url, 0, 60)));
	unwrap(node);
}

/* Pictures stand on the page of the article, not inside its text: there stays what
 * describes them. One without an address is not at hand: ![what it shows](). */
static void
tidy_picture(struct markdown *markdown, cmark_node *node)
{
	struct page *page = markdown->page;
	struct str url = str_from(cmark_node_get_url(node));
	struct str target = link_relative(url)
				    ? link_target(page->source, url, markdown->arena)
				    : STR("");
	if (target.len && !page->picture.len)
		page->picture = target;
	else if (url.len)
		report_warning(markdown->report, place_of(markdown, node),
			"the picture `%.*s` is not published: one picture an article, "
			"from the "
			"content folder",
			STR_ARG(str_points(url, 0, 60)));
	cmark_node *parent = cmark_node_parent(node);
	bool alone = !cmark_node_previous(node) && !cmark_node_next(node);
	if (alone && cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH)
		cmark_node_set_user_data(parent, markdown);
	unwrap(node);
}

struct node_list {
	cmark_node **items;
	size_t count, capacity;
};

/* The nodes that may not stay as they are, children before their parents. */
static struct node_list
doubtful_nodes(cmark_node *root, struct arena *arena)
{
	struct node_list nodes = {0};
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		bool leaf =
			type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_HTML_BLOCK;
		bool link = type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE;
		if (event == CMARK_EVENT_ENTER ? leaf : link)
			*list_add(&nodes, arena) = node;
	}
	cmark_iter_free(iter);
	return nodes;
}

void
markdown_tidy(struct markdown *markdown, cmark_node *root)
{
	struct node_list nodes = doubtful_nodes(root, markdown->arena);
	for (size_t i = 0; i < nodes.count; i++) {
		cmark_node *node = nodes.items[i];
		switch (cmark_node_get_type(node)) {
		case CMARK_NODE_HTML_INLINE: tidy_html_inline(markdown, node); break;
		case CMARK_NODE_HTML_BLOCK: tidy_html_block(markdown, node); break;
		case CMARK_NODE_LINK: tidy_link(markdown, node); break;
		default: tidy_picture(markdown, node);
		}
	}
}
