#include "publish/noted.h"

#include <stdlib.h>

#include "base/list.h"

struct name {
	const void *subject;
	size_t count, order;
};

struct name_list {
	struct name *items;
	size_t count, capacity;
};

/* Most articles first; what comes first in the catalog, where these are equal. */
static int
compare_names(const void *a, const void *b)
{
	const struct name *x = a, *y = b;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void
note(struct name_list *list, const void *subject, size_t count, size_t order,
	struct arena *arena)
{
	if (count)
		*list_add(list, arena) = (struct name){subject, count, order};
}

static void
keep_most_noted(struct name_list *list)
{
	if (list->count)
		qsort(list->items, list->count, sizeof *list->items, compare_names);
	if (list->count > NOTED_MOST)
		list->count = NOTED_MOST;
}

/* Whether an article is of the season that ends with the newest issue. */
static bool
is_of_season(const struct catalog *catalog, const struct article *article)
{
	if (!catalog->issues.count || !date_known(article->date))
		return false;
	const struct issue *newest = catalog->issues.items[catalog->issues.count - 1];
	return date_day_number(newest->date) - date_day_number(article->date) <
	       NOTED_SEASON;
}

/* Both lists are in the order of dates, undated articles last. */
static size_t
season_of_person(const struct catalog *catalog, const struct person *person)
{
	size_t count = 0;
	for (size_t i = person->news.count; i > 0; i--) {
		const struct article *article = person->news.items[i - 1].article;
		if (is_of_season(catalog, article))
			count++;
		else if (date_known(article->date))
			break;
	}
	return count;
}

static size_t
season_of_tag(const struct catalog *catalog, const struct tag *tag)
{
	size_t count = 0;
	for (size_t i = tag->articles.count; i > 0; i--) {
		const struct article *article = tag->articles.items[i - 1];
		if (is_of_season(catalog, article))
			count++;
		else if (date_known(article->date))
			break;
	}
	return count;
}

static struct name_list
people_of(const struct catalog *catalog, bool of_season, struct arena *arena)
{
	struct name_list names = {0};
	for (size_t i = 0; i < catalog->people.count; i++) {
		const struct person *person = catalog->people.items[i];
		note(&names, person,
			of_season ? season_of_person(catalog, person)
				  : person->news.count,
			i, arena);
	}
	keep_most_noted(&names);
	return names;
}

static struct name_list
tags_of(const struct catalog *catalog, bool of_season, struct arena *arena)
{
	struct name_list names = {0};
	for (size_t i = 0; i < catalog->tags.count; i++) {
		const struct tag *tag = catalog->tags.items[i];
		note(&names, tag,
			of_season ? season_of_tag(catalog, tag) : tag->articles.count, i,
			arena);
	}
	keep_most_noted(&names);
	return names;
}

struct noted
noted_people(const struct catalog *catalog, struct str from, struct arena *arena)
{
	struct name_list names = people_of(catalog, true, arena);
	bool of_season = names.count >= NOTED_LEAST;
	if (!of_season)
		names = people_of(catalog, false, arena);
	struct name_row *rows = arena_array(arena, struct name_row, names.count + 1);
	for (size_t i = 0; i < names.count; i++) {
		rows[i] = person_row_of(names.items[i].subject, from, arena);
		rows[i].count = (long)names.items[i].count;
	}
	return (struct noted){{rows, names.count}, of_season};
}

struct noted
noted_tags(const struct catalog *catalog, struct str from, struct arena *arena)
{
	struct name_list names = tags_of(catalog, true, arena);
	bool of_season = names.count >= NOTED_LEAST;
	if (!of_season)
		names = tags_of(catalog, false, arena);
	struct name_row *rows = arena_array(arena, struct name_row, names.count + 1);
	for (size_t i = 0; i < names.count; i++) {
		rows[i] = tag_row_of(names.items[i].subject, from, arena);
		rows[i].count = (long)names.items[i].count;
	}
	return (struct noted){{rows, names.count}, of_season};
}
