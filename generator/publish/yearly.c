#include "publish/yearly.h"

#include "archive/full_text.h"
#include "base/list.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/words.h"

enum { LONGEST_LIST = 100 /* articles on the page of a person or tag */ };

struct yearly_list {
	struct yearly *items;
	size_t count, capacity;
};

static const struct field fields[] = {
	FIELD(struct yearly, number, FIELD_NUMBER, NULL,
		"the year, 0 for undated articles"),
	FIELD(struct yearly, month, FIELD_TEXT, NULL,
		"name of the newest month of a long list, which stands apart from its "
		"year, else empty"),
	FIELD(struct yearly, id, FIELD_TEXT, NULL, "its place on the page: news-2024"),
	FIELD(struct yearly, href, FIELD_TEXT, NULL,
		"link to the page that has the articles where it is another, or empty"),
	FIELD(struct yearly, count, FIELD_NUMBER, NULL, "number of articles"),
	FIELD(struct yearly, articles, FIELD_ROWS, &article_row_shape, "articles"),
	{0},
};

const struct shape yearly_shape = {"yearly list", sizeof(struct yearly), fields};

bool
yearly_is_split(size_t count)
{
	return count > LONGEST_LIST;
}

struct str
yearly_address(struct str index, int year, struct arena *arena)
{
	struct str folder = str_slice(index, 0, index.len - STR("index.html").len);
	return str_format(arena, "%.*s%04d.html", STR_ARG(folder), year);
}

struct entry
entry_at(const struct entries *entries, size_t number)
{
	if (!entries->appearances)
		return (struct entry){entries->articles[number], NULL};
	const struct appearance *appearance = &entries->appearances[number];
	return (struct entry){appearance->article, appearance->mention};
}

static struct date
date_at(const struct entries *entries, size_t number)
{
	return entry_at(entries, number).article->date;
}

/* Articles whose day is not known stand last, whatever their year. */
static int
year_at(const struct entries *entries, size_t number)
{
	struct date date = date_at(entries, number);
	return date_known(date) ? date.year : 0;
}

/* A row: [from, to) of the entries, of one year or its newest month, or undated. */
struct stretch {
	size_t from, to;
	int year;
	bool newest;
};

/* The stretch that ends before `to`. */
static struct stretch
stretch_until(const struct entries *entries, size_t to, bool split)
{
	struct stretch stretch = {to - 1, to, year_at(entries, to - 1), false};
	int month = date_at(entries, to - 1).month;
	stretch.newest =
		split && stretch.year && (to == entries->count || !year_at(entries, to));
	while (stretch.from > 0 && year_at(entries, stretch.from - 1) == stretch.year &&
		(!stretch.newest || date_at(entries, stretch.from - 1).month == month))
		stretch.from--;
	return stretch;
}

/* Behind the last entry of the year, or of all if that is 0. */
static size_t
end_of(const struct entries *entries, int year)
{
	size_t low = 0, high = entries->count;
	while (year && low < high) {
		size_t middle = low + (high - low) / 2;
		int there = year_at(entries, middle);
		if (there && there <= year)
			low = middle + 1;
		else
			high = middle;
	}
	return high;
}

/* Whether the articles themselves stand on the page, of that year or of all. */
static bool
is_listed(const struct stretch *stretch, int page_year, bool split)
{
	if (page_year)
		return !stretch->newest;
	return !split || stretch->newest || !stretch->year;
}

static struct article_row
row_of(const struct publication *publication, struct entry entry, struct str from,
	struct arena *arena)
{
	if (!entry.mention)
		return article_row_of(publication->words, entry.article, from, arena);
	size_t number = (size_t)(entry.mention - entry.article->mentions.items);
	struct mention mention = *entry.mention;
	mention.context =
		full_text_quote(publication->cache, entry.article, number, arena);
	return article_row_naming(
		publication->words, entry.article, &mention, from, arena);
}

static struct rows
article_rows(const struct publication *publication, const struct entries *entries,
	const struct stretch *stretch, struct str from, struct arena *arena)
{
	size_t count = stretch->to - stretch->from;
	struct article_row *rows = arena_array(arena, struct article_row, count);
	for (size_t i = 0; i < count; i++)
		rows[i] = row_of(
			publication, entry_at(entries, stretch->to - 1 - i), from, arena);
	return (struct rows){rows, count};
}

