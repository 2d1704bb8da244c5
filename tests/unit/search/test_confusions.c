#include <string.h>

#include "unit.h"

#include "base/list.h"
#include "search/confusions.h"

/* A catalog of nothing but names. */
struct names {
	struct arena *arena;
	struct catalog catalog;
};

static struct person *
add_person(struct names *names, const char *name, size_t articles, const char *office)
{
	struct person *person = arena_new(names->arena, struct person);
	person->name = str_from(name);
	person->news.count = articles;
	list_add(&person->offices, names->arena)->title = str_from(office);
	*list_add(&names->catalog.people, names->arena) = person;
	return person;
}

static void
add_tag(struct names *names, enum tag_kind kind, const char *name, size_t articles)
{
	struct tag *tag = arena_new(names->arena, struct tag);
	tag->kind = kind;
	tag->name = str_from(name);
	tag->articles.count = articles;
	*list_add(&names->catalog.tags, names->arena) = tag;
}

/* The place of a pair among all, from 0; SIZE_MAX when it is none. */
static size_t
place_of(struct names *names, const char *one, const char *other)
{
	struct str json = confusions_json(&names->catalog, names->arena), pairs;
	struct str pair = str_format(names->arena, "%s%s", one, other);
	assert_true(str_starts(json, STR("{\"pairs\":\"")) && str_ends(json, STR("\"}")));
	pairs = str_slice(json, strlen("{\"pairs\":\""), json.len - 2);
	assert_int_equal(str_count(pairs) % 2, 0);
	for (size_t i = 0; pairs.len; i++) {
		if (str_equal(str_points(pairs, 0, 2), pair))
			return i;
		pairs = str_slice(pairs, str_points(pairs, 0, 2).len, pairs.len);
	}
	return SIZE_MAX;
}

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct names *names = arena_new(arena, struct names);
	names->arena = arena;
	*state = names;
	return 0;
}

static int
tear_down(void **state)
{
	struct names *names = *state;
	arena_close(names->arena);
	return 0;
}

static void
test_confusions_json_has_what_looks_alike(void **state)
{
	assert_true(place_of(*state, "己", "已") != SIZE_MAX);
	assert_true(place_of(*state, "未", "末") != SIZE_MAX);
	assert_true(place_of(*state, "已", "己") == SIZE_MAX);
	assert_true(place_of(*state, "郭", "灵") == SIZE_MAX);
}

/* What the keeper has merged comes first, if it is one character otherwise. */
static void
test_confusions_json_learns_from_the_keeper(void **state)
{
	struct names *names = *state;
	struct person *person = add_person(names, "郭灵计", 3, "馆长");
	str_list_add(&person->variants, STR("郭灵汁"), names->arena);
	str_list_add(&person->variants, STR("郭零什"), names->arena);
	str_list_add(&person->variants, STR("小郭"), names->arena);
	assert_int_equal(place_of(names, "汁", "计"), 0);
	assert_true(place_of(names, "灵", "零") == SIZE_MAX);
	assert_true(place_of(names, "什", "计") == SIZE_MAX);
}

/* A rare name that is a frequent one of the same office but for a character. */
static void
test_confusions_json_learns_from_names(void **state)
{
	struct names *names = *state;
	add_person(names, "严舟渡", 40, "渡口主任");
	add_person(names, "严舟镀", 1, "渡口主任");
	add_person(names, "严舟踱", 1, "养蜂人");
	add_person(names, "严丹渡", 9, "渡口主任");
	add_person(names, "丁桥", 40, "站长");
	add_person(names, "丁侨", 1, "站长");
	add_tag(names, TAG_ORGANISATION, "第三渡口小学", 20);
	add_tag(names, TAG_ORGANISATION, "第三渡囗小学", 1);
	add_tag(names, TAG_ORGANISATION, "第二渡口小学", 1);
	add_tag(names, TAG_TOPIC, "第三渡日小学", 1);
	add_tag(names, TAG_ORGANISATION, "柳河镇", 20);
	add_tag(names, TAG_ORGANISATION, "柳何镇", 1);
	assert_true(place_of(names, "渡", "镀") != SIZE_MAX);
	assert_true(place_of(names, "口", "囗") != SIZE_MAX);
	/* Another office, two that are frequent, too short, different on purpose, a
	 * topic. */
	assert_true(place_of(names, "渡", "踱") == SIZE_MAX);
	assert_true(place_of(names, "丹", "舟") == SIZE_MAX);
	assert_true(place_of(names, "侨", "桥") == SIZE_MAX);
	assert_true(place_of(names, "三", "二") == SIZE_MAX);
	assert_true(place_of(names, "二", "三") == SIZE_MAX);
	assert_true(place_of(names, "口", "日") == SIZE_MAX);
	assert_true(place_of(names, "何", "河") == SIZE_MAX);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_confusions_json_has_what_looks_alike),
		TEST(test_confusions_json_learns_from_the_keeper),
		TEST(test_confusions_json_learns_from_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
