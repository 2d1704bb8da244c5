/* Matching: every headline to one piece of the page, over the whole page. */
#ifndef EDIT_TITLES_MATCH_H
#define EDIT_TITLES_MATCH_H

#include "edit/segment_pieces.h"

/* Measures how much headlines and captions have in common with the pieces; before all
 * others. */
void titles_measure(struct cutting *cutting);

/* Settles on which side of their bodies the page's headlines stand, then gives each
 * headline to one piece, and bylines alone to pieces that lack one. */
void titles_match(struct cutting *cutting);

#endif
