/* How wide the column is, in half cells, that a passage stands in. */
#ifndef EDIT_BLOCKS_WIDTHS_H
#define EDIT_BLOCKS_WIDTHS_H

#include "edit/blocks_join.h"

/* The width that most of the lines [first, last] themselves keep to, 0 for too few. */
int widths_own(const struct draft *draft, const struct shape_list *shapes, size_t first,
	size_t last);

/* The width of the column that the lines [first, last], without a width of their own,
 * stand in: the one around that is nearest to the widest of them; for a first line alone,
 * the one that it is indented in. */
int widths_around(const struct draft *draft, const struct shape_list *shapes,
	size_t first, size_t last);

#endif
