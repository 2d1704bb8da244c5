#include "content.h"

#include "read/issue_file.h"

static struct issue_notes *
read_notes(struct fixture *fixture, const char *path, const char *text)
{
	struct site site = site_default();
	struct file_info file = {.path = str_from(path)};
	struct source source = source_of(&file);
	put(fixture, str_format(fixture->arena, "content/%s", path).data, text);
	return issue_file_read(
		&source, &site, fixture->text, fixture->arena, &fixture->report);
}

static void
test_issue_file_read_all(void **state)
{
	struct issue_notes *notes = read_notes(*state, "2022-09-28/issue.yaml",
		"number: 12496 # 期号\nnote: 通车特刊\npages:\n  \"01\": 要闻\n  2: "
		"特刊\n");
	assert_non_null(notes);
	assert_int_equal(notes->date.day, 28);
	assert_str(notes->number, "12496");
	assert_str(notes->note, "通车特刊");
	assert_int_equal(notes->pages.count, 2);
	assert_str(notes->pages.items[0].number, "01");
	assert_str(notes->pages.items[0].name, "要闻");
	assert_str(notes->pages.items[1].number, "2");
}

static void
test_issue_file_read_empty(void **state)
{
	struct issue_notes *notes = read_notes(*state, "2022-09-28/issue.yaml", "");
	assert_non_null(notes);
	assert_str(notes->number, "");
	assert_int_equal(notes->pages.count, 0);
}

static void
test_issue_file_read_mistakes(void **state)
{
	assert_null(read_notes(*state, "notes/issue.yaml", "numbre: 1\npages: 要闻\n"));
	assert_str(messages(*state, SEVERITY_NOTE),
		"content/notes/issue.yaml: error: which issue is meant? Its folder has "
		"no date such "
		"as 2024-03-05\n"
		"content/notes/issue.yaml:1:1: error: unknown key `numbre`; did you mean "
		"`number`?\n"
		"content/notes/issue.yaml:2:8: error: `pages` should be a map of page "
		"numbers to "
		"names, such as \"01\": 要闻\n");
}

static void
test_issue_file_read_own_date(void **state)
{
	struct issue_notes *notes = read_notes(
		*state, "notes/issue.yaml", "date: 2022-09-28\npages: {\"01\": 要闻}\n");
	assert_non_null(notes);
	assert_int_equal(notes->date.month, 9);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_issue_file_read_all),
		content_test(test_issue_file_read_empty),
		content_test(test_issue_file_read_mistakes),
		content_test(test_issue_file_read_own_date),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
