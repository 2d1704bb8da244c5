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
	postings_add(postings, STR("一"), false);
	postings_end_article(postings);
	postings_end_article(postings); /* an article without terms */
	postings_add(postings, STR("一"), false);
	postings_add(postings, STR("一"), true);
	postings_end_article(postings);
	for (size_t i = 0; i < 20; i++)
		postings_add(postings, STR("一"), false);
	postings_add(postings, STR("丁"), false);
	postings_end_article(postings);

	struct posting_list **lists = postings_sorted(postings, arena);
	assert_int_equal(postings->by_term.count, 2);
	assert_str(lists[0]->term, "一");
	assert_int_equal(lists[0]->count, 3);
	struct posting_walk walk = posting_walk(lists[0]);
	uint32_t end;
	assert_next(&walk, 0, 1); /* the only word of a short article */
	assert_next(&walk, 1, IMPACT_TITLE);
	assert_next(&walk, 0, 2);
	assert_false(posting_next(&walk, &end));
	walk = posting_walk(lists[1]);
	assert_next(&walk, 3, 1);
	arena_close(arena);
}

static void
test_postings_add_copies_its_terms(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct postings *postings = postings_open(arena);
	char term[] = "a";
	postings_add(postings, str_from(term), false);
	term[0] = 'b';
	postings_end_article(postings);
	assert_str(postings_sorted(postings, arena)[0]->term, "a");
	arena_close(arena);
}

/* Random lists against plain arrays. */
static void
test_posting_next_walks_long_lists(void **state)
{
	(void)state;
	enum { TERMS = 7, ARTICLES = 3000 };
	struct arena *arena = arena_open();
	struct postings *postings = postings_open(arena);
	bool *has = arena_array(arena, bool, TERMS *ARTICLES);
	srand(1);
	for (size_t a = 0; a < ARTICLES; a++) {
		for (size_t t = 0; t < TERMS; t++) {
			has[t * ARTICLES + a] = rand() % (int)(1 + t * t * t) == 0;
			if (has[t * ARTICLES + a])
				postings_add(
					postings, str_format(arena, "%zu", t), false);
		}
		postings_end_article(postings);
	}
	struct posting_list **lists = postings_sorted(postings, arena);
	for (size_t t = 0; t < TERMS; t++) {
		struct posting_walk walk = posting_walk(lists[t]);
		uint32_t posting, next = 0;
		for (uint32_t a = 0; a < ARTICLES; a++) {
			if (!has[t * ARTICLES + a])
				continue;
			assert_true(posting_next(&walk, &posting));
			assert_int_equal(next + posting / IMPACTS, a);
			next = a + 1;
		}
		assert_false(posting_next(&walk, &posting));
	}
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_postings_add_gaps_and_impacts),
		cmocka_unit_test(test_postings_add_copies_its_terms),
		cmocka_unit_test(test_posting_next_walks_long_lists),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
