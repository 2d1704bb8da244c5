/* How the names of persons are read and sorted. */
#ifndef ARCHIVE_READING_H
#define ARCHIVE_READING_H

#include "base/text.h"

struct reading {
	struct str display;  /* "Guo Lingji", "Ouyang Xiu" */
	struct str search;   /* "guolingji" */
	struct str initials; /* "glj" */
	struct str sort_key; /* bytes: by reading of the family name, then as zh collation
				has it */
};

struct readings; /* the family names with readings of their own, read once */
struct readings *readings_open(struct text *text, struct arena *arena);

/* The reading of a person's name; `pinyin` is the one that the keeper gave ("guo
 * lingji"), or "". */
struct reading reading_of(const struct readings *readings, struct str name,
	struct str pinyin, struct arena *arena);

#endif
