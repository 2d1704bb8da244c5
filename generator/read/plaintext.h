/* Raw page text. */
#ifndef READ_PLAINTEXT_H
#define READ_PLAINTEXT_H

#include "archive/page.h"
#include "base/report.h"

/* Fills the page from its clean text: the text itself and, from front matter (date, page,
 * name), what that says better than the path. Borrows the text. False after errors. */
bool plaintext_read(struct page *page, struct str clean, struct place at,
	struct arena *arena, struct report *report);

#endif
