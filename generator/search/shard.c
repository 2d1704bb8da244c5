#include "search/shard.h"

#include <string.h>

#include "base/digest.h"
#include "base/list.h"
#include "search/cut.h"
#include "search/term_codes.h"

/* The sorted terms are cut into shards of about one size, but for a list that is longer:
 *
 *     terms   一 一下 一个 … 一致 … 发展 …
 *     shards  [0            ][1  …   ][2 …
 *
 * Terms are coded as they come. When a shard has grown over its bound, the place of the
 * cut is chosen (cut.h), and the terms behind it begin the next one.
 */
struct pending {
	struct str term;
	size_t from, count; /* of its postings among all that are pending */
};

struct shards {
	const struct index_folder *folder;
	struct directory directory;
	uint32_t articles;
	struct cut_bounds bounds; /* characters of a shard */
	struct bits_out codes;    /* of the shard being made */
	struct cut_marks marks;   /* before each of its terms; lengths in bits */
	struct {
		struct pending *items;
		size_t count, capacity;
	} pending;                     /* its terms */
	struct posting_array postings; /* and theirs */
	struct arena *line, *spare;    /* terms; the other for the next shard's */
};

/* A query reads three shards of a segment: the smaller ones are, the less, and the more
 * files there are. A new issue changes nearly all of its month, so a small segment has
 * few. Names are asked for one at a time, after the texts: of these a few files are
 * enough. */
static size_t
shard_size(uint32_t articles, bool names)
{
	static const struct {
		uint32_t below;
		size_t size;
	} sizes[] = {{2000, 8192}, {10000, 3072}, {20000, 4096}, {50000, 6144},
		{UINT32_MAX, 8192}};
	size_t i = 0;
	if (names)
		return 16384;
	while (articles >= sizes[i].below)
		i++;
	return sizes[i].size;
}

struct shards *
shards_open(const struct index_folder *folder, uint32_t articles, bool names,
	struct arena *arena)
{
	struct shards *shards = arena_new(arena, struct shards);
	size_t bits = shard_size(articles, names) / 2 * 13;
	*shards = (struct shards){
		.folder = folder,
		.directory = directory_open(arena),
		.articles = articles,
		.bounds = {bits - bits / 4, bits + bits / 4},
		.codes = bits_open(arena),
		.line = arena_open(),
		.spare = arena_open(),
	};
	return shards;
}

static void
send(struct shards *shards, size_t terms)
{
	struct arena *arena = arena_open();
	struct str codes = bits_text(&shards->codes, arena);
	struct str json = str_format(
		arena, "{\"terms\":%zu,\"codes\":\"%.*s\"}", terms, STR_ARG(codes));
	directory_add(&shards->directory, shards->pending.items[0].term,
		index_folder_put(shards->folder, json));
	arena_close(arena);
}

/* Codes a term behind those of the shard. */
static void
code(struct shards *shards, struct pending pending)
{
	size_t count = shards->pending.count;
	struct str before = count ? shards->pending.items[count - 1].term : STR("");
	const struct posting_array list = {
		shards->postings.items + pending.from, pending.count, pending.count};
	*list_add(&shards->marks, shards->directory.arena) = (struct cut_mark){
		digest_of(pending.term).high, bits_length(&shards->codes)};
	*list_add(&shards->pending, shards->directory.arena) = pending;
	term_codes_add(&shards->codes, before, pending.term);
	bits_add_postings(&shards->codes, &list, shards->articles);
}

/* Empties the shard but for its terms from the `from`-th on, which begin the next. */
static void
begin_again(struct shards *shards, size_t from)
{
	size_t count = shards->pending.count - from;
	struct pending *rest = shards->pending.items + from;
	size_t moved = count ? rest[0].from : shards->postings.count;
	shards->postings.count -= moved;
	memmove(shards->postings.items, shards->postings.items + moved,
		shards->postings.count * sizeof *shards->postings.items);
	bits_cut(&shards->codes, 0);
	shards->marks.count = shards->pending.count = 0;
	for (size_t i = 0; i < count; i++)
		code(shards, (struct pending){str_copy(rest[i].term, shards->spare),
				     rest[i].from - moved, rest[i].count});
	arena_empty(shards->line);
	struct arena *line = shards->line;
	shards->line = shards->spare;
	shards->spare = line;
}

static void
cut(struct shards *shards)
{
	size_t terms = cut_choose(&shards->marks, shards->bounds);
	if (terms < shards->marks.count)
		bits_cut(&shards->codes, shards->marks.items[terms].length);
	send(shards, terms);
	begin_again(shards, terms);
}

void
shards_add(struct shards *shards, struct str term, const struct posting_array *postings)
{
	struct pending pending = {
		str_copy(term, shards->line), shards->postings.count, postings->count};
	for (size_t i = 0; i < postings->count; i++)
		*list_add(&shards->postings, shards->directory.arena) =
			postings->items[i];
	code(shards, pending);
	while (bits_length(&shards->codes) > shards->bounds.most)
		cut(shards);
}

struct str
shards_begin(const struct shards *shards)
{
	return shards->pending.count ? shards->pending.items[0].term : STR("");
}

void
shards_give_up(struct shards *shards)
{
	begin_again(shards, shards->pending.count);
}

void
shards_take(struct shards *shards, struct str term, uint64_t name)
{
	directory_add(&shards->directory, term, name);
}

void
shards_drop(struct shards *shards)
{
	arena_close(shards->line);
	arena_close(shards->spare);
}

struct str
shards_close(struct shards *shards, struct str more, struct arena *arena)
{
	if (shards->pending.count)
		send(shards, shards->pending.count);
	shards_drop(shards);
	return directory_write(&shards->directory, shards->folder, more, arena);
}
