#include "cut.h"

#include "edit/blocks_links.h"

static void
test_blocks_find_joins_a_wrapped_paragraph(void **state)
{
	struct draft draft =
		cut_draft(*state, "村里从前晒粮靠天，一场雨\n来，半个村子的人都往晒场\n"
				  "上跑。三年前的那场连阴雨\n让稻谷发了芽。\n第二年，村集"
				  "体拿出积蓄\n建起了全县第一座村办的烘\n"
				  "干房，头一年烘六百吨。\n");
	assert_int_equal(draft.passages.count, 2);
	assert_str(draft.passages.items[0].text,
		"村里从前晒粮靠天，一场雨来，半个村子的人都往晒场"
		"上跑。三年前的那场连阴雨让稻谷发了芽。");
	assert_int_equal(draft.passages.items[1].label, LABEL_BODY);
}

static void
test_blocks_find_joins_over_a_column_break(void **state)
{
	struct draft draft = cut_draft(*state,
		"本次活动旨在营造比学赶超的浓厚氛围，大家说好，先后到三个"
		"社区观看了现场演示，听取了街道书记们的经验介绍，并就下一步工作交换了意见"
		"和建议，王志获得第一\n\n"
		"名，郭丽获得第二名，活动提高了大家的综合能力，也激发了责任感和使命感，推"
		"动了基层治理工作再上新台阶。\n");
	assert_int_equal(draft.passages.count, 1);
	assert_true(str_has(draft.passages.items[0].text, str_from("第一名")));
}

static void
test_blocks_find_labels_by_form(void **state)
{
	struct draft draft = cut_draft(*state,
		"老渠新貌\n——河口镇清淤记\n全媒体记者 田小禾\n\n"
		"本报讯（通讯员 "
		"何青）近日，河口镇三条老渠完成清淤，水到田头。\n（下转第3版）\n\n"
		"渠水清清。 罗星 摄\n责任编辑：贺兰\n");
	const enum label expected[] = {LABEL_HEAD, LABEL_HEAD, LABEL_BYLINE, LABEL_BODY,
		LABEL_JUMP, LABEL_CAPTION, LABEL_FURNITURE};
	assert_int_equal(draft.passages.count, 7);
	for (size_t i = 0; i < 7; i++)
		assert_int_equal(draft.passages.items[i].label, expected[i]);
	assert_true(draft.passages.items[3].lede);
}

static void
test_blocks_find_verse(void **state)
{
	struct draft draft = cut_draft(*state,
		"撑船的人走了\n把桨留在岸上\n水从来不等谁\n只是绕过石头\n"
		"向低处去\n我蹲下来洗手\n洗掉了一个下午\n");
	assert_int_equal(draft.passages.count, 1);
	assert_int_equal(draft.passages.items[0].label, LABEL_VERSE);
	assert_true(str_has(draft.passages.items[0].text, str_from("岸上\n水")));
}

static void
test_blocks_find_vertical_headline(void **state)
{
	struct draft draft = cut_draft(
		*state, "老屋的灶台拆了，是去年腊月的事。\n灶\n火\n周\n得\n水\n");
	assert_int_equal(draft.passages.count, 3);
	assert_str(draft.passages.items[1].text, "灶火");
	assert_int_equal(draft.passages.items[1].label, LABEL_HEAD);
	assert_str(draft.passages.items[2].text, "周得水");
	assert_int_equal(draft.passages.items[2].label, LABEL_BYLINE);
}

static void
test_blocks_part_a_word_known_to_the_page(void **state)
{
	struct draft draft = cut_draft(*state, "专精特新企业名单公布了。\n");
	assert_true(
		blocks_part_a_word(&draft, str_from("省级专精特"), str_from("新企业")));
	assert_false(blocks_part_a_word(
		&draft, str_from("不误农时抓春管"), str_from("藏粮于地稳根基")));
}

static void
test_links_find_the_other_half(void **state)
{
	struct draft draft =
		cut_draft(*state, "天刚亮石桥村晒场上响起\n了机器的声音，三台烘干机\n"
				  "一字排开，拖拉机从村口排\n\n"
				  "本报讯（记者 "
				  "田小禾）近日，白杨乡卫生院医生走\n进敬老院，为三十多位"
				  "老人量血压并且逐人建档案\n"
				  "卫生院负责人说，今后每月的第一个周三都上门来。\n\n"
				  "到了桥头，司机们蹲在树荫\n下说着今年的收成好不好。\n");
	links_find(&draft);
	assert_int_equal(draft.passages.items[0].next, draft.passages.count);
	assert_int_equal(draft.passages.items[draft.passages.count - 1].previous, 1);
}

static void
test_links_find_none_for_closed_paragraphs(void **state)
{
	struct draft draft =
		cut_draft(*state, "天刚亮石桥村晒场上响起\n了机器的声音。\n\n"
				  "到了桥头，司机们蹲在树荫\n下说着今年的收成好不好。\n");
	links_find(&draft);
	for (size_t i = 0; i < draft.passages.count; i++)
		assert_int_equal(draft.passages.items[i].next, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blocks_find_joins_a_wrapped_paragraph),
		cmocka_unit_test(test_blocks_find_joins_over_a_column_break),
		cmocka_unit_test(test_blocks_find_labels_by_form),
		cmocka_unit_test(test_blocks_find_verse),
		cmocka_unit_test(test_blocks_find_vertical_headline),
		cmocka_unit_test(test_blocks_part_a_word_known_to_the_page),
		cmocka_unit_test(test_links_find_the_other_half),
		cmocka_unit_test(test_links_find_none_for_closed_paragraphs),
	};
	return CUT_TESTS(tests);
}
