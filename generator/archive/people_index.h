/* The people of the catalog. Included by catalog.c alone. */
#ifndef ARCHIVE_PEOPLE_INDEX_H
#define ARCHIVE_PEOPLE_INDEX_H

#include "archive/catalog.h"

/* Fills the catalog's people from its articles, which are in date order. A name is a
 * person when it occurs twice in the archive, or once with an office, in a byline or in a
 * list, or when the keeper says so. */
void people_index_build(struct catalog *catalog, struct text *text);

/* Whom a name in an article means: the canonical name, behind a # the slug of the split.
 * "" for names that the keeper denies. */
struct str person_subject(const struct authority *authority, struct str name,
	struct str office, struct date date, struct arena *arena);

#endif
