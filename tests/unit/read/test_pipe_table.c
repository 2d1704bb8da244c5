#include "unit.h"

#include "read/pipe_table.h"

static void
assert_table(const char *lines, const char *expected)
{
	struct arena *arena = arena_open();
	struct str table;
	assert_int_equal(
		pipe_table_read(str_from(lines), &table, arena), expected != NULL);
	if (expected)
		assert_str(table, expected);
	arena_close(arena);
}

static void
test_pipe_table_read_rows(void **state)
{
	(void)state;
	assert_table("| 时间 | 事件 |\n|---|:-:|\n| 三月 | 开工 |\n| 五月 |  |",
		"时间\t事件\n三月\t开工\n五月\t");
	assert_table("时间 | 事件\n--- | ---\n三月 | 开工", "时间\t事件\n三月\t开工");
	assert_table("| 时间 |\n|---|", "时间");
}

static void
test_pipe_table_read_other_text(void **state)
{
	(void)state;
	assert_table("一行文字", NULL);
	assert_table("| 一行 |", NULL);
	assert_table("甲 | 乙\n丙 | 丁", NULL);
	assert_table("甲 | 乙\n---\n丙", NULL);
	assert_table("甲 | 乙\n|---|---|\n没有线", NULL);
	assert_table("", NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pipe_table_read_rows),
		cmocka_unit_test(test_pipe_table_read_other_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
