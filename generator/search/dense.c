#include "search/dense.h"

#include <assert.h>

/* With s stoppers and c = 89 - s continuers, numbers below s take one character, the next
 * c * s numbers two, the next c * c * s three ... The last character of a number is its
 * stopper. */

static char
character(uint32_t index)
{
	index += 0x20;
	index += index >= '"';
	index += index >= '<';
	index += index >= '\\';
	return (char)index;
}

/* DENSE_CHARACTERS for a character that is no code. */
static uint32_t
index_of(char code)
{
	uint32_t c = (unsigned char)code;
	if (c < 0x20 || c > '{' || c == '"' || c == '<' || c == '\\')
		return DENSE_CHARACTERS;
	return c - 0x20 - (c > '"') - (c > '<') - (c > '\\');
}

struct dense_counts
dense_counts_open(struct arena *arena)
{
	return (struct dense_counts){arena_array(arena, uint64_t, DENSE_COUNTED + 1)};
}

void
dense_count(struct dense_counts *counts, uint32_t number)
{
	counts->of[number < DENSE_COUNTED ? number : DENSE_COUNTED]++;
}

/* Characters taken by all numbers: one each, and one more from each limit on. `from[n]`
 * is how many numbers are n or more. */
static uint64_t
size_with(const uint64_t *from, unsigned stoppers)
{
	uint64_t size = from[0], step = stoppers;
	for (uint64_t limit = step; limit <= DENSE_COUNTED; limit += step) {
		size += from[limit];
		step *= DENSE_CHARACTERS - stoppers;
	}
	return size;
}

unsigned
dense_best(const struct dense_counts *counts)
{
	struct arena *arena = arena_open();
	uint64_t *from = arena_array(arena, uint64_t, DENSE_COUNTED + 2);
	for (uint32_t n = DENSE_COUNTED + 1; n-- > 0;)
		from[n] = from[n + 1] + counts->of[n];
	unsigned best = DENSE_LEAST;
	for (unsigned s = DENSE_LEAST + 1; s <= DENSE_MOST; s++)
		if (size_with(from, s) < size_with(from, best))
			best = s;
	arena_close(arena);
	return best;
}

void
dense_add(struct strbuf *out, unsigned stoppers, uint32_t number)
{
	assert(stoppers >= DENSE_LEAST && stoppers <= DENSE_MOST);
	if (number < stoppers) {
		strbuf_add_char(out, character(number));
		return;
	}
	char code[40];
	size_t at = sizeof code;
	uint32_t continuers = DENSE_CHARACTERS - stoppers;
	code[--at] = character(number % stoppers);
	for (uint32_t rest = number / stoppers; rest > 0; rest /= continuers) {
		rest--;
		code[--at] = character(stoppers + rest % continuers);
	}
	strbuf_add(out, (struct str){code + at, sizeof code - at});
}

bool
dense_next(struct str *codes, unsigned stoppers, uint32_t *number)
{
	uint64_t rest = 0;
	for (size_t i = 0; i < codes->len && rest <= UINT32_MAX; i++) {
		uint32_t index = index_of(codes->data[i]);
		if (index == DENSE_CHARACTERS)
			return false;
		if (index < stoppers) {
			uint64_t value = rest * stoppers + index;
			*number = (uint32_t)value;
			*codes = str_slice(*codes, i + 1, codes->len);
			return value <= UINT32_MAX;
		}
		rest = rest * (DENSE_CHARACTERS - stoppers) + (index - stoppers) + 1;
	}
	return false;
}
