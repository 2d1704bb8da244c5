/* A query as typed becomes pieces that are looked up and checked. FORMAT.md, "Queries",
 * is the specification; static/search/query.js is the same in the browser, and
 * tests/search/query.json tests both. */
#ifndef SEARCH_QUERY_PARSE_H
#define SEARCH_QUERY_PARSE_H

#include "search/fold.h"

#define PIECES_MOST      16u /* of a query; what goes beyond is not looked for */
#define PIECE_TERMS_MOST 6u  /* looked up of one piece; the check does the rest */

/* What an article must contain in one text, without a break inside (or with the very
 * break that a quoted phrase has), or, excluded, must not. */
struct query_piece {
	struct str folded;
	struct str_list terms; /* looked up; written form */
	bool single; /* has no terms but characters, of which every term that begins with
			one is looked up */
	bool exact;  /* the terms alone prove the piece */
	bool excluded;
};

struct query {
	struct {
		struct query_piece *items;
		size_t count, capacity;
	} pieces;
	size_t wanted; /* pieces not excluded: all, where all would be excluded */
};

struct query
query_parse(struct str typed, struct text *text, struct fold *fold, struct arena *arena);

/* Whether a folded text has the piece, be it inside a word or a number. */
bool query_piece_in(const struct query_piece *piece, struct str folded);

#endif
