#include "search/former.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "base/list.h"
#include "search/index_files.h"
#include "search/term_codes.h"

#define GONE UINT32_MAX

struct former {
	const struct search_ways *ways;
	struct arena *arena;
	struct str folder; /* "text-2024" */
	uint32_t articles; /* of the segment, then */
	uint32_t *now;     /* the number of each of them now, or GONE */
	size_t from, to;   /* the articles of the catalog that the segment has now, */
	bool *kept;        /* and which of them it had */
	struct {
		struct former_shard *items;
		size_t count, capacity;
	} shards;           /* in order */
	size_t next;        /* of them */
	struct arena *file; /* the shard being read */
	struct bits_in codes;
	int terms; /* left in it */
	struct strbuf term;
	struct posting_array postings;
	bool bad;
};

/* --- which articles --- */

struct str
former_note(const struct search_plan *plan, const struct search_part *part,
	struct arena *arena)
{
	struct strbuf note = strbuf_open(arena);
	bytes_add_digest(&note, plan->rules);
	bytes_add_number(&note, part->to - part->from);
	for (size_t i = part->from; i < part->to; i++)
		bytes_add_digest(&note, plan->catalog->articles.items[i]->digest);
	return strbuf_str(&note);
}

/* An article then or now. */
struct version {
	struct digest digest;
	uint32_t number;
};

static int
by_digest(const void *a, const void *b)
{
	const struct version *left = a, *right = b;
	if (left->digest.high != right->digest.high)
		return left->digest.high < right->digest.high ? -1 : 1;
	if (left->digest.low != right->digest.low)
		return left->digest.low < right->digest.low ? -1 : 1;
	return (left->number > right->number) - (left->number < right->number);
}

static int
compare_digests(struct digest a, struct digest b)
{
	const struct version left = {a, 0}, right = {b, 0};
	return by_digest(&left, &right);
}

/* Equal articles have equal postings, so any of the old ones will do for a new one, once.
 * Answers how many found one. */
static size_t
pair(struct former *former, struct version *then, struct version *now)
{
	size_t count = former->to - former->from, pairs = 0;
	qsort(then, former->articles, sizeof *then, by_digest);
	qsort(now, count, sizeof *now, by_digest);
	for (size_t i = 0, k = 0; i < former->articles && k < count;) {
		int order = compare_digests(then[i].digest, now[k].digest);
		if (order == 0) {
			former->now[then[i].number] = now[k].number;
			former->kept[now[k].number] = true;
			pairs++;
		}
		i += order <= 0;
		k += order >= 0;
	}
	return pairs;
}

/* False where no article is left of those in the note, or it was made by other rules. */
static bool
read_note(struct former *former, const struct search_plan *plan, struct str note)
{
	struct bytes_reader reader = {.rest = note};
	bool same = digest_equal(bytes_digest(&reader), plan->rules);
	uint64_t count = bytes_number_to(&reader, UINT32_MAX - 1);
	if (!same || reader.bad || count > note.len)
		return false;
	struct arena *arena = arena_open();
	size_t now_count = former->to - former->from;
	struct version *then = arena_array(arena, struct version, count + 1);
	struct version *now = arena_array(arena, struct version, now_count + 1);
	former->articles = (uint32_t)count;
	former->now = arena_array(former->arena, uint32_t, count + 1);
	former->kept = arena_array(former->arena, bool, now_count + 1);
	for (uint32_t i = 0; i < count; i++) {
		then[i] = (struct version){bytes_digest(&reader), i};
		former->now[i] = GONE;
	}
	for (uint32_t i = 0; i < now_count; i++)
		now[i] = (struct version){
			plan->catalog->articles.items[former->from + i]->digest, i};
	bool good = !reader.bad && pair(former, then, now) > 0;
	arena_close(arena);
	return good;
}

/* --- files --- */

/* Where a file of the folder stands in the site. */
static struct str
site_path(struct str path, struct arena *arena)
{
	return str_format(arena, "search/%.*s.js", STR_ARG(path));
}

/* The number and codes of a file of the folder: {"<kind>":<count>,"codes":"…" */
static bool
read_file(struct former *former, struct str path, const char *kind, int *count,
	struct bits_in *codes, struct arena *arena)
{
	struct str bytes, number, text, begin, between = STR("\"codes\":\"");
	begin = str_format(arena, "backfile({\"%s\":", kind);
	if (!former->ways->former(
		    former->ways->context, site_path(path, arena), &bytes, arena) ||
		!str_starts(bytes, begin))
		return false;
	bytes = str_slice(bytes, begin.len, bytes.len);
	if (!str_cut(&bytes, ',', &number) || !str_starts(bytes, between))
		return false;
	bytes = str_slice(bytes, between.len, bytes.len);
	str_cut(&bytes, '"', &text);
	*codes = bits_read(text);
	return str_number(number, count);
}

