#include "search/shard.h"

#include <assert.h>

#include "base/json.h"
#include "base/list.h"
#include "search/dense.h"
#include "search/tokens.h"

/* The sorted terms are cut into shards of about one size; a list too long for that goes
 * into a file of its own and leaves no trace in its shard:
 *
 *     terms   一 一下 一个 … 发展 … 发现 …      0.js  {"一":"<codes>下<codes>个<codes>…"}
 *     shards  [0      ][1  …         ][2 …      1.js  {"…":"…","发":"现<codes>…"}
 *     heavy                  h0                 h0.js "<codes>"
 *     terms.js {"stoppers":70,"first":"一 一致 …","heavy":"发展 …"}
 */
struct shards {
	const struct postings *postings;
	const struct str_list *names;
	struct posting_list **lists;
	unsigned stoppers;
};

/* One round of writing. */
struct sharding {
	struct index_folder *folder;
	struct arena *arena;
	size_t size;         /* a shard's bytes, about */
	struct strbuf shard; /* the JSON being made, but for its end */
	uint32_t group; /* first character of the terms being added; 0 at the start */
	size_t shard_count, heavy_count;
	struct strbuf first, heavy; /* for terms.js */
	struct strbuf term, codes;  /* of the list being added */
};

/* Small segments have small shards: a query reads two or three of each segment. */
static size_t
shard_size(uint32_t articles)
{
	return articles < 2000    ? 4096
	       : articles < 20000 ? 8192
	       : articles < 50000 ? 16384
				  : 32768;
}

/* A mark says the impact of the posting behind it; most have impact 0 and no mark. */
static void
add_codes(
	struct strbuf *out, const struct shards *shards, const struct posting_list *list)
{
	struct posting_walk walk = postings_walk(shards->postings, list);
	uint32_t posting;
	while (posting_next(&walk, &posting)) {
		uint32_t impact = posting % IMPACTS;
		if (impact)
			strbuf_add_char(out, DENSE_MARKS[impact - 1]);
		dense_add(out, shards->stoppers, posting / IMPACTS);
	}
}

static void
add_name(struct strbuf *names, struct str term)
{
	if (names->len)
		strbuf_add_char(names, ' ');
	strbuf_add(names, term);
}

static void
end_shard(struct sharding *sharding)
{
	if (!sharding->group)
		return;
	strbuf_add(&sharding->shard, STR("\"}"));
	struct str name = str_format(sharding->arena, "%zu.js", sharding->shard_count++);
	index_folder_add(sharding->folder, name, strbuf_str(&sharding->shard));
	strbuf_cut(&sharding->shard, 0);
	sharding->group = 0;
}

static void
add_heavy(struct sharding *sharding, struct str term, struct str codes)
{
	struct arena *arena = arena_open();
	struct str name = str_format(arena, "h%zu.js", sharding->heavy_count++);
	struct str json = str_format(arena, "\"%.*s\"", STR_ARG(codes));
	index_folder_add(sharding->folder, name, json);
	add_name(&sharding->heavy, term);
	arena_close(arena);
}

static void
add_to_shard(struct sharding *sharding, struct str term, struct str codes)
{
	struct str tail = term;
	uint32_t group = str_next(&tail);
	assert(group > ' ' && group != '"' && group != '\\');
	if (sharding->shard.len + term.len + codes.len > sharding->size)
		end_shard(sharding);
	if (!sharding->group)
		add_name(&sharding->first, term);
	if (group != sharding->group) {
		strbuf_add(&sharding->shard, sharding->group ? STR("\",\"") : STR("{\""));
		strbuf_add_point(&sharding->shard, group);
		strbuf_add(&sharding->shard, STR("\":\""));
		sharding->group = group;
	}
	strbuf_add(&sharding->shard, tail);
	strbuf_add(&sharding->shard, codes);
}

static void
add_directory(const struct shards *shards, struct sharding *sharding)
{
	struct strbuf out = strbuf_open(sharding->arena);
	struct json json = json_open(&out);
	json_object_begin(&json);
	json_key(&json, "stoppers");
	json_number(&json, shards->stoppers);
	json_key(&json, "first");
	json_text(&json, strbuf_str(&sharding->first));
	json_key(&json, "heavy");
	json_text(&json, strbuf_str(&sharding->heavy));
	json_object_end(&json);
	index_folder_add(sharding->folder, STR("terms.js"), strbuf_str(&out));
}

static struct str
term_of(const struct shards *shards, const struct posting_list *list, struct strbuf *text)
{
	if (shards->names)
		return shards->names->items[list->term];
	strbuf_cut(text, 0);
	term_add(text, list->term);
	return strbuf_str(text);
}

static void
add_list(const struct shards *shards, struct sharding *sharding,
	const struct posting_list *list)
{
	struct str term = term_of(shards, list, &sharding->term);
	strbuf_cut(&sharding->codes, 0);
	add_codes(&sharding->codes, shards, list);
	struct str codes = strbuf_str(&sharding->codes);
	if (codes.len > sharding->size / 2)
		add_heavy(sharding, term, codes);
	else
		add_to_shard(sharding, term, codes);
}

struct shards *
shards_open(const struct postings *postings, const struct str_list *names,
	struct arena *arena)
{
	struct shards *shards = arena_new(arena, struct shards);
	*shards = (struct shards){
		.postings = postings,
		.names = names,
		.lists = postings_sorted(postings, arena),
		.stoppers = dense_best(postings_gaps(postings)),
	};
	return shards;
}

void
shards_write(struct shards *shards, struct index_folder *folder)
{
	struct arena *arena = arena_open();
	struct sharding sharding = {
		.folder = folder,
		.arena = arena,
		.size = shard_size(postings_articles(shards->postings)),
		.shard = strbuf_open(arena),
		.first = strbuf_open(arena),
		.heavy = strbuf_open(arena),
		.term = strbuf_open(arena),
		.codes = strbuf_open(arena),
	};
	for (size_t i = 0; i < postings_terms(shards->postings); i++)
		add_list(shards, &sharding, shards->lists[i]);
	end_shard(&sharding);
	add_directory(shards, &sharding);
	arena_close(arena);
}
