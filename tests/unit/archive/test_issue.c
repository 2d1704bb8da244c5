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

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_issue_address_pads)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
