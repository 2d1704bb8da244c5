#include "unit.h"

#include "base/list.h"
#include "edit/tags.h"

struct world {
	struct arena *arena, *scratch;
	struct text *text;
	struct authority authority;
	struct article article;
};

static void
add_entry(struct world *world, const char *name, const char *trigger)
{
	struct tag_entry *entry = list_add(&world->authority.tags, world->arena);
	entry->name = str_from(name);
	struct trigger *added = list_add(&entry->triggers, world->arena);
	*added = (struct trigger){str_from(trigger), 4};
}

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct world *world = arena_new(arena, struct world);
	world->arena = arena;
	world->scratch = arena_open();
	world->text = text_open();
	world->authority.person_of = map_open(arena);
	world->authority.tag_of = map_open(arena);
	add_entry(world, "水利", "泵站");
	add_entry(world, "教育", "学校");
	add_entry(world, "养老", "食堂");
	add_entry(world, "交通", "公路");
	*state = world;
	return 0;
}

static int
tear_down(void **state)
{
	struct world *world = *state;
	text_close(world->text);
	arena_close(world->scratch);
	arena_close(world->arena);
	return 0;
}

static void
add_block(struct world *world, const char *text)
{
	struct block *block = list_add(&world->article.blocks, world->arena);
	block->text = str_from(text);
}

static struct str
tags_found(struct world *world)
{
	struct tagger *tagger = tagger_open(&world->authority, world->text, world->arena);
	struct passage passage = passage_of_article(&world->article, world->scratch);
	tags_find(tagger, &world->article, &passage, world->arena, world->scratch);
	struct strbuf names = strbuf_open(world->arena);
	for (size_t i = 0; i < world->article.tags.count; i++) {
		if (i)
			strbuf_add_char(&names, ' ');
		strbuf_add(&names, world->article.tags.items[i].name);
	}
	return strbuf_str(&names);
}

static void
test_tags_find_topic_place_organisation(void **state)
{
	struct world *world = *state;
	world->article.title = STR("柳塘镇泵站完工");
	add_block(world, "县水利局在柳塘镇修的泵站放水了，县水利局派人守着。");
	assert_str(tags_found(world), "水利 柳塘镇 县水利局");
	assert_int_equal(world->article.tags.items[0].kind, TAG_TOPIC);
	assert_int_equal(world->article.tags.items[2].kind, TAG_ORGANISATION);
}

static void
test_tags_find_column(void **state)
{
	struct world *world = *state;
	world->article.column = STR("灯下");
	assert_str(tags_found(world), "灯下");
	assert_int_equal(world->article.tags.items[0].kind, TAG_COLUMN);
}

static void
test_tags_find_three_topics_at_most(void **state)
{
	struct world *world = *state;
	world->article.title = STR("泵站、学校、食堂、公路");
	tags_found(world);
	assert_int_equal(world->article.tags.count, 3);
}

static void
test_tags_find_keeps_given_tags(void **state)
{
	struct world *world = *state;
	struct tag_use *given = list_add(&world->article.tags, world->arena);
	*given = (struct tag_use){.name = STR("水利"), .weight = 1000};
	world->article.title = STR("泵站完工");
	assert_str(tags_found(world), "水利");
}

static void
test_tags_find_no_person(void **state)
{
	struct world *world = *state;
	struct mention *mention = list_add(&world->article.mentions, world->arena);
	mention->name = STR("泵站长");
	add_entry(world, "泵站长", "泵站长");
	world->article.title = STR("泵站长");
	assert_str(tags_found(world), "水利");
}

static void
test_tags_find_synonym_of_the_keeper(void **state)
{
	struct world *world = *state;
	struct tag_entry *entry = arena_new(world->arena, struct tag_entry);
	entry->name = STR("柳塘");
	*map_at(&world->authority.tag_of, STR("柳塘镇")) = entry;
	world->article.title = STR("在柳塘镇");
	assert_str(tags_found(world), "柳塘");
}

static void
test_tags_find_spares(void **state)
{
	struct world *world = *state;
	world->article.title = STR("泵站与防汛演练");
	add_block(world, "路过一所学校。");
	assert_str(tags_found(world), "水利");
	assert_true(world->article.spare_tags.count >= 2);
	assert_str(world->article.spare_tags.items[0].name, "教育");
	assert_str(world->article.spare_tags.items[1].name, "防汛演练");
}

static void
test_tags_find_no_spares_beside_given_tags(void **state)
{
	struct world *world = *state;
	*list_add(&world->article.tags, world->arena) =
		(struct tag_use){.name = STR("灯会"), .weight = 1000};
	world->article.title = STR("防汛演练");
	tags_found(world);
	assert_int_equal(world->article.spare_tags.count, 0);
}

static void
test_tags_find_nothing(void **state)
{
	struct world *world = *state;
	assert_str(tags_found(world), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(test_tags_find_topic_place_organisation),
		TEST(test_tags_find_column),
		TEST(test_tags_find_three_topics_at_most),
		TEST(test_tags_find_keeps_given_tags),
		TEST(test_tags_find_no_person),
		TEST(test_tags_find_synonym_of_the_keeper),
		TEST(test_tags_find_spares),
		TEST(test_tags_find_no_spares_beside_given_tags),
		TEST(test_tags_find_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
