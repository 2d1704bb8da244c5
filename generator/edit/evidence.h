/* Evidence for a name, weighed: each feature adds to the logarithm of the odds. */
#ifndef EDIT_EVIDENCE_H
#define EDIT_EVIDENCE_H

#include "edit/name_candidates.h"

enum {
	EVIDENCE_NONE = -10000,
	EVIDENCE_NEIGHBOUR = -100, /* enough to vouch for the next name of a list */
};

/* In hundredths; 0 is even odds. */
int evidence_score(const struct evidence *evidence);

/* What is known of a name's surroundings before words are looked for. */
struct surroundings {
	unsigned lefts; /* bits: the contexts that may prove to stand before it */
	uint8_t right;
	bool listed; /* a neighbour in a list is possible */
};

/* The most that evidence_score can give when words are known; of `evidence` the name and
 * the foreign signs are needed, of its given name the points. */
int evidence_best(const struct evidence *evidence, size_t given,
	const struct surroundings *surroundings);

uint8_t evidence_frame(enum left_context left, enum right_context right);

/* Whether surname and given name alone leave hope. */
bool evidence_hopeful(const struct evidence *evidence);

#endif
