/* What one build leaves for the next, in .backfile/catalog.db: the records of the sources
 * read, the account of the outputs written, and a stamp of everything they were made
 * from. It is a cache: deleting it costs time, never information, and any oddity in it
 * means "build from sources", with one warning. This is the only user of SQLite.
 *
 * Heads of records and the account are held in memory once they are loaded; the texts of
 * records stay in the file until somebody asks (archive/full_text). */
#ifndef ARCHIVE_CACHE_H
#define ARCHIVE_CACHE_H

#include "archive/record.h"
#include "base/digest.h"
#include "base/report.h"

struct cache;

struct cached_source {
	uint64_t size;
	int64_t modified;       /* nanoseconds since 1970; 0: not to be trusted */
	struct digest digest;   /* of the source's bytes */
	struct str head, signs; /* of its record */
};

struct cached_output {
	struct digest key;         /* of all that its view could be made from; 0: none */
	struct digest fingerprint; /* of its bytes */
	uint64_t size;
	int64_t modified; /* nanoseconds since 1970 */
};

/* A part of a larger whole that is made by itself, and what came of it. */
struct cached_part {
	struct digest stamp; /* of all that it was made of */
	struct str value;
};

/* Opens the cache in the state folder, which is made, and locks it until the cache is
 * closed. `rules` stands for everything that reading depends on besides the source
 * itself: records made under other rules are not found. NULL, with an error, when another
 * build holds the lock or the folder cannot be written. */
struct cache *cache_open(struct str folder, struct digest rules, struct arena *arena,
	struct report *report);

/* Reads what the last build left, but for the notes, which are there before; the signs of
 * records live in the arena `brief`. Until then nothing else is found. False, with a
 * fault reported, when a damaged file cannot be made anew. */
bool cache_load(struct cache *cache, struct arena *brief, struct report *report);

/* --- sources --- */

/* The head lives as long as the cache, the signs as long as the arena they were read to.
 */
bool
cache_find_source(struct cache *cache, struct str path, struct cached_source *source);
/* Quotes and text go to the file, head and signs are borrowed. */
void cache_save_source(struct cache *cache, struct str path,
	const struct cached_source *source, struct str quotes, struct str text);

/* Forgets sources that were neither found nor saved, and commits: from now on their texts
 * can be read, also by other processes. False, with a fault reported, when the file
 * cannot be written; silently when it is damaged. */
bool cache_settle_sources(struct cache *cache, struct report *report);

/* Quotes and text of the record of a source; data is NULL when there is none. May be
 * called in any process that was forked since the cache was opened. */
struct str cache_find_quotes(struct cache *cache, struct str path, struct arena *arena);
struct str cache_find_text(struct cache *cache, struct str path, struct arena *arena);

/* A text that was asked for is lost or damaged, or the file is: said and asked in the
 * process that found it. */
void cache_mark_damaged(struct cache *cache);
bool cache_is_damaged(const struct cache *cache);

/* --- outputs --- */

bool cache_find_output(
	const struct cache *cache, struct str path, struct cached_output *output);
/* Every output of this build is saved or kept; the others are stale. The path is
 * borrowed. */
void cache_save_output(
	struct cache *cache, struct str path, const struct cached_output *output);
void cache_keep_output(struct cache *cache, struct str path);
/* Outputs of the builds before that were neither saved nor kept since the cache was
 * opened, sorted. */
struct str_list cache_current_outputs(const struct cache *cache, struct arena *arena);
struct str_list cache_stale_outputs(const struct cache *cache, struct arena *arena);

/* --- notes: small values under a name --- */

/* "" when there is none. */
struct str cache_note(const struct cache *cache, const char *name);
void cache_save_note(struct cache *cache, const char *name, struct str value);

/* --- parts --- */

/* The value lives as long as the cache. */
bool cache_find_part(struct cache *cache, struct str name, struct cached_part *part);
void
cache_save_part(struct cache *cache, struct str name, const struct cached_part *part);

/* --- the end --- */

/* Forgets stale outputs, and parts that were neither found nor saved, and commits. A
 * failure is one warning: the next build starts from the sources. */
bool cache_commit(struct cache *cache, struct report *report);

/* After a commit: writes the whole file anew, so that no page of it has what was deleted,
 * then saves a note that says so. False, with a fault reported, when it cannot. */
bool cache_scrub(
	struct cache *cache, const char *name, struct str value, struct report *report);

/* Rolls back what was not committed and releases the lock. */
void cache_close(struct cache *cache);

/* The same, and forgets all records, or removes the file where that fails or leaves it
 * damaged: the next build starts from the sources. The account of outputs stays, so that
 * what they leave behind can be removed. */
void cache_discard(struct cache *cache, struct report *report);

#endif
