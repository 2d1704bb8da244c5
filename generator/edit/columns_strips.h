/* Strips: what stands in one line of one column, for columns.c only. A line is one strip,
 * or several where columns stand side by side in it. */
#ifndef EDIT_COLUMNS_STRIPS_H
#define EDIT_COLUMNS_STRIPS_H

#include "edit/lines.h"

enum strip_shape {
	STRIP_OTHER, /* in no column that could be measured */
	STRIP_FULL,
	STRIP_FIRST, /* narrower than its column by an indent */
	STRIP_SHORT,
};

struct strip {
	const struct line *line;
	struct str text;
	unsigned cell, cells; /* which of how many in its line, from 0 */
	unsigned blanks;
	int width, column; /* half cells; column 0 when not known */
	enum strip_shape shape;
	bool ends;            /* a sentence */
	uint32_t first, last; /* characters */
};

struct strip_list {
	struct strip *items;
	size_t count, capacity;
	bool gappy; /* most lines have an empty one above */
};

void
strips_cut(const struct line_list *lines, struct strip_list *strips, struct arena *arena);

/* The strip as a line of its own. */
struct line strips_line(const struct strip *strip, unsigned frame, struct arena *arena);

#endif
