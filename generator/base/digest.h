/* Content digests and fingerprints: XXH3 (https://xxhash.com), fast and not for security.
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include <stdint.h>

#include "base/str.h"

struct digest {
	uint64_t high, low;
};

/* 128-bit digest of the bytes of s. */
struct digest digest_of(struct str s);

/* 64-bit hash for tables that live in memory only. */
uint64_t digest_hash(struct str s);

static inline bool
digest_equal(struct digest a, struct digest b)
{
	return a.high == b.high && a.low == b.low;
}

/* Sums tell sets of digests apart, whatever the order in which they were added. */
void digest_add(struct digest *sum, struct digest more);

/* The digest as 32 lower-case hexadecimal characters, high half first. */
struct str digest_text(struct digest digest, struct arena *arena);

#endif
