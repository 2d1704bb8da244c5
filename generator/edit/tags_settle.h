/* What the archive as a whole says of its articles' tags: how rare a key phrase is. */
#ifndef EDIT_TAGS_SETTLE_H
#define EDIT_TAGS_SETTLE_H

#include "archive/authority.h"
#include "archive/page.h"

/* Gives each article its final tags, two to six where its text allows, best first: those
 * that it shows by itself, then the key phrases that weigh most in this archive, then
 * weak topics and places in passing. A pure function of all records, whatever their
 * order; it takes about a microsecond an article. To be called once on pages as they were
 * recorded, before the catalog is built. The tags and their names are in the arena then,
 * and the spare tags are gone. */
void tags_settle(struct page *const *pages, size_t count,
	const struct authority *authority, struct arena *arena);

#endif
