#include "unit.h"

#include "edit/punctuation.h"

static void
check(const char *text, const char *expected)
{
	struct arena *arena = arena_open();
	assert_str(punctuation_widened(str_from(text), arena), expected);
	arena_close(arena);
}

static void
test_punctuation_widened_between_ideographs(void **state)
{
	(void)state;
	check("今年,江水涨了;堤没有动", "今年，江水涨了；堤没有动");
	check("他说:“来!”", "他说：“来！”");
	check("谁来守堤?", "谁来守堤？");
	check("一年下来, 本子攒了七十四本", "一年下来，本子攒了七十四本");
}

static void
test_punctuation_widened_beside_figures(void **state)
{
	(void)state;
	check("投资130万元,工期2年,共1,200人", "投资130万元，工期2年，共1,200人");
	check("到2023,水位33.8米", "到2023，水位33.8米");
	check("上午9:30开始,比分3:2", "上午9:30开始，比分3:2");
}

static void
test_punctuation_widened_keeps_brackets_in_pairs(void **state)
{
	(void)state;
	check("消防站(含指挥中心)建成", "消防站（含指挥中心）建成");
	check("管网(一期)", "管网（一期）");
	check("面积(m2)不变", "面积（m2）不变");
	check("see f(x) here", "see f(x) here");
	check("全长(约(3)公里)", "全长（约（3）公里）");
}

static void
test_punctuation_widened_leaves_other_text_alone(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct str text = STR("Read this: it is (mostly) English, isn't it?");
	assert_ptr_equal(punctuation_widened(text, arena).data, text.data);
	text = STR("“项目为王”，理念。");
	assert_ptr_equal(punctuation_widened(text, arena).data, text.data);
	arena_close(arena);
	check("", "");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_punctuation_widened_between_ideographs),
		cmocka_unit_test(test_punctuation_widened_beside_figures),
		cmocka_unit_test(test_punctuation_widened_keeps_brackets_in_pairs),
		cmocka_unit_test(test_punctuation_widened_leaves_other_text_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
