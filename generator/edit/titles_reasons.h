/* Why a headline was given to its text, in words for the keeper. For titles_match.c
 * only. */
#ifndef EDIT_TITLES_REASONS_H
#define EDIT_TITLES_REASONS_H

#include "edit/segment_pieces.h"

struct match {
	size_t head, piece; /* from 1 */
	double score;
};

struct matches {
	struct match *items;
	size_t count, capacity;
};

/* On which side of the headline its piece stands: "of the text above". */
struct str match_side(const struct cutting *cutting, const struct headset *head);

/* Weighs each match that was made against the headline's next best piece: where that is
 * nearly as good, or better and taken by another headline, the piece is in doubt,
 * unless the headline stands where those of the page do. Where somebody asks, the score
 * is noted with the headline: what it has of shared words, what of its place, and the
 * next best. The matches are sorted, best first. */
void matches_weigh(struct cutting *cutting, const struct matches *matches);

/* Kicker, title and subtitle as the words that are compared. */
struct str headset_text(const struct cutting *cutting, const struct headset *head);

#endif
