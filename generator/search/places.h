/* Where pieces of a query stand in a text, as parts of the text itself: for the check of
 * an article, for marks and snippets. static/search/snippet.js does the same. */
#ifndef SEARCH_PLACES_H
#define SEARCH_PLACES_H

#include "search/query_parse.h"

/* A text with its folding; for each byte of that, where the character it comes from
 * begins and ends in the text, if `aligned`. */
struct folded_text {
	struct str text, folded;
	size_t *starts, *ends;
};

struct folded_text
folded_text_of(struct fold *fold, struct str text, struct arena *arena);

/* A part [start, end) of a text, in bytes. */
struct part {
	size_t start, end;
};

struct parts {
	struct part *items;
	size_t count, capacity;
};

/* All places of the piece, in order; they may overlap. The text gets aligned. */
struct parts places_of(struct folded_text *text, const struct query_piece *piece,
	struct fold *fold, struct arena *arena);

/* Whether there is any; costs no alignment where the piece wants no point. */
bool places_any(struct folded_text *text, const struct query_piece *piece,
	struct fold *fold, struct arena *arena);

/* The places of all wanted pieces, in order, without overlaps. */
struct parts places_wanted(struct folded_text *text, const struct query *query,
	struct fold *fold, struct arena *arena);

#endif
