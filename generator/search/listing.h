/* What one article is listed under: the terms of its texts, and its names (persons, tags,
 * column, page, kind) as terms of their own index. FORMAT.md, "Terms" and "Names". */
#ifndef SEARCH_LISTING_H
#define SEARCH_LISTING_H

#include "archive/catalog.h"
#include "search/fold.h"
#include "search/postings.h"

/* The characters that begin a pair in the article being listed. */
struct pair_heads;
struct pair_heads *pair_heads_open(struct arena *arena);

/* Each adds one article to the postings. The arena is for working memory. */
void list_texts(struct postings *postings, struct fold *fold, struct pair_heads *heads,
	const struct article *article, struct arena *arena);
void
list_names(struct postings *postings, const struct article *article, struct arena *arena);

#endif
