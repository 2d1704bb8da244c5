#include "edit/lines_squeezed.h"

#include <stdlib.h>

#include "base/list.h"

/* Where two signs meet, typesetters take half of the space between them out; some
 * extractors then see two lines:
 *
 *     一块碑，上面刻着字。      1. no line in print begins with ” or 。: where the two
 *     ”老人说完就走了                are no wider than the lines around, they are one
 *
 *     公路加水路要走九天，      2. “ may begin a line, but then the line above is full:
 *     “少                            where the two together are, they are one
 */

enum {
	NEAR = 8,    /* lines on both sides that show how wide the column is */
	SLACK = 2,   /* half cells by which full lines differ */
	SQUEEZE = 1, /* half cells that squeezing takes out */
	INDENT = 6,  /* half cells, and what makes widths unsure */
	LONG = 70,   /* half cells: no newspaper column is as wide */
};

/* A sign that no line in print begins with. */
static bool
is_never_first(uint32_t c)
{
	return c >= 0x80 && (line_is_closer(c) || line_is_stop(c) || line_is_comma(c)) &&
	       c != 0x2026;
}

/* How many lines near i are as wide (or, where wider counts, wider). */
static size_t
lines_like(const struct line_list *lines, size_t i, int width, bool wider)
{
	size_t from = i > NEAR ? i - NEAR : 0, found = 0;
	size_t to = i + NEAR < lines->count ? i + NEAR : lines->count - 1;
	for (size_t j = from; j <= to; j++) {
		int more = lines->items[j].width - width;
		found += more >= -SLACK && (wider || more <= SLACK);
	}
	return found;
}

/* Whether the line i goes on in print where the line above, whole by now, stops. */
static bool
is_broken_off(const struct line_list *lines, size_t i, const struct line *above)
{
	const struct line *line = &lines->items[i];
	if ((unsigned char)line->text.data[0] < 0x80)
		return false;
	int width = above->width + line->width - SQUEEZE;
	if (line->blanks || line->level || line->mark || line->cells > 1 || width >= LONG)
		return false;
	uint32_t first = str_peek(line->text);
	if (is_never_first(first))
		return lines_like(lines, i, width, true) > 1;
	struct str rest = above->text;
	uint32_t last = str_last(&rest);
	bool meet = line_is_closer(last) || line_is_stop(last) || line_is_comma(last);
	/* A word that ends a paragraph is as wide as the indent of the next one. */
	bool indent = above->ends && above->width <= INDENT;
	return meet && !indent && line_is_opener(first) && first >= 0x80 &&
	       line->jump != 0 && lines_like(lines, i, width, false) > 1;
}

static void
close_line(struct line *above, const struct line *below, struct arena *arena)
{
	struct line_list both = {0};
	struct str raw =
		str_format(arena, "%.*s%.*s", STR_ARG(above->raw), STR_ARG(below->raw));
	lines_add(&both, raw, above->number, above->blanks, above->frame, arena);
	struct line *line = &both.items[0];
	line->last_number = below->last_number;
	line->indent = above->indent;
	line->level = above->level;
	line->mark = above->mark;
	*above = *line;
}

void
lines_close_squeezed(struct line_list *lines, struct arena *arena)
{
	size_t first = 1;
	while (first < lines->count &&
		!is_broken_off(lines, first, &lines->items[first - 1]))
		first++;
	if (first >= lines->count)
		return;
	struct line_list out = {0};
	for (size_t i = 0; i < lines->count; i++) {
		struct line *above = out.count ? &out.items[out.count - 1] : NULL;
		if (i >= first && is_broken_off(lines, i, above))
			close_line(above, &lines->items[i], arena);
		else
			*(struct line *)list_add(&out, arena) = lines->items[i];
	}
	*lines = out;
}
