#include "publish/script.h"

#include <string.h>

static const struct str strict = STR_INIT("'use strict';\n");

/* The lines at the front that are one comment, or STR_NONE. */
static struct str
comment_lines(struct str script)
{
	size_t at = 0;
	while (at < script.len && script.data[at] == '\t')
		at++;
	if (!str_starts(str_slice(script, at, script.len), STR("/*")))
		return STR_NONE;
	for (at += 2; at + 2 < script.len; at++)
		if (memcmp(script.data + at, "*/", 2) == 0)
			return script.data[at + 2] == '\n' ? str_slice(script, 0, at + 3)
							   : STR_NONE;
	return STR_NONE;
}

struct str
script_without_comments(struct str script, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	while (script.len) {
		struct str comment = comment_lines(script), line;
		if (comment.len) {
			script = str_slice(script, comment.len, script.len);
			continue;
		}
		bool ended = str_has(script, STR("\n"));
		str_cut(&script, '\n', &line);
		strbuf_add(&out, line);
		if (ended)
			strbuf_add_char(&out, '\n');
	}
	return strbuf_str(&out);
}

static bool
may_go_on(struct str line)
{
	size_t quotes = 0;
	for (size_t i = 0; i < line.len; i++)
		quotes += line.data[i] == '`';
	return quotes % 2 || str_ends(line, STR("\\"));
}

struct str
script_without_space(struct str script, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct str line;
	for (struct str rest = script; str_cut(&rest, '\n', &line);) {
		if (may_go_on(line))
			return script;
		line = str_trim(line);
		if (out.len && line.len)
			strbuf_add_char(&out, '\n');
		strbuf_add(&out, line);
	}
	if (str_ends(script, STR("\n")))
		strbuf_add_char(&out, '\n');
	return strbuf_str(&out);
}

bool
script_is_strict(struct str script)
{
	return str_starts(script, strict);
}

void
script_join(struct strbuf *all, struct str script)
{
	strbuf_add(all, all->len ? str_slice(script, strict.len, script.len) : script);
	if (!str_ends(script, STR("\n")))
		strbuf_add_char(all, '\n');
}
