#include "unit.h"

#include "publish/script.h"

static void
test_script_without_comments_drops_lines_of_comment(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct str script = STR("'use strict';\n"
				"\n"
				"/* What it does:\n"
				" * this and that. */\n"
				"function one() {\n"
				"\t/* why */\n"
				"\treturn 1;\n"
				"}\n");
	assert_str(script_without_comments(script, arena), "'use strict';\n"
							   "\n"
							   "function one() {\n"
							   "\treturn 1;\n"
							   "}\n");
	arena_close(arena);
}

static void
test_script_without_comments_keeps_all_else(void **state)
{
	(void)state;
	static const char *const kept[] = {
		"",
		"\n",
		"f();",
		"f(); /* how */\n",
		"const pattern = /[/*]/;\n",
		"/* a name */ f();\n",
		"/* one\n * two */ f();\n",
		"/* never closed\nf();\n",
		"const text = '/*';\ng(); // */\n",
	};
	struct arena *arena = arena_open();
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		assert_str(script_without_comments(str_from(kept[i]), arena), kept[i]);
	arena_close(arena);
}

static void
test_script_without_space_drops_what_only_people_need(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_str(
		script_without_space(STR("f();\n\n\tif (a)\n\t\tg(`b` + `c`);\n"), arena),
		"f();\nif (a)\ng(`b` + `c`);\n");
	arena_close(arena);
}

static void
test_script_without_space_keeps_text_of_several_lines(void **state)
{
	(void)state;
	static const char *const kept[] = {
		"",
		"const text = `one\n\n\ttwo`;\n",
		"const text = 'one \\\n\ttwo';\n",
	};
	struct arena *arena = arena_open();
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		assert_str(script_without_space(str_from(kept[i]), arena), kept[i]);
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_script_without_comments_drops_lines_of_comment),
		cmocka_unit_test(test_script_without_comments_keeps_all_else),
		cmocka_unit_test(test_script_without_space_drops_what_only_people_need),
		cmocka_unit_test(test_script_without_space_keeps_text_of_several_lines),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
