#include "unit.h"

#include "edit/passage.h"

struct world {
	struct arena *arena;
	struct text *text;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct world *world = arena_new(arena, struct world);
	*world = (struct world){arena, text_open()};
	*state = world;
	return 0;
}

static int
tear_down(void **state)
{
	struct world *world = *state;
	text_close(world->text);
	arena_close(world->arena);
	return 0;
}

static void
test_passage_open_mixed_text(void **state)
{
	struct world *world = *state;
	struct passage passage = passage_open(STR("a春é日"), world->arena);
	assert_int_equal(passage.count, 4);
	assert_int_equal(passage.points[1], 0x6625);
	assert_int_equal(passage.points[4], 0);
	assert_int_equal(passage.offsets[2], 4);
	assert_int_equal(passage.offsets[4], 9);
	assert_str(passage_view(&passage, 1, 3), "春é");
}

static void
test_passage_open_empty(void **state)
{
	struct world *world = *state;
	struct passage passage = passage_open(STR(""), world->arena);
	assert_int_equal(passage.count, 0);
	assert_true(passage_is_cut(&passage, 0));
}

static void
test_passage_is_cut_words_not_asked_for(void **state)
{
	struct world *world = *state;
	struct passage passage = passage_open(STR("会议，主持"), world->arena);
	assert_true(passage_is_cut(&passage, 0));
	assert_false(passage_is_cut(&passage, 1));
	assert_true(passage_is_cut(&passage, 2));
	assert_true(passage_is_cut(&passage, 3));
	assert_true(passage_is_cut(&passage, 5));
}

static void
test_passage_find_words_one_run_only(void **state)
{
	struct world *world = *state;
	struct passage passage = passage_open(STR("会议主持，会议主持"), world->arena);
	passage_find_words(&passage, 1, world->text, world->arena);
	assert_true(passage_is_cut(&passage, 2));
	assert_false(passage_is_cut(&passage, 1));
	assert_false(passage_is_cut(&passage, 7));
	assert_int_equal(passage_word_end(&passage, 0), 2);
	assert_int_equal(passage_word_end(&passage, 2), 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_passage_open_mixed_text),
		cmocka_unit_test(test_passage_open_empty),
		cmocka_unit_test(test_passage_is_cut_words_not_asked_for),
		cmocka_unit_test(test_passage_find_words_one_run_only),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
