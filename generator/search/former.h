/* The posting lists of a segment as the last build wrote them, for the articles that are
 * still the same: their texts need not be looked at again. The files are those of
 * FORMAT.md, "Folders of terms". */
#ifndef SEARCH_FORMER_H
#define SEARCH_FORMER_H

#include "search/search.h"
#include "search/bits.h"

struct former;

/* What is noted of a part of texts that was written: the rules and the digests of its
 * articles in order. */
struct str former_note(const struct search_plan *plan, const struct search_part *part,
	struct arena *arena);

/* NULL where nothing of the part can be used again. */
struct former *former_open(const struct search_plan *plan, const struct search_part *part,
	const struct search_ways *ways, struct arena *arena);

/* Whether an article of the catalog has its postings in it. */
bool former_has(const struct former *former, size_t article);

/* The next term that some of these articles have, and their postings by the numbers that
 * they have now, in the order of these; false behind the last one, or once a file is not
 * what it was: then `*whole` is false. All is borrowed until the next call. */
bool former_next(struct former *former, struct str *term, struct posting_array *postings,
	bool *whole);

/* A shard that the last build wrote. */
struct former_shard {
	struct str begin; /* its first term */
	uint64_t name;
};

/* In order. */
size_t former_shards(const struct former *former);
const struct former_shard *former_shard(const struct former *former, size_t shard);

/* Whether every article that is left has the number that it had, among as many. */
bool former_keeps_numbers(const struct former *former);

/* The next term, whatever its articles, and its postings of those that are gone, by the
 * numbers that they had; false behind the last term of a shard, and where the shard is
 * not what it was. */
bool former_gone(struct former *former, struct str *term, struct posting_array *postings);

/* Whether all that was read so far of the shard was as it was written. */
bool former_is_good(const struct former *former);

/* Makes the file of a shard one of this build. */
bool former_keep(const struct former *former, size_t shard);

/* Goes on with the first term of a shard; false where it cannot be read, and behind the
 * last shard. */
bool former_go(struct former *former, size_t shard);

/* Gives back what it holds besides the arena. */
void former_close(struct former *former);

#endif
