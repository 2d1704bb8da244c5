#include "archive/together.h"

#include <string.h>

#include "base/list.h"

enum {
	MOST_TOGETHER = 12,
	LARGEST_CROWD = 100 /* persons: in a longer list of names nobody is together */
};

/* Who stands together with one person: how often each one of the catalog does, by place,
 * and who does at all. */
struct company {
	size_t *counts;
	size_t *articles; /* the latest article in which they were counted, from 1 */
	struct person **items;
	size_t count, capacity;
};

static int
compare_together(const struct together *first, const struct together *second)
{
	if (first->count != second->count)
		return first->count > second->count ? -1 : 1;
	int order = str_compare(first->person->sort_key, second->person->sort_key);
	return order ? order
		     : str_compare(first->person->subject, second->person->subject);
}

static bool
is_crowd(const struct article *article)
{
	size_t persons = 0;
	if (article->mentions.count <= LARGEST_CROWD)
		return false;
	for (size_t i = 0; i < article->mentions.count; i++)
		persons += article->mentions.items[i].person != NULL;
	return persons > LARGEST_CROWD;
}

/* Two spellings of a person in an article count once. */
static void
count_article(struct company *company, const struct person *person,
	const struct article *article, size_t number, struct arena *arena)
{
	for (size_t i = 0; i < article->mentions.count; i++) {
		struct person *other = article->mentions.items[i].person;
		if (!other || other == person ||
			company->articles[other->place] == number)
			continue;
		company->articles[other->place] = number;
		if (company->counts[other->place]++ == 0)
			*list_add(company, arena) = other;
	}
}

/* Into the best of those seen so far, in their order. */
static void
place_among(struct together *best, size_t *count, struct together one)
{
	size_t at = *count;
	while (at && compare_together(&one, &best[at - 1]) < 0)
		at--;
	if (at == MOST_TOGETHER)
		return;
	*count += *count < MOST_TOGETHER;
	memmove(&best[at + 1], &best[at], (*count - at - 1) * sizeof *best);
	best[at] = one;
}

static void
keep_best(struct person *person, struct company *company, struct arena *arena)
{
	struct together best[MOST_TOGETHER];
	size_t count = 0;
	for (size_t i = 0; i < company->count; i++) {
		struct person *other = company->items[i];
		place_among(best, &count,
			(struct together){other, company->counts[other->place]});
		company->counts[other->place] = 0;
	}
	person->together.items = list_settled(best, sizeof *best, count, arena);
	person->together.count = person->together.capacity = count;
	company->count = 0;
}

void
together_build(struct catalog *catalog)
{
	struct arena *scratch = arena_open();
	struct company company = {
		.counts = arena_array(scratch, size_t, catalog->people.count + 1),
		.articles = arena_array(scratch, size_t, catalog->people.count + 1),
	};
	size_t number = 0;
	for (size_t i = 0; i < catalog->people.count; i++) {
		struct person *person = catalog->people.items[i];
		for (size_t k = 0; k < person->news.count; k++) {
			const struct article *article = person->news.items[k].article;
			if (!is_crowd(article))
				count_article(
					&company, person, article, ++number, scratch);
		}
		keep_best(person, &company, catalog->arena);
	}
	arena_close(scratch);
}
