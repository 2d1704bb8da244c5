#include "publish/timeline.h"

enum {
	WIDTH = 360,
	BASE = 48,   /* the highest bar */
	HEIGHT = 68, /* with the labels */
	LABEL_Y = 63,
	LABEL_WIDTH = 32, /* room that a label takes */
	MARGIN = 14,      /* on either side: half of a label */
	ROOM = WIDTH - 2 * MARGIN,
	MONTHS = 12,
	LEAST_ARTICLES = 3,
	WIDEST_BAR = 20,
};

static const struct field bar_fields[] = {
	FIELD(struct timeline_bar, name, FIELD_TEXT, NULL, "the year or month"),
	FIELD(struct timeline_bar, count, FIELD_NUMBER, NULL, "number of articles"),
	FIELD(struct timeline_bar, x, FIELD_NUMBER, NULL, "left"),
	FIELD(struct timeline_bar, y, FIELD_NUMBER, NULL, "top"),
	FIELD(struct timeline_bar, width, FIELD_NUMBER, NULL, "width"),
	FIELD(struct timeline_bar, height, FIELD_NUMBER, NULL, "height"),
	FIELD(struct timeline_bar, middle, FIELD_NUMBER, NULL, "middle of the bar"),
	FIELD(struct timeline_bar, label, FIELD_TEXT, NULL, "label below it, or empty"),
	{0},
};

static const struct shape bar_shape = {"bar", sizeof(struct timeline_bar), bar_fields};

static const struct field fields[] = {
	FIELD(struct timeline, width, FIELD_NUMBER, NULL, "width of the chart"),
	FIELD(struct timeline, height, FIELD_NUMBER, NULL, "height of the chart"),
	FIELD(struct timeline, base, FIELD_NUMBER, NULL, "where the bars stand"),
	FIELD(struct timeline, label_y, FIELD_NUMBER, NULL, "where the labels stand"),
	FIELD(struct timeline, bars, FIELD_ROWS, &bar_shape, "a bar each year or month"),
	{0},
};

const struct shape timeline_shape = {"timeline", sizeof(struct timeline), fields};

/* The first and last year of the dated entries, and how many there are. */
struct span {
	int first, last;
	size_t count;
};

static struct span
span_of(const struct entries *entries)
{
	struct span span = {0};
	for (size_t i = 0; i < entries->count; i++) {
		int year = entry_at(entries, i).article->date.year;
		if (!year)
			continue;
		if (!span.count++)
			span.first = span.last = year;
		if (year < span.first)
			span.first = year;
		if (year > span.last)
			span.last = year;
	}
	return span;
}

/* Counts by year from span.first on, or by month where the span is one year; articles of
 * that year without a month are in no bar. */
static void
count_articles(const struct entries *entries, struct span span, struct timeline_bar *bars)
{
	bool by_month = span.first == span.last;
	for (size_t i = 0; i < entries->count; i++) {
		struct date date = entry_at(entries, i).article->date;
		int at = by_month ? date.month - 1 : date.year - span.first;
		if (date.year && at >= 0)
			bars[at].count++;
	}
}

static long
highest_count(const struct timeline_bar *bars, long count)
{
	long highest = 1;
	for (long i = 0; i < count; i++)
		if (bars[i].count > highest)
			highest = bars[i].count;
	return highest;
}

/* Each bar has a slot of its own, with a gap of a quarter on the right; one article is at
 * least a line. */
static void
place_bars(struct timeline_bar *bars, long count)
{
	long highest = highest_count(bars, count);
	for (long i = 0; i < count; i++) {
		struct timeline_bar *bar = &bars[i];
		long left = MARGIN + ROOM * i / count,
		     right = MARGIN + ROOM * (i + 1) / count;
		bar->width = (right - left) * 3 / 4;
		if (bar->width > WIDEST_BAR)
			bar->width = WIDEST_BAR;
		if (bar->width < 1)
			bar->width = 1;
		bar->middle = (left + right) / 2;
		bar->x = bar->middle - bar->width / 2;
		bar->height = (BASE * bar->count + highest - 1) / highest;
		bar->y = BASE - bar->height;
	}
}

static void
name_bars(const struct words *words, struct timeline_bar *bars, long count,
	struct span span, struct arena *arena)
{
	long every = (LABEL_WIDTH * count + ROOM - 1) / ROOM;
	for (long i = 0; i < count; i++) {
		int year = span.first + (int)i;
		bool by_month = span.first == span.last;
		bars[i].name = by_month ? words->dates.short_months[i]
					: words_year(words, year, arena);
		if (i % every == 0)
			bars[i].label =
				by_month ? bars[i].name : str_format(arena, "%d", year);
	}
}

const struct timeline *
timeline_of(const struct words *words, const struct entries *entries, struct arena *arena)
{
	struct span span = span_of(entries);
	if (span.count < LEAST_ARTICLES)
		return NULL;
	long count = span.first == span.last ? MONTHS : span.last - span.first + 1;
	struct timeline_bar *bars = arena_array(arena, struct timeline_bar, count);
	count_articles(entries, span, bars);
	place_bars(bars, count);
	name_bars(words, bars, count, span, arena);
	struct timeline *timeline = arena_new(arena, struct timeline);
	*timeline =
		(struct timeline){WIDTH, HEIGHT, BASE, LABEL_Y, {bars, (size_t)count}};
	return timeline;
}
