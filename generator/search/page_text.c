#include "search/page_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* A tag or a piece of character data. */
struct token {
	bool is_tag, is_end, is_marked; /* marked: with data-text */
	struct str name;                /* of a tag */
	struct str text;                /* of character data */
};

static struct str
up_to(struct str *rest, size_t end)
{
	struct str part = str_slice(*rest, 0, end);
	*rest = str_slice(*rest, end, rest->len);
	return part;
}

/* The end of a tag, its > included; a > within quotation marks is none. */
static size_t
tag_length(struct str s)
{
	char quote = 0;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.data[i];
		if (quote)
			quote = c == quote ? 0 : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '>')
			return i + 1;
	}
	return s.len;
}

static size_t
name_length(struct str s)
{
	size_t len = 0;
	while (len < s.len && !strchr(" \t\n/>=", s.data[len]))
		len++;
	return len;
}

/* Whether a tag's attributes include data-text. */
static bool
has_mark(struct str attributes)
{
	while (attributes.len) {
		size_t len = name_length(attributes);
		if (str_equal(str_slice(attributes, 0, len), STR("data-text")))
			return true;
		struct str value = str_slice(attributes, len, attributes.len);
		if (!str_starts(value, STR("=\"")) && !str_starts(value, STR("='"))) {
			attributes = str_slice(attributes, len ? len : 1, attributes.len);
			continue;
		}
		size_t end = 2;
		while (end < value.len && value.data[end] != value.data[1])
			end++;
		attributes = str_slice(value, end + 1, value.len);
	}
	return false;
}

static bool
next_token(struct str *rest, struct token *token)
{
	*token = (struct token){0};
	if (!rest->len)
		return false;
	if (str_starts(*rest, STR("<!--"))) {
		size_t end = str_find(*rest, STR("-->"));
		up_to(rest, end == SIZE_MAX ? rest->len : end + 3);
		return true;
	}
	if (*rest->data != '<') {
		size_t end = str_find(*rest, STR("<"));
		token->text = up_to(rest, end == SIZE_MAX ? rest->len : end);
		return true;
	}
	struct str tag = up_to(rest, tag_length(*rest));
	tag = str_slice(tag, 1, tag.len);
	token->is_tag = true;
	token->is_end = str_starts(tag, STR("/"));
	tag = str_slice(tag, token->is_end, tag.len);
	token->name = str_slice(tag, 0, name_length(tag));
	token->is_marked = has_mark(str_slice(tag, token->name.len, tag.len));
	return true;
}

/* --- character references --- */

static uint32_t
point_of(struct str reference, struct arena *arena)
{
	static const struct {
		const char *name;
		uint32_t point;
	} names[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'},
		{"apos", '\''}, {"nbsp", 0xA0}};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_equal(reference, str_from(names[i].name)))
			return names[i].point;
	if (!str_starts(reference, STR("#")) || reference.len > 9)
		return 0;
	const char *digits = str_terminated(reference, arena) + 1;
	bool hex = *digits == 'x' || *digits == 'X';
	return (uint32_t)strtoul(digits + hex, NULL, hex ? 16 : 10);
}

static void
add_resolved(struct strbuf *out, struct str text, struct arena *arena)
{
	while (text.len) {
		size_t at = str_find(text, STR("&"));
		strbuf_add(out, up_to(&text, at == SIZE_MAX ? text.len : at));
		size_t end = str_find(text, STR(";"));
		uint32_t point =
			end == SIZE_MAX ? 0 : point_of(str_slice(text, 1, end), arena);
		if (point) {
			strbuf_add_point(out, point);
			up_to(&text, end + 1);
		} else {
			strbuf_add(out, up_to(&text, 1));
		}
	}
}

/* The text up to the end tag of the element whose start tag was just read. Elements of
 * the same name may be nested in it. */
static struct str
element_text(struct str *rest, struct str name, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct token token;
	for (size_t depth = 1; depth && next_token(rest, &token);) {
		if (!token.is_tag)
			add_resolved(&out, token.text, arena);
		else if (str_equal(token.name, name))
			depth += token.is_end ? (size_t)-1 : 1;
	}
	return strbuf_str(&out);
}

struct str_list
page_texts(struct str html, struct arena *arena)
{
	struct str_list texts = {0};
	struct token token;
	while (next_token(&html, &token))
		if (token.is_tag && token.is_marked && !token.is_end)
			str_list_add(
				&texts, element_text(&html, token.name, arena), arena);
	return texts;
}
