#include "unit.h"

#include "archive/page_number.h"

static void
test_page_number_compare_order(void **state)
{
	static const char *const order[] = {"01", "1-2", "2", "02a", "3-4", "10", "A01",
		"a2", "A10", "B01", "特刊", ""};
	(void)state;
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
			int expected = (i > k) - (i < k);
			int actual = page_number_compare(
				str_from(order[i]), str_from(order[k]));
			assert_int_equal((actual > 0) - (actual < 0), expected);
		}
}

static void
test_page_number_same(void **state)
{
	(void)state;
	assert_true(page_number_same(STR("1"), STR("01")));
	assert_true(page_number_same(STR("a2"), STR("A02")));
	assert_false(page_number_same(STR("1"), STR("A1")));
	assert_false(page_number_same(STR("1"), STR("1-2")));
	assert_false(page_number_same(STR("1"), STR("11")));
}

static void
test_numbered_compare_counts_as_people_do(void **state)
{
	(void)state;
	static const char *const order[] = {"2024-03-05/01-1.md", "2024-03-05/01-2.md",
		"2024-03-05/01-10.md", "2024-03-05/01-10b.md", "2024-03-05/1-10.md",
		"2024-03-05/2.md", "2024-03-05/10.md", "2024-10-05/01.md", "a", "a1",
		"a02", "a2", "a10"};
	size_t count = sizeof order / sizeof *order;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < count; k++) {
			int found =
				numbered_compare(str_from(order[i]), str_from(order[k]));
			assert_int_equal((found > 0) - (found < 0), (i > k) - (i < k));
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_page_number_compare_order),
		cmocka_unit_test(test_page_number_same),
		cmocka_unit_test(test_numbered_compare_counts_as_people_do),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
