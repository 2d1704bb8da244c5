#include "unit.h"

#include "edit/names.h"

struct world {
	struct arena *arena;
	struct names *names;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct world *world = arena_new(arena, struct world);
	*world = (struct world){arena, names_read(arena)};
	*state = world;
	return 0;
}

static int
tear_down(void **state)
{
	struct world *world = *state;
	arena_close(world->arena);
	return 0;
}

static uint32_t
point(const char *text)
{
	return str_peek(str_from(text));
}

static void
test_names_surname_grades(void **state)
{
	struct world *world = *state;
	assert_int_equal(names_surname(world->names, point("刘")), 5);
	assert_int_equal(names_surname(world->names, point("和")), 1);
	assert_int_equal(names_surname(world->names, point("的")), 0);
	assert_true(names_surname(world->names, point("林")) <
		    names_surname(world->names, point("郑")));
}

static void
test_names_surname_beyond_the_table(void **state)
{
	struct world *world = *state;
	assert_int_equal(names_surname(world->names, 'A'), 0);
	assert_int_equal(names_surname(world->names, 0x20000), 0);
	assert_int_equal(names_given(world->names, 0x3007), 0);
	assert_int_equal(names_foreign(world->names, 0), 0);
}

static void
test_names_compound_two_characters(void **state)
{
	struct world *world = *state;
	struct passage passage = passage_open(STR("司徒文远"), world->arena);
	unsigned grade = 0;
	assert_int_equal(names_compound(world->names, &passage, 0, &grade), 2);
	assert_int_equal(grade, 5);
	assert_int_equal(names_compound(world->names, &passage, 1, &grade), 0);
}

static void
test_names_given_grades(void **state)
{
	struct world *world = *state;
	assert_int_equal(names_given(world->names, point("婷")), 5);
	assert_int_equal(names_given(world->names, point("说")), 0);
	assert_int_equal(names_given(world->names, point("癞")), NAME_UNLISTED);
}

static void
test_names_foreign_grades(void **state)
{
	struct world *world = *state;
	assert_int_equal(names_foreign(world->names, point("斯")), 2);
	assert_int_equal(names_foreign(world->names, point("丽")), 1);
	assert_int_equal(names_foreign(world->names, point("村")), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_surname_grades),
		cmocka_unit_test(test_names_surname_beyond_the_table),
		cmocka_unit_test(test_names_compound_two_characters),
		cmocka_unit_test(test_names_given_grades),
		cmocka_unit_test(test_names_foreign_grades),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
