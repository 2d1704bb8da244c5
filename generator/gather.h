/* From content to catalog: the sources are read and edited by workers, or taken from the
 * cache where their bytes did not change; articles get their addresses; the catalog is
 * built. */
#ifndef GATHER_H
#define GATHER_H

#include "archive/cache.h"
#include "archive/catalog.h"
#include "read/source.h"
#include "run.h"

struct gathered {
	struct cache *cache; /* NULL when none was asked for */
	struct source_list sources;
	struct authority authority;
	struct catalog *catalog;
	size_t read;   /* sources read anew */
	bool complete; /* no source was left out */
};

/* `with_cache` opens the cache in the state folder (and locks it) and keeps minted
 * addresses; without it nothing is written anywhere. False when nothing can be gathered:
 * no content folder, another build runs. The caller commits and closes the cache. */
bool gather(struct run *run, bool with_cache, struct gathered *gathered);

#endif
