/* The part of an article that a result shows, and its marks. static/search/snippet.js
 * cuts the same. */
#ifndef SEARCH_SNIPPET_H
#define SEARCH_SNIPPET_H

#include "search/places.h"
#include "search/search.h"

struct folded_texts {
	struct folded_text *items;
	size_t count, capacity;
};

/* Fills in snippet, marked and surface of a hit that matches, in the arena. */
void snippet_cut(struct folded_texts *texts, const struct query *query, struct fold *fold,
	struct search_hit *hit, struct arena *arena, struct arena *scratch);

#endif
