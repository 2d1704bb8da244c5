/* Repeats: passages that an extraction printed twice, word for word or with slips. */
#ifndef EDIT_REPEATS_H
#define EDIT_REPEATS_H

#include "archive/page.h"
#include "edit/blocks.h"

/* Labels the later one of two equal or nearly equal passages as a repeat and logs it on
 * the page; short lines (headlines, bylines) count when they stand beside a repeated
 * passage both times. Linear. */
void repeats_find(struct draft *draft, struct page *page, struct arena *arena);

#endif
