#include "unit.h"

#include "read/path_date.h"

static void
assert_date(const char *folders, int year, int month, int day)
{
	struct date date = {0};
	assert_int_equal(path_date(str_from(folders), &date), year != 0);
	assert_int_equal(date.year, year);
	assert_int_equal(date.month, month);
	assert_int_equal(date.day, day);
}

static void
test_path_date_forms(void **state)
{
	(void)state;
	assert_date("2024-03-05", 2024, 3, 5);
	assert_date("20240305", 2024, 3, 5);
	assert_date("2024/03/05", 2024, 3, 5);
	assert_date("2024/3/5", 2024, 3, 5);
	assert_date("2024_03_05", 2024, 3, 5);
	assert_date("2024.3.5", 2024, 3, 5);
	assert_date("2024年3月5日", 2024, 3, 5);
	assert_date("旧报/2024-03-05/文字", 2024, 3, 5);
	assert_date("2023/2024-03-05", 2024, 3, 5);
	assert_date("a/2024/03/05/b", 2024, 3, 5);
}

static void
test_path_date_none(void **state)
{
	(void)state;
	assert_date("", 0, 0, 0);
	assert_date("posts", 0, 0, 0);
	assert_date("2024", 0, 0, 0);
	assert_date("2024/03", 0, 0, 0);
	assert_date("2024-02-30", 0, 0, 0);
	assert_date("2024/13/05", 0, 0, 0);
	assert_date("2024/x/03/05", 0, 0, 0);
	assert_date("202403051", 0, 0, 0);
	assert_date("0000-00-00", 0, 0, 0);
}

static void
assert_page(const char *path, bool article, const char *page, int day)
{
	struct date date = {0};
	assert_str(path_page(str_from(path), article, &date), page);
	assert_int_equal(date.day, day);
}

static void
test_path_page_numbers(void **state)
{
	(void)state;
	assert_page("2024-03-05/01.txt", false, "01", 5);
	assert_page("2024-03-05/A01.txt", false, "A01", 5);
	assert_page("2024-03-05/1-2.txt", false, "1-2", 5);
	assert_page("2024-03-05/A01-A02.txt", false, "A01-A02", 5);
	assert_page("2024-03-05/第3版.txt", false, "3", 5);
	assert_page("2024-03-05/page12.txt", false, "12", 5);
	assert_page("2024-03-05/01-要闻.txt", false, "01", 5);
	assert_page("2024-03-05/02要闻.txt", false, "02", 5);
	assert_page("2024-03-05/01.ocr.txt", false, "01", 5);
}

static void
test_path_page_in_file_names_with_a_date(void **state)
{
	(void)state;
	assert_page("2024-03-05-01.txt", false, "01", 5);
	assert_page("20240305_A02.txt", false, "A02", 5);
	assert_page("2024-03-05.txt", false, "", 5);
	assert_page("2024/03/05.txt", false, "", 5);
	assert_page("2024-03-01/2024-03-05-01.txt", false, "01", 5);
}

static void
test_path_page_of_articles(void **state)
{
	(void)state;
	assert_page("2024-03-05/01-3.md", true, "01", 5);
	assert_page("2024-03-05/02.md", true, "02", 5);
	assert_page("_posts/2024-03-05-ten-things.md", true, "", 5);
	assert_page("_posts/2024-03-05-10-things.md", true, "", 5);
	assert_page("posts/five-numbers/index.md", true, "", 0);
}

static void
test_path_page_none(void **state)
{
	(void)state;
	assert_page("yancang-matou.txt", false, "", 0);
	assert_page("1984.txt", false, "", 0);
	assert_page("2024-03-05/b2b.txt", false, "", 5);
	assert_page("2024-03-05/abc1.txt", false, "", 5);
	assert_page("2024-03-05/.txt", false, "", 5);
	assert_page("2024-03-05/2024.txt", false, "", 5);
}

static void
test_path_page_of_a_file_without_a_day_is_its_whole_name(void **state)
{
	(void)state;
	struct date date = {0};
	assert_str(path_page(STR("003_notes.txt"), false, &date), "");
	assert_str(path_page(STR("12-old-page.txt"), false, &date), "");
	assert_str(path_page(STR("A01.txt"), false, &date), "A01");
	date = (struct date){2024, 3, 5};
	assert_str(path_page(STR("2024-03-05/003_notes.txt"), false, &date), "003");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_path_date_forms),
		cmocka_unit_test(test_path_date_none),
		cmocka_unit_test(test_path_page_numbers),
		cmocka_unit_test(test_path_page_in_file_names_with_a_date),
		cmocka_unit_test(
			test_path_page_of_a_file_without_a_day_is_its_whole_name),
		cmocka_unit_test(test_path_page_of_articles),
		cmocka_unit_test(test_path_page_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
