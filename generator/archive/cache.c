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
#define FORMAT_VERSION    3
#define AS_TEXT(number)   AS_TEXT_OF(number)
#define AS_TEXT_OF(token) #token

struct source_row {
	struct cached_source source;
	bool current; /* found or saved by this build */
};

enum output_state { OUTPUT_STALE, OUTPUT_KEPT, OUTPUT_SAVED };

struct output_row {
	struct cached_output output;
	enum output_state state;
};

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
};

static const char *const reading_texts[READINGS] = {
	[FIND_QUOTES] = "SELECT quotes FROM text WHERE path = ?",
	[FIND_TEXT] = "SELECT text FROM text WHERE path = ?",
};

struct part_row {
	struct cached_part part;
	bool used;  /* found or saved by this build */
	bool saved; /* and not yet in the file */
};

struct note {
	struct str value;
	bool saved; /* by this build */
};

struct cache {
	struct arena *arena;
	struct str path;
	int lock;
	sqlite3 *db;
	sqlite3_stmt *statements[STATEMENTS];
	struct reader reader;
	struct map sources; /* to struct source_row */
	struct map outputs; /* to struct output_row */
	struct map notes;   /* to struct note */
	struct map parts;   /* to struct part_row */
	bool failed;        /* something could not be saved */
	bool damaged;       /* a text could not be read */
};

static const char schema[] =
	"PRAGMA trusted_schema = OFF;"
	"PRAGMA journal_mode = TRUNCATE;"
	"PRAGMA synchronous = OFF;" /* a lost cache costs time only */
	"BEGIN IMMEDIATE;"
	"CREATE TABLE IF NOT EXISTS part (name TEXT PRIMARY KEY, stamp BLOB NOT NULL,"
	" value BLOB NOT NULL);"
	"CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value BLOB) WITHOUT "
	"ROWID;"
	"CREATE TABLE IF NOT EXISTS source (path TEXT PRIMARY KEY, size INTEGER NOT NULL,"
	" modified INTEGER NOT NULL, digest BLOB NOT NULL, head BLOB NOT NULL);"
	"CREATE TABLE IF NOT EXISTS text (path TEXT PRIMARY KEY, quotes BLOB NOT NULL,"
	" text BLOB NOT NULL);" /* a row is read up to what is asked for */
	"CREATE TABLE IF NOT EXISTS output (path TEXT PRIMARY KEY, size INTEGER NOT NULL,"
	" modified INTEGER NOT NULL, key BLOB NOT NULL, fingerprint BLOB NOT NULL)"
	" WITHOUT ROWID;"
	"PRAGMA application_id = " AS_TEXT(
		APPLICATION_ID) ";"
				"PRAGMA user_version = " AS_TEXT(FORMAT_VERSION) ";";

