/* When nothing is found: what the archive has instead, one character otherwise.
 * FORMAT.md, "Instead"; static/search/later/fallback.js does the same. */
#ifndef SEARCH_FALLBACK_H
#define SEARCH_FALLBACK_H

#include "search/searching.h"

/* The phrases that the archive has in place of a query of a single piece, folded, the
 * most frequent first; none where there are none. False after an error. */
bool fallback_find(
	struct searching *searching, const struct query *query, struct str_list *also);

#endif
