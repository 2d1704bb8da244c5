/* Bits as printable ASCII, and the numbers, sets and posting lists made of them.
 * FORMAT.md, "Codes". */
#ifndef SEARCH_BITS_H
#define SEARCH_BITS_H

#include <stdint.h>

#include "base/str.h"

/* --- writing --- */

struct bits_out {
	uint16_t *items; /* 13 bits each, the first on top */
	size_t count, capacity;
	unsigned room; /* bits left in the last item */
	struct arena *arena;
};
struct bits_out bits_open(struct arena *arena);

/* The lower `count` bits of a value, at most 32. */
void bits_add(struct bits_out *out, uint32_t value, unsigned count);

/* The order of numbers that stand by themselves: days, counts, gaps of the folding table.
 */
#define BITS_ORDER 3u

/* Days are counted round: what is dated in part only may stand behind later days. */
#define ISSUE_DAY_MASK ((1u << 22) - 1)

/* A number in an exponential Golomb code of this order, below 2^31. */
void bits_add_number(struct bits_out *out, unsigned order, uint32_t number);

/* Where the next bit goes, and back to where that was. */
size_t bits_length(const struct bits_out *out);
void bits_cut(struct bits_out *out, size_t length);

/* The characters that so many bits take, and these characters. */
size_t bits_characters(size_t length);
struct str bits_text(const struct bits_out *out, struct arena *arena);

/* --- reading --- */

/* Once something is amiss, all further bits are 0. */
struct bits_in {
	struct str rest;
	uint64_t value; /* of which the lowest bits are still to come */
	unsigned left;  /* so many */
	bool bad;
};
struct bits_in bits_read(struct str text);

uint32_t bits_take(struct bits_in *in, unsigned count);
uint32_t bits_number(struct bits_in *in, unsigned order);

/* --- posting lists --- */

#define IMPACTS      4u
#define IMPACT_TITLE 3u

struct posting {
	uint32_t article, impact;
};

struct posting_array {
	struct posting *items;
	size_t count, capacity;
};

/* A list of at least one posting, in order, of articles below `articles`. */
void bits_add_postings(
	struct bits_out *out, const struct posting_array *list, uint32_t articles);

/* Puts a list in place of what is in the array. */
void bits_postings(struct bits_in *in, uint32_t articles, struct posting_array *list,
	struct arena *arena);

#endif
