#include "publish/holdings.h"

#include <stdlib.h>

#include "base/list.h"
#include "publish/html.h"
#include "publish/leaf.h"

enum {
	MONTHS = 12,
	STRIP_HEIGHT = 8,
	LEAST_GAP = 7,  /* days: a weekly paper has none */
	USUAL_GAPS = 3, /* as many times what is usual is a gap */
	MOST_GAPS = 60,
	LEAST_ISSUES = 3,
	DAY_OFF = 2, /* days from issue to issue across a day off */
};

static const struct field year_fields[] = {
	FIELD(struct year_row, href, FIELD_TEXT, NULL, "link to the year"),
	FIELD(struct year_row, number, FIELD_NUMBER, NULL, "the year"),
	FIELD(struct year_row, issues, FIELD_NUMBER, NULL, "number of issues"),
	FIELD(struct year_row, pages, FIELD_NUMBER, NULL, "number of pages"),
	FIELD(struct year_row, articles, FIELD_NUMBER, NULL, "number of articles"),
	FIELD(struct year_row, strip, FIELD_TEXT, NULL,
		"path of a chart of issues a month, 24 wide and 8 high"),
	FIELD(struct year_row, about, FIELD_TEXT, NULL,
		"months that have issues, with their number"),
	{0},
};

const struct shape year_row_shape = {"year row", sizeof(struct year_row), year_fields};

static const struct field gap_fields[] = {
	FIELD(struct gap_row, from, FIELD_TEXT, NULL, "first day without an issue"),
	FIELD(struct gap_row, to, FIELD_TEXT, NULL, "last day without an issue"),
	FIELD(struct gap_row, href, FIELD_TEXT, NULL, "link to the month it begins in"),
	FIELD(struct gap_row, days, FIELD_NUMBER, NULL, "number of days"),
	{0},
};

const struct shape gap_row_shape = {"gap", sizeof(struct gap_row), gap_fields};

/* --- years --- */

/* A bar two wide for each month that has issues: full height when it has one for each
 * day, at least two units. */
static struct str
strip_of(int year, const long *issues, struct arena *arena)
{
	struct strbuf path = strbuf_open(arena);
	for (int month = 0; month < MONTHS; month++) {
		int days = date_month_days(year, month + 1);
		long height = (issues[month] * STRIP_HEIGHT + days - 1) / days;
		if (height == 1)
			height = 2;
		if (height)
			strbuf_printf(&path, "M%d,%dv-%ldh1.5v%ldz", month * 2,
				STRIP_HEIGHT, height, height);
	}
	return strbuf_str(&path);
}

static struct str
about_months(const struct words *words, const long *issues, struct arena *arena)
{
	struct strbuf about = strbuf_open(arena);
	for (int month = 0; month < MONTHS; month++)
		if (issues[month])
			strbuf_printf(&about, "%s%.*s %ld", about.len ? ", " : "",
				STR_ARG(words->dates.short_months[month]), issues[month]);
	return strbuf_str(&about);
}

static struct year_row
year_row_of(const struct words *words, const struct catalog *catalog,
	const struct year *year, struct str from, struct arena *arena)
{
	struct str address = str_format(arena, "%04d/index.html", year->number);
	struct year_row row = {
		.href = html_relative(from, address, arena),
		.number = year->number,
		.issues = (long)year->issues.count,
		.articles = (long)year->article_count,
	};
	long issues[MONTHS] = {0};
	for (size_t i = 0; i < year->issues.count; i++) {
		const struct issue *issue = year->issues.items[i];
		issues[issue->date.month - 1]++;
		row.pages += (long)leaves_of(catalog, issue, arena).count;
	}
	row.strip = strip_of(year->number, issues, arena);
	row.about = about_months(words, issues, arena);
	return row;
}

