/* Articles out of pieces: text, headline, byline, credits, date, kind, marks. For
 * segment.c only. */
#ifndef EDIT_SEGMENT_ARTICLE_H
#define EDIT_SEGMENT_ARTICLE_H

#include "archive/page.h"
#include "edit/segment_pieces.h"

/* The article of piece n; NULL when there is nothing in it. The year dates events whose
 * day alone is printed; 0 when it is not known. Jumps (下转第3版) that it takes off its
 * paragraphs are added to the page's furniture. */
struct article *article_of_piece(const struct cutting *cutting, size_t n,
	struct page *page, int year, struct arena *arena);

#endif
