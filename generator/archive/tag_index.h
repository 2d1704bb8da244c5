/* The tags of the catalog. Included by catalog.c alone. */
#ifndef ARCHIVE_TAG_INDEX_H
#define ARCHIVE_TAG_INDEX_H

#include "archive/catalog.h"

/* Fills the catalog's tags from its articles, which are in date order. A tag needs two
 * articles; one that stands in more than a fifth of more than fifty says nothing and is
 * left out, unless it is a column or a topic of the keeper's. */
void tag_index_build(struct catalog *catalog, struct text *text);

#endif
