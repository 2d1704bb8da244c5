#include "content.h"

#include "base/excerpt.h"

static struct str
shown(struct fixture *fixture, unsigned line, unsigned column)
{
	struct excerpt excerpt = {.arena = fixture->arena};
	struct strbuf out = strbuf_open(fixture->arena);
	excerpt_add(&excerpt, (struct place){STR("a.yaml"), line, column}, &out);
	return strbuf_str(&out);
}

static void
test_excerpt_add_marks_the_place(void **state)
{
	put(*state, "a.yaml", "title: x\r\ndate: 2021-13-40\n");
	assert_str(shown(*state, 2, 7), "    2 | date: 2021-13-40\n"
					"      |       ^\n");
	assert_str(shown(*state, 1, 1), "    1 | title: x\n"
					"      | ^\n");
	assert_str(shown(*state, 1, 0), "    1 | title: x\n");
}

static void
test_excerpt_add_wide_characters_and_tabs(void **state)
{
	put(*state, "a.yaml", "标题: 值\n\t- b\n");
	assert_str(shown(*state, 1, 5), "    1 | 标题: 值\n"
					"      |       ^\n");
	assert_str(shown(*state, 2, 2), "    2 | \t- b\n"
					"      | \t^\n");
}

static void
test_excerpt_add_cuts_long_lines(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf text = strbuf_open(fixture->arena);
	for (int i = 0; i < 1000; i++)
		strbuf_add(&text, STR("字"));
	put(fixture, "a.yaml", text.data);
	struct str line;
	struct str out = shown(fixture, 1, 500);
	assert_true(str_cut(&out, '\n', &line));
	assert_int_equal(str_count(line), 8 + 50);
}

static void
test_excerpt_add_nothing_to_show(void **state)
{
	struct fixture *fixture = *state;
	assert_str(shown(fixture, 1, 1), "");
	put(fixture, "a.yaml", "a\n\xFF\nb\033[2J\n\n");
	assert_str(shown(fixture, 0, 0), "");
	assert_str(shown(fixture, 2, 1), "");
	assert_str(shown(fixture, 3, 1), "");
	assert_str(shown(fixture, 4, 1), "");
	assert_str(shown(fixture, 9, 1), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_excerpt_add_marks_the_place),
		content_test(test_excerpt_add_wide_characters_and_tabs),
		content_test(test_excerpt_add_cuts_long_lines),
		content_test(test_excerpt_add_nothing_to_show),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
