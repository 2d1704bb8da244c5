/* Where a long row of things is cut into files: places that follow from what stands
 * there, not from how much stands before, so that a change moves the cuts beside it and
 * no others (content-defined chunking). Each thing has a hash; of the places that are
 * left by the bounds a cut is made before the thing with the least. */
#ifndef SEARCH_CUT_H
#define SEARCH_CUT_H

#include <stddef.h>
#include <stdint.h>

struct cut_mark {
	uint64_t hash; /* of the thing behind this place */
	size_t length; /* of all before it, since the last cut */
};

struct cut_marks {
	struct cut_mark *items; /* the first has the length 0 */
	size_t count, capacity;
};

struct cut_bounds {
	size_t least, most;
};

/* How many of the things go before the cut: at least one, and no more than fit into the
 * most if the first does. Where no place is within the bounds, the one before them. */
size_t cut_choose(const struct cut_marks *marks, struct cut_bounds bounds);

#endif
