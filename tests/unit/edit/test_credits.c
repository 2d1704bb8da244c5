#include "cut.h"

#include "edit/credits.h"

static struct credit_list
credits_of(struct cut *cut, const char *text)
{
	struct credit_list list = {0};
	credits_read(cut->words->credits, str_from(text), &list, cut->arena);
	return list;
}

static void
test_credits_read_roles_with_names(void **state)
{
	struct credit_list list = credits_of(*state, "全媒体记者 田小禾 见习记者 罗星");
	assert_int_equal(list.count, 2);
	assert_str(list.items[0].role, "全媒体记者");
	assert_str(list.items[0].name, "田小禾");
	assert_str(list.items[1].role, "见习记者");
	assert_str(list.items[1].name, "罗星");
	assert_false(list.items[1].photo);
}

static void
test_credits_read_editors(void **state)
{
	struct cut *cut = *state;
	struct credit_list list = {0};
	const struct credit_words *words = cut->words->credits;
	assert_true(credits_read_editors(
		words, STR("本版编辑 田小禾 罗星　校对：白 雪"), &list, cut->arena));
	assert_int_equal(list.count, 3);
	assert_str(list.items[1].role, "本版编辑");
	assert_str(list.items[1].name, "罗星");
	assert_str(list.items[2].role, "校对");
	assert_str(list.items[2].name, "白雪");
	assert_false(credits_read_editors(
		words, STR("编辑 投稿请发送到信箱"), &list, cut->arena));
	assert_int_equal(list.count, 3);
}

static void
test_credits_read_several_names_for_one_role(void **state)
{
	struct credit_list list = credits_of(*state, "本报记者 田小禾、罗星 通讯员 何青");
	assert_int_equal(list.count, 3);
	assert_str(list.items[1].role, "本报记者");
	assert_str(list.items[2].role, "通讯员");
}

static void
test_credits_read_a_name_set_apart(void **state)
{
	struct credit_list list = credits_of(*state, "本报通讯员 白 雪 摄");
	assert_int_equal(list.count, 1);
	assert_str(list.items[0].name, "白雪");
	assert_true(list.items[0].photo);
}

static void
test_credits_read_refuses_sentences(void **state)
{
	assert_int_equal(credits_of(*state, "记者离开时，楼道的灯").count, 0);
	assert_int_equal(credits_of(*state, "记者近日从县水务局获悉").count, 0);
	assert_int_equal(credits_of(*state, "记者 王宁，李强说").count, 0);
	assert_int_equal(credits_of(*state, "田小禾").count, 0);
}

static void
test_credit_is_name_by_surname(void **state)
{
	const struct credit_words *words = ((struct cut *)*state)->words->credits;
	assert_true(credit_is_name(words, str_from("赵艳红")));
	assert_true(credit_is_name(words, str_from("欧阳晓东")));
	assert_false(credit_is_name(words, str_from("灶火")));
	assert_false(credit_is_name(words, str_from("新企业")));
	assert_false(credit_is_name(words, str_from("王府井大街")));
}

static void
assert_lede(struct cut *cut, const char *text, const char *marker, const char *byline)
{
	struct str found;
	size_t len = lede_find(cut->words->credits, str_from(text), &found);
	assert_str(str_slice(str_from(text), 0, len), marker);
	assert_str(found, byline);
	assert_int_equal(lede_starts(cut->words->credits, str_from(text)), len > 0);
}

static void
test_lede_find_in_all_shapes(void **state)
{
	assert_lede(*state, "本报讯（全媒体记者 田小禾）5月6日",
		"本报讯（全媒体记者 田小禾）", "全媒体记者 田小禾");
	assert_lede(*state, "本报(通讯员 罗星)近日", "本报(通讯员 罗星)", "通讯员 罗星");
	assert_lede(*state, "本报讯 近日", "本报讯", "");
	assert_lede(*state, "新华社北京9月20日电（记者 宋大江）有关部门",
		"新华社北京9月20日电（记者 宋大江）", "记者 宋大江");
	assert_lede(*state, "本报评论员认为，", "", "");
	assert_lede(*state, "会议指出，", "", "");
}

