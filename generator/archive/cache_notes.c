#include "archive/cache_file.h"

struct note {
	struct str value;
	bool saved; /* by this build */
};

struct part_row {
	struct cached_part part;
	bool used;  /* found or saved by this build */
	bool saved; /* and not yet in the file */
};

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

void
cache_write_notes(struct cache *cache)
{
	for (size_t i = 0; i < cache->notes.count; i++) {
		struct note *note = cache->notes.entries[i].value;
		if (!note->saved)
			continue;
		bind_path(cache->statements[SAVE_NOTE], cache->notes.entries[i].key);
		bind_bytes(cache->statements[SAVE_NOTE], 2, note->value.data,
			note->value.len);
		cache_file_run(cache, SAVE_NOTE);
		note->saved = false;
	}
}

static void
load_note(struct cache *cache, sqlite3_stmt *row)
{
	struct note *note = arena_new(cache->arena, struct note);
	note->value = str_copy(column_str(row, 1), cache->arena);
	*map_at(&cache->notes, str_copy(column_str(row, 0), cache->arena)) = note;
}

bool
cache_load_notes(struct cache *cache)
{
	cache->notes = map_open(cache->arena);
	return cache_file_load(
		cache, "SELECT name, value FROM note ORDER BY name", load_note);
}

/* --- parts --- */

void
cache_sum_parts(const struct cache *cache, bool all, struct digest *sum)
{
	for (size_t i = 0; i < cache->parts.count; i++) {
		const struct part_row *row = cache->parts.entries[i].value;
		const struct digest fields[] = {digest_of(cache->parts.entries[i].key),
			row->part.stamp, digest_of(row->part.value)};
		if (all || row->used)
			digest_add(sum, digest_of((struct str){
						(const char *)fields, sizeof fields}));
	}
}

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
	cache_file_run(cache, SAVE_PART);
}

void
cache_write_parts(struct cache *cache)
{
	for (size_t i = 0; i < cache->parts.count; i++) {
		const struct part_row *row = cache->parts.entries[i].value;
		struct str name = cache->parts.entries[i].key;
		if (row->saved) {
			write_part(cache, name, &row->part);
		} else if (!row->used) {
			bind_path(cache->statements[FORGET_PART], name);
			cache_file_run(cache, FORGET_PART);
		}
	}
}

static void
load_part(struct cache *cache, sqlite3_stmt *row)
{
	struct part_row *part = arena_new(cache->arena, struct part_row);
	part->part.stamp = column_digest(row, 1);
	part->part.value = str_copy(column_str(row, 2), cache->arena);
	*map_at(&cache->parts, str_copy(column_str(row, 0), cache->arena)) = part;
}

bool
cache_load_parts(struct cache *cache)
{
	cache->parts = map_open(cache->arena);
	return cache_file_load(
		cache, "SELECT name, stamp, value FROM part ORDER BY name", load_part);
}
