/* A year's calendar: twelve months of weeks that begin on Monday, in which the days with
 * an issue are links. */
#ifndef PUBLISH_CALENDAR_H
#define PUBLISH_CALENDAR_H

#include "archive/catalog.h"
#include "publish/template.h"
#include "publish/words.h"

struct calendar_day {
	long number;      /* 0 for a cell outside the month */
	struct str href;  /* "" for a day without an issue */
	struct str about; /* 2024年3月5日 星期二 */
	bool is_missing;  /* no issue, between the first and the newest of a daily */
};

struct calendar_week {
	struct rows days; /* seven */
};

struct calendar_month {
	struct str name; /* 3月 */
	struct str id;   /* month-03 */
	long issues;     /* number of issues */
	struct rows weeks;
};

/* The head of a column. */
struct weekday {
	struct str name, short_name; /* 星期一, 一 */
};

extern const struct shape calendar_month_shape, weekday_shape;

/* The seven columns as rows, from Monday. */
struct rows calendar_weekdays(const struct words *words, struct arena *arena);

/* The twelve months of a year of the catalog, as rows. */
struct rows calendar_of(const struct words *words, const struct catalog *catalog,
	const struct year *year, struct str from, struct arena *arena);

#endif
