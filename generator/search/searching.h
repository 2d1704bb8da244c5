/* Asking the index of a built site: from a query to the articles that may match, in
 * order, and to their texts. static/search/query.js does the same. */
#ifndef SEARCH_SEARCHING_H
#define SEARCH_SEARCHING_H

#include "search/ranking.h"
#include "search/snippet.h"

struct searched_segment {
	struct str text, names, first, last;
	uint32_t articles;
	struct issue_entries issues; /* this and the next are read on first use */
	struct term_folder terms;
};

struct searching {
	const struct search_request *request;
	uint32_t from, to; /* days, both included */
	struct index_reader reader;
	struct fold *fold;
	struct text *text;
	double articles;       /* of the archive */
	struct str confusions; /* its file below search/, or "" */
	struct {
		struct searched_segment *items;
		size_t count, capacity;
	} segments;
};

/* Reads what every query needs. `searching` has request, reader and text; false after an
 * error: a date that is none, no index, a damaged one. */
bool searching_open(struct searching *searching);

/* Whether something else than words narrows the request. */
bool searching_is_narrowed(const struct searching *searching);

/* The candidates of a query within what the request narrows to, in this order. */
bool searching_find(struct searching *searching, const struct query *query,
	enum search_sort sort, struct ranking *ranking);

/* What the index knows of a candidate; NULL after an error. */
const struct shown_article *
searching_article(const struct searching *searching, const struct ranked *ranked);

/* The texts of the page at an address, folded; in the arena. */
bool searching_texts(const struct searching *searching, struct str address,
	struct folded_texts *texts, struct arena *arena);

#endif
