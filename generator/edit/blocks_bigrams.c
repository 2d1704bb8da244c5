#include "edit/blocks_bigrams.h"

enum { LEAST_SLOTS = 256, MOST_SLOTS_AT_FIRST = 1 << 15 };

/* A third of the bytes is characters, half the places stay free. */
struct bigrams
bigrams_open(size_t bytes, struct arena *arena)
{
	struct bigrams bigrams = {.arena = arena, .slot_count = LEAST_SLOTS};
	while (bigrams.slot_count < bytes * 2 / 3 &&
		bigrams.slot_count < MOST_SLOTS_AT_FIRST)
		bigrams.slot_count *= 2;
	bigrams.slots = arena_array(arena, struct bigram, bigrams.slot_count);
	return bigrams;
}

static struct bigram *
slot_of(const struct bigrams *bigrams, uint64_t key)
{
	uint64_t hash = key * 0x9E3779B97F4A7C15u;
	size_t at = (size_t)(hash >> 32) & (bigrams->slot_count - 1);
	while (bigrams->slots[at].key && bigrams->slots[at].key != key)
		at = (at + 1) & (bigrams->slot_count - 1);
	return &bigrams->slots[at];
}

static void
grow(struct bigrams *bigrams)
{
	struct bigrams old = *bigrams;
	bigrams->slot_count = old.slot_count * 2;
	bigrams->slots = arena_array(old.arena, struct bigram, bigrams->slot_count);
	for (size_t i = 0; i < old.slot_count; i++)
		if (old.slots[i].key)
			*slot_of(bigrams, old.slots[i].key) = old.slots[i];
}

void
bigrams_put(struct bigrams *bigrams, uint64_t key, uint32_t number)
{
	if (bigrams->count * 2 >= bigrams->slot_count)
		grow(bigrams);
	struct bigram *slot = slot_of(bigrams, key);
	bigrams->count += slot->key == 0;
	slot->key = key;
	slot->texts += slot->latest != number;
	slot->latest = number;
}

void
bigrams_add(struct bigrams *bigrams, struct str text, uint32_t number)
{
	uint32_t previous = 0;
	for (uint64_t key; (key = bigram_next(&text, &previous)) != 0;)
		bigrams_put(bigrams, key, number);
}

const struct bigram *
bigrams_find(const struct bigrams *bigrams, uint32_t a, uint32_t b)
{
	const struct bigram *slot = slot_of(bigrams, (uint64_t)a << 32 | b);
	return slot->key ? slot : NULL;
}
