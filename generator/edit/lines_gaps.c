#include "edit/lines_gaps.h"

/* Text set with much space between its lines comes with an empty line behind most lines,
 * in the middle of sentences too:
 *
 *     待了三年多，娶了当地的姑娘，孩子
 *
 *     已经会走路了。他把最后一张测量
 *     图签了字，交给了管理处，下个
 *
 * On ordinary pages only a column's end or a headline does that. */

enum {
	LEAST = 20,  /* lines that show it */
	NARROW = 16, /* half cells: lines of columns are at least as wide */
	WIDE = 70,   /* and narrower than this */
};

void
lines_close_gaps(struct line_list *lines)
{
	size_t open = 0, gaps = 0;
	for (size_t i = 1; i < lines->count; i++) {
		const struct line *above = &lines->items[i - 1];
		if (above->ends || above->width < NARROW || above->width >= WIDE)
			continue;
		open++;
		gaps += lines->items[i].blanks > 0;
	}
	if (gaps < LEAST || gaps * 2 < open || open * 2 < lines->count)
		return;
	lines->spaced = true;
	/* Headlines keep what parts them. */
	for (size_t i = 1; i < lines->count; i++) {
		const struct line *above = &lines->items[i - 1];
		struct line *line = &lines->items[i];
		bool body = above->ends || above->width >= NARROW;
		line->blanks -= line->blanks > 0 && body && line->width < WIDE;
	}
}
