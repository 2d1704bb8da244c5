#include "search/ranking.h"

#include <stdlib.h>

/* The binary logarithm, by straight lines between the powers of two. */
static double
log_of(double number)
{
	double power = 0;
	for (; number >= 2; number /= 2)
		power++;
	return power + number - 1;
}

/* The rarer a piece, the more it counts; in a title it counts most. */
static double
score_of(const struct ranking *ranking, const struct query *query, uint32_t impacts)
{
	static const double weights[] = {1, 1.5, 2, 3};
	double score = 0;
	for (size_t i = 0; i < query->pieces.count; i++) {
		const struct query_piece *piece = &query->pieces.items[i];
		uint32_t impact = impacts >> 2 * i & 3;
		if (!piece->excluded && ranking->found[i] > 0 &&
			(impact || !piece->either))
			score += weights[impact] *
				 log_of(1 + ranking->articles / ranking->found[i]);
	}
	return score;
}

/* Newest first, then as printed; what has no date is last. */
static int
by_newest(const void *a, const void *b)
{
	const struct ranked *left = a, *right = b;
	if (left->issue->day != right->issue->day)
		return left->issue->day > right->issue->day ? -1 : 1;
	return left->article < right->article ? -1 : left->article > right->article;
}

static int
by_oldest(const void *a, const void *b)
{
	const struct ranked *left = a, *right = b;
	uint32_t first = left->issue->day, second = right->issue->day;
	if (first != second)
		return !second || (first && first < second) ? -1 : 1;
	return left->article < right->article ? -1 : left->article > right->article;
}

static int
by_score(const void *a, const void *b)
{
	const struct ranked *left = a, *right = b;
	if (left->score != right->score)
		return left->score > right->score ? -1 : 1;
	return by_newest(a, b);
}

void
ranking_sort(struct ranking *ranking, const struct query *query, enum search_sort sort)
{
	static int (*const orders[])(const void *, const void *) = {
		[SEARCH_RELEVANCE] = by_score,
		[SEARCH_NEWEST] = by_newest,
		[SEARCH_OLDEST] = by_oldest,
	};
	for (size_t i = 0; i < ranking->count; i++)
		ranking->items[i].score =
			score_of(ranking, query, ranking->items[i].impacts);
	if (ranking->count)
		qsort(ranking->items, ranking->count, sizeof *ranking->items,
			orders[sort]);
}
