#include "archive/cache.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"

/* In the file's header: "back" as a number tells our catalogs from other SQLite files. */
#define APPLICATION_ID    1650549611
#define FORMAT_VERSION    1
#define AS_TEXT(number)   AS_TEXT_OF(number)
#define AS_TEXT_OF(token) #token

struct output_row {
	struct cached_output output;
	bool current; /* saved or kept by this build */
};

enum statement {
	FIND_SOURCE,
	SAVE_SOURCE,
	FORGET_SOURCE,
	SAVE_OUTPUT,
	FORGET_OUTPUT,
	STATEMENTS
};

struct cache {
	struct arena *arena;
	struct str path;
	int lock;
	sqlite3 *db;
	sqlite3_stmt *statements[STATEMENTS];
	struct map sources; /* paths of the builds before; value: found or saved by this
			       build */
	struct map outputs; /* to struct output_row */
	bool failed;
};

static const char schema[] =
	"PRAGMA trusted_schema = OFF;"
	"PRAGMA journal_mode = TRUNCATE;"
	"PRAGMA synchronous = OFF;" /* a lost cache costs time only */
	"BEGIN IMMEDIATE;"
	"CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value BLOB) WITHOUT "
	"ROWID;"
	"CREATE TABLE IF NOT EXISTS source (path TEXT PRIMARY KEY, size INTEGER NOT NULL,"
	" modified INTEGER NOT NULL, digest BLOB NOT NULL, record BLOB NOT NULL);"
	"CREATE TABLE IF NOT EXISTS output (path TEXT PRIMARY KEY, size INTEGER NOT NULL,"
	" fingerprint BLOB NOT NULL) WITHOUT ROWID;"
	"PRAGMA application_id = " AS_TEXT(
		APPLICATION_ID) ";"
				"PRAGMA user_version = " AS_TEXT(FORMAT_VERSION) ";";

static const char *const statement_texts[STATEMENTS] = {
	[FIND_SOURCE] =
		"SELECT size, modified, digest, record FROM source WHERE path = ?",
	[SAVE_SOURCE] = "REPLACE INTO source VALUES (?, ?, ?, ?, ?)",
	[FORGET_SOURCE] = "DELETE FROM source WHERE path = ?",
	[SAVE_OUTPUT] = "REPLACE INTO output VALUES (?, ?, ?)",
	[FORGET_OUTPUT] = "DELETE FROM output WHERE path = ?",
};

/* --- small pieces --- */

static struct str
column_str(sqlite3_stmt *statement, int column)
{
	const void *bytes = sqlite3_column_blob(statement, column);
	int len = sqlite3_column_bytes(statement, column);
	return (struct str){bytes, bytes ? (size_t)len : 0};
}

static struct digest
column_digest(sqlite3_stmt *statement, int column)
{
	struct digest digest = {0};
	struct str bytes = column_str(statement, column);
	if (bytes.len == sizeof digest)
		memcpy(&digest, bytes.data, sizeof digest);
	return digest;
}

static void
bind_path(sqlite3_stmt *statement, struct str path)
{
	sqlite3_bind_text(statement, 1, path.data, (int)path.len, SQLITE_STATIC);
}

static void
bind_bytes(sqlite3_stmt *statement, int column, const void *bytes, size_t len)
{
	sqlite3_bind_blob(statement, column, bytes, (int)len, SQLITE_STATIC);
}

/* Runs a statement that yields no rows; the first failure makes the cache give up. */
static void
run(struct cache *cache, enum statement which)
{
	sqlite3_stmt *statement = cache->statements[which];
	if (sqlite3_step(statement) != SQLITE_DONE)
		cache->failed = true;
	sqlite3_reset(statement);
	sqlite3_clear_bindings(statement);
}

/* --- opening --- */

