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

/* Notes with each headline that was given to a piece its score, what it has of shared
 * words and what of its place, and the next best piece. The matches are sorted, best
 * first. */
void matches_explain(const struct cutting *cutting, const struct matches *matches);

/* Kicker, title and subtitle as the words that are compared. */
struct str headset_text(const struct cutting *cutting, const struct headset *head);

#endif
