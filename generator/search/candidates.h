/* From the pieces of a query to the articles of one segment that have all of their terms:
 * perhaps a few too many, never too few. */
#ifndef SEARCH_CANDIDATES_H
#define SEARCH_CANDIDATES_H

#include "search/index_reader.h"
#include "search/query_parse.h"

/* The articles, in order. An impact holds two bits for each piece, from the lowest on:
 * the least impact of the piece's terms, for a phrase weighs what its weakest part does.
 * where
 * there are alternatives, 0 for those that it has not. found[i] grows by the articles
 * that have the rarest term of piece i. */
bool candidates_find(const struct index_reader *reader, const struct term_folder *folder,
	const struct query *query, struct posting_array *candidates, double *found);

/* Keeps what is in both lists, which are in order, with the impacts of the first. */
void candidates_narrow(struct posting_array *kept, const struct posting_array *other);

/* Whether the candidates are the matches: nothing is left to the check. */
bool candidates_exact(const struct query *query);

#endif
