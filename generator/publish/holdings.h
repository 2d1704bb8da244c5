/* Holdings: which issues the archive has, year by year and month by month, and where it
 * has none. */
#ifndef PUBLISH_HOLDINGS_H
#define PUBLISH_HOLDINGS_H

#include "publish/rows.h"

/* A year in a list. */
struct year_row {
	struct str href;
	long number, issues, pages, articles;
	struct str strip; /* path of a small chart, 24 wide and 8 high: issues a month */
	struct str about; /* the same in words: 3月 2期 ..., for who cannot see it */
};

/* A stretch of days without an issue, between two issues. */
struct gap_row {
	struct str from, to; /* the first and the last day without one: 2024年3月5日 */
	struct str href;     /* to the month in which it begins */
	long days;
};

extern const struct shape year_row_shape, gap_row_shape;

/* All years that have issues, newest first. */
struct rows holdings_years(const struct words *words, const struct catalog *catalog,
	struct str from, struct arena *arena);

/* What usually lies between two issues, in days: 1 for a daily; the median. 0 for fewer
 * than three issues, of which nothing is usual. */
long holdings_usual_days(const struct catalog *catalog, struct arena *arena);

/* Whether more than half of the issues are of the day after the one before, or the next:
 * then a day without one says something. */
bool holdings_are_daily(const struct catalog *catalog);

/* The longest stretches without an issue, by date: longer than a week, and than three
 * times what usually lies between two issues (the median); at most 60. */
struct rows holdings_gaps(const struct words *words, const struct catalog *catalog,
	struct str from, struct arena *arena);

#endif
