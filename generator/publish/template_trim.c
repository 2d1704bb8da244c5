#include "publish/template_scan.h"

#include "base/list.h"

/* Layout. A line that holds nothing but white space and a tag that prints nothing itself
 * is taken away whole, and what stood in front of a partial, parent or block is its
 * margin: every line that it brings in stands behind that margin.
 *
 *     article.html          layout.html             shown
 *     {{<layout}}           <main>                  <main>
 *     {{$main}}               {{$main}}               <h1>
 *         <h1>                <p>                       one
 *           one                 none                  </h1>
 *         </h1>               </p>                  </main>
 *     {{/main}}               {{/main}}
 *     {{/layout}}           </main>
 *
 * So the margin that all lines of a block share is taken from them here, and rendering
 * puts the margin of the place where the block is shown in front. The rules are those of
 * the Mustache spec, which the module for inheritance gives by example only. */

struct line {
	size_t first, end; /* tokens */
};

struct line_list {
	struct line *items;
	size_t count, capacity;
};

/* --- white space --- */

static bool
is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

static struct str
margin_of(struct str text)
{
	size_t len = 0;
	while (len < text.len && (text.data[len] == ' ' || text.data[len] == '\t'))
		len++;
	return str_slice(text, 0, len);
}

static struct str
line_end_of(struct str text)
{
	size_t start = text.len;
	while (start > 0 && is_line_end(text.data[start - 1]))
		start--;
	return str_slice(text, start, text.len);
}

static bool
is_blank(struct str text)
{
	return margin_of(text).len + line_end_of(text).len >= text.len;
}

static struct str
common_start(struct str a, struct str b)
{
	size_t len = 0;
	while (len < a.len && len < b.len && a.data[len] == b.data[len])
		len++;
	return str_slice(a, 0, len);
}

/* --- lines --- */

static bool
ends_line(const struct token *token)
{
	return token->kind == TOKEN_TEXT && token->text.len &&
	       token->text.data[token->text.len - 1] == '\n';
}

static struct line_list
lines_of(const struct token_list *tokens, struct arena *arena)
{
	struct line_list lines = {0};
	for (size_t i = 0, first = 0; i < tokens->count; i++)
		if (ends_line(&tokens->items[i]) || i + 1 == tokens->count) {
			*list_add(&lines, arena) = (struct line){first, i + 1};
			first = i + 1;
		}
	return lines;
}

/* A parent or block that begins and ends on one line is one unit of it. */
static size_t
unit_end(const struct token_list *tokens, size_t at, size_t end)
{
	const struct token *token = &tokens->items[at];
	bool whole = (token->kind == TOKEN_PARENT || token->kind == TOKEN_BLOCK) &&
		     token->partner < end;
	return whole ? token->partner + 1 : at + 1;
}

enum unit {
	UNIT_BLANK,  /* does not count */
	UNIT_SHOWN,  /* keeps the line from being a tag's own */
	UNIT_SINGLE, /* may have a line to itself */
	UNIT_EDGE,   /* of a parent or block: may share a line with other edges */
};

static enum unit
unit_of(const struct token_list *tokens, size_t at, size_t end)
{
	const struct token *token = &tokens->items[at], *open;
	bool whole = unit_end(tokens, at, end) > at + 1;
	switch (token->kind) {
	case TOKEN_TEXT:
		return token->ignored || is_blank(token->text) ? UNIT_BLANK : UNIT_SHOWN;
	case TOKEN_VALUE:
	case TOKEN_RAW: return UNIT_SHOWN;
	case TOKEN_BLOCK:
		if (whole && token->ignored)
			return UNIT_BLANK;
		return whole ? UNIT_SINGLE : UNIT_EDGE;
	case TOKEN_PARENT: return whole ? UNIT_SINGLE : UNIT_EDGE;
	case TOKEN_CLOSE:
		open = &tokens->items[token->partner];
		if (open->kind == TOKEN_PARENT)
			/* A line goes on after a parent in the middle of it. */
			return open->standalone ? UNIT_EDGE : UNIT_SHOWN;
		return open->kind == TOKEN_BLOCK ? UNIT_EDGE : UNIT_SINGLE;
	default: return UNIT_SINGLE;
	}
}

