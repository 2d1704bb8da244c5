/* Segments: the parts of the index, cut by calendar so that a new issue changes one of
 * them. A pure function of the articles' dates. FORMAT.md, "Segments". */
#ifndef SEARCH_SEGMENT_H
#define SEARCH_SEGMENT_H

#include "archive/article.h"

/* Closed years are put together in blocks of at most so many articles. */
#define SEGMENT_MOST 65536u

struct segment {
	struct str name; /* "2024-03", "2024", "2016-2023", "undated" */
	size_t from, to; /* its articles: [from, to) of the catalog's */
};

struct segments {
	struct segment *items;
	size_t count, capacity;
};

/* The segments of articles in the catalog's order (by date, undated last): newest first,
 * undated last. */
struct segments
segments_plan(struct article *const *articles, size_t count, struct arena *arena);

#endif