/* Adds what a node has below it: its shards, or those of its nodes. */
static bool
read_node(struct former *former, struct str path, bool root)
{
	struct arena *arena = arena_open();
	struct strbuf term = strbuf_open(arena);
	struct bits_in codes;
	int count;
	bool shards = read_file(former, path, "shards", &count, &codes, arena);
	bool good = shards ||
		    (root && read_file(former, path, "branches", &count, &codes, arena));
	for (; good && count > 0; count--) {
		term_codes_take(&codes, &term);
		uint64_t name = name_codes_take(&codes);
		good = !codes.bad;
		if (good && shards)
			*list_add(&former->shards, former->arena) = (struct former_shard){
				str_copy(strbuf_str(&term), former->arena), name};
		else if (good)
			good = read_node(former,
				index_folder_path(former->folder, name, arena), false);
	}
	arena_close(arena);
	return good;
}

/* --- all --- */

struct former *
former_open(const struct search_plan *plan, const struct search_part *part,
	const struct search_ways *ways, struct arena *arena)
{
	struct str folder, rest = part->former;
	if (!ways->former || !str_cut(&rest, '/', &folder))
		return NULL;
	struct former *former = arena_new(arena, struct former);
	*former = (struct former){.ways = ways,
		.arena = arena,
		.folder = folder,
		.from = part->from,
		.to = part->to,
		.term = strbuf_open(arena)};
	if (!read_note(former, plan, part->note) ||
		!read_node(former, part->former, true))
		return NULL;
	former->file = arena_open();
	return former;
}

bool
former_has(const struct former *former, size_t article)
{
	return former && former->kept[article - former->from];
}

static bool
next_file(struct former *former)
{
	if (former->next == former->shards.count)
		return false;
	arena_empty(former->file);
	strbuf_cut(&former->term, 0);
	struct str path = index_folder_path(
		former->folder, former->shards.items[former->next++].name, former->file);
	former->bad = !read_file(former, path, "terms", &former->terms, &former->codes,
			      former->file) ||
		      former->terms <= 0;
	return !former->bad;
}

/* The next term of the shard being read, with its postings as they were. */
static bool
take_term(struct former *former)
{
	former->terms--;
	term_codes_take(&former->codes, &former->term);
	bits_postings(&former->codes, former->articles, &former->postings, former->arena);
	former->bad = former->codes.bad;
	return !former->bad;
}

/* Of the postings read, those of articles that are left, by the numbers that they have
 * now. Most keep their order: each goes back to its place from the end. */
static void
renumber(struct former *former, struct posting_array *postings)
{
	postings->count = 0;
	for (size_t i = 0; i < former->postings.count; i++) {
		struct posting posting = former->postings.items[i];
		posting.article = former->now[posting.article];
		if (posting.article == GONE)
			continue;
		size_t at = postings->count;
		list_add(postings, former->arena);
		for (; at && postings->items[at - 1].article > posting.article; at--)
			postings->items[at] = postings->items[at - 1];
		postings->items[at] = posting;
	}
}

bool
former_next(struct former *former, struct str *term, struct posting_array *postings,
	bool *whole)
{
	postings->count = 0;
	while (!former->bad && !postings->count) {
		if (!former->terms && !next_file(former))
			break;
		if (take_term(former))
			renumber(former, postings);
	}
	*whole = !former->bad;
	*term = strbuf_str(&former->term);
	return *whole && postings->count;
}

/* --- shards --- */

size_t
former_shards(const struct former *former)
{
	return former->shards.count;
}

const struct former_shard *
former_shard(const struct former *former, size_t shard)
{
	return &former->shards.items[shard];
}

bool
former_keeps_numbers(const struct former *former)
{
	bool same = former->articles == former->to - former->from;
	for (uint32_t i = 0; same && i < former->articles; i++)
		same = former->now[i] == i || former->now[i] == GONE;
	return same;
}

bool
former_gone(struct former *former, struct str *term, struct posting_array *postings)
{
	postings->count = 0;
	if (!former->terms || !take_term(former))
		return false;
	for (size_t i = 0; i < former->postings.count; i++)
		if (former->now[former->postings.items[i].article] == GONE)
			*list_add(postings, former->arena) = former->postings.items[i];
	*term = strbuf_str(&former->term);
	return true;
}

bool
former_is_good(const struct former *former)
{
	return !former->bad;
}

bool
former_keep(const struct former *former, size_t shard)
{
	struct arena *arena = arena_open();
	struct str path = index_folder_path(
		former->folder, former->shards.items[shard].name, arena);
	bool kept = former->ways->keep(former->ways->context, site_path(path, arena));
	arena_close(arena);
	return kept;
}

bool
former_go(struct former *former, size_t shard)
{
	former->next = shard;
	former->terms = 0;
	return shard < former->shards.count && next_file(former);
}

void
former_close(struct former *former)
{
	if (former)
		arena_close(former->file);
}
