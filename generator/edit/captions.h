/* Captions: each to the article that tells of the same event, or a photo item of its own.
 */
#ifndef EDIT_CAPTIONS_H
#define EDIT_CAPTIONS_H

#include "edit/segment_pieces.h"

void captions_place(struct cutting *cutting);

#endif
