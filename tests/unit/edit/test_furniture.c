#include "cut.h"

static struct folio
folio_of(struct cut *cut, const char *line)
{
	return furniture_read(cut->words->furniture, str_from(line));
}

static void
test_furniture_read_folio_line(void **state)
{
	struct folio folio = folio_of(*state, "综合 河口日报 2022年5月7日 星期六 第03版");
	assert_non_null(folio.what);
	assert_int_equal(folio.date.month, 5);
	assert_str(folio.number, "03");
	assert_str(folio.name, "综合");
	assert_str(folio.paper, "河口日报");
}

static void
test_furniture_read_numeric_date(void **state)
{
	struct folio folio =
		folio_of(*state, "2023.3.8 星期三 本版责编：商羽 校对：齐鸣");
	assert_string_equal(folio.what, "editors");
	assert_int_equal(folio.date.year, 2023);
	assert_int_equal(folio.date.day, 8);
}

static void
test_furniture_read_editors_and_hotlines(void **state)
{
	assert_string_equal(
		folio_of(*state, "责任编辑：贺兰　视觉：白雪　校对：陈一").what,
		"editors");
	assert_string_equal(folio_of(*state, "本版编辑 贺兰 陈一").what, "editors");
	assert_non_null(folio_of(*state, "新闻热线：0000-1234567").what);
	assert_non_null(folio_of(*state, "中共河口县委主管主办").what);
	assert_non_null(folio_of(*state, "第2210期 今日4版").what);
	assert_non_null(folio_of(*state, "讲文明树新风 公益广告").what);
}

static void
test_furniture_read_weak_alone(void **state)
{
	assert_true(folio_of(*state, "综合").weak);
	assert_true(folio_of(*state, "2022年5月7日").weak);
	assert_false(folio_of(*state, "2022年5月7日 星期六").weak);
}

static void
test_furniture_read_spares_headlines(void **state)
{
	assert_null(folio_of(*state, "春灌会议开到地头").what);
	assert_null(folio_of(*state, "编辑部的故事").what);
	assert_null(folio_of(*state, "文明餐桌走进千家万户从身边小事做起 县文明办").what);
	assert_null(folio_of(*state, "全媒体记者 田小禾").what);
}

static void
test_furniture_on_a_page_dates_and_numbers_it(void **state)
{
	struct page *page =
		cut_page(*state, "河口日报\n2022年5月7日 星期六 第02版\n县区新闻\n"
				 "春灌会议开到地头\n本报讯（记者 "
				 "田小禾）5月6日，春灌会议在河口镇召开。\n");
	assert_int_equal(page->date.year, 2022);
	assert_str(page->number, "02");
	assert_str(page->name, "县区新闻");
	assert_int_equal(page->furniture.count, 3);
	assert_int_equal(page->articles.count, 1);
	assert_int_equal(page->articles.items[0]->event_date.day, 6);
	assert_int_equal(page->articles.items[0]->event_date.year, 2022);
}

static void
test_furniture_read_glued_folio_line(void **state)
{
	struct folio folio = folio_of(*state, "3春灌专刊2022年5月7日 星期六");
	assert_string_equal(folio.what, "folio");
	assert_int_equal(folio.date.day, 7);
	assert_str(folio.number, "3");
	assert_str(folio.name, "春灌专刊");
	assert_null(folio_of(*state, "3条老渠5月7日通水").what);
}

static void
test_furniture_read_name_in_letters(void **state)
{
	struct folio folio = folio_of(*state, "HEKOU RIBAO");
	assert_string_equal(folio.what, "masthead");
	assert_true(folio.weak);
	assert_null(folio_of(*state, "Hello World").what);
}

static void
test_furniture_on_a_page_leaves_signatures(void **state)
{
	struct page *page = cut_page(*state,
		"停水公告\n\n东门街5月9日8时至18时停水，请用户提前储水。\n"
		"河口县自来水公司\n2022年5月6日\n\n责任编辑 贺兰\n");
	assert_int_equal(page->articles.count, 1);
	const struct article *notice = page->articles.items[0];
	assert_str(notice->blocks.items[notice->blocks.count - 1].text, "2022年5月6日");
	assert_int_equal(page->furniture.count, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_furniture_read_folio_line),
		cmocka_unit_test(test_furniture_read_numeric_date),
		cmocka_unit_test(test_furniture_read_editors_and_hotlines),
		cmocka_unit_test(test_furniture_read_weak_alone),
		cmocka_unit_test(test_furniture_read_spares_headlines),
		cmocka_unit_test(test_furniture_on_a_page_dates_and_numbers_it),
		cmocka_unit_test(test_furniture_read_glued_folio_line),
		cmocka_unit_test(test_furniture_read_name_in_letters),
		cmocka_unit_test(test_furniture_on_a_page_leaves_signatures),
	};
	return CUT_TESTS(tests);
}
