#include "unit.h"

#include "base/date.h"

static void
assert_date(struct date date, int year, int month, int day)
{
	assert_int_equal(date.year, year);
	assert_int_equal(date.month, month);
	assert_int_equal(date.day, day);
}

/* --- parsing --- */

static void
assert_parsed(const char *text, int year, int month, int day)
{
	struct date date = {0};
	if (!date_parse(str_from(text), &date))
		fail_msg("\"%s\" is not read", text);
	assert_date(date, year, month, day);
}

static void
test_date_parse_day_month_year(void **state)
{
	(void)state;
	assert_parsed("2024-03-05", 2024, 3, 5);
	assert_parsed("2024/3/5", 2024, 3, 5);
	assert_parsed("2024.03.5", 2024, 3, 5);
	assert_parsed("2024-03", 2024, 3, 0);
	assert_parsed("2024", 2024, 0, 0);
	assert_parsed("1000-01-01", 1000, 1, 1);
	assert_parsed("9999-12-31", 9999, 12, 31);
	assert_parsed(" 2024-03-05\n", 2024, 3, 5);
}

static void
test_date_parse_drops_a_time(void **state)
{
	(void)state;
	assert_parsed("2024-03-05T09:30:00+08:00", 2024, 3, 5);
	assert_parsed("2024-03-05 09:30", 2024, 3, 5);
	assert_parsed("2024-03-05  9:30:00.5 Z", 2024, 3, 5);
	assert_parsed("2001-12-14t21:59:43.10-05:00", 2001, 12, 14);
}

static void
test_date_parse_refuses_anything_else(void **state)
{
	(void)state;
	static const char *const wrong[] = {"", " ", "-", "24-03-05", "0999-01-01",
		"0000-00-00", "10000-01-01", "99999", "2024-", "2024-03-", "2024-13-01",
		"2024-00-01", "2024-02-30", "2023-02-29", "1900-02-29", "2024-04-31",
		"2024-03-00", "2024-03-05-06", "2024-03/05", "2024-03-05x",
		"2024-03-05 Tuesday", "2024-03-05T", "2024-03T09:30", "2024 03 05",
		"20240305", "２０２４-03-05", "2024年3月5日", "x2024", "2024-003-05",
		"2024-03-005"};
	struct date date = {1, 2, 3};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (date_parse(str_from(wrong[i]), &date))
			fail_msg("\"%s\" is read", wrong[i]);
	assert_date(date, 1, 2, 3);
}

/* --- finding --- */

static void
assert_found(const char *text, int year, int month, int day)
{
	struct date date = {0};
	if (!date_find(str_from(text), &date, NULL))
		fail_msg("nothing found in \"%s\"", text);
	if (date_compare(date, (struct date){year, month, day}) != 0)
		fail_msg("%d-%d-%d found in \"%s\"", date.year, date.month, date.day,
			text);
}

static void
test_date_find_digits(void **state)
{
	(void)state;
	assert_found("2024年3月5日", 2024, 3, 5);
	assert_found("2024年03月05日", 2024, 3, 5);
	assert_found("２０２４年３月５日", 2024, 3, 5);
	assert_found("2024年12月31日 星期二", 2024, 12, 31);
	assert_found("临江晚报2024年3月5日星期二 第1版", 2024, 3, 5);
}

static void
test_date_find_chinese_numerals(void **state)
{
	(void)state;
	assert_found("二〇二四年三月五日", 2024, 3, 5);
	assert_found("二〇二四年十二月三十一日", 2024, 12, 31);
	assert_found("二○二四年十月十日", 2024, 10, 10);
	assert_found("二零二四年十一月二十日", 2024, 11, 20);
	assert_found("一九四九年十月一日", 1949, 10, 1);
	assert_found("二〇二四年一月三十日", 2024, 1, 30);
	assert_found("二〇二四年二月二十九日", 2024, 2, 29);
	assert_found("二O二四年三月五日", 2024, 3, 5);
}

