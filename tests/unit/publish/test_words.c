#include "unit.h"

#include "publish/words.h"

static int
set_up(void **state)
{
	*state = arena_open();
	return 0;
}

static int
tear_down(void **state)
{
	arena_close(*state);
	return 0;
}

static void
test_words_date_says_what_is_known(void **state)
{
	assert_str(words_date((struct date){2024, 3, 5}, *state), "2024年3月5日 星期二");
	assert_str(words_date((struct date){2024, 3, 3}, *state), "2024年3月3日 星期日");
	assert_str(words_date((struct date){2024, 3, 0}, *state), "2024年3月");
	assert_str(words_date((struct date){2024, 0, 0}, *state), "2024年");
	assert_str(words_date((struct date){0}, *state), "");
	assert_str(words_day((struct date){2024, 3, 5}, *state), "2024年3月5日");
}

static void
test_words_years_joins_two_years(void **state)
{
	assert_str(
		words_years((struct date){2019, 1, 1}, (struct date){2024, 1, 1}, *state),
		"2019–2024");
	assert_str(
		words_years((struct date){2019, 1, 1}, (struct date){2019, 9, 1}, *state),
		"2019");
	assert_str(words_years((struct date){0}, (struct date){0}, *state), "");
}

static void
test_words_page_of_numbers_and_letters(void **state)
{
	assert_str(words_page(STR("01"), *state), "第1版");
	assert_str(words_page(STR("10"), *state), "第10版");
	assert_str(words_page(STR("1-2"), *state), "第1-2版");
	assert_str(words_page(STR("A01"), *state), "A01版");
	assert_str(words_page(STR("0"), *state), "第0版");
	assert_str(words_page(STR(""), *state), "");
}

static void
test_words_lines_joins_first_and_last(void **state)
{
	assert_str(words_lines(12, 34, *state), "12–34");
	assert_str(words_lines(12, 12, *state), "12");
	assert_str(words_lines(0, 0, *state), "");
}

static void
test_words_signs_in_their_order(void **state)
{
	assert_str(words_signs(MARK_DATE_INFERRED | MARK_TITLE_SUPPLIED, *state),
		"〔代拟题〕〔日期推定〕");
	assert_str(words_signs(0, *state), "");
}

static void
test_words_title_falls_back_on_kicker_and_text(void **state)
{
	struct block block = {.kind = BLOCK_PARAGRAPH,
		.text = STR("一二三四五六七八九十一二三四五六七八九十一二三四五六")};
	struct article article = {.title = STR("河堤完工"),
		.kicker = STR("水务局"),
		.byline = STR("石既明 摄")};
	article.blocks.items = &block;
	article.blocks.count = 1;
	assert_str(words_title(&article), "河堤完工");
	article.title = STR("　");
	assert_str(words_title(&article), "水务局");
	article.title = article.kicker = STR("");
	article.opening = article_opening(&article, *state);
	assert_str(words_title(&article),
		"一二三四五六七八九十一二三四五六七八九十一二三四…");
	article.blocks.count = 0;
	article.opening = article_opening(&article, *state);
	assert_str(words_title(&article), "（无题）");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_words_date_says_what_is_known, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_words_years_joins_two_years, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_words_page_of_numbers_and_letters, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_words_lines_joins_first_and_last, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_words_signs_in_their_order, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_words_title_falls_back_on_kicker_and_text, set_up,
			tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
