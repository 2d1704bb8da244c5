#include "unit.h"

#include "edit/foreign_names.h"

struct world {
	struct arena *arena;
	struct text *text;
	struct names *names;
	struct contexts *contexts;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct world *world = arena_new(arena, struct world);
	*world = (struct world){
		arena, text_open(), names_read(arena), contexts_read(arena)};
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

/* The name around the first dot, or "". */
static struct str
name_in(struct world *world, const char *text)
{
	struct passage passage = passage_open(str_from(text), world->arena);
	for (size_t i = 0; i < passage.count; i++)
		passage_find_words(&passage, i, world->text, world->arena);
	size_t dot = 0, from, to;
	while (!foreign_names_is_dot(passage.points[dot]))
		dot++;
	if (!foreign_names_around(
		    world->names, world->contexts, &passage, dot, &from, &to))
		return STR("");
	return passage_view(&passage, from, to);
}

static void
test_foreign_names_around_office_and_verb(void **state)
{
	struct world *world = *state;
	assert_str(name_in(world, "牧民吐尔洪·买买提说"), "吐尔洪·买买提");
	assert_str(name_in(world, "工程师彼得·罗斯和他的助手"), "彼得·罗斯");
	assert_str(name_in(world, "总经理巴图·苏和到场"), "巴图·苏和");
	assert_str(name_in(world, "看望了巴图·苏和、葛青"), "巴图·苏和");
}

static void
test_foreign_names_around_three_parts(void **state)
{
	struct world *world = *state;
	assert_str(name_in(world, "教练卡洛斯·德·席尔瓦来访"), "卡洛斯·德·席尔瓦");
}

static void
test_foreign_names_around_no_name(void **state)
{
	struct world *world = *state;
	assert_str(name_in(world, "专栏“春光·夜话”开栏"), "");
	assert_str(name_in(world, "·第一"), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_foreign_names_around_office_and_verb),
		cmocka_unit_test(test_foreign_names_around_three_parts),
		cmocka_unit_test(test_foreign_names_around_no_name),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
