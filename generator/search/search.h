/* The precomputed search index: FORMAT.md describes its files. Written once per build,
 * read by the client in static/search/ and by `backfile search`. */
#ifndef SEARCH_SEARCH_H
#define SEARCH_SEARCH_H

#include "archive/cache.h"
#include "archive/catalog.h"
#include "base/report.h"

/* Receives one file of the index; path is below the site ("search/..."), bytes are valid
 * during the call only. */
typedef bool search_sink(void *context, struct str path, struct str bytes);

/* Writes the index of the catalog's articles; full texts come from the cache. False when
 * the sink, which has said why, returned false. */
bool search_write(const struct catalog *catalog, struct cache *cache, struct text *text,
	search_sink *sink, void *context, struct arena *scratch);

struct search_hit {
	struct str address, title, date;
};

struct search_result {
	struct search_hit *items; /* best first */
	size_t count, capacity;   /* of items: at most the limit */
	size_t total;             /* matches in the archive */
	bool exact;               /* total was verified, not estimated */
};

/* Answers a query from the built site alone. False, with one error, when the site has no
 * index or a file of it is damaged or missing. */
bool
search_query(struct str site_folder, struct str query, size_t limit, struct text *text,
	struct search_result *result, struct arena *arena, struct report *report);

#endif
