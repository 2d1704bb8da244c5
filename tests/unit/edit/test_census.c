#include "unit.h"

#include "base/list.h"
#include "edit/census.h"

static int
set_up(void **state)
{
	*state = arena_open();
	return 0;
}

static int
tear_down(void **state)
{
	arena_close(*state);
	return 0;
}

static void
add_name(struct candidate_list *list, const char *name, unsigned count, unsigned taken,
	bool hopeful)
{
	struct arena *arena = list->tallies.arena;
	struct name_tally *tally = arena_new(arena, struct name_tally);
	*tally = (struct name_tally){.count = count, .taken = taken, .hopeful = hopeful};
	*map_at(&list->tallies, str_copy(str_from(name), arena)) = tally;
}

static void
add_entry(struct census *census, uint32_t sign, unsigned count, bool sampled,
	struct arena *arena)
{
	*list_add(census, arena) =
		(struct census_entry){.sign = sign, .count = count, .sampled = sampled};
}

static void
test_census_write_reads_back_in_order(void **state)
{
	struct census census = {0};
	add_entry(&census, 0x1FFFFFF, 1, true, *state);
	add_entry(&census, 7, 300, false, *state);
	add_entry(&census, 0, 1, false, *state);
	add_entry(&census, 7, 2, false, *state);
	add_entry(&census, 7, 1, true, *state);
	struct bytes_reader reader = {.rest = census_write(&census, *state)};
	static const struct census_entry expected[] = {
		{0, false, 1}, {7, false, 302}, {7, true, 1}, {0x1FFFFFF, true, 1}};
	struct census_entry entry = {0};
	for (size_t i = 0; i < 4; i++) {
		assert_true(census_next(&reader, &entry));
		assert_int_equal(entry.sign, expected[i].sign);
		assert_int_equal(entry.sampled, expected[i].sampled);
		assert_int_equal(entry.count, expected[i].count);
	}
	assert_false(census_next(&reader, &entry));
}

static void
test_census_next_stops_where_damaged(void **state)
{
	(void)state;
	struct bytes_reader reader = {.rest = STR("\xFF\xFF")};
	struct census_entry entry = {0};
	assert_false(census_next(&reader, &entry));
}

static void
test_census_add_counts_what_was_not_taken(void **state)
{
	struct candidate_list list = {.tallies = map_open(*state)};
	struct passage passage = passage_open(STR("文"), *state);
	struct census census = {0};
	add_name(&list, "甘小满", 3, 3, true);
	add_name(&list, "石既明", 5, 2, true);
	census_add(&census, &list, &passage, *state);
	assert_int_equal(census.count, 1);
	assert_int_equal(census.items[0].sign, census_sign(STR("石既明")));
	assert_int_equal(census.items[0].count, 3);
	assert_false(census.items[0].sampled);
}

/* Of 2,048 names without hope one in eight, and others of them in another text. */
static void
test_census_add_samples_the_hopeless(void **state)
{
	struct candidate_list list = {.tallies = map_open(*state)};
	struct passage one = passage_open(STR("一"), *state),
		       two = passage_open(STR("二"), *state);
	struct census of_one = {0}, of_two = {0};
	char name[16];
	for (int i = 0; i < 2048; i++) {
		snprintf(name, sizeof name, "%d", i);
		add_name(&list, name, 1, 0, false);
	}
	census_add(&of_one, &list, &one, *state);
	census_add(&of_two, &list, &two, *state);
	assert_in_range(of_one.count, 200, 312);
	assert_in_range(of_two.count, 200, 312);
	size_t both = 0;
	for (size_t i = 0; i < of_one.count; i++) {
		assert_true(of_one.items[i].sampled);
		for (size_t k = 0; k < of_two.count; k++)
			both += of_one.items[i].sign == of_two.items[k].sign;
	}
	assert_true(both < 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(test_census_write_reads_back_in_order),
		TEST(test_census_next_stops_where_damaged),
		TEST(test_census_add_counts_what_was_not_taken),
		TEST(test_census_add_samples_the_hopeless),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
