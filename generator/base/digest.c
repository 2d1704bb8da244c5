#include "base/digest.h"

#include <inttypes.h>

/* Most keys are a few characters: a call into the library would take longer than they do.
 */
#define XXH_INLINE_ALL
#include <xxhash.h>

struct digest
digest_of(struct str s)
{
	XXH128_hash_t hash = XXH3_128bits(s.data, s.len);
	return (struct digest){hash.high64, hash.low64};
}

uint64_t
digest_hash(struct str s)
{
	return XXH3_64bits(s.data, s.len);
}

void
digest_add(struct digest *sum, struct digest more)
{
	sum->high += more.high;
	sum->low += more.low;
}

struct str
digest_text(struct digest digest, struct arena *arena)
{
	return str_format(arena, "%016" PRIx64 "%016" PRIx64, digest.high, digest.low);
}
