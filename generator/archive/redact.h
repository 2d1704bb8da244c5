/* Replacing passages, however the text that has them is set: over line ends, with spaces
 * between the characters, in characters of full or half width. */
#ifndef ARCHIVE_REDACT_H
#define ARCHIVE_REDACT_H

#include "archive/withdrawn_file.h"

/* Parts texts that are looked at as one: a control character, which no text has. */
#define REDACT_SEAM '\x1e'

struct redactor {
	const struct redaction *const *items;
	size_t count;
	bool *found; /* one for each: becomes true where it was replaced; or NULL */
	struct arena *arena;
};

/* The text with all passages replaced, as often as they occur; line ends inside them
 * stay, so that lines keep their numbers. Borrows the text when there are none. */
struct str redact(const struct redactor *redactor, struct str text);

#endif
