#include "edit/titles_affinity.h"

#include "base/list.h"
#include "base/text.h"
#include "edit/blocks_bigrams.h"

struct posting_list {
	uint32_t *items; /* numbers of bodies, ascending */
	size_t count, capacity;
};

struct affinity {
	struct arena *arena;
	struct bigrams asked; /* latest is the index of the postings, from 1 */
	struct {
		struct posting_list *items;
		size_t count, capacity;
	} postings;
};

struct affinity *
affinity_open(struct arena *arena)
{
	struct affinity *affinity = arena_new(arena, struct affinity);
	affinity->arena = arena;
	affinity->asked = bigrams_open(0, arena);
	return affinity;
}

/* A pair is followed by its second character alone. */
struct grams {
	struct str rest;
	uint32_t previous;
	uint64_t single; /* still to be given, 0 for none */
};

static uint64_t
next_gram(struct grams *grams)
{
	uint64_t key = grams->single;
	grams->single = 0;
	if (key)
		return key;
	key = bigram_next(&grams->rest, &grams->previous);
	if (key && text_is_han((uint32_t)key))
		grams->single = (uint32_t)key;
	return key;
}

void
affinity_ask(struct affinity *affinity, struct str text)
{
	struct grams grams = {.rest = text};
	for (uint64_t key; (key = next_gram(&grams)) != 0;) {
		if (bigrams_find(&affinity->asked, (uint32_t)(key >> 32), (uint32_t)key))
			continue;
		list_add(&affinity->postings, affinity->arena);
		bigrams_put(&affinity->asked, key, (uint32_t)affinity->postings.count);
	}
}

static struct posting_list *
postings_of(const struct affinity *affinity, uint64_t key)
{
	const struct bigram *found =
		bigrams_find(&affinity->asked, (uint32_t)(key >> 32), (uint32_t)key);
	return found ? &affinity->postings.items[found->latest - 1] : NULL;
}

void
affinity_add(struct affinity *affinity, struct str body, uint32_t number)
{
	struct grams grams = {.rest = body};
	for (uint64_t key; (key = next_gram(&grams)) != 0;) {
		struct posting_list *list = postings_of(affinity, key);
		if (list && (!list->count || list->items[list->count - 1] != number))
			*(uint32_t *)list_add(list, affinity->arena) = number;
	}
}

static bool
has_number(const struct posting_list *list, uint32_t number)
{
	size_t from = 0, to = list->count;
	while (from < to) {
		size_t middle = (from + to) / 2;
		if (list->items[middle] < number)
			from = middle + 1;
		else
			to = middle;
	}
	return from < list->count && list->items[from] == number;
}

double
affinity_of(
	const struct affinity *affinity, struct str text, uint32_t number, uint32_t own)
{
	double all = 0, shared = 0;
	struct grams grams = {.rest = text};
	for (uint64_t key; (key = next_gram(&grams)) != 0;) {
		const struct posting_list *list = postings_of(affinity, key);
		size_t count = list ? list->count - (own && has_number(list, own)) : 0;
		double weight =
			(count ? 1.0 / (double)count : 0.5) * (key >> 32 ? 1 : 0.5);
		all += weight;
		if (list && has_number(list, number))
			shared += weight;
	}
	return all > 0 ? shared / all : 0;
}
