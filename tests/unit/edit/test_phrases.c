#include "unit.h"

#include "edit/phrases.h"

struct world {
	struct arena *arena;
	struct text *text;
	struct phrases *rules;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct world *world = arena_new(arena, struct world);
	*world = (struct world){arena, text_open(), phrases_read(arena)};
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

/* The phrases of a headline and a body, a space between. */
static struct str
phrases_in(struct world *world, const char *headline, const char *body)
{
	struct str text = str_format(world->arena, "%s\n%s", headline, body);
	struct passage passage = passage_open(text, world->arena);
	passage.headline = str_count(str_from(headline));
	struct phrase_list list =
		phrases_find(world->rules, &passage, world->text, world->arena);
	struct strbuf names = strbuf_open(world->arena);
	for (size_t i = 0; i < list.count; i++) {
		if (i)
			strbuf_add_char(&names, ' ');
		strbuf_add(&names, list.items[i].name);
	}
	return strbuf_str(&names);
}

static void
test_phrases_find_headline(void **state)
{
	assert_str(phrases_in(*state, "爱心餐厅开门", "大家来吃饭。"), "爱心餐厅");
}

/* Counts are no topics; what only begins with a number may be one. */
static void
test_phrases_find_no_counts(void **state)
{
	assert_str(phrases_in(*state, "二十六年", "二十六年过去了，修路二十六年。"), "");
	assert_str(phrases_in(*state, "一座桥", "一座桥通了，人们等一座桥。"), "");
	assert_str(
		phrases_in(*state, "三年行动计划", "三年行动计划公布。"), "三年行动计划");
}

static void
test_phrases_find_repeated(void **state)
{
	assert_str(phrases_in(*state, "开门了", "爱心餐厅热闹，老人夸爱心餐厅好。"),
		"爱心餐厅");
	assert_str(phrases_in(*state, "开门了", "爱心餐厅热闹。"), "");
}

/* The same neighbour both times: this is no whole. */
static void
test_phrases_find_same_neighbours(void **state)
{
	assert_str(phrases_in(*state, "开门了", "老人赞爱心餐厅，大家赞爱心餐厅。"), "");
}

static void
test_phrases_find_quoted(void **state)
{
	assert_str(phrases_in(*state, "送水", "“水到田头”好，人人夸“水到田头”。"),
		"水到田头");
	assert_str(phrases_in(*state, "送水", "“水到田头”好。"), "");
}

static void
test_phrases_find_no_stock_words(void **state)
{
	assert_str(phrases_in(*state, "召开重要会议", "推进工作，推进工作。"), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(test_phrases_find_headline),
		TEST(test_phrases_find_no_counts),
		TEST(test_phrases_find_repeated),
		TEST(test_phrases_find_same_neighbours),
		TEST(test_phrases_find_quoted),
		TEST(test_phrases_find_no_stock_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
