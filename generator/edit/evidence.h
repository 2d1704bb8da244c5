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

/* Whether surname and given name alone leave hope. */
bool evidence_hopeful(const struct evidence *evidence);

#endif
