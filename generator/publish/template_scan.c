#include "publish/template_scan.h"

#include <string.h>

#include "base/list.h"

struct scanner {
	struct str source;
	size_t at;
	struct str open, close; /* the delimiters */
	struct place place;     /* of `at` */
	struct token_list *tokens;
	struct arena *arena;
	struct report *report;
	bool good;
};

/* --- moving on --- */

static size_t
find_from(struct str s, size_t from, struct str part)
{
	size_t found = str_find(str_slice(s, from, s.len), part);
	return found == SIZE_MAX ? SIZE_MAX : from + found;
}

static void
move_to(struct scanner *scanner, size_t at)
{
	for (; scanner->at < at; scanner->at++) {
		char c = scanner->source.data[scanner->at];
		bool continues =
			((unsigned char)c & 0xC0) == 0x80; /* the code point before */
		scanner->place.line += c == '\n';
		scanner->place.column =
			c == '\n' ? 1 : scanner->place.column + !continues;
	}
}

static struct token *
add_token(struct scanner *scanner, enum token_kind kind, struct str text)
{
	struct token *token = list_add(scanner->tokens, scanner->arena);
	*token = (struct token){.kind = kind, .text = text, .at = scanner->place};
	return token;
}

static void
scan_text(struct scanner *scanner, size_t end)
{
	struct str text = str_slice(scanner->source, 0, end);
	while (scanner->at < end) {
		size_t stop = find_from(text, scanner->at, STR("\n"));
		stop = stop < end ? stop + 1 : end;
		add_token(scanner, TOKEN_TEXT, str_slice(text, scanner->at, stop));
		move_to(scanner, stop);
	}
}

/* --- names --- */

static bool
has_blank(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.data[i] <= ' ')
			return true;
	return false;
}

/* "." alone is the value itself; else parts with single points between. */
static bool
is_dotted_name(struct str name)
{
	struct str part;
	if (str_equal(name, STR(".")))
		return true;
	while (str_cut(&name, '.', &part))
		if (part.len == 0)
			return false;
	return true;
}

static bool
check_name(struct scanner *scanner, const struct token *token)
{
	struct str name = token->text;
	bool is_template = !token->dynamic &&
			   (token->kind == TOKEN_PARTIAL || token->kind == TOKEN_PARENT);
	bool is_field =
		!is_template && token->kind != TOKEN_CLOSE && token->kind != TOKEN_BLOCK;
	if (name.len == 0)
		return report_error(scanner->report, token->at, "the tag has no name");
	if (has_blank(name))
		return report_error(scanner->report, token->at,
			"`%.*s` is no name: there is a space in it", STR_ARG(name));
	if (is_field && !is_dotted_name(name))
		return report_error(scanner->report, token->at,
			"`%.*s` is no name: a point is missing its neighbour",
			STR_ARG(name));
	return true;
}

/* --- tags --- */

static void
scan_named(struct scanner *scanner, enum token_kind kind, struct str inside)
{
	bool may_be_dynamic =
		kind == TOKEN_PARTIAL || kind == TOKEN_PARENT || kind == TOKEN_CLOSE;
	struct token *token = add_token(scanner, kind, str_trim(inside));
	if (may_be_dynamic && str_starts(token->text, STR("*"))) {
		token->dynamic = true;
		token->text = str_trim(str_slice(token->text, 1, token->text.len));
	}
	scanner->good = check_name(scanner, token) && scanner->good;
}

/* {{=<% %>=}} */
static void
scan_delimiters(struct scanner *scanner, struct str inside)
{
	struct str rest = str_trim(inside);
	size_t len = 0;
	while (len < rest.len && (unsigned char)rest.data[len] > ' ')
		len++;
	struct str open = str_slice(rest, 0, len);
	struct str close = str_trim(str_slice(rest, len, rest.len));
	if (open.len && close.len && !has_blank(close) && !str_has(rest, STR("="))) {
		scanner->open = open;
		scanner->close = close;
		return;
	}
	scanner->good = report_error(scanner->report, scanner->place,
		"new delimiters are written as in {{=<%% %%>=}}");
}

