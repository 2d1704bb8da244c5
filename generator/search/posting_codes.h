/* The postings of one term while they are gathered, as codes of one or two bytes: the gap
 * since the article before (0 for the next one) and the impact. Many lists grow in one
 * pool. */
#ifndef SEARCH_POSTING_CODES_H
#define SEARCH_POSTING_CODES_H

#include <stdbool.h>
#include <stdint.h>

#include "search/bits.h"

struct posting_pool;
struct posting_pool *posting_pool_open(struct arena *arena);

#define POSTING_BYTES_INLINE 4u

/* Empty when zeroed. */
struct posting_codes {
	uint32_t bytes;
	uint32_t first, at; /* places of the first byte not in `begin`, of the next one */
	unsigned char begin[POSTING_BYTES_INLINE];
};

void posting_codes_add(struct posting_pool *pool, struct posting_codes *codes,
	uint32_t gap, uint32_t impact);

/* Walks codes that nothing is added to meanwhile: each posting is the gap times IMPACTS
 * plus the impact. False at the end. */
struct posting_walk {
	const struct posting_pool *pool;
	const unsigned char *next, *end; /* of the bytes that stand together */
	uint32_t before, left;           /* bytes up to `end`, and behind it */
	uint32_t chunk;                  /* place of those */
};
struct posting_walk
posting_walk(const struct posting_pool *pool, const struct posting_codes *codes);
bool posting_next(struct posting_walk *walk, uint32_t *posting);

#endif
