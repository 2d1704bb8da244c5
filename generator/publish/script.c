#include "publish/script.h"

#include <string.h>

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
