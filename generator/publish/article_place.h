/* Where an article stands in the paper: its source, page and issue, what stands beside it
 * on the page, and what comes before and after. */
#ifndef PUBLISH_ARTICLE_PLACE_H
#define PUBLISH_ARTICLE_PLACE_H

#include "publish/article_view.h"

/* NULL where `to` is. */
const struct link *article_link(const struct words *words, const struct article *from,
	const struct article *to, struct arena *arena);

/* `place` is the article's place in the catalog, whose neighbours are its neighbours in
 * print. The date of the view must be set. */
void article_place_show(struct article_view *view, const struct publication *publication,
	struct article *const *place, struct arena *arena);

#endif