static const char *const statement_texts[STATEMENTS] = {
	[SAVE_SOURCE] = "REPLACE INTO source VALUES (?, ?, ?, ?, ?)",
	[FORGET_SOURCE] = "DELETE FROM source WHERE path = ?",
	[SAVE_TEXT] = "REPLACE INTO text VALUES (?, ?, ?)",
	[FORGET_TEXT] = "DELETE FROM text WHERE path = ?",
	[SAVE_OUTPUT] = "REPLACE INTO output VALUES (?, ?, ?, ?, ?)",
	[FORGET_OUTPUT] = "DELETE FROM output WHERE path = ?",
	[SAVE_NOTE] = "REPLACE INTO note VALUES (?, ?)",
	[SAVE_PART] = "REPLACE INTO part VALUES (?, ?, ?)",
	[FORGET_PART] = "DELETE FROM part WHERE name = ?",
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

/* --- notes --- */

struct str
cache_note(const struct cache *cache, const char *name)
{
	const struct note *note = map_find(&cache->notes, str_from(name));
	return note ? note->value : STR("");
}

void
cache_save_note(struct cache *cache, const char *name, struct str value)
{
	struct note *note = arena_new(cache->arena, struct note);
	*note = (struct note){str_copy(value, cache->arena), true};
	*map_at(&cache->notes, str_copy(str_from(name), cache->arena)) = note;
}

static void
write_notes(struct cache *cache)
{
	for (size_t i = 0; i < cache->notes.count; i++) {
		struct note *note = cache->notes.entries[i].value;
		if (!note->saved)
			continue;
		bind_path(cache->statements[SAVE_NOTE], cache->notes.entries[i].key);
		bind_bytes(cache->statements[SAVE_NOTE], 2, note->value.data,
			note->value.len);
		run(cache, SAVE_NOTE);
		note->saved = false;
	}
}

/* --- parts --- */

bool
cache_find_part(struct cache *cache, struct str name, struct cached_part *part)
{
	struct part_row *row = map_find(&cache->parts, name);
	if (!row)
		return false;
	row->used = true;
	*part = row->part;
	return true;
}

void
cache_save_part(struct cache *cache, struct str name, const struct cached_part *part)
{
	struct part_row *row = arena_new(cache->arena, struct part_row);
	*row = (struct part_row){*part, true, true};
	row->part.value = str_copy(part->value, cache->arena);
	*map_at(&cache->parts, str_copy(name, cache->arena)) = row;
}

static void
write_part(struct cache *cache, struct str name, const struct cached_part *part)
{
	sqlite3_stmt *statement = cache->statements[SAVE_PART];
	bind_path(statement, name);
	bind_bytes(statement, 2, &part->stamp, sizeof part->stamp);
	bind_bytes(statement, 3, part->value.data, part->value.len);
	run(cache, SAVE_PART);
}

static void
write_parts(struct cache *cache)
{
	for (size_t i = 0; i < cache->parts.count; i++) {
		const struct part_row *row = cache->parts.entries[i].value;
		struct str name = cache->parts.entries[i].key;
		if (row->saved) {
			write_part(cache, name, &row->part);
		} else if (!row->used) {
			bind_path(cache->statements[FORGET_PART], name);
			run(cache, FORGET_PART);
		}
	}
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

static void
load_source(struct cache *cache, sqlite3_stmt *row)
{
	struct source_row *source = arena_new(cache->arena, struct source_row);
	source->source = (struct cached_source){
		.size = (uint64_t)sqlite3_column_int64(row, 1),
		.modified = sqlite3_column_int64(row, 2),
		.digest = column_digest(row, 3),
		.head = str_copy(column_str(row, 4), cache->arena),
	};
	*map_at(&cache->sources, str_copy(column_str(row, 0), cache->arena)) = source;
}

static void
load_output(struct cache *cache, sqlite3_stmt *row)
{
	struct output_row *output = arena_new(cache->arena, struct output_row);
	output->output = (struct cached_output){
		.size = (uint64_t)sqlite3_column_int64(row, 1),
		.modified = sqlite3_column_int64(row, 2),
		.key = column_digest(row, 3),
		.fingerprint = column_digest(row, 4),
	};
	*map_at(&cache->outputs, str_copy(column_str(row, 0), cache->arena)) = output;
}

static void
load_part(struct cache *cache, sqlite3_stmt *row)
{
	struct part_row *part = arena_new(cache->arena, struct part_row);
	part->part.stamp = column_digest(row, 1);
	part->part.value = str_copy(column_str(row, 2), cache->arena);
	*map_at(&cache->parts, str_copy(column_str(row, 0), cache->arena)) = part;
}

static void
load_note(struct cache *cache, sqlite3_stmt *row)
{
	struct note *note = arena_new(cache->arena, struct note);
	note->value = str_copy(column_str(row, 1), cache->arena);
	*map_at(&cache->notes, str_copy(column_str(row, 0), cache->arena)) = note;
}

static bool
load(struct cache *cache, const char *query,
	void (*load_row)(struct cache *cache, sqlite3_stmt *row))
{
	sqlite3_stmt *statement = NULL;
	int status;
	if (sqlite3_prepare_v2(cache->db, query, -1, &statement, NULL) != SQLITE_OK)
		return false;
	while ((status = sqlite3_step(statement)) == SQLITE_ROW)
		load_row(cache, statement);
	sqlite3_finalize(statement);
	return status == SQLITE_DONE;
}

/* Drops the records when they were made under other rules. */
static bool
apply_rules(struct cache *cache, struct digest rules)
{
	struct str now = digest_text(rules, cache->arena);
	bool same = str_equal(cache_note(cache, "rules"), now);
	cache_save_note(cache, "rules", now);
	return same || sqlite3_exec(cache->db, "DELETE FROM source; DELETE FROM text",
			       NULL, NULL, NULL) == SQLITE_OK;
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
	cache->notes = map_open(cache->arena);
	cache->parts = map_open(cache->arena);
	return open_database(cache) &&
	       load(cache, "SELECT name, value FROM note ORDER BY name", load_note) &&
	       load(cache, "SELECT name, stamp, value FROM part ORDER BY name",
		       load_part) &&
	       apply_rules(cache, rules) &&
	       load(cache,
		       "SELECT path, size, modified, digest, head FROM source"
		       " ORDER BY path",
		       load_source) &&
	       load(cache,
		       "SELECT path, size, modified, key, fingerprint FROM output"
		       " ORDER BY path",
		       load_output);
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
cache_find_source(struct cache *cache, struct str path, struct cached_source *source)
{
	struct source_row *row = map_find(&cache->sources, path);
	if (!row)
		return false;
	row->current = true;
	*source = row->source;
	return true;
}

void
cache_save_source(struct cache *cache, struct str path,
	const struct cached_source *source, struct str quotes, struct str text)
{
	sqlite3_stmt *statement = cache->statements[SAVE_SOURCE];
	bind_path(statement, path);
	sqlite3_bind_int64(statement, 2, (sqlite3_int64)source->size);
	sqlite3_bind_int64(statement, 3, source->modified);
	bind_bytes(statement, 4, &source->digest, sizeof source->digest);
	bind_bytes(statement, 5, source->head.data, source->head.len);
	run(cache, SAVE_SOURCE);
	bind_path(cache->statements[SAVE_TEXT], path);
	bind_bytes(cache->statements[SAVE_TEXT], 2, quotes.data, quotes.len);
	bind_bytes(cache->statements[SAVE_TEXT], 3, text.data, text.len);
	run(cache, SAVE_TEXT);
	struct source_row *row = map_find(&cache->sources, path);
	if (!row) {
		row = arena_new(cache->arena, struct source_row);
		*map_at(&cache->sources, str_copy(path, cache->arena)) = row;
	}
	*row = (struct source_row){*source, true};
}

static void
forget(struct cache *cache, enum statement which, struct str path)
{
	bind_path(cache->statements[which], path);
	run(cache, which);
}

bool
cache_settle_sources(struct cache *cache, struct report *report)
{
	for (size_t i = 0; i < cache->sources.count; i++) {
		const struct source_row *row = cache->sources.entries[i].value;
		if (row->current)
			continue;
		forget(cache, FORGET_SOURCE, cache->sources.entries[i].key);
		forget(cache, FORGET_TEXT, cache->sources.entries[i].key);
	}
	write_notes(cache);
	if (!cache->failed &&
		sqlite3_exec(cache->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
		return true;
	cache->failed = true;
	return report_fault(report, (struct place){cache->path, 0, 0},
		"cannot be written: %s", sqlite3_errmsg(cache->db));
}

/* A connection that was opened before a fork is left alone. One snapshot is for all that
 * is read, instead of asking for a lock each time. */
static void
open_reader(struct cache *cache)
{
	struct reader *reader = &cache->reader;
	if (reader->process == getpid())
		return;
	struct arena *scratch = arena_open();
	*reader = (struct reader){.process = getpid()};
	bool good = sqlite3_open_v2(str_terminated(cache->path, scratch), &reader->db,
			    SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
		    sqlite3_exec(reader->db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
	for (int i = 0; good && i < READINGS; i++)
		if (sqlite3_prepare_v2(reader->db, reading_texts[i], -1, &reader->find[i],
			    NULL) != SQLITE_OK)
			reader->find[i] = NULL;
	arena_close(scratch);
}

static struct str
find(struct cache *cache, enum reading which, struct str path, struct arena *arena)
{
	struct str found = {0};
	open_reader(cache);
	sqlite3_stmt *statement = cache->reader.find[which];
	if (!statement)
		return found;
	bind_path(statement, path);
	if (sqlite3_step(statement) == SQLITE_ROW)
		found = str_copy(column_str(statement, 0), arena);
	sqlite3_reset(statement);
	return found;
}

struct str
cache_find_quotes(struct cache *cache, struct str path, struct arena *arena)
{
	return find(cache, FIND_QUOTES, path, arena);
}

struct str
cache_find_text(struct cache *cache, struct str path, struct arena *arena)
{
	return find(cache, FIND_TEXT, path, arena);
}

void
cache_mark_damaged(struct cache *cache)
{
	cache->damaged = true;
}

bool
cache_is_damaged(const struct cache *cache)
{
	return cache->damaged;
}

static void
close_reader(struct cache *cache)
{
	if (cache->reader.process != getpid())
		return;
	for (int i = 0; i < READINGS; i++)
		sqlite3_finalize(cache->reader.find[i]);
	sqlite3_close(cache->reader.db);
	cache->reader = (struct reader){0};
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
	*row = (struct output_row){*output, OUTPUT_SAVED};
}

void
cache_keep_output(struct cache *cache, struct str path)
{
	struct output_row *row = map_find(&cache->outputs, path);
	if (row && row->state == OUTPUT_STALE)
		row->state = OUTPUT_KEPT;
}

struct str_list
cache_stale_outputs(const struct cache *cache, struct arena *arena)
{
	struct str_list stale = {0};
	for (size_t i = 0; i < cache->outputs.count; i++) {
		const struct output_row *row = cache->outputs.entries[i].value;
		if (row->state == OUTPUT_STALE)
			str_list_add(&stale, cache->outputs.entries[i].key, arena);
	}
	return stale;
}

/* --- the end --- */

static void
write_output(struct cache *cache, struct str path, const struct cached_output *output)
{
	sqlite3_stmt *statement = cache->statements[SAVE_OUTPUT];
	bind_path(statement, path);
	sqlite3_bind_int64(statement, 2, (sqlite3_int64)output->size);
	sqlite3_bind_int64(statement, 3, output->modified);
	bind_bytes(statement, 4, &output->key, sizeof output->key);
	bind_bytes(statement, 5, &output->fingerprint, sizeof output->fingerprint);
	run(cache, SAVE_OUTPUT);
}

static void
write_outputs(struct cache *cache)
{
	for (size_t i = 0; i < cache->outputs.count; i++) {
		const struct output_row *row = cache->outputs.entries[i].value;
		struct str path = cache->outputs.entries[i].key;
		if (row->state == OUTPUT_SAVED)
			write_output(cache, path, &row->output);
		else if (row->state == OUTPUT_STALE)
			forget(cache, FORGET_OUTPUT, path);
	}
}

/* Only now, when nobody reads texts any more: a writer would have to wait for readers. */
static bool
begin_again(struct cache *cache)
{
	close_reader(cache);
	bool begun =
		!sqlite3_get_autocommit(cache->db) ||
		sqlite3_exec(cache->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK;
	cache->failed = cache->failed || !begun;
	return begun;
}

bool
cache_commit(struct cache *cache, struct report *report)
{
	if (begin_again(cache)) {
		write_outputs(cache);
		write_notes(cache);
		write_parts(cache);
	}
	if (!cache->failed &&
		sqlite3_exec(cache->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
		return true;
	struct place at = {cache->path, 0, 0};
	report_warning(report, at,
		"not saved (%s): the next build starts from the sources",
		sqlite3_errmsg(cache->db));
	return false;
}

void
cache_close(struct cache *cache)
{
	close_reader(cache);
	close_database(cache);
	close(cache->lock);
}

void
cache_discard(struct cache *cache, struct report *report)
{
	bool forgotten =
		begin_again(cache) &&
		sqlite3_exec(cache->db, "DELETE FROM source; DELETE FROM text; COMMIT",
			NULL, NULL, NULL) == SQLITE_OK;
	close_database(cache);
	if (!forgotten)
		file_remove(cache->path, report);
	close(cache->lock);
}
