#include "unit.h"

#include "search/term_walk.h"

/* A term as a number: 21 bits a character. */
#define TERM(first, second) ((uint64_t)(first) << 42 | (uint64_t)(second) << 21)

/* Articles 0 and 2 have 堤防, 1 has 水堤, 2 has 水库. */
static const struct postings *
three_articles(struct arena *arena)
{
	struct postings *postings = postings_open(arena);
	postings_add(postings, TERM(U'堤', U'防'), false);
	postings_end_article(postings);
	postings_add(postings, TERM(U'水', U'堤'), false);
	postings_end_article(postings);
	postings_add(postings, TERM(U'水', U'库'), false);
	postings_add(postings, TERM(U'堤', U'防'), true);
	postings_end_article(postings);
	return postings;
}

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct term_walk *walk = arena_new(arena, struct term_walk);
	*walk = term_walk_open(three_articles(arena), arena);
	*state = walk;
	return 0;
}

static int
tear_down(void **state)
{
	struct term_walk *walk = *state;
	arena_close(walk->term.arena);
	return 0;
}

static void
test_term_walk_takes_each_term_in_order(void **state)
{
	struct term_walk *walk = *state;
	struct posting_array taken = {0};
	static const char *const terms[] = {"堤防", "水堤", "水库"};
	static const uint32_t articles[] = {0, 2, 1, 2};
	for (size_t i = 0; i < 3; i++) {
		assert_false(term_walk_ended(walk));
		assert_str(strbuf_str(&walk->term), terms[i]);
		term_walk_take(walk, &taken, walk->term.arena);
	}
	assert_true(term_walk_ended(walk));
	assert_str(strbuf_str(&walk->term), "");
	assert_int_equal(taken.count, 4);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(taken.items[i].article, articles[i]);
	assert_int_equal(taken.items[1].impact, IMPACT_TITLE);
}

static void
test_term_walk_go_to_the_first_not_before(void **state)
{
	struct term_walk *walk = *state;
	static const struct {
		const char *to, *stands_at;
	} ways[] = {{"水堤", "水堤"}, {"水堤甲", "水库"}, {"黑", ""}, {"", "堤防"},
		{"水库", "水库"}, {"堤", "堤防"}, {"堤防甲", "水堤"}};
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		term_walk_go(walk, str_from(ways[i].to));
		assert_str(strbuf_str(&walk->term), ways[i].stands_at);
		assert_int_equal(term_walk_ended(walk), !*ways[i].stands_at);
	}
	term_walk_end(walk);
	assert_true(term_walk_ended(walk));
	assert_str(strbuf_str(&walk->term), "");
	struct posting_array taken = {0};
	term_walk_go(walk, STR("水堤"));
	term_walk_take(walk, &taken, walk->term.arena);
	assert_int_equal(taken.items[0].article, 1);
	assert_str(strbuf_str(&walk->term), "水库");
}

static void
test_term_walk_of_no_terms(void **state)
{
	struct arena *arena = ((struct term_walk *)*state)->term.arena;
	struct term_walk walk = term_walk_open(postings_open(arena), arena);
	assert_true(term_walk_ended(&walk));
	term_walk_go(&walk, STR(""));
	assert_true(term_walk_ended(&walk));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_term_walk_takes_each_term_in_order),
		TEST(test_term_walk_go_to_the_first_not_before),
		TEST(test_term_walk_of_no_terms),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
