/* What a folio line is made of: dates, weekdays, numbers of page and issue, editors,
 * hotlines, the paper's name. */
#ifndef EDIT_FOLIO_H
#define EDIT_FOLIO_H

#include "edit/furniture.h"

/* A line that is read from its start; rest is what is left of it. */
struct folio_reader {
	const struct furniture_words *words;
	struct str line, rest;
	size_t token; /* bytes of the one that the rest begins with */
	struct folio folio;
	int strong, weak; /* parts that prove furniture alone, or only beside others */
};

/* Passes spaces, marks and rules. */
void folio_skip_filler(struct folio_reader *reader);

/* Takes the part that the rest begins with and notes in folio what it says; false: no
 * such part begins here, the rest is as it was and token is set. */
bool folio_take(struct folio_reader *reader);

/* Takes so many bytes, whatever they are. */
struct str folio_take_bytes(struct folio_reader *reader, size_t len);

#endif
