/* Indexing: brings the search index to the site, the parts of it that changed. */
#ifndef INDEXING_H
#define INDEXING_H

#include "archive/catalog.h"
#include "delivery.h"

struct indexing {
	size_t written; /* parts */
	bool damaged;   /* the cache has lost a text */
};

/* False after a fault, or when the cache is damaged. A part that could not be written is
 * an error, and what the site has of the index stays. */
bool indexing_run(struct delivery *delivery, const struct catalog *catalog,
	struct indexing *indexing);

#endif
