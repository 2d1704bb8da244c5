#include "publish/calendar.h"

#include "publish/holdings.h"
#include "publish/html.h"

enum { MONTHS = 12, WEEK_DAYS = 7 };

static const struct field day_fields[] = {
	FIELD(struct calendar_day, number, FIELD_NUMBER, NULL,
		"day, 0 outside the month"),
	FIELD(struct calendar_day, href, FIELD_TEXT, NULL, "link to the issue, or empty"),
	FIELD(struct calendar_day, about, FIELD_TEXT, NULL, "date in words"),
	FIELD(struct calendar_day, is_missing, FIELD_FLAG, NULL,
		"whether a daily has issues before and after, but none of it"),
	{0},
};

static const struct shape day_shape = {
	"day of the calendar", sizeof(struct calendar_day), day_fields};

static const struct field week_fields[] = {
	FIELD(struct calendar_week, days, FIELD_ROWS, &day_shape, "Monday to Sunday"),
	{0},
};

static const struct shape week_shape = {
	"week", sizeof(struct calendar_week), week_fields};

static const struct field month_fields[] = {
	FIELD(struct calendar_month, name, FIELD_TEXT, NULL, "name of the month"),
	FIELD(struct calendar_month, id, FIELD_TEXT, NULL, "its place: month-03"),
	FIELD(struct calendar_month, issues, FIELD_NUMBER, NULL, "number of issues"),
	FIELD(struct calendar_month, weeks, FIELD_ROWS, &week_shape, "its weeks"),
	{0},
};

const struct shape calendar_month_shape = {
	"month", sizeof(struct calendar_month), month_fields};

static const struct field weekday_fields[] = {
	FIELD(struct weekday, name, FIELD_TEXT, NULL, "the whole name"),
	FIELD(struct weekday, short_name, FIELD_TEXT, NULL, "one letter or character"),
	{0},
};

const struct shape weekday_shape = {"weekday", sizeof(struct weekday), weekday_fields};

struct rows
calendar_weekdays(const struct words *words, struct arena *arena)
{
	struct weekday *rows = arena_array(arena, struct weekday, WEEK_DAYS);
	for (int i = 0; i < WEEK_DAYS; i++) {
		int day = (i + 1) % WEEK_DAYS; /* theirs begin on Sunday */
		rows[i] = (struct weekday){
			words->dates.weekdays[day], words->dates.short_weekdays[day]};
	}
	return (struct rows){rows, WEEK_DAYS};
}

/* Cells of a month before its first day: 0 when that is a Monday. */
static size_t
blanks_before(int year, int month)
{
	int weekday = date_weekday((struct date){year, month, 1});
	return (size_t)(weekday + WEEK_DAYS - 1) % WEEK_DAYS;
}

static struct calendar_month
empty_month(const struct words *words, int year, int month, struct arena *arena)
{
	size_t blanks = blanks_before(year, month);
	size_t days = (size_t)date_month_days(year, month);
	size_t count = (blanks + days + WEEK_DAYS - 1) / WEEK_DAYS;
	struct calendar_day *cells =
		arena_array(arena, struct calendar_day, count * WEEK_DAYS);
	struct calendar_week *weeks = arena_array(arena, struct calendar_week, count);
	for (size_t i = 0; i < days; i++)
		cells[blanks + i].number = (long)i + 1;
	for (size_t i = 0; i < count; i++)
		weeks[i].days = (struct rows){cells + i * WEEK_DAYS, WEEK_DAYS};
	return (struct calendar_month){
		.name = words->dates.months[month - 1],
		.id = str_format(arena, "month-%02d", month),
		.weeks = {weeks, count},
	};
}

/* The cells of a month lie one behind the other, week after week. */
static struct calendar_day *
cell_of(struct calendar_month *month, struct date date)
{
	const struct calendar_week *weeks = month->weeks.items;
	struct calendar_day *cells = (struct calendar_day *)weeks[0].days.items;
	return cells + blanks_before(date.year, date.month) + date.day - 1;
}

static void
show_issue(const struct words *words, struct calendar_month *months,
	const struct issue *issue, struct str from, struct arena *arena)
{
	struct calendar_month *month = &months[issue->date.month - 1];
	struct calendar_day *cell = cell_of(month, issue->date);
	cell->href = html_relative(from, issue_address(issue->date, arena), arena);
	cell->about = words_date(words, issue->date, arena);
	month->issues++;
}

/* Days without an issue between the archive's first and newest. */
static void
mark_missing(
	const struct catalog *catalog, int year, int number, struct calendar_month *month)
{
	struct date first = catalog->issues.items[0]->date;
	struct date newest = catalog->issues.items[catalog->issues.count - 1]->date;
	for (int day = 1; day <= date_month_days(year, number); day++) {
		struct date date = {year, number, day};
		struct calendar_day *cell = cell_of(month, date);
		cell->is_missing = !cell->href.len && date_compare(first, date) < 0 &&
				   date_compare(date, newest) < 0;
	}
}

struct rows
calendar_of(const struct words *words, const struct catalog *catalog,
	const struct year *year, struct str from, struct arena *arena)
{
	struct calendar_month *months = arena_array(arena, struct calendar_month, MONTHS);
	for (int month = 1; month <= MONTHS; month++)
		months[month - 1] = empty_month(words, year->number, month, arena);
	for (size_t i = 0; i < year->issues.count; i++)
		if (date_known(year->issues.items[i]->date))
			show_issue(words, months, year->issues.items[i], from, arena);
	bool is_daily = holdings_are_daily(catalog);
	for (int month = 1; is_daily && month <= MONTHS; month++)
		mark_missing(catalog, year->number, month, &months[month - 1]);
	return (struct rows){months, MONTHS};
}
