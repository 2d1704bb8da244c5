#include "archive/together.h"

#include <stdlib.h>

#include "base/list.h"

enum {
	MOST_TOGETHER = 12,
	LARGEST_CROWD = 100 /* persons: in a longer list of names nobody is together */
};

/* The people of one article, by their number in the catalog. */
struct crowd {
	size_t *items;
	size_t count, capacity;
};

static int
compare_together(const void *a, const void *b)
{
	const struct together *first = a, *second = b;
	if (first->count != second->count)
		return first->count > second->count ? -1 : 1;
	int order = str_compare(first->person->sort_key, second->person->sort_key);
	return order ? order
		     : str_compare(first->person->subject, second->person->subject);
}

static struct crowd *
crowd_of(struct map *crowds, struct article *const *article, struct arena *arena)
{
	struct str key = {(const char *)article, sizeof *article};
	struct crowd **place = (struct crowd **)map_at(crowds, key);
	if (!*place)
		*place = arena_new(arena, struct crowd);
	return *place;
}

static void
count_company(const struct catalog *catalog, struct map *crowds, size_t number,
	size_t *counts, struct crowd *seen, struct arena *arena)
{
	const struct person *person = catalog->people.items[number];
	for (size_t i = 0; i < person->news.count; i++) {
		const struct crowd *crowd =
			crowd_of(crowds, &person->news.items[i].article, arena);
		for (size_t k = 0; crowd->count <= LARGEST_CROWD && k < crowd->count;
			k++) {
			size_t other = crowd->items[k];
			if (other != number && counts[other]++ == 0)
				*list_add(seen, arena) = other;
		}
	}
}

static void
keep_best(struct catalog *catalog, struct person *person, size_t *counts,
	const struct crowd *seen, struct arena *scratch)
{
	struct together *all = arena_array(scratch, struct together, seen->count + 1);
	for (size_t i = 0; i < seen->count; i++) {
		all[i] = (struct together){
			catalog->people.items[seen->items[i]], counts[seen->items[i]]};
		counts[seen->items[i]] = 0;
	}
	qsort(all, seen->count, sizeof *all, compare_together);
	for (size_t i = 0; i < seen->count && i < MOST_TOGETHER; i++)
		*list_add(&person->together, catalog->arena) = all[i];
}

void
together_build(struct catalog *catalog)
{
	struct arena *arena = arena_open(), *scratch = arena_open();
	struct map crowds = map_open(arena); /* by the article, as a pointer */
	size_t *counts = arena_array(arena, size_t, catalog->people.count + 1);
	for (size_t i = 0; i < catalog->people.count; i++) {
		const struct person *person = catalog->people.items[i];
		for (size_t k = 0; k < person->news.count; k++)
			*list_add(
				crowd_of(&crowds, &person->news.items[k].article, arena),
				arena) = i;
	}
	for (size_t i = 0; i < catalog->people.count; i++) {
		struct crowd seen = {0};
		count_company(catalog, &crowds, i, counts, &seen, scratch);
		keep_best(catalog, catalog->people.items[i], counts, &seen, scratch);
		arena_empty(scratch);
	}
	arena_close(scratch);
	arena_close(arena);
}
