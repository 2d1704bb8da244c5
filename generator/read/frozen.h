/* Frozen articles: Markdown files beside the text of the page that they were found on.
 * 01-1.md, 01-2.md ... stand for what is on 01.txt, which stays as their evidence. */
#ifndef READ_FROZEN_H
#define READ_FROZEN_H

#include "read/source.h"

/* The file for the article of this number of a page text: 01-3.md for 01.txt. */
struct str frozen_path(struct str page, unsigned number, struct arena *arena);

/* Takes their own articles from page texts that have frozen ones beside them, readable or
 * not, and gives the frozen ones their evidence and their place on the page. Run on all
 * pages, cached or not, since the files come and go without each other. */
void frozen_settle(const struct source_list *list, struct page **pages, size_t count,
	struct arena *arena);

#endif
