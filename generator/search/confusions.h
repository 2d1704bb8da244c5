/* Pairs of characters that are taken for each other in extracted text, 己 and 已: those
 * that look alike anywhere (lexicon/confusions.txt), and those that this archive itself
 * confuses: names that the keeper has merged, and rare names that are a frequent one but
 * for a character and belong to somebody of the same office. */
#ifndef SEARCH_CONFUSIONS_H
#define SEARCH_CONFUSIONS_H

#include "archive/catalog.h"

#define CONFUSIONS_MOST 800u

/* The file of the index: FORMAT.md, "Confusions". A pure function of people and tags. */
struct str confusions_json(const struct catalog *catalog, struct arena *arena);

#endif
