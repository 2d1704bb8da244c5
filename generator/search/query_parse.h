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
	bool point_before, point_behind; /* a point must touch it there: .5 and 3. */
	unsigned clause;                 /* all clauses are wanted, */
	unsigned alternative;            /* and of each one of its alternatives, */
	bool either;                     /* if there are several */
};

struct query {
	struct {
		struct query_piece *items;
		size_t count, capacity;
	} pieces;
	size_t wanted; /* pieces not excluded: all, where all would be excluded */
};

/* `narrowed`: something else than words is wanted too, so that all words may be excluded.
 */
struct query query_parse(struct str typed, bool narrowed, struct text *text,
	struct fold *fold, struct arena *arena);

/* A few of the terms of a long piece, evenly spread, each once: those looked up. */
struct str_list query_choose_terms(const struct str_list *all, struct arena *arena);

/* Whether an article matches that has the pieces numbered in `has`. */
bool query_matches(const struct query *query, const bool has[PIECES_MOST]);

/* Whether two wanted pieces are of one clause; of one alternative of it. */
bool query_same_clause(const struct query_piece *a, const struct query_piece *b);
bool query_same_alternative(const struct query_piece *a, const struct query_piece *b);

#endif
