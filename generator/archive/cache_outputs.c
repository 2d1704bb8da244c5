#include "archive/cache_file.h"

enum output_state { OUTPUT_STALE, OUTPUT_KEPT, OUTPUT_SAVED };

struct output_row {
	struct cached_output output;
	enum output_state state;
};

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

bool
cache_load_outputs(struct cache *cache)
{
	cache->outputs = map_open(cache->arena);
	return cache_file_load(cache,
		"SELECT path, size, modified, key, fingerprint FROM output ORDER BY path",
		load_output);
}

void
cache_sum_outputs(const struct cache *cache, bool all, struct digest *sum)
{
	for (size_t i = 0; i < cache->outputs.count; i++) {
		const struct output_row *row = cache->outputs.entries[i].value;
		const struct {
			struct digest path;
			struct cached_output output;
		} fields = {digest_of(cache->outputs.entries[i].key), row->output};
		if (all || row->state != OUTPUT_STALE)
			digest_add(sum, digest_of((struct str){
						(const char *)&fields, sizeof fields}));
	}
}

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
		*map_at(&cache->outputs, path) = row;
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

static struct str_list
outputs_that_are(const struct cache *cache, bool stale, struct arena *arena)
{
	struct str_list paths = {0};
	for (size_t i = 0; i < cache->outputs.count; i++) {
		const struct output_row *row = cache->outputs.entries[i].value;
		if ((row->state == OUTPUT_STALE) == stale)
			str_list_add(&paths, cache->outputs.entries[i].key, arena);
	}
	return paths;
}

struct str_list
cache_stale_outputs(const struct cache *cache, struct arena *arena)
{
	return outputs_that_are(cache, true, arena);
}

struct str_list
cache_current_outputs(const struct cache *cache, struct arena *arena)
{
	return outputs_that_are(cache, false, arena);
}

static void
write_output(struct cache *cache, struct str path, const struct cached_output *output)
{
	sqlite3_stmt *statement = cache->statements[SAVE_OUTPUT];
	bind_path(statement, path);
	sqlite3_bind_int64(statement, 2, (sqlite3_int64)output->size);
	sqlite3_bind_int64(statement, 3, output->modified);
	bind_bytes(statement, 4, &output->key, sizeof output->key);
	bind_bytes(statement, 5, &output->fingerprint, sizeof output->fingerprint);
	cache_file_run(cache, SAVE_OUTPUT);
}

static void
forget(struct cache *cache, struct str path)
{
	bind_path(cache->statements[FORGET_OUTPUT], path);
	cache_file_run(cache, FORGET_OUTPUT);
}

void
cache_write_outputs(struct cache *cache)
{
	for (size_t i = 0; i < cache->outputs.count; i++) {
		const struct output_row *row = cache->outputs.entries[i].value;
		struct str path = cache->outputs.entries[i].key;
		if (row->state == OUTPUT_SAVED)
			write_output(cache, path, &row->output);
		else if (row->state == OUTPUT_STALE)
			forget(cache, path);
	}
}
