#include "content.h"

#include "read/plaintext.h"

static bool
read_text(struct fixture *fixture, struct page *page, const char *text)
{
	*page = (struct page){.number = STR("01"), .date = {2024, 3, 5}};
	return plaintext_read(page, str_from(text), (struct place){STR("01.txt"), 0, 0},
		fixture->arena, &fixture->report);
}

static void
test_plaintext_read_as_it_is(void **state)
{
	struct page page;
	assert_true(read_text(*state, &page, "第一行\n第二行\n"));
	assert_str(page.text, "第一行\n第二行\n");
	assert_int_equal(page.first_line, 1);
	assert_str(page.number, "01");
	assert_str(page.name, "");
	assert_int_equal(page.date.day, 5);
}

static void
test_plaintext_read_front_matter_wins(void **state)
{
	struct page page;
	assert_true(read_text(*state, &page,
		"---\ndate: 1998-07-09\npage: A3\nname: 要闻\n---\n第一行\n"));
	assert_str(page.text, "第一行\n");
	assert_int_equal(page.first_line, 6);
	assert_str(page.number, "A3");
	assert_str(page.name, "要闻");
	assert_int_equal(page.date.year, 1998);
}

static void
test_plaintext_read_no_text(void **state)
{
	struct page page;
	assert_false(read_text(*state, &page, "---\npage: 3\n---\n\n"));
	assert_str(messages(*state, SEVERITY_NOTE),
		"01.txt: error: there is no text below the front matter; put it in, or "
		"remove the file\n");
}

static void
test_plaintext_read_every_mistake(void **state)
{
	struct page page;
	assert_false(read_text(*state, &page, "---\ndate: 昨天\npgae: 3\n---\n文\n"));
	assert_str(messages(*state, SEVERITY_NOTE),
		"01.txt:2:7: error: `date` should be a date such as 2024-03-05, not "
		"`昨天`\n"
		"01.txt:3:1: error: unknown key `pgae`; did you mean `page`?\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_plaintext_read_as_it_is),
		content_test(test_plaintext_read_front_matter_wins),
		content_test(test_plaintext_read_no_text),
		content_test(test_plaintext_read_every_mistake),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
