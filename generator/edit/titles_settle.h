/* What matching left: parts without a title, headlines without a piece, names of columns.
 */
#ifndef EDIT_TITLES_SETTLE_H
#define EDIT_TITLES_SETTLE_H

#include "edit/segment_pieces.h"

/* The piece (counted from 1) has this headline (counted from 1) now. */
void titles_give(struct cutting *cutting, size_t head, size_t piece);

/* Parts without a title, the headset at index, go to the piece on the page's side of
 * headlines, else to the other. */
void titles_give_parts(struct cutting *cutting, struct headset *head, size_t index);

/* When the pieces are final: what is only a subtitle or a column's name is given to a
 * headline that lacks it; headlines that found no piece of their own become subheads of
 * the piece they stand in. */
void titles_settle(struct cutting *cutting);

#endif
