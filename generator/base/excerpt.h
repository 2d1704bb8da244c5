/* The line of a file that a message is about, with a mark below the place. */
#ifndef BASE_EXCERPT_H
#define BASE_EXCERPT_H

#include "base/report.h"

/* Files that were looked into; the last one is kept. */
struct excerpt {
	struct arena *arena;
	struct str path, bytes;
};

/* Adds
 *
 *	  3 | date: 2021-13-40
 *	    |       ^
 *
 * or nothing when the place has no line, or the file cannot be shown: it is gone, too
 * large, or not UTF-8 there. Long lines are cut around the place. */
void excerpt_add(struct excerpt *excerpt, struct place at, struct strbuf *out);

#endif
