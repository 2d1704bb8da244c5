#include "search/postings.h"

#include <assert.h>
#include <stdlib.h>

#include "base/list.h"

#define LISTS_BITS 10u /* of the lists in a block */
#define LISTS_SIZE (1u << LISTS_BITS)

struct postings {
	struct arena *arena;
	struct {
		struct posting_list **items;
		size_t count, capacity;
	} list_blocks;
	uint32_t list_count;
	uint32_t *slots; /* number of a list + 1, 0 is free */
	unsigned slot_bits;
	struct posting_pool *pool;
	struct {
		struct occurrence *items;
		size_t count, capacity;
	} added; /* to the article */
	struct {
		struct posting_list **items;
		size_t count, capacity;
	} open;            /* terms of the article */
	uint32_t articles; /* added completely */
};

struct occurrence {
	uint64_t term;
	bool in_title;
};

/* --- terms --- */

static struct posting_list *
list_at(const struct postings *postings, uint32_t number)
{
	return &postings->list_blocks
			.items[number >> LISTS_BITS][number & (LISTS_SIZE - 1)];
}

/* Multiplicative hashing (Knuth), twice, since the bits of a character stand close
 * together: the top bits are the slot. */
static size_t
first_slot(const struct postings *postings, uint64_t term)
{
	uint64_t hash = term * 0x9E3779B97F4A7C15u;
	hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15u;
	return hash >> (64 - postings->slot_bits);
}

static uint32_t *
slot_of(const struct postings *postings, uint64_t term)
{
	size_t mask = ((size_t)1 << postings->slot_bits) - 1;
	size_t at = first_slot(postings, term);
	while (postings->slots[at] &&
		list_at(postings, postings->slots[at] - 1)->term != term)
		at = (at + 1) & mask;
	return &postings->slots[at];
}

static void
grow_slots(struct postings *postings)
{
	postings->slot_bits++;
	postings->slots =
		arena_array(postings->arena, uint32_t, (size_t)1 << postings->slot_bits);
	for (uint32_t i = 0; i < postings->list_count; i++)
		*slot_of(postings, list_at(postings, i)->term) = i + 1;
}

static struct posting_list *
list_of(struct postings *postings, uint64_t term)
{
	uint32_t *slot = slot_of(postings, term);
	if (*slot)
		return list_at(postings, *slot - 1);
	/* At most two slots in three are taken. */
	if ((uint64_t)postings->list_count * 3 / 2 >> postings->slot_bits) {
		grow_slots(postings);
		slot = slot_of(postings, term);
	}
	if (postings->list_count % LISTS_SIZE == 0)
		*list_add(&postings->list_blocks, postings->arena) =
			arena_array(postings->arena, struct posting_list, LISTS_SIZE);
	*slot = ++postings->list_count;
	struct posting_list *list = list_at(postings, *slot - 1);
	list->term = term;
	return list;
}

/* --- articles --- */

/* BM25's saturation of frequency by length (Robertson and Walker 1994), k = 1.2, b =
 * 0.75, for a usual length of 500 terms, in three steps. Fixed, so that an impact depends
 * on its article alone. */
static double
weight_of(double times, double length)
{
	return times / (times + 1.2 * (0.25 + 0.75 * length / 500.0));
}

/* So many occurrences make the weight. */
static uint32_t
times_for(double weight, uint32_t length)
{
	uint32_t times = 1;
	while (weight_of(times, length) < weight)
		times++;
	return times;
}

struct postings *
postings_open(struct arena *arena)
{
	struct postings *postings = arena_new(arena, struct postings);
	postings->arena = arena;
	postings->pool = posting_pool_open(arena);
	postings->slot_bits = 9;
	grow_slots(postings);
	return postings;
}

void
postings_add(struct postings *postings, uint64_t term, bool in_title)
{
	*list_add(&postings->added, postings->arena) =
		(struct occurrence){term, in_title};
}

/* Lists lie all over the memory: those of the next terms are fetched while the ones
 * before are worked on, first their slots, then themselves. */
static void
look_ahead(const struct postings *postings, size_t next)
{
	enum { SLOTS_AHEAD = 16, LISTS_AHEAD = 8 };
	const struct occurrence *added = postings->added.items;
	size_t count = postings->added.count;
	if (next + SLOTS_AHEAD < count) {
		uint64_t term = added[next + SLOTS_AHEAD].term;
		__builtin_prefetch(&postings->slots[first_slot(postings, term)]);
	}
	if (next + LISTS_AHEAD < count) {
		uint64_t term = added[next + LISTS_AHEAD].term;
		uint32_t number = postings->slots[first_slot(postings, term)];
		if (number)
			__builtin_prefetch(list_at(postings, number - 1));
	}
}

static void
count_terms(struct postings *postings)
{
	for (size_t i = 0; i < postings->added.count; i++) {
		const struct occurrence *one = &postings->added.items[i];
		look_ahead(postings, i);
		struct posting_list *list = list_of(postings, one->term);
		if (!list->times)
			*list_add(&postings->open, postings->arena) = list;
		list->times++;
		list->in_title |= one->in_title;
	}
}

void
postings_end_article(struct postings *postings)
{
	uint32_t length = (uint32_t)postings->added.count;
	uint32_t some = times_for(0.6, length), many = times_for(0.8, length);
	count_terms(postings);
	for (size_t i = 0; i < postings->open.count; i++) {
		struct posting_list *list = postings->open.items[i];
		uint32_t gap = postings->articles - list->next;
		uint32_t impact = (uint32_t)(list->times >= some) + (list->times >= many);
		posting_codes_add(postings->pool, &list->codes, gap,
			list->in_title ? IMPACT_TITLE : impact);
		list->next = postings->articles + 1;
		list->times = 0;
		list->in_title = false;
	}
	postings->added.count = postings->open.count = 0;
	postings->articles++;
}

void
postings_skip_article(struct postings *postings)
{
	assert(!postings->added.count);
	postings->articles++;
}

/* --- reading --- */

uint32_t
postings_articles(const struct postings *postings)
{
	return postings->articles;
}

size_t
postings_terms(const struct postings *postings)
{
	return postings->list_count;
}

static int
by_term(const void *a, const void *b)
{
	const struct posting_list *const *left = a, *const *right = b;
	return ((*left)->term > (*right)->term) - ((*left)->term < (*right)->term);
}

struct posting_list **
postings_sorted(const struct postings *postings, struct arena *arena)
{
	size_t count = postings->list_count;
	struct posting_list **lists =
		arena_array(arena, struct posting_list *, count + 1);
	for (uint32_t i = 0; i < count; i++)
		lists[i] = list_at(postings, i);
	qsort(lists, count, sizeof(struct posting_list *), by_term);
	return lists;
}

struct posting_walk
postings_walk(const struct postings *postings, const struct posting_list *list)
{
	return posting_walk(postings->pool, &list->codes);
}

void
postings_take(const struct postings *postings, const struct posting_list *list,
	struct posting_array *taken, struct arena *arena)
{
	struct posting_walk walk = postings_walk(postings, list);
	uint32_t next = 0, posting;
	while (posting_next(&walk, &posting)) {
		uint32_t article = next + posting / IMPACTS;
		*list_add(taken, arena) = (struct posting){article, posting % IMPACTS};
		next = article + 1;
	}
}
