#include "unit.h"

#include "archive/namesakes.h"
#include "base/list.h"

static struct person *
add_person(struct catalog *catalog, const char *name, const char *office,
	const char *note, int first, int last)
{
	struct person *person = arena_new(catalog->arena, struct person);
	*person = (struct person){.name = str_from(name),
		.office = str_from(office),
		.note = str_from(note),
		.about = STR(""),
		.first = {first, 0, 0},
		.last = {last, 0, 0}};
	*list_add(&catalog->people, catalog->arena) = person;
	return person;
}

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct catalog *catalog = arena_new(arena, struct catalog);
	catalog->arena = arena;
	*state = catalog;
	return 0;
}

static int
tear_down(void **state)
{
	struct catalog *catalog = *state;
	arena_close(catalog->arena);
	return 0;
}

static void
assert_about(struct catalog *catalog, const char *const *expected)
{
	namesakes_tell_apart(catalog);
	for (size_t i = 0; i < catalog->people.count; i++)
		assert_str(catalog->people.items[i]->about, expected[i]);
}

static void
test_namesakes_tell_apart_by_office_or_note(void **state)
{
	struct catalog *catalog = *state;
	add_person(catalog, "何秋实", "局长", "", 2019, 2021);
	add_person(catalog, "何秋实", "", "", 2019, 2021);
	add_person(catalog, "周明远", "局长", "种粮大户", 2019, 2021);
	add_person(catalog, "周明远", "", "种粮大户", 2019, 2021);
	add_person(catalog, "周明", "局长", "", 2019, 2021);
	assert_about(catalog,
		(const char *const[]){"局长", "2019–2021", "局长", "种粮大户", ""});
}

static void
test_namesakes_tell_apart_by_years_else(void **state)
{
	struct catalog *catalog = *state;
	add_person(catalog, "周明远", "镇长", "", 2001, 2009);
	add_person(catalog, "周明远", "镇长", "", 2015, 2015);
	add_person(catalog, "周明远", "", "", 2019, 2021);
	add_person(catalog, "周明远", "教师", "", 2019, 2021);
	add_person(catalog, "周明远", "", "", 0, 0);
	assert_about(catalog, (const char *const[]){"镇长 2001–2009", "镇长 2015",
				      "2019–2021", "教师", ""});
}

static void
test_namesakes_name_says_who(void **state)
{
	struct catalog *catalog = *state;
	const struct person *mayor =
		add_person(catalog, "周明远", "镇长", "", 2001, 2009);
	assert_str(namesakes_name(mayor, catalog->arena), "周明远");
	add_person(catalog, "周明远", "教师", "", 2001, 2009);
	namesakes_tell_apart(catalog);
	assert_str(namesakes_name(mayor, catalog->arena), "周明远 镇长");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_namesakes_tell_apart_by_office_or_note),
		TEST(test_namesakes_tell_apart_by_years_else),
		TEST(test_namesakes_name_says_who),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