static bool
is_standalone(const struct token_list *tokens, struct line line)
{
	size_t singles = 0, edges = 0;
	for (size_t i = line.first; i < line.end; i = unit_end(tokens, i, line.end)) {
		enum unit unit = unit_of(tokens, i, line.end);
		if (unit == UNIT_SHOWN)
			return false;
		singles += unit == UNIT_SINGLE;
		edges += unit == UNIT_EDGE;
	}
	return singles + (edges > 0) == 1;
}

static void
trim_line(struct token_list *tokens, struct line line)
{
	if (!is_standalone(tokens, line))
		return;
	struct str margin = {0}, end = {0};
	if (tokens->items[line.first].kind == TOKEN_TEXT)
		margin = margin_of(tokens->items[line.first].text);
	if (tokens->items[line.end - 1].kind == TOKEN_TEXT)
		end = line_end_of(tokens->items[line.end - 1].text);
	for (size_t i = line.first; i < line.end; i = unit_end(tokens, i, line.end)) {
		struct token *token = &tokens->items[i];
		if (token->kind == TOKEN_TEXT) {
			token->text.len = 0;
			continue;
		}
		token->standalone = true;
		token->margin = margin;
		token->line_end = end;
	}
}

/* --- blocks --- */

/* White space in front of a line as it stands in the source; NULL data for a blank one.
 */
static struct str
line_margin(const struct token_list *tokens, struct line line)
{
	for (size_t i = line.first; i < line.end; i++) {
		const struct token *token = &tokens->items[i];
		if (token->standalone)
			return token->margin.data ? token->margin : STR("");
		if (token->kind != TOKEN_TEXT)
			return STR("");
		if (!is_blank(token->text) || (token->text.len && i + 1 < line.end))
			return margin_of(token->text);
	}
	return STR_NONE;
}

static void
cut_margin(struct token_list *tokens, struct line line, struct str margin)
{
	for (size_t i = line.first; i < line.end; i++) {
		struct token *token = &tokens->items[i];
		struct str *cut =
			token->kind == TOKEN_TEXT ? &token->text : &token->margin;
		if (i == line.first || token->standalone)
			*cut = str_slice(*cut, common_start(*cut, margin).len, cut->len);
	}
}

/* Whether the line is the block's own: inside it, and not the one that closes it. */
static bool
is_inside(const struct token_list *tokens, struct line line, size_t open)
{
	size_t close = tokens->items[open].partner;
	bool closing = line.first <= close && close < line.end;
	return line.first > open && line.first < close &&
	       !(closing && tokens->items[close].standalone);
}

static void
trim_block(struct token_list *tokens, const struct line_list *lines, size_t open)
{
	struct token *block = &tokens->items[open];
	struct str common = STR_NONE;
	for (size_t i = 0; i < lines->count; i++) {
		struct line line = lines->items[i];
		if (!is_inside(tokens, line, open))
			continue;
		struct str margin = line_margin(tokens, line);
		if (margin.data)
			common = common.data ? common_start(common, margin) : margin;
	}
	if (!common.data)
		return;
	block->margin = common;
	for (size_t i = 0; i < lines->count; i++)
		if (is_inside(tokens, lines->items[i], open))
			cut_margin(tokens, lines->items[i], common);
}

void
template_trim(struct token_list *tokens, struct arena *arena)
{
	struct line_list lines = lines_of(tokens, arena);
	for (size_t i = 0; i < lines.count; i++)
		trim_line(tokens, lines.items[i]);
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *token = &tokens->items[i];
		if (token->kind == TOKEN_BLOCK && token->standalone &&
			token->line_end.len)
			trim_block(tokens, &lines, i);
	}
}
