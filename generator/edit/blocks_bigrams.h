/* Bigrams: which pairs of characters stand in a text, and in how many of several texts.
 * Evidence on what belongs together: whether a line break parts a word, which headline
 * speaks of which body. */
#ifndef EDIT_BLOCKS_BIGRAMS_H
#define EDIT_BLOCKS_BIGRAMS_H

#include "base/text.h"

struct bigram {
	uint64_t key;           /* two code points; 0 is a free place */
	uint32_t texts, latest; /* how many texts have it, and the last of them */
};

struct bigrams {
	struct arena *arena;
	struct bigram *slots;
	size_t count, slot_count; /* a power of two */
};

/* Room for the pairs of a text of so many bytes, more is made when needed. */
struct bigrams bigrams_open(size_t bytes, struct arena *arena);

/* Adds the pairs of text, spaces and punctuation left out; text numbers count from 1 and
 * grow. */
void bigrams_add(struct bigrams *bigrams, struct str text, uint32_t number);

/* Sets the latest text number of one pair. */
void bigrams_put(struct bigrams *bigrams, uint64_t key, uint32_t number);

/* The pair's entry, or NULL. */
const struct bigram *bigrams_find(const struct bigrams *bigrams, uint32_t a, uint32_t b);

/* The key of the next pair of letters in text; 0 at its end. Previous starts as 0. In
 * line, for every text is taken apart by it. */
static inline uint64_t
bigram_next(struct str *text, uint32_t *previous)
{
	while (text->len) {
		uint32_t c = str_next(text), before = *previous;
		bool letter = text_is_ideograph(c) ||
			      (!text_is_space(c) && !text_is_punctuation(c));
		*previous = letter ? c : 0;
		if (letter && before)
			return (uint64_t)before << 32 | c;
	}
	return 0;
}

#endif
