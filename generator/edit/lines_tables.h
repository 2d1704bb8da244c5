/* Rows of tables among the lines of a page. For lines.c only. */
#ifndef EDIT_LINES_TABLES_H
#define EDIT_LINES_TABLES_H

#include "edit/lines.h"

/* The row that the line would be in a table, cells parted by tabs; counts its cells.
 * STR_NONE for text that has neither bars nor gaps. */
struct str tables_row(struct str text, struct line *line, struct arena *arena);

/* Marks the rows among the lines and gives them their rows as texts. */
void tables_mark(struct line_list *lines);

#endif
