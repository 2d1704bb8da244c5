#include "unit.h"

#include "publish/style.h"

static void
check(const char *sheet, const char *expected)
{
	struct arena *arena = arena_open();
	assert_str(style_without_space(str_from(sheet), arena), expected);
	arena_close(arena);
}

static void
test_style_without_space_leaves_what_browsers_read(void **state)
{
	(void)state;
	check("/* what\n * for */\n@layer a, b;\n\n.a > li,\n.b :is(p, ul) {\n\tmargin: "
	      "0 auto;\n"
	      "\tcolor: var(--ink);\n}\n",
		"@layer a,b;.a>li,.b :is(p,ul){margin:0 auto;color:var(--ink)}");
	check("@media (min-width: 40rem) and (print) {\n\ta {\n\t\twidth: calc(1px + "
	      "2em);\n\t}\n}\n",
		"@media (min-width:40rem) and (print){a{width:calc(1px + 2em)}}");
	check("a :hover {\n}\n", "a :hover{}");
	check("a { margin: 0 0.5rem -0.25em 10.5pt; width: calc(0.1em + 0px) }",
		"a{margin:0 .5rem -0.25em 10.5pt;width:calc(.1em + 0px)}");
	check(".v0.b, .v-0.b {}", ".v0.b,.v-0.b{}");
}

static void
test_style_without_space_keeps_strings(void **state)
{
	(void)state;
	check("a { content: \" ( : ; } /* \" ; font: \"A  B\", 'C {' }",
		"a{content:\" ( : ; } /* \" ;font:\"A  B\",'C {'}");
	check("a { content: \"\\\"  {\" ; }", "a{content:\"\\\"  {\" }");
	check("a { content: \"never closed", "a{content:\"never closed");
}

static void
test_style_without_space_ends_where_the_sheet_ends(void **state)
{
	(void)state;
	check("", "");
	check(" \n", "");
	check("/* never closed", "");
	check("a{}/* last */", "a{}");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_style_without_space_leaves_what_browsers_read),
		cmocka_unit_test(test_style_without_space_keeps_strings),
		cmocka_unit_test(test_style_without_space_ends_where_the_sheet_ends),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
