/* Full texts: what the catalog leaves on disk. Articles and pages read from the cache are
 * heads only; whoever shows or lists their text asks here for the whole. */
#ifndef ARCHIVE_FULL_TEXT_H
#define ARCHIVE_FULL_TEXT_H

#include "archive/cache.h"
#include "archive/page.h"

/* The article with its blocks, in the arena; itself when it is no head. Also itself,
 * without its text, when the cache has lost that or has it damaged: cache_is_damaged says
 * so, and nothing made from it may be published. */
const struct article *full_text_of_article(
	struct cache *cache, const struct article *article, struct arena *arena);

/* The sentence in which the article's mention of this number names the person. Otherwise
 * as above; "" where it is lost. */
struct str full_text_quote(struct cache *cache, const struct article *article,
	size_t number, struct arena *arena);

/* The page with its text, furniture and repeats; its articles are heads still. Otherwise
 * as above. */
const struct page *
full_text_of_page(struct cache *cache, const struct page *page, struct arena *arena);

#endif
