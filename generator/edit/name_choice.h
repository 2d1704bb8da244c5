/* Which candidates are names: they compete for their ground, and all places of a name in
 * the article speak for each other. */
#ifndef EDIT_NAME_CHOICE_H
#define EDIT_NAME_CHOICE_H

#include "edit/mentions.h"
#include "edit/name_candidates.h"

/* Scores of names that are not weighed, in the hundredths of evidence_score. */
enum {
	SCORE_KNOWN = 250,        /* everybody knows the name */
	SCORE_CONFIRMED = 100000, /* the keeper confirmed it */
	SCORE_DENIED = -100000,   /* the keeper denied it: never taken */
};

/* The names among the candidates and those that are sure (whose scores are above), in the
 * order of the text. The scores of the candidates are changed. */
struct sighting_list
name_choice(const struct passage *passage, struct candidate_list *candidates,
	struct candidate_list *sure, struct arena *scratch);

#endif
