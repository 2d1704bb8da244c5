/* The posting lists of a segment in the order of their terms: those of articles that the
 * last build indexed already, and those of new ones, put together. */
#ifndef SEARCH_MERGING_H
#define SEARCH_MERGING_H

#include "search/former.h"
#include "search/term_walk.h"

struct merging {
	struct strbuf term;            /* the latest, */
	struct posting_array postings; /* and its articles, in order */
	bool whole; /* false once the former lists cannot be read any more */

	struct term_walk *fresh;
	struct former *former;
	bool has_former; /* the next former list is here: */
	struct str former_term;
	struct posting_array former_postings;
	struct arena *arena;
};

/* Both from where they stand; `former` may be NULL. Borrows both. */
struct merging
merging_open(struct term_walk *fresh, struct former *former, struct arena *arena);

/* The next term; false behind the last one. */
bool merging_next(struct merging *merging);

/* Goes on with the first term of a shard of the last build, and the new terms from there
 * on; behind the last shard, with the end. */
void merging_go(struct merging *merging, size_t shard);

#endif