struct rows
holdings_years(const struct words *words, const struct catalog *catalog, struct str from,
	struct arena *arena)
{
	size_t count = catalog->years.count;
	struct year_row *rows = arena_array(arena, struct year_row, count + 1);
	for (size_t i = 0; i < count; i++)
		rows[i] = year_row_of(words, catalog,
			&catalog->years.items[count - 1 - i], from, arena);
	return (struct rows){rows, count};
}

/* --- gaps --- */

struct gap {
	const struct issue *before; /* the last issue before it */
	long days;                  /* without an issue */
};

struct gap_list {
	struct gap *items;
	size_t count, capacity;
};

static int
by_length(const void *a, const void *b)
{
	const struct gap *x = a, *y = b;
	if (x->days != y->days)
		return x->days > y->days ? -1 : 1;
	return date_compare(x->before->date, y->before->date);
}

static int
by_date(const void *a, const void *b)
{
	const struct gap *x = a, *y = b;
	return date_compare(x->before->date, y->before->date);
}

static struct gap_list
all_gaps(const struct catalog *catalog, struct arena *arena)
{
	struct gap_list gaps = {0};
	for (size_t i = 0; i + 1 < catalog->issues.count; i++) {
		const struct issue *issue = catalog->issues.items[i];
		long days = date_day_number(catalog->issues.items[i + 1]->date) -
			    date_day_number(issue->date) - 1;
		*list_add(&gaps, arena) = (struct gap){issue, days};
	}
	return gaps;
}

/* The median of the days from issue to issue; the gaps are in the order of length. */
static long
usual_days(const struct gap_list *gaps)
{
	return gaps->items[gaps->count / 2].days + 1;
}

/* Leaves those that are longer than usual, by date. */
static void
keep_long_gaps(struct gap_list *gaps)
{
	if (!gaps->count)
		return;
	qsort(gaps->items, gaps->count, sizeof *gaps->items, by_length);
	long usual = usual_days(gaps), count = 0;
	while ((size_t)count < gaps->count && count < MOST_GAPS &&
		gaps->items[count].days >= LEAST_GAP &&
		gaps->items[count].days >= USUAL_GAPS * usual)
		count++;
	gaps->count = (size_t)count;
	if (count)
		qsort(gaps->items, gaps->count, sizeof *gaps->items, by_date);
}

static struct str
month_address(struct date date, struct arena *arena)
{
	return str_format(arena, "%04d/index.html#month-%02d", date.year, date.month);
}

static struct gap_row
gap_row_of(const struct words *words, const struct gap *gap, struct str from,
	struct arena *arena)
{
	const struct issue *before = gap->before;
	return (struct gap_row){
		.from = words_day(words, date_after(before->date), arena),
		.to = words_day(words, date_before(before->next->date), arena),
		.href = html_relative(from, month_address(before->date, arena), arena),
		.days = gap->days,
	};
}

struct rows
holdings_gaps(const struct words *words, const struct catalog *catalog, struct str from,
	struct arena *arena)
{
	struct gap_list gaps = all_gaps(catalog, arena);
	keep_long_gaps(&gaps);
	struct gap_row *rows = arena_array(arena, struct gap_row, gaps.count + 1);
	for (size_t i = 0; i < gaps.count; i++)
		rows[i] = gap_row_of(words, &gaps.items[i], from, arena);
	return (struct rows){rows, gaps.count};
}

long
holdings_usual_days(const struct catalog *catalog, struct arena *arena)
{
	if (catalog->issues.count < LEAST_ISSUES)
		return 0;
	struct gap_list gaps = all_gaps(catalog, arena);
	qsort(gaps.items, gaps.count, sizeof *gaps.items, by_length);
	return usual_days(&gaps);
}

bool
holdings_are_daily(const struct catalog *catalog)
{
	size_t near = 0, count = catalog->issues.count;
	for (size_t i = 0; i + 1 < count; i++) {
		struct date date = catalog->issues.items[i]->date;
		struct date next = catalog->issues.items[i + 1]->date;
		near += date_day_number(next) - date_day_number(date) <= DAY_OFF;
	}
	return near * 2 > count;
}
