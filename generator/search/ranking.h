/* The order of what a query finds: FORMAT.md, "Order". */
#ifndef SEARCH_RANKING_H
#define SEARCH_RANKING_H

#include "search/issue_reader.h"
#include "search/query_parse.h"
#include "search/search.h"

struct ranked {
	struct issue_entry *issue;
	uint32_t article, impacts;
	double score;
};

struct ranking {
	struct ranked *items;
	size_t count, capacity;
	double found[PIECES_MOST]; /* articles with the rarest term of each piece */
	double articles;           /* of the archive */
};

/* Scores all and puts them in order. */
void
ranking_sort(struct ranking *ranking, const struct query *query, enum search_sort sort);

#endif
