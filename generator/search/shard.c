#include "search/shard.h"

#include <assert.h>

#include "base/json.h"
#include "base/list.h"
#include "search/dense.h"

/* The sorted terms are cut into shards of about one size; a list too long for that goes
 * into a file of its own and leaves no trace in its shard:
 *
 *     terms   一 一下 一个 … 发展 … 发现 …      0.js  {"一":"<codes>下<codes>个<codes>…"}
 *     shards  [0      ][1  …         ][2 …      1.js  {"…":"…","发":"现<codes>…"}
 *     heavy                  h0                 h0.js "<codes>"
 *     terms.js {"stoppers":70,"first":"一 一致 …","heavy":"发展 …"}
 */
struct shards {
	struct arena *arena;
	struct index_files *files;
	size_t size; /* a shard's bytes, about */
	unsigned stoppers;
	struct strbuf shard; /* the JSON being made, but for its end */
	uint32_t group; /* first character of the terms being added; 0 at the start */
	size_t shard_count, heavy_count;
	struct strbuf first, heavy; /* for terms.js */
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

static unsigned
best_stoppers(struct posting_list *const *lists, size_t count)
{
	struct arena *arena = arena_open();
	struct dense_counts counts = dense_counts_open(arena);
	for (size_t i = 0; i < count; i++) {
		struct posting_walk walk = posting_walk(lists[i]);
		uint32_t posting;
		while (posting_next(&walk, &posting))
			dense_count(&counts, posting / IMPACTS);
	}
	unsigned best = dense_best(&counts);
	arena_close(arena);
	return best;
}

/* A mark says the impact of the posting behind it; most have impact 0 and no mark. */
static void
add_codes(struct strbuf *out, const struct posting_list *list, unsigned stoppers)
{
	struct posting_walk walk = posting_walk(list);
	uint32_t posting;
	while (posting_next(&walk, &posting)) {
		uint32_t impact = posting % IMPACTS;
		if (impact)
			strbuf_add_char(out, DENSE_MARKS[impact - 1]);
		dense_add(out, stoppers, posting / IMPACTS);
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
end_shard(struct shards *shards)
{
	if (!shards->group)
		return;
	strbuf_add(&shards->shard, STR("\"}"));
	struct str name = str_format(shards->arena, "%zu.js", shards->shard_count++);
	index_files_add(shards->files, name, strbuf_str(&shards->shard), shards->arena);
	strbuf_cut(&shards->shard, 0);
	shards->group = 0;
}

static void
add_heavy(struct shards *shards, struct str term, struct str codes)
{
	struct str name = str_format(shards->arena, "h%zu.js", shards->heavy_count++);
	struct str json = str_format(shards->arena, "\"%.*s\"", STR_ARG(codes));
	index_files_add(shards->files, name, json, shards->arena);
	add_name(&shards->heavy, term);
}

static void
add_to_shard(struct shards *shards, struct str term, struct str codes)
{
	struct str tail = term;
	uint32_t group = str_next(&tail);
	assert(group > ' ' && group != '"' && group != '\\');
	if (shards->shard.len + term.len + codes.len > shards->size)
		end_shard(shards);
	if (!shards->group)
		add_name(&shards->first, term);
	if (group != shards->group) {
		strbuf_add(&shards->shard, shards->group ? STR("\",\"") : STR("{\""));
		strbuf_add_point(&shards->shard, group);
		strbuf_add(&shards->shard, STR("\":\""));
		shards->group = group;
	}
	strbuf_add(&shards->shard, tail);
	strbuf_add(&shards->shard, codes);
}

static void
add_directory(struct shards *shards)
{
	struct strbuf out = strbuf_open(shards->arena);
	struct json json = json_open(&out);
	json_object_begin(&json);
	json_key(&json, "stoppers");
	json_number(&json, shards->stoppers);
	json_key(&json, "first");
	json_text(&json, strbuf_str(&shards->first));
	json_key(&json, "heavy");
	json_text(&json, strbuf_str(&shards->heavy));
	json_object_end(&json);
	index_files_add(shards->files, STR("terms.js"), strbuf_str(&out), shards->arena);
}

void
shards_write(
	const struct postings *postings, struct index_files *files, struct arena *arena)
{
	size_t count = postings->by_term.count;
	struct posting_list **lists = postings_sorted(postings, arena);
	struct shards shards = {
		.arena = arena,
		.files = files,
		.size = shard_size(postings->articles),
		.stoppers = best_stoppers(lists, count),
		.shard = strbuf_open(arena),
		.first = strbuf_open(arena),
		.heavy = strbuf_open(arena),
	};
	struct strbuf codes = strbuf_open(arena);
	for (size_t i = 0; i < count; i++) {
		strbuf_cut(&codes, 0);
		add_codes(&codes, lists[i], shards.stoppers);
		if (codes.len > shards.size / 2)
			add_heavy(&shards, lists[i]->term, strbuf_str(&codes));
		else
			add_to_shard(&shards, lists[i]->term, strbuf_str(&codes));
	}
	end_shard(&shards);
	add_directory(&shards);
}
