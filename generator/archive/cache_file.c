#include "archive/cache_file.h"

#include <string.h>

/* In the file's header: "back" as a number tells our catalogs from other SQLite files. */
#define APPLICATION_ID    1650549611
#define FORMAT_VERSION    7
#define AS_TEXT(number)   AS_TEXT_OF(number)
#define AS_TEXT_OF(token) #token

static const char schema[] =
	"PRAGMA trusted_schema = OFF;"
	"PRAGMA journal_mode = TRUNCATE;"
	"PRAGMA synchronous = OFF;" /* a lost cache costs time only */
	"PRAGMA secure_delete = ON;"
	"BEGIN IMMEDIATE;"
	"CREATE TABLE IF NOT EXISTS part (name TEXT PRIMARY KEY, stamp BLOB NOT NULL,"
	" value BLOB NOT NULL);"
	"CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value BLOB) WITHOUT "
	"ROWID;"
	"CREATE TABLE IF NOT EXISTS source (path TEXT PRIMARY KEY, size INTEGER NOT NULL,"
	" modified INTEGER NOT NULL, digest BLOB NOT NULL, head BLOB NOT NULL,"
	" signs BLOB NOT NULL);"
	"CREATE TABLE IF NOT EXISTS text (path TEXT PRIMARY KEY, quotes BLOB NOT NULL,"
	" text BLOB NOT NULL);" /* a row is read up to what is asked for */
	"CREATE TABLE IF NOT EXISTS output (path TEXT PRIMARY KEY, size INTEGER NOT NULL,"
	" modified INTEGER NOT NULL, key BLOB NOT NULL, fingerprint BLOB NOT NULL)"
	" WITHOUT ROWID;"
	"PRAGMA application_id = " AS_TEXT(
		APPLICATION_ID) ";"
				"PRAGMA user_version = " AS_TEXT(FORMAT_VERSION) ";";

static const char *const statement_texts[STATEMENTS] = {
	[SAVE_SOURCE] = "REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?)",
	[FORGET_SOURCE] = "DELETE FROM source WHERE path = ?",
	[SAVE_TEXT] = "REPLACE INTO text VALUES (?, ?, ?)",
	[FORGET_TEXT] = "DELETE FROM text WHERE path = ?",
	[SAVE_OUTPUT] = "REPLACE INTO output VALUES (?, ?, ?, ?, ?)",
	[FORGET_OUTPUT] = "DELETE FROM output WHERE path = ?",
	[SAVE_NOTE] = "REPLACE INTO note VALUES (?, ?)",
	[SAVE_PART] = "REPLACE INTO part VALUES (?, ?, ?)",
	[FORGET_PART] = "DELETE FROM part WHERE name = ?",
};

/* --- fields of rows --- */

struct str
column_str(sqlite3_stmt *statement, int column)
{
	const void *bytes = sqlite3_column_blob(statement, column);
	int len = sqlite3_column_bytes(statement, column);
	return (struct str){bytes, bytes ? (size_t)len : 0};
}

struct digest
column_digest(sqlite3_stmt *statement, int column)
{
	struct digest digest = {0};
	struct str bytes = column_str(statement, column);
	if (bytes.len == sizeof digest)
		memcpy(&digest, bytes.data, sizeof digest);
	return digest;
}

void
bind_path(sqlite3_stmt *statement, struct str path)
{
	sqlite3_bind_text(statement, 1, path.data, (int)path.len, SQLITE_STATIC);
}

void
bind_bytes(sqlite3_stmt *statement, int column, const void *bytes, size_t len)
{
	sqlite3_bind_blob(statement, column, bytes, (int)len, SQLITE_STATIC);
}

/* A page that nobody read so far may turn out to be damaged when it is written to. */
static bool
succeeded(struct cache *cache, int status, int wanted)
{
	if (status == SQLITE_CORRUPT || status == SQLITE_NOTADB)
		cache->torn = cache->damaged = true;
	return status == wanted;
}

void
cache_file_run(struct cache *cache, enum statement which)
{
	sqlite3_stmt *statement = cache->statements[which];
	if (!succeeded(cache, sqlite3_step(statement), SQLITE_DONE))
		cache->failed = true;
	sqlite3_reset(statement);
	sqlite3_clear_bindings(statement);
}

/* --- the file --- */

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

bool
cache_file_open(struct cache *cache)
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

void
cache_file_close(struct cache *cache)
{
	for (int i = 0; i < STATEMENTS; i++) {
		sqlite3_finalize(cache->statements[i]);
		cache->statements[i] = NULL;
	}
	sqlite3_close(cache->db);
	cache->db = NULL;
}

bool
cache_file_load(struct cache *cache, const char *query,
	void (*row)(struct cache *cache, sqlite3_stmt *row))
{
	sqlite3_stmt *statement = NULL;
	int status;
	if (sqlite3_prepare_v2(cache->db, query, -1, &statement, NULL) != SQLITE_OK)
		return false;
	while ((status = sqlite3_step(statement)) == SQLITE_ROW)
		row(cache, statement);
	sqlite3_finalize(statement);
	return status == SQLITE_DONE;
}

bool
cache_file_execute(struct cache *cache, const char *statements)
{
	return succeeded(
		cache, sqlite3_exec(cache->db, statements, NULL, NULL, NULL), SQLITE_OK);
}

bool
cache_file_is_sound(struct cache *cache)
{
	sqlite3_stmt *statement = NULL;
	bool sound = sqlite3_prepare_v2(cache->db, "PRAGMA quick_check(1)", -1,
			     &statement, NULL) == SQLITE_OK &&
		     sqlite3_step(statement) == SQLITE_ROW &&
		     str_equal(column_str(statement, 0), STR("ok"));
	sqlite3_finalize(statement);
	return sound;
}
