/* Lines that an extractor broke at squeezed punctuation. For lines.c only. */
#ifndef EDIT_LINES_SQUEEZED_H
#define EDIT_LINES_SQUEEZED_H

#include "edit/lines.h"

/* Puts the halves of lines together again that were one line in print. Linear. */
void lines_close_squeezed(struct line_list *lines, struct arena *arena);

#endif
