/* Columns whose lines an extractor has mixed, put one behind the other again. For
 * segment.c, before lines become blocks. */
#ifndef EDIT_COLUMNS_H
#define EDIT_COLUMNS_H

#include "base/text.h"
#include "edit/lines.h"

/* Looks for stretches where lines of two and more columns alternate or stand side by side
 * in one line, and puts them in reading order: the strips of each column have a frame
 * number of their own. Lines elsewhere, and all lines of a well ordered page, stay as
 * they are. No character is lost; a line that is taken apart keeps its number in each
 * part. Linear in the number of lines. */
void columns_untangle(struct line_list *lines, struct text *text, struct arena *arena);

#endif
