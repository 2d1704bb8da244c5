/* What speaks for one strip of a column going on from another: the words and the forms on
 * both sides of the seam. */
#ifndef EDIT_COLUMNS_LINKS_H
#define EDIT_COLUMNS_LINKS_H

#include "edit/blocks_bigrams.h"
#include "edit/columns_strips.h"

enum { COLUMNS_NEVER = -1000 }; /* the score of what cannot be */

struct columns_links {
	struct strip_list strips;
	struct bigrams pairs; /* of all strips */
	struct text
		*text; /* NULL: no dictionary, the page's own pairs alone tell words */
	struct arena *arena;
};

/* The score of b going on from a, about -20 to 15; COLUMNS_NEVER: cells of one line. */
int columns_score_link(
	const struct columns_links *links, const struct strip *a, const struct strip *b);

/* Whether the strip cannot well be the next one of the strip printed before it. */
bool columns_break_form(const struct columns_links *links, size_t strip);

/* Whether the extractor itself says that the strip stands below the one before. */
bool columns_are_attached(const struct columns_links *links, size_t strip);

/* What the printed order is worth between the strip and the one before it. */
int columns_score_printed(const struct columns_links *links, size_t strip);

#endif
