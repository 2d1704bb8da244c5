/* Pages to articles: the conductor of the edit layer. A page's lines are joined and
 * labelled, cut into bodies, given their titles, bylines and captions; repeats are
 * dropped with a log. Every character of the page ends in an article, a caption, the
 * page's furniture or a logged repeat. */
#ifndef EDIT_SEGMENT_H
#define EDIT_SEGMENT_H

#include "archive/page.h"
#include "base/text.h"

/* How one line of the page was understood: for `backfile explain`. */
struct line_note {
	unsigned line;     /* of the source file, from 1 */
	const char *label; /* "body", "title", "kicker", "furniture" ... */
	unsigned article;  /* ordinal of the article it went to, 0 for none */
	bool joined;       /* to the line before */
	struct str reason; /* of a cut, a match, a drop; "" for none */
};

struct line_notes {
	struct line_note *items;
	size_t count, capacity;
};

struct segmenter; /* the rules: lexicons read once */
struct segmenter *segmenter_open(struct text *text, struct arena *arena);

/* Fills page->articles, furniture and repeats (and date, number and name from a folio
 * line where the page has none) from page->text. Notes may be NULL. Results live in the
 * arena, working memory in scratch. */
void segment_page(const struct segmenter *segmenter, struct page *page,
	struct line_notes *notes, struct arena *arena, struct arena *scratch);

#endif
