/* Which lines belong together: the joints of a page. For the files of blocks only. */
#ifndef EDIT_BLOCKS_JOIN_H
#define EDIT_BLOCKS_JOIN_H

#include "edit/blocks.h"

/* What stands around a line; one for each line that is no furniture. */
struct shape {
	size_t line;     /* index into draft->lines */
	unsigned blanks; /* before it; furniture between counts as one */
	int before,
		after; /* full width of the column it ends or begins, 0 when not known */
	bool far_before, far_after; /* measured beyond a gap, perhaps in another column */
	bool anew; /* begins something by its own form: lede, heading, dash, byline ... */
	bool alone;      /* and nothing joins it */
	bool behind_end; /* right below a line that ends a sentence */
	bool closed;     /* ends with a picture credit */
	bool verse;
	bool vertical; /* one character of a headline set from top to bottom */
};

struct shape_list {
	struct shape *items;
	size_t count, capacity;
};

void shapes_measure(const struct draft *draft, struct shape_list *shapes);

/* Whether line i joins line i - 1, first being where their run begins. */
bool shapes_join(const struct draft *draft, const struct shape_list *shapes, size_t first,
	size_t i);

/* Whether line i is too narrow for the columns around it, or too wide for them. */
bool shape_is_short(const struct draft *draft, const struct shape *shape);
bool shape_is_wide(const struct draft *draft, const struct shape *shape);

/* Whether the line is a bare name: by its surname, or by standing alone between a
 * headline and a text. */
bool shape_is_name(const struct draft *draft, const struct shape_list *shapes, size_t i);

/* Half cells that the indent of a first line may take in the column. */
int column_indent(int column);

/* Whether the line is as narrow as an indented one in the column; never if it is 0. */
bool line_is_indented(const struct line *line, int column);

/* Whether line i is as narrow as the indented first line of a paragraph. */
bool shape_is_indented(const struct draft *draft, const struct shape *shape);

#endif
