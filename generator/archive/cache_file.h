/* The SQLite file behind archive/cache, and what of it is held in memory. Inside
 * archive/cache* only:
 *
 *     cache.c          opening, committing, the lock
 *     cache_file.c     the file: its form, its statements
 *     cache_sources.c  sources and their texts
 *     cache_outputs.c  the account of what was written
 *     cache_notes.c    notes and parts */
#ifndef ARCHIVE_CACHE_FILE_H
#define ARCHIVE_CACHE_FILE_H

#include <sqlite3.h>
#include <unistd.h>

#include "archive/cache.h"
#include "base/map.h"

enum statement {
	SAVE_SOURCE,
	FORGET_SOURCE,
	SAVE_TEXT,
	FORGET_TEXT,
	SAVE_OUTPUT,
	FORGET_OUTPUT,
	SAVE_NOTE,
	SAVE_PART,
	FORGET_PART,
	STATEMENTS
};

enum reading { FIND_QUOTES, FIND_TEXT, READINGS };

/* A connection must not be carried over a fork: each process that reads texts opens one
 * of its own. */
struct reader {
	sqlite3 *db;
	sqlite3_stmt *find[READINGS]; /* NULL when the file cannot be read */
	pid_t process;
	struct arena *kept; /* holds quotes that were asked for; NULL before */
	struct map quotes;  /* of those, by source: struct str */
};

struct cache {
	struct arena *arena;
	struct str path;
	struct digest rules;
	int lock;
	sqlite3 *db;
	sqlite3_stmt *statements[STATEMENTS];
	struct reader reader;
	struct arena *brief; /* for signs, while the file is loaded */
	struct map sources;  /* of cache_sources.c */
	struct map outputs;  /* of cache_outputs.c */
	struct map notes;    /* of cache_notes.c */
	struct map parts;    /* of cache_notes.c */
	bool failed;         /* something could not be saved */
	bool damaged;        /* a text could not be read, or the file is torn */
	bool torn;           /* SQLite came upon a page that is none of its own */
};

/* Opens the file and prepares the statements, in a transaction; false if it is not ours,
 * of another form, or cannot be read. */
bool cache_file_open(struct cache *cache);
void cache_file_close(struct cache *cache);

/* Calls `row` for each row of the query; false when the file is damaged. */
bool cache_file_load(struct cache *cache, const char *query,
	void (*row)(struct cache *cache, sqlite3_stmt *row));

/* Runs statements; false when one fails. */
bool cache_file_execute(struct cache *cache, const char *statements);

/* Whether SQLite finds its pages in order: takes a look at each. */
bool cache_file_is_sound(struct cache *cache);

/* Runs a statement that yields no rows; the first failure makes the cache give up. */
void cache_file_run(struct cache *cache, enum statement which);

/* --- fields of rows --- */

/* Valid until the next row. */
struct str column_str(sqlite3_stmt *statement, int column);
struct digest column_digest(sqlite3_stmt *statement, int column);
/* Bytes must live until the statement was run. */
void bind_path(sqlite3_stmt *statement, struct str path);
void bind_bytes(sqlite3_stmt *statement, int column, const void *bytes, size_t len);

/* --- what each file reads and writes --- */

bool cache_load_notes(struct cache *cache);
bool cache_load_parts(struct cache *cache);
bool cache_load_sources(struct cache *cache);
bool cache_load_outputs(struct cache *cache);
void cache_write_notes(struct cache *cache);
void cache_write_parts(struct cache *cache);
void cache_write_outputs(struct cache *cache);
/* Adds what the rows come to, in any order: all of them, or those that this build leaves.
 */
void cache_sum_parts(const struct cache *cache, bool all, struct digest *sum);
void cache_sum_outputs(const struct cache *cache, bool all, struct digest *sum);
void cache_forget_sources(struct cache *cache); /* that are not current */
void cache_close_reader(struct cache *cache);

#endif
