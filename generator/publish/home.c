/* home.html: search, the newest issue, the years, people and tags of note, and figures.
 */
#include <stdlib.h>

#include "base/list.h"
#include "publish/frame.h"
#include "publish/html.h"
#include "publish/kinds.h"
#include "publish/leaf.h"
#include "publish/words.h"

enum { MOST_NAMES = 24 /* people and tags shown */ };

struct year_row {
	struct str href;
	long number, issues, articles;
};

struct home_view {
	const struct frame *frame;
	struct str about;
	const struct link *latest, *undated;
	struct str latest_number, latest_note;
	struct rows leaves, years, people, tags;
	bool has_people, has_tags;
	struct str first_day, last_day;
	long issue_count, page_count, article_count, person_count, tag_count,
		undated_count;
};

static const struct field year_fields[] = {
	FIELD(struct year_row, href, FIELD_TEXT, NULL, "link to the year"),
	FIELD(struct year_row, number, FIELD_NUMBER, NULL, "the year"),
	FIELD(struct year_row, issues, FIELD_NUMBER, NULL, "number of issues"),
	FIELD(struct year_row, articles, FIELD_NUMBER, NULL, "number of articles"),
	{0},
};

static const struct shape year_shape = {"year row", sizeof(struct year_row), year_fields};

static const struct field fields[] = {
	FIELD(struct home_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct home_view, about, FIELD_TEXT, NULL,
		"a paragraph on the site, or empty"),
	FIELD(struct home_view, latest, FIELD_RECORD, &link_shape,
		"the newest issue, if any"),
	FIELD(struct home_view, latest_number, FIELD_TEXT, NULL, "its number, or empty"),
	FIELD(struct home_view, latest_note, FIELD_TEXT, NULL, "its note, or empty"),
	FIELD(struct home_view, leaves, FIELD_ROWS, &leaf_row_shape, "its pages"),
	FIELD(struct home_view, years, FIELD_ROWS, &year_shape,
		"all years, newest first"),
	FIELD(struct home_view, people, FIELD_ROWS, &name_row_shape,
		"people most in the news"),
	FIELD(struct home_view, tags, FIELD_ROWS, &name_row_shape, "tags most used"),
	FIELD(struct home_view, has_people, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct home_view, has_tags, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct home_view, first_day, FIELD_TEXT, NULL, "date of the first issue"),
	FIELD(struct home_view, last_day, FIELD_TEXT, NULL, "date of the newest issue"),
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

/* --- names of note --- */

struct noted {
	const void *subject;
	size_t count, order;
};

struct noted_list {
	struct noted *items;
	size_t count, capacity;
};

/* Most articles first; what comes first in the catalog, where these are equal. */
static int
compare_noted(const void *a, const void *b)
{
	const struct noted *x = a, *y = b;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void
note(struct noted_list *list, const void *subject, size_t count, struct arena *arena)
{
	size_t order = list->count;
	if (count)
		*list_add(list, arena) = (struct noted){subject, count, order};
}

static void
keep_most_noted(struct noted_list *list)
{
	if (list->count)
		qsort(list->items, list->count, sizeof *list->items, compare_noted);
	if (list->count > MOST_NAMES)
		list->count = MOST_NAMES;
}

static struct rows
people_of_note(const struct catalog *catalog, struct str from, struct arena *arena)
{
	struct noted_list noted = {0};
	for (size_t i = 0; i < catalog->people.count; i++)
		note(&noted, catalog->people.items[i],
			catalog->people.items[i]->news.count, arena);
	keep_most_noted(&noted);
	struct name_row *rows = arena_array(arena, struct name_row, noted.count + 1);
	for (size_t i = 0; i < noted.count; i++)
		rows[i] = person_row_of(noted.items[i].subject, from, arena);
	return (struct rows){rows, noted.count};
}

static struct rows
tags_of_note(const struct catalog *catalog, struct str from, struct arena *arena)
{
	struct noted_list noted = {0};
	for (size_t i = 0; i < catalog->tags.count; i++)
		note(&noted, catalog->tags.items[i],
			catalog->tags.items[i]->articles.count, arena);
	keep_most_noted(&noted);
	struct name_row *rows = arena_array(arena, struct name_row, noted.count + 1);
	for (size_t i = 0; i < noted.count; i++)
		rows[i] = tag_row_of(noted.items[i].subject, from, arena);
	return (struct rows){rows, noted.count};
}

/* --- issues and years --- */

static struct rows
years_of(const struct catalog *catalog, struct arena *arena)
{
	size_t count = catalog->years.count;
	struct year_row *rows = arena_array(arena, struct year_row, count + 1);
	for (size_t i = 0; i < count; i++) {
		const struct year *year = &catalog->years.items[count - 1 - i];
		rows[i] = (struct year_row){
			.href = str_format(arena, "%04d/index.html", year->number),
			.number = year->number,
			.issues = (long)year->issues.count,
			.articles = (long)year->article_count,
		};
	}
	return (struct rows){rows, count};
}

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
	view->last_day = words_day(words, latest->date, arena);
	view->years = years_of(catalog, arena);
}

static void
show_figures(struct home_view *view, const struct catalog *catalog, struct arena *arena)
{
	view->issue_count = (long)catalog->issues.count;
	view->article_count = (long)catalog->articles.count;
	view->person_count = (long)catalog->people.count;
	view->tag_count = (long)catalog->tags.count;
	view->undated_count = (long)catalog->undated.count;
	for (size_t i = 0; i < catalog->issues.count; i++)
		view->page_count +=
			(long)leaves_of(catalog, catalog->issues.items[i], arena).count;
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
	view->people = people_of_note(catalog, output->path, arena);
	view->tags = tags_of_note(catalog, output->path, arena);
	view->has_people = view->people.count > 0;
	view->has_tags = view->tags.count > 0;
	show_issues(view, publication->words, catalog, output->path, arena);
	show_figures(view, catalog, arena);
	if (catalog->undated.count)
		view->undated = link_to(output->path, STR("undated/index.html"),
			publication->words->undated, arena);
	return view;
}

const struct output_kind home_kind = {"home", "home.html", &shape, plan, view_of, NULL};
