#include "content.h"

#include <unistd.h>

#include "read/source.h"

static struct source
of(const char *path)
{
	struct file_info file = {.path = str_from(path)};
	return source_of(&file);
}

static struct page *
read_page(struct fixture *fixture, const char *path)
{
	struct site site = site_default();
	struct source source = of(path);
	return source_read(
		&source, &site, fixture->text, fixture->arena, &fixture->report);
}

static void
test_source_of_kinds(void **state)
{
	(void)state;
	assert_int_equal(of("2024-03-05/01.txt").kind, SOURCE_PLAINTEXT);
	assert_int_equal(of("2024-03-05/01.TXT").kind, SOURCE_PLAINTEXT);
	assert_int_equal(of("a/b.md").kind, SOURCE_MARKDOWN);
	assert_int_equal(of("a.markdown").kind, SOURCE_MARKDOWN);
	assert_int_equal(of("2024-03-05/01.JPG").kind, SOURCE_PICTURE);
	assert_int_equal(of("2024-03-05/issue.yaml").kind, SOURCE_ISSUE);
	assert_int_equal(of("people.yaml").kind, SOURCE_AUTHORITY);
	assert_int_equal(of("addresses.tsv").kind, SOURCE_AUTHORITY);
	assert_int_equal(of("2024-03-05/01.pdf").kind, SOURCE_OTHER);
	assert_int_equal(of("notes").kind, SOURCE_OTHER);
	assert_int_equal(of("2024-03-05/people.yaml").kind, SOURCE_OTHER);
	assert_int_equal(of("templates/plain.txt").kind, SOURCE_DESIGN);
	assert_int_equal(of("static/icon.png").kind, SOURCE_DESIGN);
	assert_int_equal(of("2024-03-05/templates/01.txt").kind, SOURCE_PLAINTEXT);
	assert_int_equal(of("README").kind, SOURCE_OTHER);
	assert_int_equal(of("README.md").kind, SOURCE_OTHER);
	assert_int_equal(of("posts/_index.md").kind, SOURCE_OTHER);
}

static void
test_source_of_dates_and_pages(void **state)
{
	struct source source = of("2024-03-05/A01.txt");
	(void)state;
	assert_int_equal(source.date.month, 3);
	assert_str(source.page, "A01");
	source = of("2024-03-05/issue.yaml");
	assert_int_equal(source.date.day, 5);
	assert_str(source.page, "");
	source = of("loose.txt");
	assert_int_equal(source.date.year, 0);
}

static void
test_source_walk_sorted(void **state)
{
	struct fixture *fixture = *state;
	struct source_list list = {0};
	put(fixture, "content/2024-03-05/02.txt", "二");
	put(fixture, "content/2024-03-05/01.txt", "一");
	put(fixture, "content/2024-03-05/01.pdf", "%PDF");
	put(fixture, "content/.hidden/01.txt", "无");
	put(fixture, "content/a.md", "# 甲");
	assert_true(source_walk(STR("content"), &list, fixture->arena, &fixture->report));
	assert_int_equal(list.count, 4);
	assert_str(list.items[0].file.path, "2024-03-05/01.pdf");
	assert_str(list.items[2].file.path, "2024-03-05/02.txt");
	assert_str(list.items[3].file.path, "a.md");
	assert_int_equal(fixture->report.count, 0);
}

static void
test_source_walk_no_folder(void **state)
{
	struct fixture *fixture = *state;
	struct source_list list = {0};
	assert_false(
		source_walk(STR("nowhere"), &list, fixture->arena, &fixture->report));
	assert_int_equal(fixture->report.count, 1);
}

static void
test_source_read_page(void **state)
{
	put(*state, "content/2024-03-05/01.txt",
		"\xEF\xBB\xBF棠津日报\r\n江水退了。\r\n");
	struct page *page = read_page(*state, "2024-03-05/01.txt");
	assert_non_null(page);
	assert_str(page->source, "2024-03-05/01.txt");
	assert_str(page->text, "棠津日报\n江水退了。\n");
	assert_str(page->number, "01");
	assert_int_equal(page->date.year, 2024);
	assert_int_equal(page->first_line, 1);
	assert_false(page->curated);
	assert_int_equal(page->articles.count, 0);
	assert_true(page->digest.low != 0);
}

static void
test_source_read_empty_file(void **state)
{
	put(*state, "content/01.txt", " \n\n\xE3\x80\x80\n");
	assert_null(read_page(*state, "01.txt"));
	assert_str(messages(*state, SEVERITY_NOTE),
		"content/01.txt: error: the file is empty; put its text in, or remove "
		"it\n");
}

static void
test_source_read_too_long(void **state)
{
	struct fixture *fixture = *state;
	struct site site = site_default();
	struct source source = of("01.txt");
	site.page_limit = 10;
	put(fixture, "content/01.txt", "12345678901");
	assert_null(source_read(
		&source, &site, fixture->text, fixture->arena, &fixture->report));
	assert_int_equal(report_count(&fixture->report, SEVERITY_ERROR), 1);
}

static void
test_source_read_bad_bytes(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "content/01.txt", "abc\xFF\xFE\x80");
	assert_null(read_page(fixture, "01.txt"));
	assert_int_equal(report_count(&fixture->report, SEVERITY_ERROR), 1);
}

static void
test_source_read_missing(void **state)
{
	struct fixture *fixture = *state;
	assert_null(read_page(fixture, "01.txt"));
	assert_true(report_count(&fixture->report, SEVERITY_ERROR) == 1);
}

static void
test_source_add_pictures_by_name(void **state)
{
	struct fixture *fixture = *state;
	struct source_list list = {0};
	put(fixture, "content/2024-03-05/01.txt", "一");
	put(fixture, "content/2024-03-05/01.jpg", "x");
	put(fixture, "content/2024-03-05/01.png", "x");
	put(fixture, "content/2024-03-05/02.md", "![桥](pics/bridge.jpg)\n\n正文。");
	put(fixture, "content/2024-03-05/pics/bridge.jpg", "x");
	put(fixture, "content/2024-03-05/03.md", "![桥](none.jpg)\n\n正文。");
	assert_true(source_walk(STR("content"), &list, fixture->arena, &fixture->report));
	struct page *pages[] = {read_page(fixture, "2024-03-05/01.txt"),
		read_page(fixture, "2024-03-05/02.md"),
		read_page(fixture, "2024-03-05/03.md")};
	source_add_pictures(&list, pages, 3, fixture->arena);
	assert_str(pages[0]->picture, "2024-03-05/01.jpg");
	assert_str(pages[1]->picture, "2024-03-05/pics/bridge.jpg");
	assert_str(pages[2]->picture, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_source_of_kinds),
		cmocka_unit_test(test_source_of_dates_and_pages),
		content_test(test_source_walk_sorted),
		content_test(test_source_walk_no_folder),
		content_test(test_source_read_page),
		content_test(test_source_read_empty_file),
		content_test(test_source_read_too_long),
		content_test(test_source_read_bad_bytes),
		content_test(test_source_read_missing),
		content_test(test_source_add_pictures_by_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
