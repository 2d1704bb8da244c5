#include "archive/cache_file.h"

struct source_row {
	struct cached_source source;
	bool current; /* found or saved by this build */
};

static const char *const reading_texts[READINGS] = {
	[FIND_QUOTES] = "SELECT quotes FROM text WHERE path = ?",
	[FIND_TEXT] = "SELECT text FROM text WHERE path = ?",
};

static void
load_source(struct cache *cache, sqlite3_stmt *row)
{
	struct source_row *source = arena_new(cache->arena, struct source_row);
	source->source = (struct cached_source){
		.size = (uint64_t)sqlite3_column_int64(row, 1),
		.modified = sqlite3_column_int64(row, 2),
		.digest = column_digest(row, 3),
		.head = str_copy(column_str(row, 4), cache->arena),
		.signs = str_copy(column_str(row, 5), cache->brief),
	};
	*map_at(&cache->sources, str_copy(column_str(row, 0), cache->arena)) = source;
}

bool
cache_load_sources(struct cache *cache)
{
	cache->sources = map_open(cache->arena);
	return cache_file_load(cache,
		"SELECT path, size, modified, digest, head, signs FROM source ORDER BY "
		"path",
		load_source);
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
	bind_bytes(statement, 6, source->signs.data, source->signs.len);
	cache_file_run(cache, SAVE_SOURCE);
	bind_path(cache->statements[SAVE_TEXT], path);
	bind_bytes(cache->statements[SAVE_TEXT], 2, quotes.data, quotes.len);
	bind_bytes(cache->statements[SAVE_TEXT], 3, text.data, text.len);
	cache_file_run(cache, SAVE_TEXT);
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
	cache_file_run(cache, which);
}

void
cache_forget_sources(struct cache *cache)
{
	for (size_t i = 0; i < cache->sources.count; i++) {
		const struct source_row *row = cache->sources.entries[i].value;
		if (row->current)
			continue;
		forget(cache, FORGET_SOURCE, cache->sources.entries[i].key);
		forget(cache, FORGET_TEXT, cache->sources.entries[i].key);
	}
}

/* --- texts --- */

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

/* The lists of people and tags ask for the same sources over and over, so what was found
 * is kept; from the beginning once it is much. */
struct str
cache_find_quotes(struct cache *cache, struct str path, struct arena *arena)
{
	enum { MOST_KEPT = 4 * 1024 * 1024 };
	struct reader *reader = &cache->reader;
	open_reader(cache);
	if (!reader->kept)
		reader->kept = arena_open();
	if (!reader->quotes.arena || arena_used(reader->kept) > MOST_KEPT) {
		arena_empty(reader->kept);
		reader->quotes = map_open(reader->kept);
	}
	const struct str *known = map_find(&reader->quotes, path);
	if (!known) {
		struct str *found = arena_new(reader->kept, struct str);
		*found = find(cache, FIND_QUOTES, path, reader->kept);
		*map_at(&reader->quotes, str_copy(path, reader->kept)) = found;
		known = found;
	}
	return known->data ? str_copy(*known, arena) : STR_NONE;
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

void
cache_close_reader(struct cache *cache)
{
	if (cache->reader.process != getpid())
		return;
	for (int i = 0; i < READINGS; i++)
		sqlite3_finalize(cache->reader.find[i]);
	sqlite3_close(cache->reader.db);
	if (cache->reader.kept)
		arena_close(cache->reader.kept);
	cache->reader = (struct reader){0};
}
