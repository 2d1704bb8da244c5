/* A page for people: its articles in a table, then every source line with what became of
 * it in the margin, and why. */
#ifndef EXPLAIN_LINES_H
#define EXPLAIN_LINES_H

#include "edit/segment.h"
#include "terminal.h"

/* `look` says whether colours are used and where lines are folded; without either the
 * lines are the same. Linear in the page. */
struct str page_explained(const struct page *page, const struct line_notes *notes,
	struct look look, struct arena *arena);

#endif
