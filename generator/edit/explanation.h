/* Explanations for machines: how a page was cut, in the form of our gold files. */
#ifndef EDIT_EXPLANATION_H
#define EDIT_EXPLANATION_H

#include "archive/page.h"

/* The page as JSON: articles with all their parts (a supplied title is null, the text we
 * supply stands in "title_supplied"), furniture with the names of editors, and each
 * logged repeat as an article with duplicate_of. */
struct str page_json(const struct page *page, struct arena *arena);

#endif
