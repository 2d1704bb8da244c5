#include "unit.h"

#include "archive/redact.h"

static struct str
redacted(struct arena *arena, const char *text, const char *passage, const char *with)
{
	struct redaction redaction = {.text = str_from(passage), .with = str_from(with)};
	const struct redaction *items[] = {&redaction};
	struct redactor redactor = {items, 1, NULL, arena};
	return redact(&redactor, str_from(text));
}

static void
test_redact_everywhere(void **state)
{
	struct arena *arena = *state;
	assert_str(redacted(arena, "甲乙丙，甲乙。甲", "甲乙", "■"), "■丙，■。甲");
	assert_str(redacted(arena, "甲甲甲", "甲甲", "乙"), "乙甲");
	assert_str(redacted(arena, "", "甲", "■"), "");
}

static void
test_redact_over_spaces_and_line_ends(void **state)
{
	struct arena *arena = *state;
	assert_str(redacted(arena, "见甲\n乙　丙了", "甲乙丙", "■"), "见■\n了");
	assert_str(redacted(arena,
			   "a甲"
			   "\x1e"
			   "乙b",
			   "甲乙", "■"),
		"a■\x1e"
		"b");
	assert_str(redacted(arena, " 甲", "甲", "■"), " ■");
}

static void
test_redact_wide_and_narrow_characters(void **state)
{
	struct arena *arena = *state;
	assert_str(redacted(arena, "电话１３５-7", "135－７", "略"), "电话略");
}

static void
test_redact_the_longest_at_a_place(void **state)
{
	struct redaction few = {.text = STR("甲乙"), .with = STR("短")};
	struct redaction many = {.text = STR("甲乙丙"), .with = STR("长")};
	const struct redaction *items[] = {&few, &many};
	bool found[2] = {false, false};
	struct redactor redactor = {items, 2, found, *state};
	assert_str(redact(&redactor, STR("甲乙丙丁")), "长丁");
	assert_true(found[0] && found[1]);
}

static void
test_redact_borrows_what_has_nothing(void **state)
{
	struct redaction redaction = {.text = STR("甲"), .with = STR("乙")};
	const struct redaction *items[] = {&redaction};
	bool found[1] = {false};
	struct redactor redactor = {items, 1, found, *state};
	struct str text = STR("丙丁");
	assert_ptr_equal(redact(&redactor, text).data, text.data);
	assert_false(found[0]);
}

static int
open_arena(void **state)
{
	*state = arena_open();
	return 0;
}

static int
close_arena(void **state)
{
	arena_close(*state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_redact_everywhere),
		cmocka_unit_test(test_redact_over_spaces_and_line_ends),
		cmocka_unit_test(test_redact_wide_and_narrow_characters),
		cmocka_unit_test(test_redact_the_longest_at_a_place),
		cmocka_unit_test(test_redact_borrows_what_has_nothing),
	};
	return cmocka_run_group_tests(tests, open_arena, close_arena);
}
