/* What one article is listed under: the terms of its texts, and its names (persons, tags,
 * column, page, kind) as terms of their own index. FORMAT.md, "Terms" and "Names". */
#ifndef SEARCH_LISTING_H
#define SEARCH_LISTING_H

#include "archive/catalog.h"
#include "search/fold.h"
#include "search/postings.h"

/* Lists the texts of one article after another. Borrows its tools. */
struct text_lister;
struct text_lister *
text_lister_open(struct postings *postings, struct fold *fold, struct arena *arena);

/* Adds an article with its blocks. The arena is for working memory. */
void list_texts(
	struct text_lister *lister, const struct article *article, struct arena *arena);

/* The names of some articles and where they stand. */
struct name_index {
	struct str_list
		names; /* in order, each once: terms of the postings are places here */
	struct postings *postings;
};

/* Of the articles [from, to) of the catalog; everything is in the arena. */
struct name_index
list_names(const struct catalog *catalog, size_t from, size_t to, struct arena *arena);

#endif
