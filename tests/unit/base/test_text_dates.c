#include "unit.h"

#include "base/text_dates.h"

static const struct date day = {2021, 12, 31};

static void
test_text_date_in_chinese(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct text_dates dates = text_dates_of(STR("zh-Hans"), arena);
	assert_str(
		text_date(&dates, TEXT_DATE_WEEKDAY, day, arena), "2021年12月31日星期五");
	assert_str(text_date(&dates, TEXT_DATE_DAY, day, arena), "2021年12月31日");
	assert_str(text_date(&dates, TEXT_DATE_MONTH, day, arena), "2021年12月");
	assert_str(text_date(&dates, TEXT_DATE_YEAR, day, arena), "2021年");
	assert_str(text_date(&dates, TEXT_DATE_YEARLY, day, arena), "12月31日");
	assert_str(dates.short_months[11], "12月");
	assert_str(dates.weekdays[0], "星期日");
	assert_str(dates.short_weekdays[6], "六");
	arena_close(arena);
}

static void
test_text_date_in_english(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct text_dates dates = text_dates_of(STR("en"), arena);
	assert_str(text_date(&dates, TEXT_DATE_WEEKDAY, day, arena),
		"Friday, December 31, 2021");
	assert_str(text_date(&dates, TEXT_DATE_YEARLY, day, arena), "December 31");
	assert_str(dates.months[0], "January");
	assert_str(dates.short_months[0], "Jan");
	assert_str(dates.short_weekdays[1], "M");
	arena_close(arena);
}

/* Quoted letters stand for themselves: 31 de diciembre de 2021. */
static void
test_text_date_with_quoted_words(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct text_dates dates = text_dates_of(STR("es"), arena);
	assert_str(
		text_date(&dates, TEXT_DATE_DAY, day, arena), "31 de diciembre de 2021");
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_date_in_chinese),
		cmocka_unit_test(test_text_date_in_english),
		cmocka_unit_test(test_text_date_with_quoted_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
