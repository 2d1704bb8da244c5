/* Why a line was joined to the one above, or not, in words for the keeper. For blocks.c
 * only. */
#ifndef EDIT_BLOCKS_REASONS_H
#define EDIT_BLOCKS_REASONS_H

#include "edit/blocks_join.h"

/* What shapes_join went by when it decided on line i: how the line above ends, and how
 * full the lines are, in characters. Lives in the draft's arena. */
struct str joint_reason(const struct draft *draft, const struct shape_list *shapes,
	size_t i, bool joined);

#endif