static struct str
credit_in(struct cut *cut, const char *caption)
{
	struct str text = str_from(caption);
	size_t at = photo_credit_find(cut->words->credits, text, cut->arena);
	return at == SIZE_MAX ? STR("none") : str_slice(text, at, text.len);
}

static void
test_photo_credit_find_at_the_end(void **state)
{
	assert_str(
		credit_in(*state, "渠水清清。 全媒体记者 罗星 摄"), "全媒体记者 罗星 摄");
	assert_str(credit_in(*state, "老城墙 全媒体记者 罗星 摄"), "全媒体记者 罗星 摄");
	assert_str(credit_in(*state, "学生组装航模。 受访者供图"), "受访者供图");
	assert_str(credit_in(*state, "老城墙旧影（资料图片）"), "（资料图片）");
	assert_str(credit_in(*state, "本报通讯员 何青 摄"), "本报通讯员 何青 摄");
}

static void
test_photo_credit_find_nothing_in_prose(void **state)
{
	assert_str(credit_in(*state, "他是县里有名的摄影爱好者，爱拍摄"), "none");
	assert_str(credit_in(*state, "大家看着墙上的地图"), "none");
	assert_str(credit_in(*state, ""), "none");
}

static void
test_credits_read_leaves_the_place(void **state)
{
	struct credit_list list = credits_of(*state, "本报记者 田小禾 发自北坡镇");
	assert_int_equal(list.count, 1);
	assert_str(list.items[0].name, "田小禾");
}

static void
test_credit_is_note_on_author_or_source(void **state)
{
	(void)state;
	assert_true(credit_is_note(STR("（作者系河口县第二中学教师）")));
	assert_true(credit_is_note(STR("县气象台5月6日17时发布")));
	assert_false(credit_is_note(STR("作者走进校园")));
	assert_false(credit_is_note(STR("县气象台启用新雷达")));
}

static void
test_credit_is_short_name_by_any_surname(void **state)
{
	const struct credit_words *words = ((struct cut *)*state)->words->credits;
	assert_true(credit_is_short_name(words, STR("计远")));
	assert_false(credit_is_name(words, STR("计远")));
	assert_false(credit_is_short_name(words, STR("计远明天")));
	assert_false(credit_is_short_name(words, STR("计8")));
}

static void
test_credit_is_office_that_gives_pictures(void **state)
{
	const struct credit_words *words = ((struct cut *)*state)->words->credits;
	assert_true(credit_is_office(words, STR("河口县图书馆")));
	assert_false(credit_is_office(words, STR("河口县的春天")));
	assert_false(credit_is_office(words, STR("馆")));
}

static void
test_photo_credit_find_behind_a_bracket(void **state)
{
	struct cut *cut = *state;
	struct str text = STR("老码头。（资料图片） 姜有福 供图");
	assert_int_equal(photo_credit_find(cut->words->credits, text, cut->arena),
		STR("老码头。").len);
	text = STR("录音现场。 县图书馆供图");
	assert_int_equal(photo_credit_find(cut->words->credits, text, cut->arena),
		STR("录音现场。 ").len);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_credits_read_roles_with_names),
		cmocka_unit_test(test_credits_read_editors),
		cmocka_unit_test(test_credits_read_several_names_for_one_role),
		cmocka_unit_test(test_credits_read_a_name_set_apart),
		cmocka_unit_test(test_credits_read_refuses_sentences),
		cmocka_unit_test(test_credit_is_name_by_surname),
		cmocka_unit_test(test_lede_find_in_all_shapes),
		cmocka_unit_test(test_photo_credit_find_at_the_end),
		cmocka_unit_test(test_photo_credit_find_nothing_in_prose),
		cmocka_unit_test(test_credits_read_leaves_the_place),
		cmocka_unit_test(test_credit_is_note_on_author_or_source),
		cmocka_unit_test(test_credit_is_short_name_by_any_surname),
		cmocka_unit_test(test_credit_is_office_that_gives_pictures),
		cmocka_unit_test(test_photo_credit_find_behind_a_bracket),
	};
	return CUT_TESTS(tests);
}