static enum token_kind
kind_of(char sigil)
{
	switch (sigil) {
	case '{':
	case '&': return TOKEN_RAW;
	case '#': return TOKEN_SECTION;
	case '^': return TOKEN_INVERTED;
	case '>': return TOKEN_PARTIAL;
	case '<': return TOKEN_PARENT;
	case '$': return TOKEN_BLOCK;
	case '/': return TOKEN_CLOSE;
	case '!':
	case '=': return TOKEN_NOTHING;
	default: return TOKEN_VALUE;
	}
}

/* What ends a tag: the closing delimiter, with the sigil mirrored in front where it comes
 * in pairs. */
static struct str
end_of(const struct scanner *scanner, char sigil)
{
	switch (sigil) {
	case '{': return str_format(scanner->arena, "}%.*s", STR_ARG(scanner->close));
	case '=': return str_format(scanner->arena, "=%.*s", STR_ARG(scanner->close));
	default: return scanner->close;
	}
}

/* Scans the tag at which the scanner stands; false when it does not end. */
static bool
scan_tag(struct scanner *scanner)
{
	size_t start = scanner->at + scanner->open.len;
	while (start < scanner->source.len &&
		(unsigned char)scanner->source.data[start] <= ' ')
		start++;
	char sigil = start < scanner->source.len ? scanner->source.data[start] : ' ';
	enum token_kind kind = kind_of(sigil);
	start += kind != TOKEN_VALUE;
	struct str end = end_of(scanner, sigil);
	size_t stop = find_from(scanner->source, start, end);
	if (stop == SIZE_MAX)
		return report_error(scanner->report, scanner->place,
			"the tag is not closed: `%.*s` is missing", STR_ARG(end));
	struct str inside = str_slice(scanner->source, start, stop);
	if (kind != TOKEN_NOTHING)
		scan_named(scanner, kind, inside);
	else {
		add_token(scanner, kind, inside);
		if (sigil == '=')
			scan_delimiters(scanner, inside);
	}
	move_to(scanner, stop + end.len);
	return true;
}

bool
template_scan(struct str source, struct str file, struct token_list *tokens,
	struct arena *arena, struct report *report)
{
	struct scanner scanner = {
		.source = source,
		.open = STR("{{"),
		.close = STR("}}"),
		.place = {.file = file, .line = 1, .column = 1},
		.tokens = tokens,
		.arena = arena,
		.report = report,
		.good = true,
	};
	while (scanner.at < source.len) {
		size_t tag = find_from(source, scanner.at, scanner.open);
		scan_text(&scanner, tag < source.len ? tag : source.len);
		if (tag < source.len && !scan_tag(&scanner))
			return false;
	}
	return scanner.good;
}

/* --- partners --- */

enum { DEEPEST = 64 };

static bool
opens(enum token_kind kind)
{
	return kind == TOKEN_SECTION || kind == TOKEN_INVERTED || kind == TOKEN_PARENT ||
	       kind == TOKEN_BLOCK;
}

static bool
report_mismatch(
	const struct token *open, const struct token *close, struct report *report)
{
	const char *star = close->dynamic ? "*" : "";
	if (!open)
		return report_error(report, close->at, "`{{/%s%.*s}}` closes nothing",
			star, STR_ARG(close->text));
	return report_error(report, close->at,
		"`{{/%s%.*s}}` where `%s%.*s` of line %u is to be closed", star,
		STR_ARG(close->text), open->dynamic ? "*" : "", STR_ARG(open->text),
		open->at.line);
}

bool
template_pair(struct token_list *tokens, struct report *report)
{
	size_t stack[DEEPEST], depth = 0;
	for (size_t i = 0; i < tokens->count; i++) {
		struct token *token = &tokens->items[i];
		struct token *open = depth ? &tokens->items[stack[depth - 1]] : NULL;
		token->ignored = open && open->kind == TOKEN_PARENT;
		if (opens(token->kind)) {
			if (depth == DEEPEST)
				return report_error(report, token->at,
					"more than %d tags within one another", DEEPEST);
			stack[depth++] = i;
		} else if (token->kind == TOKEN_CLOSE) {
			if (!open || token->dynamic != open->dynamic ||
				!str_equal(token->text, open->text))
				return report_mismatch(open, token, report);
			token->partner = stack[--depth];
			open->partner = i;
		}
	}
	if (depth == 0)
		return true;
	const struct token *open = &tokens->items[stack[depth - 1]];
	return report_error(report, open->at,
		"`%.*s` is never closed; write {{/%.*s}} where it ends",
		STR_ARG(open->text), STR_ARG(open->text));
}
