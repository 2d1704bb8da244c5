#include "base/list.h"
#include "publish/template_scan.h"
#include "publish/template_tree.h"

struct parser {
	const struct token_list *tokens;
	struct arena *arena;
	struct report *report;
	bool good;
};

static enum node_kind
kind_of(enum token_kind kind)
{
	switch (kind) {
	case TOKEN_VALUE: return NODE_VALUE;
	case TOKEN_RAW: return NODE_RAW;
	case TOKEN_SECTION: return NODE_SECTION;
	case TOKEN_INVERTED: return NODE_INVERTED;
	case TOKEN_PARTIAL: return NODE_PARTIAL;
	case TOKEN_PARENT: return NODE_PARENT;
	case TOKEN_BLOCK: return NODE_BLOCK;
	default: return NODE_TEXT;
	}
}

/* Lines that follow each other in the source become one text. */
static void
add_text(struct parser *parser, struct node *parent, const struct token *token)
{
	struct node *last = parent->children.count
				    ? &parent->children.items[parent->children.count - 1]
				    : NULL;
	if (last && last->kind == NODE_TEXT &&
		last->text.data + last->text.len == token->text.data)
		last->text.len += token->text.len;
	else if (token->text.len)
		*list_add(&parent->children, parser->arena) = (struct node){
			.kind = NODE_TEXT, .text = token->text, .at = token->at};
}

static bool
has_block(const struct node *parent, struct str name)
{
	for (size_t i = 0; i < parent->children.count; i++)
		if (str_equal(parent->children.items[i].text, name))
			return true;
	return false;
}

/* Whether the token's node belongs into the parent: all but what is ignored. */
static bool
belongs(struct parser *parser, const struct node *parent, const struct token *token)
{
	if (token->kind == TOKEN_NOTHING || token->kind == TOKEN_CLOSE)
		return false;
	if (parent->kind != NODE_PARENT)
		return true;
	if (token->kind != TOKEN_BLOCK)
		return false;
	if (!has_block(parent, token->text))
		return true;
	parser->good = report_error(parser->report, token->at,
		"the block `%.*s` is given twice", STR_ARG(token->text));
	return false;
}

static bool
has_children(const struct token *token)
{
	return token->partner && token->kind != TOKEN_CLOSE;
}

static struct node *
add_node(struct parser *parser, struct node *parent, const struct token *token)
{
	struct node *node = list_add(&parent->children, parser->arena);
	*node = (struct node){
		.kind = kind_of(token->kind),
		.text = token->text,
		.at = token->at,
		.dynamic = token->dynamic,
		.standalone = token->standalone,
		.margin = token->margin,
		.line_end = token->line_end,
	};
	return node;
}

static void
parse_tokens(struct parser *parser, struct node *parent, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct token *token = &parser->tokens->items[i];
		size_t end = has_children(token) ? token->partner : i;
		if (belongs(parser, parent, token)) {
			if (token->kind == TOKEN_TEXT)
				add_text(parser, parent, token);
			else
				parse_tokens(parser, add_node(parser, parent, token),
					i + 1, end);
		}
		i = end;
	}
}

void
template_parse(struct template *template, struct str source, struct report *report)
{
	struct arena *arena = template->templates->arena;
	struct token_list tokens = {0};
	struct parser parser = {
		.tokens = &tokens, .arena = arena, .report = report, .good = true};
	template->state = TEMPLATE_BROKEN;
	template->digest = digest_of(source);
	template->root = (struct node){.kind = NODE_BLOCK};
	if (!template_scan(source, template->path, &tokens, arena, report) ||
		!template_pair(&tokens, report))
		return;
	template_trim(&tokens, arena);
	parse_tokens(&parser, &template->root, 0, tokens.count);
	if (parser.good)
		template->state = TEMPLATE_GOOD;
}
