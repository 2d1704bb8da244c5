/* What a passage is: its label, by its own words and signs, else by its length and end.
 */
#ifndef EDIT_BLOCKS_LABELS_H
#define EDIT_BLOCKS_LABELS_H

#include "edit/blocks_join.h"

/* The label of the shapes [first, last] joined to text. */
enum label blocks_label(const struct draft *draft, const struct shape_list *shapes,
	size_t first, size_t last, struct str text);

/* A colon and a long number: 电话：0000-1234567. */
bool blocks_has_figures(struct str text);

#endif
