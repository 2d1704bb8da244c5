#include "unit.h"

#include "base/list.h"
#include "edit/census.h"
#include "edit/people_settle.h"

/* An archive of one page. */
struct world {
	struct arena *arena;
	struct authority authority;
	struct page page;
	struct census census;
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
add_article(struct world *world)
{
	struct article *article = arena_new(world->arena, struct article);
	*list_add(&world->page.articles, world->arena) = article;
	return article;
}

static struct mention *
add_mention(struct world *world, struct article *article, const char *name,
	unsigned count, unsigned strong)
{
	struct mention *mention = list_add(&article->mentions, world->arena);
	*mention = (struct mention){
		.name = str_from(name), .count = count, .strong = strong};
	return mention;
}

/* Occurrences that were not taken for the name. */
static void
add_others(struct world *world, const char *name, unsigned count, bool sampled)
{
	*list_add(&world->census, world->arena) = (struct census_entry){
		.sign = census_sign(str_from(name)), .count = count, .sampled = sampled};
}

static void
settle(struct world *world)
{
	struct page *page = &world->page;
	page->census = census_write(&world->census, world->arena);
	people_settle(&page, 1, &world->authority);
}

static void
test_people_settle_rate(void **state)
{
	struct world *world = *state;
	struct article *article = add_article(world);
	add_mention(world, article, "万余亩", 1, 1);
	add_mention(world, article, "甘小满", 1, 0);
	add_mention(world, article, "石既明", 1, 1);
	add_others(world, "万余亩", 9, false);
	add_others(world, "石既明", 6, false);
	settle(world);
	assert_int_equal(article->mentions.count, 3);
	assert_true(article->mentions.items[0].dropped);
	assert_false(article->mentions.items[1].dropped);
	assert_false(article->mentions.items[2].dropped);
}

static void
test_people_settle_samples_stand_for_more(void **state)
{
	struct world *world = *state;
	struct article *article = add_article(world);
	add_mention(world, article, "高水平", 2, 1);
	add_others(world, "高水平", 2, true);
	add_mention(world, article, "石既明", 1, 0);
	add_others(world, "石既明", 1, true);
	settle(world);
	assert_true(article->mentions.items[0].dropped);
	assert_false(article->mentions.items[1].dropped); /* one may be chance */
}

static void
test_people_settle_mostly_taken_stays(void **state)
{
	struct world *world = *state;
	struct article *article = add_article(world);
	add_mention(world, article, "甘小满", 5, 0);
	add_others(world, "甘小满", 2, false);
	settle(world);
	assert_false(article->mentions.items[0].dropped);
}

static void
test_people_settle_confirmed_stays(void **state)
{
	struct world *world = *state;
	struct article *article = add_article(world);
	struct person_entry entry = {.name = STR("万里")};
	add_mention(world, article, "万里", 1, 0);
	add_others(world, "万里", 20, false);
	*map_at(&world->authority.person_of, entry.name) = &entry;
	settle(world);
	assert_false(article->mentions.items[0].dropped);
}

/* 四梁八柱 */
static void
test_people_settle_part_of_a_word(void **state)
{
	struct world *world = *state;
	struct article *article = add_article(world), *other = add_article(world);
	add_mention(world, article, "梁八柱", 2, 0)->left = 0x56DB;
	*add_mention(world, other, "梁八柱", 1, 0) = (struct mention){
		.name = STR("梁八柱"), .count = 1, .left = 0x56DB, .right = 0x7A33};
	add_mention(world, article, "甘小满", 2, 0)->left = 0x56DB;
	add_mention(world, other, "甘小满", 1, 0)->left = 0x548C;
	add_mention(world, article, "石既明", 2, 0)->left = 0x56DB;
	add_mention(world, other, "石既明", 1, 0)->left = 0x56DB;
	settle(world);
	assert_true(article->mentions.items[0].dropped);
	assert_true(other->mentions.items[0].dropped);
	assert_false(article->mentions.items[1].dropped);
	assert_false(article->mentions.items[2].dropped); /* one sentence, repeated */
}

static void
test_people_settle_cut_short(void **state)
{
	struct world *world = *state;
	struct article *whole = add_article(world), *cut = add_article(world);
	add_mention(world, whole, "甘小满", 2, 1);
	add_mention(world, cut, "甘小", 1, 0);
	settle(world);
	assert_str(cut->mentions.items[0].name, "甘小满");
}

static void
test_people_settle_takes_in_a_verb(void **state)
{
	struct world *world = *state;
	struct article *article = add_article(world);
	add_mention(world, article, "甘满", 3, 1);
	add_mention(world, article, "甘满作", 1, 1);
	add_others(world, "甘满", 1, false); /* in 甘满作 */
	settle(world);
	assert_str(article->mentions.items[0].name, "甘满");
	assert_str(article->mentions.items[1].name, "甘满");
}

/* Its articles have files of their own, which are counted. */
static void
test_people_settle_frozen_page_does_not_count(void **state)
{
	struct world *world = *state;
	struct article *article = add_article(world);
	struct page frozen = {0}, *pages[] = {&world->page, &frozen};
	add_mention(world, article, "万余亩", 1, 1);
	add_others(world, "万余亩", 9, false);
	frozen.census = census_write(&world->census, world->arena);
	people_settle(pages, 2, &world->authority);
	assert_false(article->mentions.items[0].dropped);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(test_people_settle_rate),
		TEST(test_people_settle_samples_stand_for_more),
		TEST(test_people_settle_mostly_taken_stays),
		TEST(test_people_settle_confirmed_stays),
		TEST(test_people_settle_part_of_a_word),
		TEST(test_people_settle_cut_short),
		TEST(test_people_settle_takes_in_a_verb),
		TEST(test_people_settle_frozen_page_does_not_count),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
