/* Anniversaries: the days of any year (3月5日) on which the archive has issues. Which of
 * them is today only the reader's clock can say: nothing here asks for it. */
#ifndef PUBLISH_ANNIVERSARY_H
#define PUBLISH_ANNIVERSARY_H

#include "archive/catalog.h"

struct anniversary {
	int month, day;
	struct {
		struct issue **items;
		size_t count, capacity;
	} issues;                                  /* by date */
	const struct anniversary *previous, *next; /* round the year; NULL for the only
						      one */
};

struct anniversaries {
	struct anniversary *items;
	size_t count, capacity;
};

/* Those that have issues, from January to December. */
struct anniversaries anniversaries_of(const struct catalog *catalog, struct arena *arena);

/* NULL where no issue is of that day. */
const struct anniversary *
anniversary_find(const struct anniversaries *anniversaries, int month, int day);

/* "days/03-05.html" */
struct str
anniversary_address(const struct anniversary *anniversary, struct arena *arena);

/* All of them: "03-05 06-11". */
struct str anniversary_list(const struct anniversaries *held, struct arena *arena);

#endif
