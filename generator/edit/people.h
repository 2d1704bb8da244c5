/* Persons in an article: names by evidence (office + name, name lists, speech verbs,
 * bylines). What becomes a page of the people index is decided over the whole archive by
 * the catalog. */
#ifndef EDIT_PEOPLE_H
#define EDIT_PEOPLE_H

#include "archive/article.h"
#include "archive/authority.h"
#include "edit/census.h"

struct people_finder; /* the rules: lexicons and authority, read once */
struct people_finder *
people_open(const struct authority *authority, struct text *text, struct arena *arena);

/* `passage` is the article's text; words found in it stay found.
 * Fills article->mentions in order of first occurrence. Names that the authority denies
 * are left out, names it confirms are found wherever they stand. What could be a name and
 * is none goes to the census, in `scratch`. */
void people_find(const struct people_finder *finder, struct article *article,
	const struct passage *passage, struct census *census, struct arena *arena,
	struct arena *scratch);

#endif