static void
test_date_find_with_every_day_of_the_month(void **state)
{
	(void)state;
	static const char *const ones[] = {
		"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
	static const char *const tens[] = {"", "十", "二十", "三十"};
	struct arena *arena = arena_open();
	for (int day = 1; day <= 31; day++) {
		struct str text = str_format(
			arena, "二〇二四年一月%s%s日", tens[day / 10], ones[day % 10]);
		assert_found(text.data, 2024, 1, day);
	}
	arena_close(arena);
}

static void
test_date_find_with_spaces_inside(void **state)
{
	(void)state;
	assert_found("2024 年 3 月 5 日", 2024, 3, 5);
	assert_found("2 0 2 4 年 1 2 月 3 1 日", 2024, 12, 31);
	assert_found("２０２４　年　３　月　５　日", 2024, 3, 5);
	assert_found("二 〇 二 四 年 十 二 月 三 十 一 日", 2024, 12, 31);
	assert_found("二〇二四年十二月三十 一日", 2024, 12, 31);
	assert_found("二〇二四年十二月二 十日", 2024, 12, 20);
}

static void
test_date_find_behind_another_number(void **state)
{
	(void)state;
	assert_found("A01 2024年3月5日", 2024, 3, 5);
	assert_found("第1版 2024年3月5日", 2024, 3, 5);
	assert_found("PRO2024年3月5日", 2024, 3, 5);
	assert_found("1 2 2024年3月5日", 2024, 3, 5);
}

static void
test_date_find_parts(void **state)
{
	(void)state;
	assert_found("2024年3月", 2024, 3, 0);
	assert_found("2024年", 2024, 0, 0);
	assert_found("2024年上半年", 2024, 0, 0);
	assert_found("2024年3月份", 2024, 3, 0);
	assert_found("2024年13月", 2024, 0, 0);
	assert_found("2024年3月5版", 2024, 3, 0);
}

static void
test_date_find_takes_the_first(void **state)
{
	(void)state;
	assert_found("1998年抗洪，2024年3月5日重访", 1998, 0, 0);
	assert_found("3月5日，2024年4月6日，2025年", 2024, 4, 6);
}

static void
test_date_find_passes_over_days_that_do_not_exist(void **state)
{
	(void)state;
	assert_found("2023年2月29日，2024年2月29日", 2024, 2, 29);
	assert_found("2024年2月30日，2023年", 2023, 0, 0);
}

static void
test_date_find_nothing(void **state)
{
	(void)state;
	static const char *const texts[] = {"", "年", "24年3月5日", "12024年3月5日",
		"3月5日", "2024", "2024-03-05", "有1 200年的历史", "五千年", "二十年",
		"0999年", "一二三四五年", "2023年2月29日", "\xE5\xB9", "2024\xE5\xB9"};
	struct date date = {1, 2, 3};
	size_t end = 42;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (date_find(str_from(texts[i]), &date, &end))
			fail_msg("%d-%d-%d found in \"%s\"", date.year, date.month,
				date.day, texts[i]);
	assert_date(date, 1, 2, 3);
	assert_int_equal(end, 42);
}

static void
test_date_find_end_is_behind_the_date(void **state)
{
	(void)state;
	struct date date;
	size_t end;
	struct str text = STR("临江 2024 年 3 月 5 日 星期二");
	assert_true(date_find(text, &date, &end));
	assert_str(str_slice(text, end, text.len), " 星期二");
	text = STR("2024年13月");
	assert_true(date_find(text, &date, &end));
	assert_str(str_slice(text, end, text.len), "13月");
	text = STR("2024年3月 第5版");
	assert_true(date_find(text, &date, &end));
	assert_str(str_slice(text, end, text.len), " 第5版");
}

static void
test_date_find_in_a_megabyte_of_digits(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct strbuf text = strbuf_open(arena);
	for (int i = 0; i < 200000; i++)
		strbuf_add(&text, STR("1 2 "));
	struct date date;
	assert_false(date_find(strbuf_str(&text), &date, NULL));
	strbuf_add(&text, STR("。2024年3月5日"));
	assert_true(date_find(strbuf_str(&text), &date, NULL));
	assert_date(date, 2024, 3, 5);
	arena_close(arena);
}

/* --- the calendar --- */

static void
test_date_valid_bounds(void **state)
{
	(void)state;
	assert_true(date_valid((struct date){2024, 2, 29}));
	assert_true(date_valid((struct date){2000, 2, 29}));
	assert_true(date_valid((struct date){2024, 0, 0}));
	assert_true(date_valid((struct date){2024, 3, 0}));
	assert_false(date_valid((struct date){2023, 2, 29}));
	assert_false(date_valid((struct date){1900, 2, 29}));
	assert_false(date_valid((struct date){2024, 0, 5}));
	assert_false(date_valid((struct date){2024, 13, 1}));
	assert_false(date_valid((struct date){2024, -1, 1}));
	assert_false(date_valid((struct date){2024, 3, -1}));
	assert_false(date_valid((struct date){2024, 3, 32}));
	assert_false(date_valid((struct date){999, 3, 1}));
	assert_false(date_valid((struct date){10000, 3, 1}));
	assert_false(date_valid((struct date){0}));
}

static void
test_date_known_needs_all_parts(void **state)
{
	(void)state;
	assert_true(date_known((struct date){2024, 3, 5}));
	assert_false(date_known((struct date){2024, 3, 0}));
	assert_false(date_known((struct date){2024, 0, 0}));
	assert_false(date_known((struct date){0}));
}

static void
test_date_compare_unknown_first(void **state)
{
	(void)state;
	static const struct date sorted[] = {{0, 0, 0}, {2023, 12, 31}, {2024, 0, 0},
		{2024, 3, 0}, {2024, 3, 5}, {2024, 3, 6}, {2024, 4, 0}, {2025, 0, 0}};
	const int count = sizeof sorted / sizeof *sorted;
	for (int i = 0; i < count; i++)
		for (int j = 0; j < count; j++)
			assert_int_equal(
				date_compare(sorted[i], sorted[j]), (i > j) - (i < j));
}

static void
test_date_month_days_of_leap_years(void **state)
{
	(void)state;
	assert_int_equal(date_month_days(2024, 2), 29);
	assert_int_equal(date_month_days(2023, 2), 28);
	assert_int_equal(date_month_days(1900, 2), 28);
	assert_int_equal(date_month_days(2000, 2), 29);
	assert_int_equal(date_month_days(2024, 12), 31);
	assert_int_equal(date_month_days(2024, 0), 0);
	assert_int_equal(date_month_days(2024, 13), 0);
}

static void
test_date_weekday_of_known_days(void **state)
{
	(void)state;
	assert_int_equal(date_weekday((struct date){2024, 3, 5}), 2);
	assert_int_equal(date_weekday((struct date){2000, 1, 1}), 6);
	assert_int_equal(date_weekday((struct date){1949, 10, 1}), 6);
	assert_int_equal(date_weekday((struct date){1970, 1, 1}), 4);
	assert_int_equal(date_weekday((struct date){2024, 12, 29}), 0);
	assert_int_equal(date_weekday((struct date){2024, 2, 29}), 4);
}

/* Each day is one more than the day before, in number and in weekday. */
static void
test_date_day_number_of_every_day_in_a_row(void **state)
{
	(void)state;
	struct date first = {1000, 1, 1};
	long number = date_day_number(first);
	int weekday = date_weekday(first);
	for (int year = 1000; year <= 2100; year++)
		for (int month = 1; month <= 12; month++)
			for (int day = 1; day <= date_month_days(year, month); day++) {
				struct date date = {year, month, day};
				assert_int_equal(date_day_number(date), number++);
				assert_int_equal(date_weekday(date), weekday);
				weekday = (weekday + 1) % 7;
			}
	assert_int_equal(date_day_number((struct date){0, 3, 1}), 0);
	assert_int_equal(date_day_number((struct date){1970, 1, 1}), 719468);
}

static void
test_date_years_joins_two_years(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_str(
		date_years((struct date){2019, 1, 1}, (struct date){2024, 1, 1}, arena),
		"2019–2024");
	assert_str(
		date_years((struct date){2019, 1, 1}, (struct date){2019, 9, 1}, arena),
		"2019");
	assert_str(date_years((struct date){0}, (struct date){0}, arena), "");
	arena_close(arena);
}

static void
test_date_text_comes_back(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_str(date_text((struct date){2024, 3, 5}, arena), "2024-03-05");
	assert_str(date_text((struct date){2024, 3, 0}, arena), "2024-03");
	assert_str(date_text((struct date){2024, 0, 0}, arena), "2024");
	assert_str(date_text((struct date){0}, arena), "");
	arena_close(arena);
}

static void
test_date_after_and_before_every_day(void **state)
{
	(void)state;
	struct date date = {1999, 12, 31};
	for (int i = 0; i < 3000; i++) {
		struct date next = date_after(date);
		assert_true(date_valid(next));
		assert_int_equal(date_day_number(next), date_day_number(date) + 1);
		assert_int_equal(date_compare(date_before(next), date), 0);
		date = next;
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_date_parse_day_month_year),
		cmocka_unit_test(test_date_parse_drops_a_time),
		cmocka_unit_test(test_date_parse_refuses_anything_else),
		cmocka_unit_test(test_date_find_digits),
		cmocka_unit_test(test_date_find_chinese_numerals),
		cmocka_unit_test(test_date_find_with_every_day_of_the_month),
		cmocka_unit_test(test_date_find_with_spaces_inside),
		cmocka_unit_test(test_date_find_behind_another_number),
		cmocka_unit_test(test_date_find_parts),
		cmocka_unit_test(test_date_find_takes_the_first),
		cmocka_unit_test(test_date_find_passes_over_days_that_do_not_exist),
		cmocka_unit_test(test_date_find_nothing),
		cmocka_unit_test(test_date_find_end_is_behind_the_date),
		cmocka_unit_test(test_date_find_in_a_megabyte_of_digits),
		cmocka_unit_test(test_date_valid_bounds),
		cmocka_unit_test(test_date_known_needs_all_parts),
		cmocka_unit_test(test_date_compare_unknown_first),
		cmocka_unit_test(test_date_month_days_of_leap_years),
		cmocka_unit_test(test_date_weekday_of_known_days),
		cmocka_unit_test(test_date_day_number_of_every_day_in_a_row),
		cmocka_unit_test(test_date_text_comes_back),
		cmocka_unit_test(test_date_years_joins_two_years),
		cmocka_unit_test(test_date_after_and_before_every_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
