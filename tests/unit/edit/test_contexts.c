#include "unit.h"

#include "edit/contexts.h"

struct world {
	struct arena *arena;
	struct text *text;
	struct contexts *contexts;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct world *world = arena_new(arena, struct world);
	*world = (struct world){arena, text_open(), contexts_read(arena)};
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

/* The text with a bar where the place is; the words of the run around it are known. */
static struct passage
read_marked(struct world *world, const char *marked, size_t *at)
{
	struct str text = str_from(marked);
	size_t bar = str_find(text, STR("|"));
	*at = str_count(str_slice(text, 0, bar));
	struct passage passage = passage_open(
		str_replace(text, STR("|"), STR(""), world->arena), world->arena);
	for (size_t i = 0; i < passage.count; i++)
		passage_find_words(&passage, i, world->text, world->arena);
	return passage;
}

static enum left_context
left_at(struct world *world, const char *marked)
{
	size_t at;
	struct passage passage = read_marked(world, marked, &at);
	return contexts_left(world->contexts, &passage, at);
}

static enum right_context
right_at(struct world *world, const char *marked)
{
	size_t at;
	struct passage passage = read_marked(world, marked, &at);
	return contexts_right(world->contexts, &passage, at);
}

static void
test_contexts_left_colon(void **state)
{
	struct world *world = *state;
	assert_int_equal(left_at(world, "指导教师：|甘小满"), LEFT_OFFICE);
	assert_int_equal(left_at(world, "记者：|甘小满"), LEFT_COMMA);
	assert_int_equal(left_at(world, "时间：|甘小满"), LEFT_COMMA);
}

static void
test_contexts_right_work(void **state)
{
	struct world *world = *state;
	assert_int_equal(right_at(world, "甘小满| 摄"), RIGHT_WORK);
	assert_int_equal(right_at(world, "甘小满|摄"), RIGHT_WORK);
	assert_int_equal(right_at(world, "甘小满| 路过"), RIGHT_SPACE);
}

static void
test_contexts_left_offices(void **state)
{
	struct world *world = *state;
	assert_int_equal(left_at(world, "县水利局局长|邱岩"), LEFT_OFFICE);
	assert_int_equal(left_at(world, "通讯员|邱岩"), LEFT_CREDIT);
	assert_int_equal(left_at(world, "人大代表|邱岩"), LEFT_WEAK);
	assert_int_equal(left_at(world, "镇长　|邱岩"), LEFT_OFFICE);
}

static void
test_contexts_left_words(void **state)
{
	struct world *world = *state;
	assert_int_equal(left_at(world, "他名叫|邱岩"), LEFT_NAMING);
	assert_int_equal(left_at(world, "代表们看望|邱岩"), LEFT_LINK);
	assert_int_equal(left_at(world, "住在这里的|邱岩"), LEFT_PLAIN);
	assert_int_equal(left_at(world, "桌上有一|张纸"), LEFT_COUNT);
}

static void
test_contexts_left_signs(void **state)
{
	struct world *world = *state;
	assert_int_equal(left_at(world, "|邱岩"), LEFT_START);
	assert_int_equal(left_at(world, "晴\n|邱岩"), LEFT_START);
	assert_int_equal(left_at(world, "下雨了。|邱岩"), LEFT_STOP);
	assert_int_equal(left_at(world, "葛青、|邱岩"), LEFT_LIST);
	assert_int_equal(left_at(world, "于是，|邱岩"), LEFT_COMMA);
	assert_int_equal(left_at(world, "（|邱岩"), LEFT_OPENER);
	assert_int_equal(left_at(world, "”|邱岩"), LEFT_CLOSER);
	assert_int_equal(left_at(world, "35|邱岩"), LEFT_LATIN);
}

static void
test_contexts_right_words(void **state)
{
	struct world *world = *state;
	assert_int_equal(right_at(world, "邱岩|指出"), RIGHT_SPEECH);
	assert_int_equal(right_at(world, "邱岩|同志"), RIGHT_AFTER);
	assert_int_equal(right_at(world, "邱岩|主持会议"), RIGHT_CONDUCT);
	assert_int_equal(right_at(world, "邱岩|的家"), RIGHT_PARTICLE);
	assert_int_equal(right_at(world, "邱岩|县长来了"), RIGHT_OFFICE);
	assert_int_equal(right_at(world, "柳塘|镇"), RIGHT_THING);
}

static void
test_contexts_right_life(void **state)
{
	struct world *world = *state;
	assert_int_equal(right_at(world, "邱岩|（女，土家族"), RIGHT_LIFE);
	assert_int_equal(right_at(world, "邱岩|，1955年生"), RIGHT_LIFE);
	assert_int_equal(right_at(world, "邱岩|，45岁"), RIGHT_LIFE);
	assert_int_equal(right_at(world, "邱岩|，女儿来了"), RIGHT_COMMA);
	assert_int_equal(right_at(world, "邱岩|，12"), RIGHT_COMMA);
	assert_int_equal(right_at(world, "邱岩|，"), RIGHT_COMMA);
	assert_int_equal(right_at(world, "邱岩|"), RIGHT_END);
}

static void
test_contexts_is_address(void **state)
{
	struct world *world = *state;
	size_t at;
	struct passage passage = read_marked(world, "邱|大娘", &at);
	assert_true(contexts_is_address(world->contexts, &passage, at));
	passage = read_marked(world, "邱|家湾", &at);
	assert_true(contexts_is_address(world->contexts, &passage, at));
	passage = read_marked(world, "邱|校长", &at);
	assert_true(contexts_is_address(world->contexts, &passage, at));
	passage = read_marked(world, "邱|家明", &at);
	assert_false(contexts_is_address(world->contexts, &passage, at));
}

static struct str
office_at(struct world *world, const char *marked)
{
	size_t at;
	struct passage passage = read_marked(world, marked, &at);
	return passage_view(&passage, contexts_office(world->contexts, &passage, at), at);
}

static void
test_contexts_office_longest_phrase(void **state)
{
	struct world *world = *state;
	assert_str(
		office_at(world, "昨天，市委副书记、市长|邱岩到会"), "市委副书记、市长");
	assert_str(office_at(world, "据县水利局副局长|邱岩介绍"), "县水利局副局长");
	assert_str(office_at(world, "会议听取副县长|邱岩发言"), "副县长");
	assert_str(office_at(world, "会后邱岩|说"), "");
	assert_str(office_at(world, "葛青、局长|邱岩"), "局长");
}

static void
test_contexts_office_behind(void **state)
{
	struct world *world = *state;
	size_t at;
	struct passage passage = read_marked(world, "邱岩|县长", &at);
	assert_str(contexts_office_behind(world->contexts, &passage, at), "县长");
	passage = read_marked(world, "邱岩|代表", &at);
	assert_str(contexts_office_behind(world->contexts, &passage, at), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_contexts_left_colon),
		cmocka_unit_test(test_contexts_right_work),
		cmocka_unit_test(test_contexts_left_offices),
		cmocka_unit_test(test_contexts_left_words),
		cmocka_unit_test(test_contexts_left_signs),
		cmocka_unit_test(test_contexts_right_words),
		cmocka_unit_test(test_contexts_right_life),
		cmocka_unit_test(test_contexts_is_address),
		cmocka_unit_test(test_contexts_office_longest_phrase),
		cmocka_unit_test(test_contexts_office_behind),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