static struct yearly
yearly_of(const struct words *words, const struct entries *entries,
	const struct stretch *stretch, const char *name, struct arena *arena)
{
	struct date date = date_at(entries, stretch->from);
	struct yearly yearly = {
		.number = stretch->year,
		.count = (long)(stretch->to - stretch->from),
		.id = str_format(arena, "%s-%d", name, stretch->year),
		.month = STR(""),
	};
	if (!stretch->newest)
		return yearly;
	yearly.id = str_format(arena, "%s-%d-%02d", name, date.year, date.month);
	yearly.month = words_day(words, (struct date){date.year, date.month, 0}, arena);
	return yearly;
}

/* Without the number of articles: so a new one leaves the page of the year alone. */
static void
point_at_newest(struct yearly *yearly, struct arena *arena)
{
	yearly->href = str_format(arena, "index.html#%.*s", STR_ARG(yearly->id));
	yearly->count = 0;
}

struct rows
yearly_rows(const struct publication *publication, const struct entries *entries,
	int year, bool split, const char *name, struct str from, struct arena *arena)
{
	struct yearly_list list = {0};
	struct stretch stretch;
	for (size_t to = end_of(entries, year); to > 0; to = stretch.from) {
		stretch = stretch_until(entries, to, split);
		if (year && stretch.year != year)
			break;
		struct yearly *yearly = list_add(&list, arena);
		*yearly = yearly_of(publication->words, entries, &stretch, name, arena);
		if (is_listed(&stretch, year, split))
			yearly->articles =
				article_rows(publication, entries, &stretch, from, arena);
		else if (year)
			point_at_newest(yearly, arena);
		else
			yearly->href = str_format(arena, "%04d.html", stretch.year);
	}
	return (struct rows){list.items, list.count};
}

/* --- keys --- */

static void
add_entries(struct key *key, const struct entries *entries, const struct stretch *stretch)
{
	for (size_t i = stretch->from; i < stretch->to; i++) {
		struct entry entry = entry_at(entries, i);
		key_add_article(key, entry.article);
		key_add_text(key, entry.mention ? entry.mention->name : STR(""));
	}
}

/* How many articles there are of each month. */
static void
add_months(struct key *key, const struct entries *entries)
{
	size_t since = 0;
	for (size_t i = 1; i <= entries->count; i++) {
		const struct date date = date_at(entries, i - 1);
		struct date next = date_at(entries, i < entries->count ? i : i - 1);
		if (i < entries->count && next.year == date.year &&
			next.month == date.month)
			continue;
		key_add_date(key, (struct date){date.year, date.month, 0});
		key_add_number(key, i - since);
		since = i;
	}
}

void
yearly_made_of(struct key *key, const struct entries *entries, int year, bool split)
{
	struct stretch stretch;
	for (size_t to = end_of(entries, year); to > 0; to = stretch.from) {
		stretch = stretch_until(entries, to, split);
		if (year && stretch.year != year)
			break;
		bool listed = is_listed(&stretch, year, split);
		struct date first = date_at(entries, stretch.from);
		key_add_date(key, (struct date){first.year, first.month, 0});
		key_add_number(key, year && !listed ? 0 : stretch.to - stretch.from);
		if (listed)
			add_entries(key, entries, &stretch);
	}
	if (!year)
		add_months(key, entries);
	key_add_text(key, STR("")); /* ends the list */
}

/* --- outputs --- */

static bool
is_planned(const struct output_list *outputs, struct str path)
{
	for (size_t i = outputs->count; i > 0; i--) {
		const struct output *output = &outputs->items[i - 1];
		if (!output->year)
			return false;
		if (str_equal(output->path, path))
			return true;
	}
	return false;
}

void
yearly_plan(const struct entries *entries, const struct output *index,
	struct output_list *outputs, struct arena *arena)
{
	struct output planned = *index;
	struct stretch stretch;
	for (size_t to = entries->count; to > 0; to = stretch.from) {
		stretch = stretch_until(entries, to, true);
		if (!stretch.year || stretch.newest)
			continue;
		planned.year = stretch.year;
		planned.path = yearly_address(index->path, planned.year, arena);
		if (!is_planned(outputs, planned.path))
			*list_add(outputs, arena) = planned;
	}
}
