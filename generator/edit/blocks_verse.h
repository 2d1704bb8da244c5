/* Verse among the lines of a page. For blocks_join.c only. */
#ifndef EDIT_BLOCKS_VERSE_H
#define EDIT_BLOCKS_VERSE_H

#include "edit/blocks_join.h"

/* Marks runs of lines that are verse. */
void verse_mark(const struct draft *draft, struct shape_list *shapes);

#endif
