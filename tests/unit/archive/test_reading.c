#include "content.h"

#include "archive/reading.h"

static struct reading
read_name(void **state, const char *name, const char *pinyin)
{
	struct fixture *fixture = *state;
	struct readings *readings = readings_open(fixture->text, fixture->arena);
	return reading_of(readings, str_from(name), str_from(pinyin), fixture->arena);
}

static void
assert_reading(void **state, const char *name, const char *display, const char *search,
	const char *initials)
{
	struct reading reading = read_name(state, name, "");
	assert_str(reading.display, display);
	assert_str(reading.search, search);
	assert_str(reading.initials, initials);
}

static void
test_reading_of_common_name(void **state)
{
	assert_reading(state, "郭灵计", "Guo Lingji", "guolingji", "glj");
	assert_reading(state, "于汛", "Yu Xun", "yuxun", "yx");
	assert_reading(state, "吕布", "Lu Bu", "lubu", "lb");
}

static void
test_reading_of_surnames_of_their_own_reading(void **state)
{
	assert_reading(state, "曾满仓", "Zeng Mancang", "zengmancang", "zmc");
	assert_reading(state, "单天一", "Shan Tianyi", "shantianyi", "sty");
	assert_reading(state, "朴正雅", "Piao Zhengya", "piaozhengya", "pzy");
	assert_reading(state, "缪荃", "Miao Quan", "miaoquan", "mq");
	assert_reading(state, "覃小禾", "Qin Xiaohe", "qinxiaohe", "qxh");
	assert_reading(state, "尉小刚", "Wei Xiaogang", "weixiaogang", "wxg");
	assert_reading(state, "解一鸣", "Xie Yiming", "xieyiming", "xym");
	assert_reading(state, "乐一鸣", "Yue Yiming", "yueyiming", "yym");
}

static void
test_reading_of_compound_surnames(void **state)
{
	assert_reading(state, "欧阳修", "Ouyang Xiu", "ouyangxiu", "oyx");
	assert_reading(state, "尉迟恭", "Yuchi Gong", "yuchigong", "ycg");
	assert_reading(state, "万俟一卨", "Moqi Yixie", "moqiyixie", "mqyx");
	assert_reading(state, "司徒若谷", "Situ Ruogu", "situruogu", "strg");
}

static void
test_reading_of_foreign_names(void **state)
{
	assert_reading(
		state, "阿依努尔·卡德尔", "Ayinuer Kadeer", "ayinuerkadeer", "aynekde");
	assert_reading(state, "John Smith", "John Smith", "johnsmith", "js");
	assert_reading(state, "阿不都热合曼", "Abudoureheman", "abudoureheman", "abdrhm");
}

static void
test_reading_of_name_as_the_keeper_reads_it(void **state)
{
	struct reading reading = read_name(state, "盖晓声", "gai xiaosheng");
	assert_str(reading.display, "Gai Xiaosheng");
	assert_str(reading.search, "gaixiaosheng");
	assert_str(reading.initials, "gxs");
	reading = read_name(state, "朴重山", "Piao Chongshan");
	assert_str(reading.initials, "pcs");
}

static void
test_reading_sort_key_by_surname_reading(void **state)
{
	static const char *const order[] = {
		"曹安", "车前", "单天一", "司徒若谷", "曾巩", "曾满仓", "查一良", "张三"};
	(void)state;
	for (size_t i = 1; i < sizeof order / sizeof *order; i++) {
		struct reading a = read_name(state, order[i - 1], "");
		struct reading b = read_name(state, order[i], "");
		assert_true(str_compare(a.sort_key, b.sort_key) < 0);
	}
}

/* 章 and 张 are read alike: their names must not mix. */
static void
test_reading_sort_key_keeps_families_together(void **state)
{
	struct str a = read_name(state, "张三", "").sort_key;
	struct str b = read_name(state, "章五", "").sort_key;
	struct str c = read_name(state, "张一", "").sort_key;
	assert_true((str_compare(a, b) < 0) == (str_compare(c, b) < 0));
}

static void
test_reading_of_odd_names(void **state)
{
	assert_str(read_name(state, "", "").display, "");
	assert_str(read_name(state, "·", "").display, "");
	assert_str(read_name(state, "李", "").display, "Li");
	struct fixture *fixture = *state;
	struct strbuf longest = strbuf_open(fixture->arena);
	for (int i = 0; i < 500; i++)
		strbuf_add(&longest, STR("江"));
	assert_true(read_name(state, longest.data, "").display.len > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_reading_of_common_name),
		content_test(test_reading_of_surnames_of_their_own_reading),
		content_test(test_reading_of_compound_surnames),
		content_test(test_reading_of_foreign_names),
		content_test(test_reading_of_name_as_the_keeper_reads_it),
		content_test(test_reading_sort_key_by_surname_reading),
		content_test(test_reading_sort_key_keeps_families_together),
		content_test(test_reading_of_odd_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
