/* From content to catalog: the sources are read and edited by workers, or taken from the
 * cache where their bytes did not change; articles get their addresses; the catalog is
 * built. */
#ifndef GATHER_H
#define GATHER_H

#include "archive/cache.h"
#include "archive/catalog.h"
#include "archive/withdrawn_file.h"
#include "read/source.h"
#include "run.h"

struct gathered {
	struct cache *cache; /* NULL when none was asked for */
	struct digest rules; /* of all that records depend on besides their sources */
	int64_t looked; /* when the first source was looked at, as file_clock tells */
	struct source_list sources;
	struct authority authority;
	struct withdrawal_list withdrawals;
	bool unfinished; /* the last build that wrote the site did not come to its end,
			    or nothing is known of it */
	bool takedown_pending; /* withdrawn.yaml is not what the last build went by */
	struct catalog *catalog;
	size_t read;   /* sources read anew */
	bool complete; /* no source was left out */
};

/* Looks what sources there are, reads the authority files, and `with_cache` opens the
 * cache in the state folder (and locks it). False when nothing can be gathered: no
 * content folder, another build runs, withdrawn.yaml is wrong. */
bool gather_open(struct run *run, bool with_cache, struct gathered *gathered);

/* Reads the sources and builds the catalog. With a cache it keeps minted addresses, and
 * the pages and articles are heads (see archive/full_text); without it nothing is written
 * anywhere. False after a fault. Either way the caller closes the cache. */
bool gather(struct run *run, struct gathered *gathered);

/* The site is as the catalog says: to be said before the last commit. */
void gather_finish(struct gathered *gathered);

#endif
