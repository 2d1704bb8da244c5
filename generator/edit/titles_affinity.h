/* Affinity: how much a short text (a headline, a caption) speaks of the same things as a
 * body, by the rare bigrams that they share. */
#ifndef EDIT_TITLES_AFFINITY_H
#define EDIT_TITLES_AFFINITY_H

#include "base/map.h"
#include "base/str.h"

struct affinity; /* of the texts of one page */

struct affinity *affinity_open(struct arena *arena);

/* Single characters count too, half.
 * First everything that will be asked for, then the bodies, numbered from 1 upwards. */
void affinity_ask(struct affinity *affinity, struct str text);
void affinity_add(struct affinity *affinity, struct str body, uint32_t number);

/* 0 to 1: the share of the text's bigrams that the body has, one that few bodies have
 * weighing more. The text's own number, when it was added itself, does not count; 0 for
 * none. */
double affinity_of(
	const struct affinity *affinity, struct str text, uint32_t number, uint32_t own);

#endif
