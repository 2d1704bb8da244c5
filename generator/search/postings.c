#include "search/postings.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"

/* Most terms stand in one article only, a few in most: so a list is a chain of chunks of
 * which each is twice as large as the one before, up to a limit. Inside, postings are
 * LEB128 varints; none is split between two chunks. */
struct posting_chunk {
	struct posting_chunk *next;
	uint32_t used, size;
	unsigned char bytes[];
};

#define CHUNK_LEAST 8u
#define CHUNK_MOST  512u
#define VARINT_MOST 5u

static unsigned char *
room_in(struct postings *postings, struct posting_list *list)
{
	struct posting_chunk *last = list->last;
	if (last && last->used + VARINT_MOST <= last->size)
		return last->bytes + last->used;
	uint32_t size = !last                     ? CHUNK_LEAST
			: last->size < CHUNK_MOST ? last->size * 2
						  : CHUNK_MOST;
	struct posting_chunk *chunk = arena_alloc(postings->arena, sizeof *chunk + size);
	chunk->size = size;
	if (last)
		last->next = chunk;
	else
		list->first = chunk;
	list->last = chunk;
	return chunk->bytes;
}

static void
add_posting(struct postings *postings, struct posting_list *list, uint32_t posting)
{
	unsigned char *start = room_in(postings, list), *at = start;
	for (; posting >= 0x80; posting >>= 7)
		*at++ = (unsigned char)(posting | 0x80);
	*at++ = (unsigned char)posting;
	list->last->used += (uint32_t)(at - start);
	assert(list->last->used <= list->last->size);
}

/* BM25's saturation of frequency by length (Robertson and Walker 1994), k = 1.2, b =
 * 0.75, for a usual length of 500 terms, in three steps. Fixed, so that an impact depends
 * on its article alone. */
static uint32_t
impact_of(const struct posting_list *list, uint32_t length)
{
	if (list->in_title)
		return IMPACT_TITLE;
	double times = list->times;
	double weight = times / (times + 1.2 * (0.25 + 0.75 * length / 500.0));
	return weight < 0.6 ? 0 : weight < 0.8 ? 1 : 2;
}

static struct posting_list *
list_of(struct postings *postings, struct str term)
{
	struct posting_list *list = map_find(&postings->by_term, term);
	if (list)
		return list;
	list = arena_new(postings->arena, struct posting_list);
	list->term = str_copy(term, postings->arena);
	*map_at(&postings->by_term, list->term) = list;
	return list;
}

static int
by_term(const void *a, const void *b)
{
	const struct posting_list *const *left = a, *const *right = b;
	return str_compare((*left)->term, (*right)->term);
}

struct postings *
postings_open(struct arena *arena)
{
	struct postings *postings = arena_new(arena, struct postings);
	postings->arena = arena;
	postings->by_term = map_open(arena);
	return postings;
}

void
postings_add(struct postings *postings, struct str term, bool in_title)
{
	struct posting_list *list = list_of(postings, term);
	if (!list->times)
		*list_add(&postings->open, postings->arena) = list;
	list->times++;
	list->in_title |= in_title;
	postings->length++;
}

void
postings_end_article(struct postings *postings)
{
	for (size_t i = 0; i < postings->open.count; i++) {
		struct posting_list *list = postings->open.items[i];
		uint32_t next = list->count ? list->article + 1 : 0;
		uint32_t gap = postings->articles - next;
		add_posting(postings, list,
			gap * IMPACTS + impact_of(list, postings->length));
		list->article = postings->articles;
		list->count++;
		list->times = 0;
		list->in_title = false;
	}
	postings->open.count = 0;
	postings->length = 0;
	postings->articles++;
}

struct posting_list **
postings_sorted(const struct postings *postings, struct arena *arena)
{
	size_t count = postings->by_term.count;
	struct posting_list **lists =
		arena_array(arena, struct posting_list *, count + 1);
	for (size_t i = 0; i < count; i++)
		lists[i] = postings->by_term.entries[i].value;
	qsort(lists, count, sizeof(struct posting_list *), by_term);
	return lists;
}

struct posting_walk
posting_walk(const struct posting_list *list)
{
	return (struct posting_walk){.chunk = list->first};
}

bool
posting_next(struct posting_walk *walk, uint32_t *posting)
{
	if (walk->chunk && walk->at == walk->chunk->used)
		*walk = (struct posting_walk){.chunk = walk->chunk->next};
	if (!walk->chunk)
		return false;
	const unsigned char *bytes = walk->chunk->bytes;
	*posting = 0;
	for (unsigned shift = 0;; shift += 7) {
		unsigned char byte = bytes[walk->at++];
		*posting |= (uint32_t)(byte & 0x7F) << shift;
		if (byte < 0x80)
			return true;
	}
}
