/* Pages laid out in columns side by side, as some extractors print them: every line holds
 * cells of several frames, kept apart by runs of spaces. For lines.c only. */
#ifndef EDIT_LINES_LAYOUT_H
#define EDIT_LINES_LAYOUT_H

#include "edit/lines.h"

/* Whether enough lines have gaps inside that the page must be cut into frames. */
bool layout_is_wide(struct str text);

/* Cuts the page recursively along its gutters and empty rows (X-Y cut: Nagy, Seth 1984)
 * and adds the lines frame by frame. */
void layout_read(
	struct str text, unsigned first, struct line_list *lines, struct arena *arena);

#endif
