#include "archive/full_text.h"
#include "base/json.h"
#include "search/dense.h"
#include "search/index_files.h"
#include "search/issue_file.h"
#include "search/listing.h"
#include "search/search.h"
#include "search/segment.h"
#include "search/shard.h"

#define FORMAT_VERSION 1
#define FOLD_STOPPERS  80u /* of the gaps in the folding table */

/* The index being written: one segment at a time is held in memory. */
struct writing {
	const struct catalog *catalog;
	struct cache *cache;
	struct fold *fold;
	search_sink *sink;
	void *context;
	struct arena *scratch;
};

/* --- folders --- */

static bool
sink_files(struct writing *writing, struct str folder, const struct index_files *files)
{
	for (size_t i = 0; i < files->count; i++) {
		struct arena *arena = arena_open();
		struct str path = str_format(arena, "search/%.*s/%.*s", STR_ARG(folder),
			STR_ARG(files->items[i].name));
		bool taken = writing->sink(writing->context, path, files->items[i].bytes);
		arena_close(arena);
		if (!taken)
			return false;
	}
	return true;
}

/* The index of the texts of a segment: its folder's name, or "" when the sink gave up. */
static struct str
write_texts(struct writing *writing, const struct segment *segment)
{
	struct arena *arena = arena_open(), *line = arena_open();
	struct postings *postings = postings_open(arena);
	struct pair_heads *heads = pair_heads_open(arena);
	for (size_t i = segment->from; i < segment->to; i++) {
		list_texts(postings, writing->fold, heads,
			full_text_of_article(writing->cache,
				writing->catalog->articles.items[i], line),
			line);
		arena_empty(line);
	}
	struct index_files files = {0};
	shards_write(postings, &files, arena);
	struct str folder = index_files_folder(&files, writing->scratch);
	bool damaged = writing->cache && cache_is_damaged(writing->cache);
	if (damaged || !sink_files(writing, folder, &files))
		folder = STR_NONE;
	arena_close(line);
	arena_close(arena);
	return folder;
}

/* The index of its persons, tags, columns, pages and kinds, and its issues. */
static struct str
write_names(struct writing *writing, const struct segment *segment)
{
	struct arena *arena = arena_open(), *line = arena_open();
	struct postings *postings = postings_open(arena);
	for (size_t i = segment->from; i < segment->to; i++) {
		list_names(postings, writing->catalog->articles.items[i], line);
		arena_empty(line);
	}
	struct index_files names = {0}, issues = {0};
	shards_write(postings, &names, arena);
	issue_files_write(writing->catalog, segment, &issues, &names, arena);
	struct str folder = index_files_folder(&names, writing->scratch);
	if (!sink_files(writing, STR("issues"), &issues) ||
		!sink_files(writing, folder, &names))
		folder = STR_NONE;
	arena_close(line);
	arena_close(arena);
	return folder;
}

/* --- the files at the top --- */

/* The folding table; its name, with its digest, or "" when the sink gave up. */
static struct str
write_fold(struct writing *writing)
{
	struct arena *arena = writing->scratch;
	struct fold_pairs pairs = fold_pairs(writing->fold, arena);
	struct strbuf out = strbuf_open(arena);
	struct strbuf from = strbuf_open(arena), to = strbuf_open(arena);
	uint32_t last = 0;
	for (size_t i = 0; i < pairs.count; i++) {
		dense_add(&from, FOLD_STOPPERS, pairs.items[i].from - last);
		strbuf_add_point(&to, pairs.items[i].to);
		last = pairs.items[i].from;
	}
	struct json json = json_open(&out);
	json_object_begin(&json);
	json_key(&json, "stoppers");
	json_number(&json, FOLD_STOPPERS);
	json_key(&json, "from");
	json_text(&json, strbuf_str(&from));
	json_key(&json, "to");
	json_text(&json, strbuf_str(&to));
	json_object_end(&json);
	struct str bytes = script_of(strbuf_str(&out), arena);
	struct str hash = str_slice(digest_text(digest_of(bytes), arena), 0, 8);
	struct str name = str_format(arena, "fold-%.*s.js", STR_ARG(hash));
	struct str path = str_format(arena, "search/%.*s", STR_ARG(name));
	return writing->sink(writing->context, path, bytes) ? name : STR_NONE;
}

static void
describe_segment(struct json *json, const struct writing *writing,
	const struct segment *segment, struct str text, struct str names)
{
	struct article *const *articles = writing->catalog->articles.items;
	struct arena *arena = writing->scratch;
	json_object_begin(json);
	json_key(json, "name");
	json_text(json, segment->name);
	json_key(json, "articles");
	json_number(json, (long long)(segment->to - segment->from));
	json_key(json, "first");
	json_text(json, date_text(articles[segment->from]->date, arena));
	json_key(json, "last");
	json_text(json, date_text(articles[segment->to - 1]->date, arena));
	json_key(json, "text");
	json_text(json, text);
	json_key(json, "names");
	json_text(json, names);
	json_object_end(json);
}

static bool
write_segments(struct writing *writing, struct json *json)
{
	const struct catalog *catalog = writing->catalog;
	struct segments segments = segments_plan(
		catalog->articles.items, catalog->articles.count, writing->scratch);
	json_key(json, "segments");
	json_array_begin(json);
	for (size_t i = 0; i < segments.count; i++) {
		struct str text = write_texts(writing, &segments.items[i]);
		struct str names =
			text.len ? write_names(writing, &segments.items[i]) : STR_NONE;
		if (!names.len)
			return false;
		describe_segment(json, writing, &segments.items[i], text, names);
	}
	json_array_end(json);
	return true;
}

bool
search_write(const struct catalog *catalog, struct cache *cache, struct text *text,
	search_sink *sink, void *context, struct arena *scratch)
{
	struct writing writing = {
		catalog, cache, fold_open(text, scratch), sink, context, scratch};
	struct strbuf out = strbuf_open(scratch);
	struct json json = json_open(&out);
	struct str fold = write_fold(&writing);
	if (!fold.len)
		return false;
	json_object_begin(&json);
	json_key(&json, "format");
	json_number(&json, FORMAT_VERSION);
	json_key(&json, "articles");
	json_number(&json, (long long)catalog->articles.count);
	json_key(&json, "fold");
	json_text(&json, fold);
	if (!write_segments(&writing, &json))
		return false;
	json_object_end(&json);
	return sink(
		context, STR("search/manifest.js"), script_of(strbuf_str(&out), scratch));
}
