#include "unit.h"

#include "base/list.h"
#include "edit/tags_settle.h"

enum { ARTICLES = 60 };

/* An archive of one page with many articles. */
struct world {
	struct arena *arena;
	struct authority authority;
	struct page page;
	struct article *articles[ARTICLES];
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct world *world = arena_new(arena, struct world);
	world->arena = arena;
	world->authority.tag_of = map_open(arena);
	for (size_t i = 0; i < ARTICLES; i++) {
		world->articles[i] = arena_new(arena, struct article);
		*list_add(&world->page.articles, arena) = world->articles[i];
	}
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

static void
add_tag(struct world *world, size_t article, const char *name)
{
	*list_add(&world->articles[article]->tags, world->arena) =
		(struct tag_use){.name = str_from(name), .weight = 500};
}

static void
add_spare(struct world *world, size_t article, const char *name, int weight)
{
	*list_add(&world->articles[article]->spare_tags, world->arena) =
		(struct tag_use){.name = str_from(name), .weight = weight};
}

static struct tag_entry *
add_topic(struct world *world, const char *name)
{
	struct tag_entry *entry = arena_new(world->arena, struct tag_entry);
	entry->name = str_from(name);
	*map_at(&world->authority.tag_of, entry->name) = entry;
	return entry;
}

static struct str
tags_of(struct world *world, size_t article)
{
	struct strbuf names = strbuf_open(world->arena);
	for (size_t i = 0; i < world->articles[article]->tags.count; i++) {
		if (i)
			strbuf_add_char(&names, ' ');
		strbuf_add(&names, world->articles[article]->tags.items[i].name);
	}
	return strbuf_str(&names);
}

static void
settle(struct world *world)
{
	struct page *page = &world->page;
	tags_settle(&page, 1, &world->authority, world->arena);
}

static void
test_tags_settle_rare_phrases_first(void **state)
{
	struct world *world = *state;
	for (size_t i = 0; i < ARTICLES / 10; i++)
		add_spare(world, i, "防汛演练", 1300);
	add_spare(world, 0, "芦苇编织", 1300);
	settle(world);
	assert_str(tags_of(world, 0), "芦苇编织 防汛演练");
}

static void
test_tags_settle_common_phrase_is_no_tag(void **state)
{
	struct world *world = *state;
	for (size_t i = 0; i < ARTICLES / 2; i++) {
		add_tag(world, i, "水利");
		add_tag(world, i, "农业");
		add_spare(world, i, "防汛演练", 1300);
	}
	settle(world);
	assert_str(tags_of(world, 0), "水利 农业");
}

static void
test_tags_settle_no_phrase_inside_a_tag(void **state)
{
	struct world *world = *state;
	add_tag(world, 0, "芦苇编织厂");
	add_spare(world, 0, "芦苇编织", 1300);
	settle(world);
	assert_str(tags_of(world, 0), "芦苇编织厂");
}

static void
test_tags_settle_five_with_phrases(void **state)
{
	static const char *const phrases[] = {
		"芦苇编织", "防汛演练", "爱心餐厅", "旧书市集", "河灯晚会", "田头课堂"};
	struct world *world = *state;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		add_spare(world, 0, phrases[i], 2000);
	settle(world);
	assert_int_equal(world->articles[0]->tags.count, 5);
}

/* The text stays the same, and what is made of it alone. */
static void
test_tags_settle_digest_stays(void **state)
{
	struct world *world = *state;
	add_spare(world, 0, "芦苇编织", 1300);
	struct digest before = world->articles[0]->digest;
	settle(world);
	assert_int_equal(world->articles[0]->tags.count, 1);
	assert_true(digest_equal(world->articles[0]->digest, before));
}

static void
test_tags_settle_parent_then_weak_topic(void **state)
{
	struct world *world = *state;
	add_topic(world, "散文")->parent = STR("文学");
	add_topic(world, "文学");
	add_topic(world, "农业");
	add_tag(world, 0, "散文");
	add_spare(world, 0, "农业", 3);
	add_spare(world, 1, "农业", 3);
	settle(world);
	assert_str(tags_of(world, 0), "散文 文学");
	assert_str(tags_of(world, 1), "农业");
}

/* The signs of records, names among them, are let go. */
static void
test_tags_settle_keeps_no_view_of_what_was_read(void **state)
{
	struct world *world = *state;
	char spare[] = "芦苇编织", own[] = "水利";
	add_spare(world, 0, spare, 1300);
	add_tag(world, 0, own);
	struct tag_use *before = world->articles[0]->tags.items;
	settle(world);
	memset(spare, 'x', sizeof spare - 1);
	memset(own, 'x', sizeof own - 1);
	memset(before, 0, sizeof *before);
	assert_str(tags_of(world, 0), "水利 芦苇编织");
	assert_int_equal(world->articles[0]->spare_tags.count, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(test_tags_settle_rare_phrases_first),
		TEST(test_tags_settle_common_phrase_is_no_tag),
		TEST(test_tags_settle_no_phrase_inside_a_tag),
		TEST(test_tags_settle_five_with_phrases),
		TEST(test_tags_settle_digest_stays),
		TEST(test_tags_settle_parent_then_weak_topic),
		TEST(test_tags_settle_keeps_no_view_of_what_was_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
