/* Indexing: brings the search index to the site, the parts of it that changed. */
#ifndef INDEXING_H
#define INDEXING_H

#include "archive/catalog.h"
#include "delivery.h"

struct indexing {
	size_t written; /* parts */
	bool damaged;   /* the cache has lost a text */
	bool whole;     /* no part is missing so far */
	struct delivery *delivery;
	struct search_plan *plan;
	struct stage *stage; /* at work */
};

/* Sets workers to the folders of the index, the most of the work: files that nothing
 * leads to before the manifest does. Borrows delivery and catalog until the end. */
void indexing_begin(struct delivery *delivery, const struct catalog *catalog,
	struct indexing *indexing);

/* Returns when the folders are done. */
void indexing_wait(struct indexing *indexing);

/* The rest, the manifest last. False after a fault, or when the cache is damaged. A part
 * that could not be written is an error, and what the site has of the index stays. */
bool indexing_end(struct indexing *indexing);

#endif
