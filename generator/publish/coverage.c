/* coverage.html: what the archive has and has not: years, stretches without an issue, how
 * good the text is, and how articles were cut. */
#include "publish/frame.h"
#include "publish/holdings.h"
#include "publish/kinds.h"
#include "publish/leaf.h"
#include "publish/words.h"

/* One of the signs, with the number of articles that bear it. */
struct doubt_row {
	struct str sign, meaning;
	long count;
	struct str share; /* of all articles: 3.2% */
};

enum { LONGEST_USUAL = 31 /* days: less often than a monthly nothing is missing */ };

struct coverage_view {
	const struct frame *frame;
	struct str first_day, last_day;
	long issue_count, page_count, article_count, undated_count;
	long curated_count, picture_count;
	struct rows years, gaps, doubts;
	bool has_gaps, is_scattered;
	long usual_days;
	const struct link *undated;
};

static const struct field doubt_fields[] = {
	FIELD(struct doubt_row, sign, FIELD_TEXT, NULL, "the sign: 〔代拟题〕"),
	FIELD(struct doubt_row, meaning, FIELD_TEXT, NULL, "what it means"),
	FIELD(struct doubt_row, count, FIELD_NUMBER, NULL, "articles that bear it"),
	FIELD(struct doubt_row, share, FIELD_TEXT, NULL, "part of all articles: 3.2%"),
	{0},
};

static const struct shape counted_doubt_shape = {
	"counted doubt", sizeof(struct doubt_row), doubt_fields};

static const struct field fields[] = {
	FIELD(struct coverage_view, frame, FIELD_RECORD, &frame_shape,
		"what pages share"),
	FIELD(struct coverage_view, first_day, FIELD_TEXT, NULL,
		"date of the first issue, or empty"),
	FIELD(struct coverage_view, last_day, FIELD_TEXT, NULL,
		"date of the newest issue, empty where it is the only one"),
	FIELD(struct coverage_view, issue_count, FIELD_NUMBER, NULL, "number of issues"),
	FIELD(struct coverage_view, page_count, FIELD_NUMBER, NULL, "number of pages"),
	FIELD(struct coverage_view, article_count, FIELD_NUMBER, NULL,
		"number of articles"),
	FIELD(struct coverage_view, undated_count, FIELD_NUMBER, NULL,
		"number of those without a date"),
	FIELD(struct coverage_view, curated_count, FIELD_NUMBER, NULL,
		"number of those that somebody has edited"),
	FIELD(struct coverage_view, picture_count, FIELD_NUMBER, NULL,
		"number of pages with a picture"),
	FIELD(struct coverage_view, years, FIELD_ROWS, &year_row_shape,
		"all years, newest first"),
	FIELD(struct coverage_view, gaps, FIELD_ROWS, &gap_row_shape,
		"long stretches without an issue, by date"),
	FIELD(struct coverage_view, has_gaps, FIELD_FLAG, NULL, "whether there are any"),
	FIELD(struct coverage_view, is_scattered, FIELD_FLAG, NULL,
		"whether issues are too few or too far apart to say what is missing"),
	FIELD(struct coverage_view, usual_days, FIELD_NUMBER, NULL,
		"days that usually lie from issue to issue, 0 for fewer than three"),
	FIELD(struct coverage_view, doubts, FIELD_ROWS, &counted_doubt_shape,
		"signs of doubt, with their numbers"),
	FIELD(struct coverage_view, undated, FIELD_RECORD, &link_shape,
		"articles without a date"),
	{0},
};

static const struct shape shape = {"coverage", sizeof(struct coverage_view), fields};

static void
show_holdings(struct coverage_view *view, const struct publication *publication,
	struct str from, struct arena *arena)
{
	const struct words *words = publication->words;
	const struct catalog *catalog = publication->catalog;
	size_t count = catalog->issues.count;
	view->years = holdings_years(words, catalog, from, arena);
	view->gaps = holdings_gaps(words, catalog, from, arena);
	view->has_gaps = view->gaps.count > 0;
	view->usual_days = holdings_usual_days(catalog, arena);
	view->is_scattered = !view->usual_days || view->usual_days > LONGEST_USUAL;
	view->issue_count = (long)count;
	for (size_t i = 0; i < view->years.count; i++)
		view->page_count += ((const struct year_row *)view->years.items)[i].pages;
	if (!count)
		return;
	view->first_day = words_day(words, catalog->issues.items[0]->date, arena);
	if (count > 1)
		view->last_day =
			words_day(words, catalog->issues.items[count - 1]->date, arena);
}

/* In tenths of a percent; what there is at all is never 0. */
static struct str
share_of(long count, long all, struct arena *arena)
{
	long tenths = all ? (count * 1000 + all / 2) / all : 0;
	if (count && !tenths)
		tenths = 1;
	return str_format(arena, "%ld.%ld%%", tenths / 10, tenths % 10);
}

static void
show_quality(struct coverage_view *view, const struct publication *publication,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	struct doubt_row *rows = arena_array(arena, struct doubt_row, DOUBTS);
	view->article_count = (long)catalog->articles.count;
	view->undated_count = (long)catalog->undated.count;
	for (size_t i = 0; i < catalog->articles.count; i++) {
		const struct article *article = catalog->articles.items[i];
		view->curated_count += article->curated;
		for (size_t k = 0; k < DOUBTS; k++)
			rows[k].count += (article->marks &
						 publication->words->doubts[k].mark) != 0;
	}
	for (size_t i = 0; i < catalog->pages.count; i++)
		view->picture_count += catalog->pages.items[i]->picture.len > 0;
	for (size_t k = 0; k < DOUBTS; k++) {
		rows[k].sign = publication->words->doubts[k].sign;
		rows[k].meaning = publication->words->doubts[k].meaning;
		rows[k].share = share_of(rows[k].count, view->article_count, arena);
	}
	view->doubts = (struct rows){rows, DOUBTS};
}

static void
plan(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &coverage_kind, STR("coverage.html"), arena);
}

static const void *
view_of(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	struct coverage_view *view = arena_new(arena, struct coverage_view);
	view->frame = frame_of(publication, output->path, arena);
	show_holdings(view, publication, output->path, arena);
	show_quality(view, publication, arena);
	if (publication->catalog->undated.count)
		view->undated = link_to(output->path, STR("undated/index.html"),
			publication->words->undated, arena);
	return view;
}

const struct output_kind coverage_kind = {
	"coverage", "coverage.html", &shape, plan, view_of, NULL};
