/* Front matter: the YAML between two lines `---` at the top of a text. */
#ifndef READ_FRONTMATTER_H
#define READ_FRONTMATTER_H

#include "base/date.h"
#include "base/settings.h"

struct frontmatter {
	const struct setting *map; /* NULL when the text has none */
	struct str rest;           /* what follows it */
	unsigned first_line;       /* of the file, at which the rest begins */
};

/* Takes the front matter off the text. A first line `---` without a key below it is text
 * (a rule above a headline). False, with one error, for front matter that does not end or
 * is not valid. */
bool frontmatter_read(struct str text, struct place at, struct frontmatter *frontmatter,
	struct arena *arena, struct report *report);

/* Says what becomes of keys that nobody reads: an error for one near to a known key,
 * which is taken for a slip, else a note. The foreign ones, of other generators, are
 * never slips. */
bool frontmatter_check(const struct setting *map, const char *const *known,
	const char *const *foreign, struct report *report);

/* The text of a key, trimmed; "" when absent. */
struct str
frontmatter_text(const struct setting *map, const char *key, struct report *report);

/* All texts below a key, however nested; of a map its `name`; a single text is cut at
 * commas. */
struct str_list
frontmatter_texts(const struct setting *map, const char *key, struct arena *arena);

/* The date of a key, if it has one; false, with one error, when it is no date. */
bool frontmatter_date(const struct setting *map, const char *key, struct date *date,
	struct report *report);

#endif
