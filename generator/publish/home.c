/* home.html: search, the newest issue, the day of it in other years, the years, people
 * and tags of the season, and figures. */
#include "publish/anniversary.h"
#include "publish/assets.h"
#include "publish/frame.h"
#include "publish/holdings.h"
#include "publish/html.h"
#include "publish/issue_row.h"
#include "publish/kinds.h"
#include "publish/leaf.h"
#include "publish/noted.h"
#include "publish/words.h"

enum { MOST_ON_THIS_DAY = 5 /* issues of other years */ };

struct home_view {
	const struct frame *frame;
	struct str about;
	const struct link *latest, *undated;
	struct str latest_number, latest_note;
	struct rows leaves, years, people, tags;
	bool has_people, has_tags, people_of_season, tags_of_season;
	struct str days, this_day, script;
	struct rows on_this_day;
	bool has_on_this_day;
	struct str first_day, last_day;
	long issue_count, page_count, article_count, person_count, tag_count,
		undated_count;
};

static const struct field fields[] = {
	FIELD(struct home_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct home_view, about, FIELD_TEXT, NULL,
		"a paragraph on the site, or empty"),
	FIELD(struct home_view, latest, FIELD_RECORD, &link_shape,
		"the newest issue, if any"),
	FIELD(struct home_view, latest_number, FIELD_TEXT, NULL, "its number, or empty"),
	FIELD(struct home_view, latest_note, FIELD_TEXT, NULL, "its note, or empty"),
	FIELD(struct home_view, leaves, FIELD_ROWS, &leaf_row_shape, "its pages"),
	FIELD(struct home_view, years, FIELD_ROWS, &year_row_shape,
		"all years, newest first"),
	FIELD(struct home_view, people, FIELD_ROWS, &name_row_shape,
		"people most in the news of the season; about is said of namesakes "
		"alone"),
	FIELD(struct home_view, tags, FIELD_ROWS, &name_row_shape,
		"tags most used in the season"),
	FIELD(struct home_view, people_of_season, FIELD_FLAG, NULL,
		"whether they are of the season, not of all years"),
	FIELD(struct home_view, tags_of_season, FIELD_FLAG, NULL, "the same of tags"),
	FIELD(struct home_view, days, FIELD_TEXT, NULL,
		"days of the year that have issues: 03-05 06-11"),
	FIELD(struct home_view, this_day, FIELD_TEXT, NULL,
		"the newest issue's day in any year: 6月11日"),
	FIELD(struct home_view, on_this_day, FIELD_ROWS, &issue_row_shape,
		"issues of that day in other years, newest first, at most five"),
	FIELD(struct home_view, has_on_this_day, FIELD_FLAG, NULL,
		"whether there are any"),
	FIELD(struct home_view, script, FIELD_TEXT, NULL,
		"finds the reader's day; to stand behind root"),
	FIELD(struct home_view, has_people, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct home_view, has_tags, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct home_view, first_day, FIELD_TEXT, NULL, "date of the first issue"),
	FIELD(struct home_view, last_day, FIELD_TEXT, NULL,
		"date of the newest issue, empty where it is the only one"),
	FIELD(struct home_view, issue_count, FIELD_NUMBER, NULL, "number of issues"),
	FIELD(struct home_view, page_count, FIELD_NUMBER, NULL, "number of pages"),
	FIELD(struct home_view, article_count, FIELD_NUMBER, NULL, "number of articles"),
	FIELD(struct home_view, person_count, FIELD_NUMBER, NULL, "number of people"),
	FIELD(struct home_view, tag_count, FIELD_NUMBER, NULL, "number of tags"),
	FIELD(struct home_view, undated, FIELD_RECORD, &link_shape,
		"articles without a date"),
	FIELD(struct home_view, undated_count, FIELD_NUMBER, NULL, "number of those"),
	{0},
};

static const struct shape shape = {"home", sizeof(struct home_view), fields};

/* --- on this day --- */

/* The issues of the newest one's day in other years. */
static void
show_day(struct home_view *view, const struct publication *publication, struct str from,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	struct anniversaries held = anniversaries_of(catalog, arena);
	view->days = anniversary_list(&held, arena);
	view->script = asset_path(publication->assets, STR("today.js"));
	if (!held.count)
		return;
	struct date newest = catalog->issues.items[catalog->issues.count - 1]->date;
	const struct anniversary *day = anniversary_find(&held, newest.month, newest.day);
	struct issue_row *rows = arena_array(arena, struct issue_row, MOST_ON_THIS_DAY);
	size_t count = 0;
	for (size_t i = day->issues.count - 1; i > 0 && count < MOST_ON_THIS_DAY; i--)
		rows[count++] = issue_row_of(publication->words, catalog,
			day->issues.items[i - 1], from, arena);
	view->this_day =
		words_yearly(publication->words, newest.month, newest.day, arena);
	view->on_this_day = (struct rows){rows, count};
	view->has_on_this_day = count > 0;
}

/* --- issues and years --- */

static void
show_issues(struct home_view *view, const struct words *words,
	const struct catalog *catalog, struct str from, struct arena *arena)
{
	if (!catalog->issues.count)
		return;
	const struct issue *first = catalog->issues.items[0];
	const struct issue *latest = catalog->issues.items[catalog->issues.count - 1];
	struct leaves leaves = leaves_of(catalog, latest, arena);
	view->leaves = leaf_rows(words, &leaves, from, arena);
	view->latest = link_to(from, issue_address(latest->date, arena),
		words_date(words, latest->date, arena), arena);
	view->latest_number = latest->number;
	view->latest_note = latest->note;
	view->first_day = words_day(words, first->date, arena);
	if (latest != first)
		view->last_day = words_day(words, latest->date, arena);
	view->years = holdings_years(words, catalog, from, arena);
}

static void
show_figures(struct home_view *view, const struct catalog *catalog)
{
	view->issue_count = (long)catalog->issues.count;
	view->article_count = (long)catalog->articles.count;
	view->person_count = (long)catalog->people.count;
	view->tag_count = (long)catalog->tags.count;
	view->undated_count = (long)catalog->undated.count;
	for (size_t i = 0; i < view->years.count; i++)
		view->page_count += ((const struct year_row *)view->years.items)[i].pages;
}

/* --- the kind --- */

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &home_kind, STR("index.html"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	struct home_view *view = arena_new(arena, struct home_view);
	view->frame = frame_of(publication, output->path, arena);
	view->about = publication->site->about;
	struct noted people = noted_people(catalog, output->path, arena);
	struct noted tags = noted_tags(catalog, output->path, arena);
	view->people = people.names;
	view->people_of_season = people.of_season;
	view->tags = tags.names;
	view->tags_of_season = tags.of_season;
	view->has_people = view->people.count > 0;
	view->has_tags = view->tags.count > 0;
	show_issues(view, publication->words, catalog, output->path, arena);
	show_figures(view, catalog);
	show_day(view, publication, output->path, arena);
	if (catalog->undated.count)
		view->undated = link_to(output->path, STR("undated/index.html"),
			publication->words->undated, arena);
	return view;
}

const struct output_kind home_kind = {"home", "home.html", &shape, plan, view_of, NULL};
