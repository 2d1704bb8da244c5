#include "unit.h"

#include "base/list.h"
#include "edit/topics.h"

struct world {
	struct arena *arena;
	struct authority authority;
	enum article_kind kind;
};

static struct tag_entry *
add_entry(struct world *world, const char *name)
{
	struct tag_entry *entry = list_add(&world->authority.tags, world->arena);
	entry->name = str_from(name);
	return entry;
}

static void
add_trigger(struct world *world, struct tag_entry *entry, const char *word, int weight)
{
	struct trigger *trigger = list_add(&entry->triggers, world->arena);
	*trigger = (struct trigger){str_from(word), weight};
}

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct world *world = arena_new(arena, struct world);
	world->arena = arena;
	struct tag_entry *water = add_entry(world, "水利");
	add_trigger(world, water, "水库", 4);
	add_trigger(world, water, "灌溉", 2);
	str_list_add(&water->exclude, STR("水库路"), arena);
	struct tag_entry *school = add_entry(world, "教育");
	add_trigger(world, school, "学校", 3);
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

static struct topic_list
topics_in(struct world *world, const char *headline, const char *body)
{
	struct topics *topics = topics_read(&world->authority, world->arena);
	struct str text = str_format(world->arena, "%s\n%s", headline, body);
	struct passage passage = passage_open(text, world->arena);
	passage.headline = str_count(str_from(headline));
	return topics_find(topics, &passage, world->kind, world->arena);
}

static void
test_topics_find_headline_counts_four_times(void **state)
{
	struct world *world = *state;
	struct topic_list list = topics_in(world, "水库放水", "灌溉开始了。");
	assert_int_equal(list.count, 1);
	assert_str(list.items[0].entry->name, "水利");
	assert_int_equal(list.items[0].score, 4 * 4 + 2);
}

static void
test_topics_find_body_is_capped(void **state)
{
	struct world *world = *state;
	struct topic_list list =
		topics_in(world, "", "学校、学校、学校、学校、学校、学校。");
	assert_int_equal(list.count, 1);
	assert_int_equal(list.items[0].score, 3 * 3);
}

static void
test_topics_find_one_passing_word_is_not_enough(void **state)
{
	struct world *world = *state;
	struct topic_list list = topics_in(world, "晴天", "路过一所学校。");
	assert_int_equal(list.count, 1);
	assert_false(list.items[0].enough);
	assert_true(topics_in(world, "学校开学", "").items[0].enough);
}

static void
test_topics_find_excluded(void **state)
{
	struct world *world = *state;
	assert_int_equal(topics_in(world, "水库放水", "工地在水库路上。").count, 0);
}

static void
test_topics_find_best_first(void **state)
{
	struct world *world = *state;
	struct topic_list list = topics_in(world, "学校与水库", "水库离学校不远。");
	assert_int_equal(list.count, 2);
	assert_str(list.items[0].entry->name, "水利");
	assert_str(list.items[1].entry->name, "教育");
}

static void
test_topics_find_by_kind_of_article(void **state)
{
	struct world *world = *state;
	add_entry(world, "诗歌")->articles = 1u << ARTICLE_POEM;
	assert_int_equal(topics_in(world, "春", "").count, 0);
	world->kind = ARTICLE_POEM;
	struct topic_list list = topics_in(world, "春", "");
	assert_int_equal(list.count, 1);
	assert_true(list.items[0].enough);
	assert_true(list.items[0].by_kind);
}

static void
test_topics_find_name_is_a_trigger(void **state)
{
	struct world *world = *state;
	add_entry(world, "龙舟");
	struct topic_list list = topics_in(world, "龙舟下水", "");
	assert_int_equal(list.count, 1);
	assert_str(list.items[0].entry->name, "龙舟");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(test_topics_find_headline_counts_four_times),
		TEST(test_topics_find_body_is_capped),
		TEST(test_topics_find_one_passing_word_is_not_enough),
		TEST(test_topics_find_excluded),
		TEST(test_topics_find_best_first),
		TEST(test_topics_find_by_kind_of_article),
		TEST(test_topics_find_name_is_a_trigger),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
