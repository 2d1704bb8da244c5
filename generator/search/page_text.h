/* The searchable text of a published article page: what stands in elements with the
 * attribute data-text. Reads our own HTML only: every attribute value is quoted, every
 * element closed. */
#ifndef SEARCH_PAGE_TEXT_H
#define SEARCH_PAGE_TEXT_H

#include "base/str.h"

/* The texts in document order, white space as in the source, references resolved. */
struct str_list page_texts(struct str html, struct arena *arena);

#endif
