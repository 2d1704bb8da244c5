/* What a line of a headline is by its own form. For titles.c only. */
#ifndef EDIT_TITLES_PARTS_H
#define EDIT_TITLES_PARTS_H

#include "edit/titles.h"

enum title_part {
	PART_PLAIN,
	PART_KICKER,
	PART_SUBTITLE,
	PART_ATTENDANCE,
	PART_BYLINE,
	PART_NOTE, /* on the author or the source, shown with the byline */
	PART_COLUMN
};

enum title_part title_part_of(const struct draft *draft, const struct passage *passage);

/* Whether the line has a space inside, as couplets in one line have. */
bool title_has_gap(struct str text);

#endif
