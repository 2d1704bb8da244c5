/* year.html: a year's calendar, and its issues in a list. */
#include "publish/calendar.h"
#include "publish/frame.h"
#include "publish/holdings.h"
#include "publish/issue_row.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/words.h"

struct year_view {
	const struct frame *frame;
	long number, issue_count, article_count;
	bool is_daily;
	const struct pager *pager;
	struct rows weekdays, months, issues;
};

static const struct field fields[] = {
	FIELD(struct year_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct year_view, number, FIELD_NUMBER, NULL, "the year"),
	FIELD(struct year_view, issue_count, FIELD_NUMBER, NULL, "number of issues"),
	FIELD(struct year_view, article_count, FIELD_NUMBER, NULL, "number of articles"),
	FIELD(struct year_view, is_daily, FIELD_FLAG, NULL,
		"whether the paper is a daily, so that a day without an issue is "
		"missing"),
	FIELD(struct year_view, pager, FIELD_RECORD, &pager_shape,
		"years before and after"),
	FIELD(struct year_view, weekdays, FIELD_ROWS, &weekday_shape,
		"heads of the columns of a month"),
	FIELD(struct year_view, months, FIELD_ROWS, &calendar_month_shape,
		"twelve months"),
	FIELD(struct year_view, issues, FIELD_ROWS, &issue_row_shape, "its issues"),
	{0},
};

static const struct shape shape = {"year", sizeof(struct year_view), fields};

static struct str
year_address(const struct year *year, struct arena *arena)
{
	return str_format(arena, "%04d/index.html", year->number);
}

static const struct link *
link_to_year(const struct words *words, const struct year *from, const struct year *to,
	struct arena *arena)
{
	return link_to(year_address(from, arena), year_address(to, arena),
		words_year(words, to->number, arena), arena);
}

static const struct pager *
pager_around(const struct words *words, const struct catalog *catalog,
	const struct year *year, struct arena *arena)
{
	const struct year *first = catalog->years.items,
			  *end = first + catalog->years.count;
	return pager_of(year > first ? link_to_year(words, year, year - 1, arena) : NULL,
		year + 1 < end ? link_to_year(words, year, year + 1, arena) : NULL,
		arena);
}

static struct rows
issue_rows(const struct words *words, const struct catalog *catalog,
	const struct year *year, struct str from, struct arena *arena)
{
	struct issue_row *rows =
		arena_array(arena, struct issue_row, year->issues.count + 1);
	for (size_t i = 0; i < year->issues.count; i++)
		rows[i] =
			issue_row_of(words, catalog, year->issues.items[i], from, arena);
	return (struct rows){rows, year->issues.count};
}

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	for (size_t i = 0; i < catalog->years.count; i++) {
		const struct year *year = &catalog->years.items[i];
		output_add(outputs, &year_kind, year_address(year, arena), arena)
			->subject = year;
	}
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	const struct year *year = output->subject;
	struct year_view *view = arena_new(arena, struct year_view);
	*view = (struct year_view){
		.frame = frame_of(publication, output->path, arena),
		.number = year->number,
		.issue_count = (long)year->issues.count,
		.article_count = (long)year->article_count,
		.is_daily = holdings_are_daily(catalog),
		.pager = pager_around(publication->words, catalog, year, arena),
		.weekdays = calendar_weekdays(publication->words, arena),
		.months = calendar_of(
			publication->words, catalog, year, output->path, arena),
		.issues = issue_rows(
			publication->words, catalog, year, output->path, arena),
	};
	return view;
}

static void
made_of(const struct publication *publication, const struct output *output,
	struct key *key)
{
	const struct catalog *catalog = publication->catalog;
	const struct year *year = output->subject;
	for (size_t i = 0; i < year->issues.count; i++)
		key_add_issue(key, year->issues.items[i]);
	key_add_number(key, year->article_count);
	key_add_number(key, holdings_are_daily(catalog));
	for (size_t i = 0; i < catalog->years.count; i++)
		key_add_number(key, (uint64_t)catalog->years.items[i].number);
}

const struct output_kind year_kind = {
	"year", "year.html", &shape, plan, view_of, made_of};
