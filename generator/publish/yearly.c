#include "publish/yearly.h"

#include "archive/full_text.h"
#include "base/list.h"
#include "publish/kinds.h"

enum { LONGEST_LIST = 100 /* articles on the page of a person or tag */ };

struct yearly_list {
	struct yearly *items;
	size_t count, capacity;
};

static const struct field fields[] = {
	FIELD(struct yearly, number, FIELD_NUMBER, NULL,
		"the year, 0 for undated articles"),
	FIELD(struct yearly, id, FIELD_TEXT, NULL, "its place on the page: news-2024"),
	FIELD(struct yearly, href, FIELD_TEXT, NULL,
		"link to the year's own page, or empty"),
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

/* Articles whose day is not known stand last, whatever their year. */
static int
year_of(const struct entry *entry)
{
	return date_known(entry->article->date) ? entry->article->date.year : 0;
}

/* Where the stretch of one year that ends before `end` begins. */
static size_t
year_start(const struct entries *entries, size_t end)
{
	size_t start = end - 1;
	int year = year_of(&entries->items[start]);
	while (start > 0 && year_of(&entries->items[start - 1]) == year)
		start--;
	return start;
}

static struct article_row
row_of(const struct publication *publication, const struct entry *entry, struct str from,
	struct arena *arena)
{
	if (!entry->mention)
		return article_row_of(publication->words, entry->article, from, arena);
	size_t number = (size_t)(entry->mention - entry->article->mentions.items);
	struct mention mention = *entry->mention;
	mention.context =
		full_text_quote(publication->cache, entry->article, number, arena);
	return article_row_naming(
		publication->words, entry->article, &mention, from, arena);
}

static struct rows
article_rows(const struct publication *publication, const struct entries *entries,
	size_t start, size_t end, struct str from, struct arena *arena)
{
	struct article_row *rows = arena_array(arena, struct article_row, end - start);
	for (size_t i = start; i < end; i++)
		rows[end - 1 - i] = row_of(publication, &entries->items[i], from, arena);
	return (struct rows){rows, end - start};
}

struct rows
yearly_rows(const struct publication *publication, const struct entries *entries,
	int year, bool split, const char *name, struct str from, struct arena *arena)
{
	struct yearly_list list = {0};
	for (size_t end = entries->count, start; end > 0; end = start) {
		start = year_start(entries, end);
		int number = year_of(&entries->items[start]);
		if (year && number != year)
			continue;
		struct yearly *yearly = list_add(&list, arena);
		yearly->number = number;
		yearly->count = (long)(end - start);
		yearly->id = str_format(arena, "%s-%d", name, number);
		if (split && number && !year)
			yearly->href = str_format(arena, "%04d.html", number);
		else
			yearly->articles = article_rows(
				publication, entries, start, end, from, arena);
	}
	return (struct rows){list.items, list.count};
}

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
	for (size_t i = 0; i < entries->count; i++) {
		int year = year_of(&entries->items[i]);
		if (!year || year == planned.year)
			continue;
		planned.year = year;
		planned.path = yearly_address(index->path, year, arena);
		if (!is_planned(outputs, planned.path))
			*list_add(outputs, arena) = planned;
	}
}
