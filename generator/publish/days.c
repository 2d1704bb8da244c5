/* days.html: every day of the year, with how many issues the archive has of it: the way
 * to what the paper wrote on this day in other years. */
#include "publish/anniversary.h"
#include "publish/assets.h"
#include "publish/frame.h"
#include "publish/html.h"
#include "publish/kinds.h"
#include "publish/rows.h"

enum { MONTHS = 12, LEAP_YEAR = 2000 };

struct days_day {
	long number, count;
	struct str href, name, id;
};

struct days_month {
	struct str name, id;
	struct rows days;
};

struct days_view {
	const struct frame *frame;
	struct str script, days;
	struct rows months;
};

static const struct field day_fields[] = {
	FIELD(struct days_day, number, FIELD_NUMBER, NULL, "day of the month"),
	FIELD(struct days_day, count, FIELD_NUMBER, NULL, "number of issues"),
	FIELD(struct days_day, href, FIELD_TEXT, NULL,
		"link to the day, or empty where there are no issues"),
	FIELD(struct days_day, name, FIELD_TEXT, NULL, "the day: 3月5日"),
	FIELD(struct days_day, id, FIELD_TEXT, NULL, "its place: day-03-05"),
	{0},
};

static const struct shape day_shape = {
	"day of a month", sizeof(struct days_day), day_fields};

static const struct field month_fields[] = {
	FIELD(struct days_month, name, FIELD_TEXT, NULL, "name of the month"),
	FIELD(struct days_month, id, FIELD_TEXT, NULL, "its place: month-03"),
	FIELD(struct days_month, days, FIELD_ROWS, &day_shape, "its days"),
	{0},
};

static const struct shape month_shape = {
	"month of any year", sizeof(struct days_month), month_fields};

static const struct field fields[] = {
	FIELD(struct days_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct days_view, script, FIELD_TEXT, NULL,
		"finds the reader's day; to stand behind root"),
	FIELD(struct days_view, days, FIELD_TEXT, NULL,
		"days of the year that have issues: 03-05 06-11"),
	FIELD(struct days_view, months, FIELD_ROWS, &month_shape, "twelve months"),
	{0},
};

static const struct shape shape = {"days", sizeof(struct days_view), fields};

static struct rows
days_of_month(const struct words *words, const struct anniversaries *held, int month,
	struct str from, struct arena *arena)
{
	int count = date_month_days(LEAP_YEAR, month);
	struct days_day *rows = arena_array(arena, struct days_day, (size_t)count);
	for (int day = 1; day <= count; day++) {
		const struct anniversary *anniversary =
			anniversary_find(held, month, day);
		rows[day - 1] = (struct days_day){
			.number = day,
			.name = words_yearly(words, month, day, arena),
			.id = str_format(arena, "day-%02d-%02d", month, day),
		};
		if (!anniversary)
			continue;
		rows[day - 1].count = (long)anniversary->issues.count;
		rows[day - 1].href = html_relative(
			from, anniversary_address(anniversary, arena), arena);
	}
	return (struct rows){rows, (size_t)count};
}

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	if (publication->catalog->issues.count)
		output_add(outputs, &days_kind, STR("days/index.html"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct words *words = publication->words;
	struct anniversaries held = anniversaries_of(publication->catalog, arena);
	struct days_month *months = arena_array(arena, struct days_month, MONTHS);
	struct days_view *view = arena_new(arena, struct days_view);
	for (int month = 1; month <= MONTHS; month++)
		months[month - 1] = (struct days_month){
			.name = words->dates.months[month - 1],
			.id = str_format(arena, "month-%02d", month),
			.days = days_of_month(words, &held, month, output->path, arena),
		};
	view->frame = frame_of(publication, output->path, arena);
	view->script = asset_path(publication->assets, STR("today.js"));
	view->days = anniversary_list(&held, arena);
	view->months = (struct rows){months, MONTHS};
	return view;
}

const struct output_kind days_kind = {"days", "days.html", &shape, plan, view_of, NULL};
