/* Which shards of the last build stand: made again, they would be the same, so that
 * nothing of them has to be put together. */
#ifndef SEARCH_STANDING_H
#define SEARCH_STANDING_H

#include "search/former.h"
#include "search/term_walk.h"

struct standing {
	bool *stands; /* by shard */
	size_t count; /* of shards; 0 where none can stand */
	size_t next;  /* the first that does not begin before what was asked for last */
};

/* Beside the terms of new articles. `former` may be NULL; both read from their beginning
 * afterwards. */
struct standing
standing_find(struct former *former, struct term_walk *fresh, struct arena *arena);

/* Whether a shard that begins with the term stands, then standing->next. Terms are asked
 * for in order. */
bool
standing_begins(struct standing *standing, const struct former *former, struct str term);

#endif
