/* Explanations: how a page was cut, for machines (the form of our gold files) and for
 * people. */
#ifndef EDIT_EXPLANATION_H
#define EDIT_EXPLANATION_H

#include "edit/segment.h"

/* The page as JSON: articles with all their parts (a supplied title is null, the text we
 * supply stands in "title_supplied"), furniture, and each logged repeat as an article
 * with duplicate_of. */
struct str page_json(const struct page *page, struct arena *arena);

/* The page for a terminal: every source line, in its margin what became of it. */
struct str page_explained(
	const struct page *page, const struct line_notes *notes, struct arena *arena);

#endif
