/* An issue as lists show it: its date, what it leads with, and how much is in it. */
#ifndef PUBLISH_ISSUE_ROW_H
#define PUBLISH_ISSUE_ROW_H

#include "publish/rows.h"

struct issue_row {
	struct str href, date, number;
	struct str lead; /* title of the first article */
	long pages, articles;
};

extern const struct shape issue_row_shape;

struct issue_row issue_row_of(const struct words *words, const struct catalog *catalog,
	const struct issue *issue, struct str from, struct arena *arena);

#endif
