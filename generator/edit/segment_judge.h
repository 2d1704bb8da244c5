/* What an article is and how sure the cut was, once its parts are known. For
 * segment_article.c only. */
#ifndef EDIT_SEGMENT_JUDGE_H
#define EDIT_SEGMENT_JUDGE_H

#include "edit/segment_pieces.h"

/* An article in the making. */
struct builder {
	const struct cutting *cutting;
	const struct draft *draft;
	const struct piece *piece;
	const struct headset *head; /* or NULL */
	struct article *article;
	struct page *page;
	struct arena *arena;
};

/* Finds series, kind, marks and confidence; supplies the headline if there is none. */
void article_judge(struct builder *builder);

#endif
