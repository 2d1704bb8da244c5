/* Which lines of a page are its furniture. For blocks.c only. */
#ifndef EDIT_BLOCKS_FURNITURE_H
#define EDIT_BLOCKS_FURNITURE_H

#include "edit/blocks.h"

/* Fills draft->folios, one for each line, and draft->columns from what folio lines name.
 */
void furniture_find(struct draft *draft);

#endif
