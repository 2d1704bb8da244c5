#include "content.h"

#include <string.h>

#include "read/frontmatter.h"

static bool
take(struct fixture *fixture, const char *text, struct frontmatter *top)
{
	return frontmatter_read(str_from(text), (struct place){STR("a.md"), 0, 0}, top,
		fixture->arena, &fixture->report);
}

static void
test_frontmatter_read_splits(void **state)
{
	struct fixture *fixture = *state;
	struct frontmatter top;
	assert_true(take(fixture, "---\ntitle: 水退了\n---  \n正文\n", &top));
	assert_str(frontmatter_text(top.map, "title", &fixture->report), "水退了");
	assert_str(top.rest, "正文\n");
	assert_int_equal(top.first_line, 4);
}

static void
test_frontmatter_read_none(void **state)
{
	struct frontmatter top;
	assert_true(take(*state, "正文\n---\n", &top));
	assert_null(top.map);
	assert_str(top.rest, "正文\n---\n");
	assert_int_equal(top.first_line, 1);
}

/* A page read by OCR may open with a rule. */
static void
test_frontmatter_read_rule_is_text(void **state)
{
	struct frontmatter top;
	assert_true(take(*state, "---\n\n# 棠津日报\n江水退了。\n---\n", &top));
	assert_null(top.map);
	assert_int_equal(top.rest.len, strlen("---\n\n# 棠津日报\n江水退了。\n---\n"));
}

static void
test_frontmatter_read_empty(void **state)
{
	struct frontmatter top;
	assert_true(take(*state, "---\n---\n正文", &top));
	assert_non_null(top.map);
	assert_int_equal(top.map->count, 0);
	assert_str(top.rest, "正文");
	assert_true(take(*state, "---\n# a comment\ntitle: x\n...", &top));
	assert_str(top.rest, "");
}

static void
test_frontmatter_read_unclosed(void **state)
{
	struct frontmatter top;
	assert_false(take(*state, "---\ntitle: 水退了\n正文\n", &top));
	assert_str(messages(*state, SEVERITY_NOTE),
		"a.md:1:1: error: the front matter does not end: a line `---` is missing "
		"below it\n");
}

static void
test_frontmatter_read_bad_yaml_at_its_line(void **state)
{
	struct frontmatter top;
	assert_false(take(*state, "---\ntitle: a\ntitle: b\n---\n正文\n", &top));
	assert_str(messages(*state, SEVERITY_NOTE),
		"a.md:3:1: error: key `title` stands twice, first on line 2; keep one of "
		"them\n");
}

static void
test_frontmatter_check_slips_and_strangers(void **state)
{
	static const char *const known[] = {"title", "date", NULL};
	static const char *const foreign[] = {"tile", NULL};
	struct fixture *fixture = *state;
	struct frontmatter top;
	assert_true(take(fixture, "---\ntitel: a\ntile: b\nreadingTime: 5\n---\n", &top));
	assert_false(frontmatter_check(top.map, known, foreign, &fixture->report));
	assert_str(messages(fixture, SEVERITY_NOTE),
		"a.md:2:1: error: unknown key `titel`; did you mean `title`?\n"
		"a.md:3:1: note: key `tile` is not used\n"
		"a.md:4:1: note: key `readingTime` is not used\n");
}

static void
test_frontmatter_texts_of_any_shape(void **state)
{
	struct fixture *fixture = *state;
	struct frontmatter top;
	assert_true(take(fixture,
		"---\na: 甲, 乙、丙\nb: [甲, [乙, 丙]]\nc: {name: 甲, url: x}\nd: "
		"[{name: 丁}]\ne:\n---\n",
		&top));
	struct str_list a = frontmatter_texts(top.map, "a", fixture->arena);
	struct str_list b = frontmatter_texts(top.map, "b", fixture->arena);
	assert_int_equal(a.count, 3);
	assert_str(a.items[2], "丙");
	assert_int_equal(b.count, 3);
	assert_str(frontmatter_texts(top.map, "c", fixture->arena).items[0], "甲");
	assert_str(frontmatter_texts(top.map, "d", fixture->arena).items[0], "丁");
	assert_int_equal(frontmatter_texts(top.map, "e", fixture->arena).count, 0);
	assert_int_equal(frontmatter_texts(NULL, "a", fixture->arena).count, 0);
}

static void
test_frontmatter_date_forms(void **state)
{
	struct fixture *fixture = *state;
	struct frontmatter top;
	struct date date = {0};
	assert_true(take(fixture,
		"---\na: 2024-03-05T09:00:00+08:00\nb: 2024-03-05 09:00:00\nc: "
		"2024年3月5日\n"
		"d: 2024-02-31\n---\n",
		&top));
	assert_true(frontmatter_date(top.map, "a", &date, &fixture->report));
	assert_int_equal(date.day, 5);
	assert_true(frontmatter_date(top.map, "b", &date, &fixture->report));
	assert_true(frontmatter_date(top.map, "c", &date, &fixture->report));
	assert_int_equal(date.month, 3);
	assert_true(frontmatter_date(top.map, "absent", &date, &fixture->report));
	assert_false(frontmatter_date(top.map, "d", &date, &fixture->report));
	assert_str(messages(fixture, SEVERITY_NOTE),
		"a.md:5:4: error: `d` should be a date such as 2024-03-05, not "
		"`2024-02-31`\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_frontmatter_read_splits),
		content_test(test_frontmatter_read_none),
		content_test(test_frontmatter_read_rule_is_text),
		content_test(test_frontmatter_read_empty),
		content_test(test_frontmatter_read_unclosed),
		content_test(test_frontmatter_read_bad_yaml_at_its_line),
		content_test(test_frontmatter_check_slips_and_strangers),
		content_test(test_frontmatter_texts_of_any_shape),
		content_test(test_frontmatter_date_forms),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
