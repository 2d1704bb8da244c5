/* Names of note: the people and tags that the newest part of the archive speaks of. */
#ifndef PUBLISH_NOTED_H
#define PUBLISH_NOTED_H

#include "publish/rows.h"

enum {
	NOTED_SEASON = 92, /* days up to the newest issue */
	NOTED_MOST = 24,
	NOTED_LEAST = 8, /* a season with fewer names shows those of all years */
};

/* At most NOTED_MOST rows, most articles first; in these the count is that of the time
 * shown. `of_season` says whether that is the season or all years. */
struct noted {
	struct rows names; /* struct name_row */
	bool of_season;
};

struct noted
noted_people(const struct catalog *catalog, struct str from, struct arena *arena);
struct noted
noted_tags(const struct catalog *catalog, struct str from, struct arena *arena);

#endif
