#include "unit.h"

#include "base/list.h"
#include "edit/people_settle.h"

/* An archive of one page. */
struct world {
	struct arena *arena;
	struct authority authority;
	struct page page;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct world *world = arena_new(arena, struct world);
	world->arena = arena;
	world->authority.person_of = map_open(arena);
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

static struct article *
add_article(struct world *world, const char *text)
{
	struct article *article = arena_new(world->arena, struct article);
	struct block *block = list_add(&article->blocks, world->arena);
	block->text = str_from(text);
	*list_add(&world->page.articles, world->arena) = article;
	return article;
}

static void
add_mention(struct world *world, struct article *article, const char *name,
	unsigned count, unsigned strong)
{
	struct mention *mention = list_add(&article->mentions, world->arena);
	*mention = (struct mention){
		.name = str_from(name), .count = count, .strong = strong};
}

static void
settle(struct world *world)
{
	struct page *page = &world->page;
	people_settle(&page, 1, &world->authority, world->arena);
}

static void
test_people_settle_rate(void **state)
{
	struct world *world = *state;
	struct article *article = add_article(world, "万余亩地、一万余亩、两万余亩。");
	struct article *rare = add_article(world, "万余亩说。");
	for (int i = 0; i < 4; i++)
		add_article(world, "共有万余亩，又有万余亩地，再有万余亩田。");
	add_mention(world, rare, "万余亩", 1, 1);
	add_mention(world, article, "甘小满", 1, 0);
	settle(world);
	assert_int_equal(rare->mentions.count, 0);
	assert_int_equal(article->mentions.count, 1);
}

static void
test_people_settle_mostly_taken_stays(void **state)
{
	struct world *world = *state;
	struct article *article =
		add_article(world, "甘小满来，甘小满去，甘小满，甘小满和甘小满。");
	add_mention(world, article, "甘小满", 5, 0);
	settle(world);
	assert_int_equal(article->mentions.count, 1);
}

static void
test_people_settle_confirmed_stays(void **state)
{
	struct world *world = *state;
	struct article *article =
		add_article(world, "万里路、万里桥、万里云、万里晴、万里风。");
	struct person_entry entry = {.name = STR("万里")};
	add_mention(world, article, "万里", 1, 0);
	*map_at(&world->authority.person_of, entry.name) = &entry;
	settle(world);
	assert_int_equal(article->mentions.count, 1);
}

static void
test_people_settle_part_of_a_word(void **state)
{
	struct world *world = *state;
	struct article *article =
		add_article(world, "四梁八柱稳，四梁八柱牢，四梁八柱在。");
	add_mention(world, article, "梁八柱", 3, 0);
	settle(world);
	assert_int_equal(article->mentions.count, 0);
}

static void
test_people_settle_cut_short(void **state)
{
	struct world *world = *state;
	struct article *whole = add_article(world, "局长甘小满说。甘小满去了。");
	struct article *cut = add_article(world, "甘小满在场。");
	add_mention(world, whole, "甘小满", 2, 1);
	add_mention(world, cut, "甘小", 1, 0);
	settle(world);
	assert_int_equal(cut->mentions.count, 1);
	assert_str(cut->mentions.items[0].name, "甘小满");
}

static void
test_people_settle_takes_in_a_verb(void **state)
{
	struct world *world = *state;
	struct article *article =
		add_article(world, "局长甘满说，甘满去了，甘满笑了，甘满作报告。");
	add_mention(world, article, "甘满", 3, 1);
	add_mention(world, article, "甘满作", 1, 1);
	settle(world);
	assert_int_equal(article->mentions.count, 1);
	assert_str(article->mentions.items[0].name, "甘满");
	assert_int_equal(article->mentions.items[0].count, 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(test_people_settle_rate),
		TEST(test_people_settle_mostly_taken_stays),
		TEST(test_people_settle_confirmed_stays),
		TEST(test_people_settle_part_of_a_word),
		TEST(test_people_settle_cut_short),
		TEST(test_people_settle_takes_in_a_verb),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
