/* Numbers as printable ASCII: the (s,c)-dense code of Brisaboa, Farina, Navarro and
 * Esteller (2003) over 89 characters that need no escape in JSON nor in a script.
 * FORMAT.md, "Codes". */
#ifndef SEARCH_DENSE_H
#define SEARCH_DENSE_H

#include <stdint.h>

#include "base/str.h"

#define DENSE_CHARACTERS 89u
/* The stoppers in use: with few continuers a large number would grow long. */
#define DENSE_LEAST 4u
#define DENSE_MOST  84u

/* Counts of numbers, from which the best number of stoppers follows. */
struct dense_counts {
	uint64_t *of; /* of[n]: how often n comes, at most DENSE_COUNTED */
};
#define DENSE_COUNTED 300000u

struct dense_counts dense_counts_open(struct arena *arena);
void dense_count(struct dense_counts *counts, uint32_t number);

/* The number of stoppers (DENSE_LEAST to DENSE_MOST) with which these numbers take the
 * fewest characters. */
unsigned dense_best(const struct dense_counts *counts);

/* No code has these three characters: they are free for marks between codes. */
#define DENSE_MARKS "|}~"

void dense_add(struct strbuf *out, unsigned stoppers, uint32_t number);

/* Takes one number off the front; false when the codes are damaged, at an end or at a
 * mark. */
bool dense_next(struct str *codes, unsigned stoppers, uint32_t *number);

#endif
