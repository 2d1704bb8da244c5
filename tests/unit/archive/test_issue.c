#include "unit.h"

#include "archive/issue.h"

static void
test_issue_address_pads(void **state)
{
	struct arena *arena = arena_open();
	(void)state;
	assert_str(
		issue_address((struct date){2024, 3, 5}, arena), "2024/03/05/index.html");
	assert_str(issue_address((struct date){1998, 12, 31}, arena),
		"1998/12/31/index.html");
	arena_close(arena);
}

static void
test_issue_number_in_a_folio_line(void **state)
{
	(void)state;
	assert_str(issue_number_in(STR("2024年3月5日 第13118期")), "13118");
	assert_str(issue_number_in(STR("2024年第45期 总第 13118 期 今日四版")), "13118");
	assert_str(issue_number_in(STR("棠津日报 第3版")), "");
	assert_str(issue_number_in(STR("")), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_issue_address_pads),
		cmocka_unit_test(test_issue_number_in_a_folio_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
