#include "publish/style.h"

#include <string.h>

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool
is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

/* The place behind the comment or string that begins at `at`; `at` where none does. */
static size_t
behind_whole(struct str sheet, size_t at)
{
	char c = sheet.data[at];
	if (c == '"' || c == '\'') {
		for (at++; at < sheet.len && sheet.data[at] != c; at++)
			at += sheet.data[at] == '\\';
		return at + 1 < sheet.len ? at + 1 : sheet.len;
	}
	if (!str_starts(str_slice(sheet, at, sheet.len), STR("/*")))
		return at;
	size_t end = str_find(str_slice(sheet, at + 2, sheet.len), STR("*/"));
	return end == SIZE_MAX ? sheet.len : at + 2 + end + 2;
}

static size_t
behind_space(struct str sheet, size_t at)
{
	while (at < sheet.len && is_space(sheet.data[at]))
		at++;
	return at;
}

/* One space is left where two words would grow together. */
static void
add_space(struct strbuf *out, char next)
{
	char before = out->len ? out->data[out->len - 1] : '{';
	if (next && !is_one_of(before, ":,{};>") && !is_one_of(next, "{}>"))
		strbuf_add_char(out, ' ');
}

/* The 0 of 0.5, which is .5 as well. */
static bool
is_idle_zero(struct str sheet, size_t at, const struct strbuf *out)
{
	return sheet.data[at] == '0' && at + 1 < sheet.len && sheet.data[at + 1] == '.' &&
	       out->len && is_one_of(out->data[out->len - 1], " :,(");
}

static void
add_char(struct strbuf *out, char c)
{
	if (c == '}' && out->len && out->data[out->len - 1] == ';')
		strbuf_cut(out, out->len - 1);
	strbuf_add_char(out, c);
}

struct str
style_without_space(struct str sheet, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	for (size_t at = 0; at < sheet.len;) {
		size_t whole = behind_whole(sheet, at), space = behind_space(sheet, at);
		if (whole > at && sheet.data[at] != '/')
			strbuf_add(&out, str_slice(sheet, at, whole));
		else if (space > at)
			add_space(&out, space < sheet.len ? sheet.data[space] : 0);
		else if (whole == at && !is_idle_zero(sheet, at, &out))
			add_char(&out, sheet.data[at]);
		at = whole > at ? whole : space > at ? space : at + 1;
	}
	return strbuf_str(&out);
}
