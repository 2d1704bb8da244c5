#include "unit.h"

#include "read/import_name.h"

static void
test_import_name_of(void **state)
{
	static const char *const rows[][2] = {
		{"tjrb20240305_A01.txt", "2024-03-05/A01.txt"},
		{"tjrb20240305-2.txt", "2024-03-05/02.txt"},
		{"2024-03-05/1.txt", "2024-03-05/01.txt"},
		{"2024-03-05-b3.md", "2024-03-05/B03.md"},
		{"2024_3_5_p12.txt", "2024-03-05/12.txt"},
		{"报纸2024年3月5日第2版.txt", "2024-03-05/02.txt"},
		{"A01-2024.3.5.jpg", "2024-03-05/A01.jpg"},
		{"02_20240305.txt", "2024-03-05/02.txt"},
		{"2024/03/05/page3.md", "2024-03-05/03.md"},
		{"2024/03/05/01-要闻.txt", "2024-03-05/01.txt"},
		{"old/scans/20240305/01.txt", "2024-03-05/01.txt"},
		{"20240305.txt", "2024-03-05/20240305.txt"},
		{"2024-03-05/1-2.txt", "2024-03-05/1-2.txt"},
		{"notes.txt", ""},
		{"20240230_01.txt", ""},
		{"123456789012.txt", ""},
	};
	struct arena *arena = arena_open();
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str target = import_name_of(str_from(rows[i][0]), arena).target;
		if (!str_equal(target, str_from(rows[i][1])))
			fail_msg("%s: %.*s", rows[i][0], STR_ARG(target));
	}
	assert_str(import_name_of(STR("a20240305_01.txt"), arena).pattern,
		"a99999999_99.txt");
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_import_name_of)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