static bool
lock_folder(struct cache *cache, struct str folder, struct report *report)
{
	struct str path = file_join(folder, STR("lock"), cache->arena);
	struct place at = {folder, 0, 0};
	cache->lock = open(
		str_terminated(path, cache->arena), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (cache->lock < 0)
		return report_fault(report, at, "cannot write here: %s", strerror(errno));
	if (flock(cache->lock, LOCK_EX | LOCK_NB) == 0)
		return true;
	close(cache->lock);
	return report_fault(
		report, at, "another build is running here; wait until it ends");
}

static bool
query_int(sqlite3 *db, const char *query, int *value)
{
	sqlite3_stmt *statement = NULL;
	bool good = sqlite3_prepare_v2(db, query, -1, &statement, NULL) == SQLITE_OK &&
		    sqlite3_step(statement) == SQLITE_ROW;
	if (good)
		*value = sqlite3_column_int(statement, 0);
	sqlite3_finalize(statement);
	return good;
}

/* Opens the file if it is ours and of this format, or new. */
static bool
open_database(struct cache *cache)
{
	const char *path = str_terminated(cache->path, cache->arena);
	int version = 0, application = 0;
	if (sqlite3_open(path, &cache->db) != SQLITE_OK)
		return false;
	if (!query_int(cache->db, "PRAGMA user_version", &version) ||
		!query_int(cache->db, "PRAGMA application_id", &application))
		return false;
	bool is_new = version == 0 && application == 0;
	if (!is_new && (version != FORMAT_VERSION || application != APPLICATION_ID))
		return false;
	if (sqlite3_exec(cache->db, schema, NULL, NULL, NULL) != SQLITE_OK)
		return false;
	for (int i = 0; i < STATEMENTS; i++)
		if (sqlite3_prepare_v2(cache->db, statement_texts[i], -1,
			    &cache->statements[i], NULL) != SQLITE_OK)
			return false;
	return true;
}

/* Drops the records when they were made under other rules. */
static bool
apply_rules(struct cache *cache, struct digest rules)
{
	sqlite3_stmt *statement = NULL;
	struct digest old = {0};
	if (sqlite3_prepare_v2(cache->db, "SELECT value FROM meta WHERE key = 'rules'",
		    -1, &statement, NULL) != SQLITE_OK)
		return false;
	if (sqlite3_step(statement) == SQLITE_ROW)
		old = column_digest(statement, 0);
	sqlite3_finalize(statement);
	if (digest_equal(old, rules))
		return true;
	if (sqlite3_exec(cache->db, "DELETE FROM source", NULL, NULL, NULL) != SQLITE_OK)
		return false;
	if (sqlite3_prepare_v2(cache->db, "REPLACE INTO meta VALUES ('rules', ?)", -1,
		    &statement, NULL) != SQLITE_OK)
		return false;
	bind_bytes(statement, 1, &rules, sizeof rules);
	bool good = sqlite3_step(statement) == SQLITE_DONE;
	sqlite3_finalize(statement);
	return good;
}

static bool
load_paths(struct cache *cache)
{
	sqlite3_stmt *statement = NULL;
	int status;
	if (sqlite3_prepare_v2(cache->db, "SELECT path FROM source ORDER BY path", -1,
		    &statement, NULL) != SQLITE_OK)
		return false;
	while ((status = sqlite3_step(statement)) == SQLITE_ROW)
		*map_at(&cache->sources,
			str_copy(column_str(statement, 0), cache->arena)) = NULL;
	sqlite3_finalize(statement);
	return status == SQLITE_DONE;
}

static bool
load_outputs(struct cache *cache)
{
	sqlite3_stmt *statement = NULL;
	int status;
	if (sqlite3_prepare_v2(cache->db,
		    "SELECT path, size, fingerprint FROM output ORDER BY path", -1,
		    &statement, NULL) != SQLITE_OK)
		return false;
	while ((status = sqlite3_step(statement)) == SQLITE_ROW) {
		struct output_row *row = arena_new(cache->arena, struct output_row);
		row->output.size = (uint64_t)sqlite3_column_int64(statement, 1);
		row->output.fingerprint = column_digest(statement, 2);
		*map_at(&cache->outputs,
			str_copy(column_str(statement, 0), cache->arena)) = row;
	}
	sqlite3_finalize(statement);
	return status == SQLITE_DONE;
}

static void
close_database(struct cache *cache)
{
	for (int i = 0; i < STATEMENTS; i++) {
		sqlite3_finalize(cache->statements[i]);
		cache->statements[i] = NULL;
	}
	sqlite3_close(cache->db);
	cache->db = NULL;
}

static bool
open_and_load(struct cache *cache, struct digest rules)
{
	cache->sources = map_open(cache->arena);
	cache->outputs = map_open(cache->arena);
	return open_database(cache) && apply_rules(cache, rules) && load_paths(cache) &&
	       load_outputs(cache);
}

struct cache *
cache_open(struct str folder, struct digest rules, struct arena *arena,
	struct report *report)
{
	struct cache *cache = arena_new(arena, struct cache);
	cache->arena = arena;
	cache->path = file_join(folder, STR("catalog.db"), arena);
	if (!file_make_folder(folder, report) || !lock_folder(cache, folder, report))
		return NULL;
	if (open_and_load(cache, rules))
		return cache;
	close_database(cache);
	struct place at = {cache->path, 0, 0};
	report_warning(
		report, at, "damaged or of another version: building from the sources");
	if (file_remove(cache->path, report) && open_and_load(cache, rules))
		return cache;
	report_fault(report, at, "cannot be written");
	cache_close(cache);
	return NULL;
}

/* --- sources --- */

bool
cache_find_source(struct cache *cache, struct str path, struct cached_source *source,
	struct arena *arena)
{
	sqlite3_stmt *statement = cache->statements[FIND_SOURCE];
	bind_path(statement, path);
	bool found = sqlite3_step(statement) == SQLITE_ROW;
	if (found) {
		source->size = (uint64_t)sqlite3_column_int64(statement, 0);
		source->modified = sqlite3_column_int64(statement, 1);
		source->digest = column_digest(statement, 2);
		source->record = str_copy(column_str(statement, 3), arena);
		*map_at(&cache->sources, path) = cache;
	}
	sqlite3_reset(statement);
	return found;
}

void
cache_save_source(
	struct cache *cache, struct str path, const struct cached_source *source)
{
	sqlite3_stmt *statement = cache->statements[SAVE_SOURCE];
	bind_path(statement, path);
	sqlite3_bind_int64(statement, 2, (sqlite3_int64)source->size);
	sqlite3_bind_int64(statement, 3, source->modified);
	bind_bytes(statement, 4, &source->digest, sizeof source->digest);
	bind_bytes(statement, 5, source->record.data, source->record.len);
	run(cache, SAVE_SOURCE);
	*map_at(&cache->sources, str_copy(path, cache->arena)) = cache;
}

/* --- outputs --- */

bool
cache_find_output(
	const struct cache *cache, struct str path, struct cached_output *output)
{
	const struct output_row *row = map_find(&cache->outputs, path);
	if (row)
		*output = row->output;
	return row != NULL;
}

void
cache_save_output(
	struct cache *cache, struct str path, const struct cached_output *output)
{
	struct output_row *row = map_find(&cache->outputs, path);
	if (!row) {
		row = arena_new(cache->arena, struct output_row);
		*map_at(&cache->outputs, str_copy(path, cache->arena)) = row;
	}
	*row = (struct output_row){*output, true};
	sqlite3_stmt *statement = cache->statements[SAVE_OUTPUT];
	bind_path(statement, path);
	sqlite3_bind_int64(statement, 2, (sqlite3_int64)output->size);
	bind_bytes(statement, 3, &output->fingerprint, sizeof output->fingerprint);
	run(cache, SAVE_OUTPUT);
}

void
cache_keep_output(struct cache *cache, struct str path)
{
	struct output_row *row = map_find(&cache->outputs, path);
	if (row)
		row->current = true;
}

struct str_list
cache_stale_outputs(const struct cache *cache, struct arena *arena)
{
	struct str_list stale = {0};
	for (size_t i = 0; i < cache->outputs.count; i++) {
		const struct output_row *row = cache->outputs.entries[i].value;
		if (!row->current)
			str_list_add(&stale, cache->outputs.entries[i].key, arena);
	}
	return stale;
}

/* --- the end --- */

static void
forget(struct cache *cache, enum statement which, struct str path)
{
	bind_path(cache->statements[which], path);
	run(cache, which);
}

bool
cache_commit(struct cache *cache, struct report *report)
{
	struct str_list stale = cache_stale_outputs(cache, cache->arena);
	for (size_t i = 0; i < stale.count; i++)
		forget(cache, FORGET_OUTPUT, stale.items[i]);
	for (size_t i = 0; i < cache->sources.count; i++)
		if (!cache->sources.entries[i].value)
			forget(cache, FORGET_SOURCE, cache->sources.entries[i].key);
	if (cache->failed ||
		sqlite3_exec(cache->db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK) {
		struct place at = {cache->path, 0, 0};
		report_warning(report, at,
			"not saved (%s): the next build starts from the sources",
			sqlite3_errmsg(cache->db));
		return false;
	}
	return true;
}

void
cache_close(struct cache *cache)
{
	close_database(cache);
	close(cache->lock);
}
