/* What one build leaves for the next, in .backfile/catalog.db: the records of the sources
 * read and the fingerprints of the outputs written. It is a cache: deleting it costs
 * time, never information, and any oddity in it means "build from sources", with one
 * warning. This is the only user of SQLite. */
#ifndef ARCHIVE_CACHE_H
#define ARCHIVE_CACHE_H

#include "base/digest.h"
#include "base/report.h"

struct cache;

struct cached_source {
	uint64_t size;
	int64_t modified;     /* nanoseconds since 1970; 0: not to be trusted */
	struct digest digest; /* of the source's bytes */
	struct str record;
};

struct cached_output {
	struct digest fingerprint;
	uint64_t size;
};

/* Opens the cache in the state folder, which is made, and locks it until the cache is
 * closed. `rules` stands for everything that reading depends on besides the source
 * itself: records made under other rules are not found. NULL, with an error, when another
 * build holds the lock or the folder cannot be written. */
struct cache *cache_open(struct str folder, struct digest rules, struct arena *arena,
	struct report *report);

/* The record lives in the arena. */
bool cache_find_source(struct cache *cache, struct str path, struct cached_source *source,
	struct arena *arena);
void cache_save_source(
	struct cache *cache, struct str path, const struct cached_source *source);

bool cache_find_output(
	const struct cache *cache, struct str path, struct cached_output *output);
/* Every output of this build is saved or kept; the others are stale. */
void cache_save_output(
	struct cache *cache, struct str path, const struct cached_output *output);
void cache_keep_output(struct cache *cache, struct str path);
/* Outputs of the builds before that were neither saved nor kept since the cache was
 * opened, sorted. */
struct str_list cache_stale_outputs(const struct cache *cache, struct arena *arena);

/* Forgets sources that were neither found nor saved, and stale outputs, and commits. A
 * failure is one warning: the next build starts from the sources. */
bool cache_commit(struct cache *cache, struct report *report);

/* Rolls back what was not committed and releases the lock. */
void cache_close(struct cache *cache);

#endif
