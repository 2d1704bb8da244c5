#include "unit.h"

#include <stdlib.h>

#include "search/postings.h"

static void
assert_next(struct posting_walk *walk, uint32_t gap, uint32_t impact)
{
	uint32_t posting = 0;
	assert_true(posting_next(walk, &posting));
	assert_int_equal(posting / IMPACTS, gap);
	assert_int_equal(posting % IMPACTS, impact);
}

static void
test_postings_add_gaps_and_impacts(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct postings *postings = postings_open(arena);
	postings_add(postings, 7, false);
	postings_end_article(postings);
	postings_end_article(postings); /* an article without terms */
	postings_add(postings, 7, false);
	postings_add(postings, 7, true);
	postings_end_article(postings);
	for (size_t i = 0; i < 20; i++)
		postings_add(postings, 7, false);
	postings_add(postings, 0, false);
	postings_end_article(postings);

	struct posting_list **lists = postings_sorted(postings, arena);
	assert_int_equal(postings_terms(postings), 2);
	assert_int_equal(postings_articles(postings), 4);
	assert_int_equal(lists[0]->term, 0);
	assert_int_equal(lists[1]->term, 7);
	struct posting_walk walk = postings_walk(postings, lists[1]);
	uint32_t end;
	assert_next(&walk, 0, 1); /* the only word of a short article */
	assert_next(&walk, 1, IMPACT_TITLE);
	assert_next(&walk, 0, 2);
	assert_false(posting_next(&walk, &end));
	walk = postings_walk(postings, lists[0]);
	assert_next(&walk, 3, 1);
	arena_close(arena);
}

/* The impact of a term that comes `times` times among `length`. */
static uint32_t
impact_among(uint32_t times, uint32_t length, struct arena *arena)
{
	struct postings *postings = postings_open(arena);
	uint32_t posting = 0;
	for (uint32_t i = 0; i < length; i++)
		postings_add(postings, i < times ? 0 : i, false);
	postings_end_article(postings);
	struct posting_walk walk =
		postings_walk(postings, postings_sorted(postings, arena)[0]);
	assert_true(posting_next(&walk, &posting));
	return posting % IMPACTS;
}

/* At 500 terms an impact begins with t / (t + 1.2) >= 0.6 and 0.8: with 2 and 5. */
static void
test_postings_impact_by_times_and_length(void **state)
{
	(void)state;
	static const uint32_t expected[] = {0, 0, 1, 1, 1, 2, 2};
	struct arena *arena = arena_open();
	for (uint32_t times = 1; times < sizeof expected / sizeof *expected; times++)
		assert_int_equal(impact_among(times, 500, arena), expected[times]);
	assert_int_equal(impact_among(2, 5000, arena), 0);
	arena_close(arena);
}

/* Random lists against plain arrays: lengths on all bounds of chunks, gaps of one and
 * two bytes. */
static void
test_posting_next_walks_long_lists(void **state)
{
	(void)state;
	enum { TERMS = 40, ARTICLES = 40000 };
	struct arena *arena = arena_open();
	struct postings *postings = postings_open(arena);
	bool *has = arena_array(arena, bool, TERMS *ARTICLES);
	srand(1);
	for (size_t a = 0; a < ARTICLES; a++) {
		for (size_t t = 0; t < TERMS; t++) {
			has[t * ARTICLES + a] = rand() % (int)(1 + t * t) == 0;
			if (has[t * ARTICLES + a])
				postings_add(postings, t << 40 | t, t % 2);
		}
		postings_end_article(postings);
	}
	struct posting_list **lists = postings_sorted(postings, arena);
	for (size_t t = 0; t < TERMS; t++) {
		struct posting_walk walk = postings_walk(postings, lists[t]);
		uint32_t posting, next = 0;
		assert_true(lists[t]->term == (t << 40 | t));
		for (uint32_t a = 0; a < ARTICLES; a++) {
			if (!has[t * ARTICLES + a])
				continue;
			assert_true(posting_next(&walk, &posting));
			assert_int_equal(next + posting / IMPACTS, a);
			assert_int_equal(posting % IMPACTS == IMPACT_TITLE, t % 2);
			next = a + 1;
		}
		assert_false(posting_next(&walk, &posting));
	}
	arena_close(arena);
}

/* The longest number that fits into a gap. */
static void
test_posting_next_every_length_of_code(void **state)
{
	(void)state;
	static const uint32_t gaps[] = {
		0, 191, 192, 11903, 11904, 726335, 726336, 3000000};
	struct arena *arena = arena_open();
	struct postings *postings = postings_open(arena);
	for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
		for (uint32_t k = 0; k < gaps[i]; k++)
			postings_end_article(postings);
		postings_add(postings, 1, true);
		postings_end_article(postings);
	}
	struct posting_walk walk =
		postings_walk(postings, postings_sorted(postings, arena)[0]);
	for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
		assert_next(&walk, gaps[i], IMPACT_TITLE);
	arena_close(arena);
}

/* Terms by the thousand: the table of slots grows and every list keeps its term. */
static void
test_postings_sorted_of_many_terms(void **state)
{
	(void)state;
	enum { TERMS = 100000 };
	struct arena *arena = arena_open();
	struct postings *postings = postings_open(arena);
	for (uint64_t i = 0; i < TERMS; i++)
		postings_add(postings, (i * 7919 % TERMS) << 21, false);
	postings_end_article(postings);
	struct posting_list **lists = postings_sorted(postings, arena);
	assert_int_equal(postings_terms(postings), TERMS);
	for (uint64_t i = 0; i < TERMS; i++)
		assert_true(lists[i]->term == i << 21);
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_postings_add_gaps_and_impacts),
		cmocka_unit_test(test_postings_impact_by_times_and_length),
		cmocka_unit_test(test_posting_next_walks_long_lists),
		cmocka_unit_test(test_posting_next_every_length_of_code),
		cmocka_unit_test(test_postings_sorted_of_many_terms),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
