#include "search/shard.h"

#include "base/json.h"
#include "base/list.h"
#include "search/term_codes.h"
#include "search/tokens.h"

/* The sorted terms are cut into shards of one size, but for a list that is longer:
 *
 *     terms   一 一下 一个 … 一致 … 发展 …    0.js  {"terms":312,"codes":"<codes>"}
 *     shards  [0            ][1  …   ][2 …    1.js  …
 *     terms.js {"articles":9000,"shards":3,"first":"<codes of 一, 一致, 发展>"}
 */
struct shards {
	const struct postings *postings;
	const struct str_list *names;
	struct posting_list **lists;
};

/* One round of writing. */
struct sharding {
	struct index_folder *folder;
	struct arena *arena;
	uint32_t articles;
	size_t size;           /* a shard's characters, about */
	struct bits_out codes; /* of the shard being made */
	size_t terms;          /* in it */
	struct strbuf before;  /* the latest of them */
	size_t shard_count;
	struct bits_out first;         /* for terms.js: the first term of each shard, */
	struct strbuf first_before;    /* and the latest of them */
	struct strbuf term;            /* of the list being added */
	struct posting_array postings; /* its own */
};

enum { NAMES_SHARD = 16384 };

/* A query reads the directory of a segment, of about four bytes a shard, and three
 * shards: together they are smallest at the root of 4/3 of all its codes; of the smallest
 * segments fewer files are enough. Names are asked for one at a time, after the texts,
 * and one new name rewrites all shards of an old segment: of these a few are enough. */
static size_t
shard_size(const struct shards *shards, uint32_t articles)
{
	static const struct {
		uint32_t below;
		size_t size;
	} sizes[] = {{2000, 2048}, {10000, 3072}, {20000, 4096}, {50000, 6144},
		{UINT32_MAX, 8192}};
	size_t i = 0;
	if (shards->names)
		return NAMES_SHARD;
	while (articles >= sizes[i].below)
		i++;
	return sizes[i].size;
}

static void
end_shard(struct sharding *sharding)
{
	struct arena *arena = arena_open();
	struct str codes = bits_text(&sharding->codes, arena);
	if (sharding->terms)
		index_folder_add(sharding->folder,
			str_format(arena, "%zu.js", sharding->shard_count++),
			str_format(arena, "{\"terms\":%zu,\"codes\":\"%.*s\"}",
				sharding->terms, STR_ARG(codes)));
	bits_cut(&sharding->codes, 0);
	strbuf_cut(&sharding->before, 0);
	sharding->terms = 0;
	arena_close(arena);
}

static void
add_codes(struct sharding *sharding, struct str term)
{
	term_codes_add(&sharding->codes, strbuf_str(&sharding->before), term);
	bits_add_postings(&sharding->codes, &sharding->postings, sharding->articles);
}

static void
add_first(struct sharding *sharding, struct str term)
{
	term_codes_add(&sharding->first, strbuf_str(&sharding->first_before), term);
	strbuf_cut(&sharding->first_before, 0);
	strbuf_add(&sharding->first_before, term);
}

/* What turns out to be too much for the shard is taken back and begins the next one. */
static void
add_term(struct sharding *sharding, struct str term)
{
	size_t from = bits_length(&sharding->codes);
	add_codes(sharding, term);
	size_t length = bits_length(&sharding->codes);
	if (sharding->terms && bits_characters(length) > sharding->size) {
		bits_cut(&sharding->codes, from);
		end_shard(sharding);
		add_codes(sharding, term);
	}
	if (!sharding->terms++)
		add_first(sharding, term);
	strbuf_cut(&sharding->before, 0);
	strbuf_add(&sharding->before, term);
}

static void
add_directory(struct sharding *sharding)
{
	struct strbuf out = strbuf_open(sharding->arena);
	struct json json = json_open(&out);
	json_object_begin(&json);
	json_key(&json, "articles");
	json_number(&json, sharding->articles);
	json_key(&json, "shards");
	json_number(&json, (long long)sharding->shard_count);
	json_key(&json, "first");
	json_text(&json, bits_text(&sharding->first, sharding->arena));
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
take_postings(struct sharding *sharding, struct posting_walk walk)
{
	uint32_t next = 0, posting;
	sharding->postings.count = 0;
	while (posting_next(&walk, &posting)) {
		uint32_t article = next + posting / IMPACTS;
		*list_add(&sharding->postings, sharding->arena) =
			(struct posting){article, posting % IMPACTS};
		next = article + 1;
	}
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
	};
	return shards;
}

void
shards_write(struct shards *shards, struct index_folder *folder)
{
	struct arena *arena = arena_open();
	uint32_t articles = postings_articles(shards->postings);
	struct sharding sharding = {
		.folder = folder,
		.arena = arena,
		.articles = articles,
		.size = shard_size(shards, articles),
		.codes = bits_open(arena),
		.before = strbuf_open(arena),
		.first = bits_open(arena),
		.first_before = strbuf_open(arena),
		.term = strbuf_open(arena),
	};
	for (size_t i = 0; i < postings_terms(shards->postings); i++) {
		const struct posting_list *list = shards->lists[i];
		take_postings(&sharding, postings_walk(shards->postings, list));
		add_term(&sharding, term_of(shards, list, &sharding.term));
	}
	end_shard(&sharding);
	add_directory(&sharding);
	arena_close(arena);
}
