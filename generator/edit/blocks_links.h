/* Links: paragraphs that a page's extraction cut apart, found again. */
#ifndef EDIT_BLOCKS_LINKS_H
#define EDIT_BLOCKS_LINKS_H

#include "edit/blocks.h"

/* Sets next and previous of passages that go on with each other, adjacent or not, one to
 * one. */
void links_find(struct draft *draft);

#endif
