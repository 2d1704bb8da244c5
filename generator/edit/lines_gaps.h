/* Empty lines that mean nothing. For lines.c only. */
#ifndef EDIT_LINES_GAPS_H
#define EDIT_LINES_GAPS_H

#include "edit/lines.h"

/* Where the extractor put an empty line behind nearly every line, takes one from each
 * gap: what is left parts something. */
void lines_close_gaps(struct line_list *lines);

#endif
