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

/* Gives back what it holds besides the arena. */
void former_close(struct former *former);

#endif
