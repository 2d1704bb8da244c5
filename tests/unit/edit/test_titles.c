#include "cut.h"

#include "base/list.h"
#include "edit/titles.h"
#include "edit/titles_affinity.h"

/* The headlines in a run of lines that are nothing else. */
static struct headset_list
heads_of(struct cut *cut, const char *text)
{
	struct draft *draft = arena_new(cut->arena, struct draft);
	*draft = cut_draft(cut, text);
	struct index_list run = {0};
	for (size_t i = 0; i < draft->passages.count; i++)
		*(size_t *)list_add(&run, cut->arena) = i;
	struct headset_list list = {0};
	titles_read(draft, &run, &list);
	return list;
}

static void
test_titles_read_full_headline(void **state)
{
	struct headset_list list = heads_of(*state,
		"陆远山在全县春灌工作会议上强调\n\n先保口粮后保经济\n"
		"一渠清水送到田头\n\n周望川主持 秦素兰出席\n\n全媒体记者 田小禾\n");
	assert_int_equal(list.count, 1);
	assert_str(list.items[0].kicker, "陆远山在全县春灌工作会议上强调");
	assert_str(list.items[0].title, "先保口粮后保经济　一渠清水送到田头");
	assert_str(list.items[0].subtitle, "周望川主持　秦素兰出席");
	assert_str(list.items[0].byline, "全媒体记者 田小禾");
	assert_true(list.items[0].strong);
}

static void
test_titles_read_kicker_above_title(void **state)
{
	struct headset_list list = heads_of(
		*state, "闲置资产盘活记\n\n老粮库里长出新课堂\n\n——某县的一道加法题\n");
	assert_str(list.items[0].kicker, "闲置资产盘活记");
	assert_str(list.items[0].title, "老粮库里长出新课堂");
	assert_str(list.items[0].subtitle, "——某县的一道加法题");
}

static void
test_titles_read_event_below_slogan(void **state)
{
	struct headset_list list =
		heads_of(*state, "比武展风采 擂台练尖兵\n\n河口县开展街道业务比武\n");
	assert_str(list.items[0].title, "比武展风采　擂台练尖兵");
	assert_str(list.items[0].subtitle, "河口县开展街道业务比武");
}

static void
test_titles_read_by_markdown_levels(void **state)
{
	struct headset_list list = heads_of(*state,
		"### 县委常委会召开会议\n\n## 深入学习贯彻会议精神\n\n陆远山主持\n");
	assert_str(list.items[0].kicker, "县委常委会召开会议");
	assert_str(list.items[0].title, "深入学习贯彻会议精神");
	assert_str(list.items[0].subtitle, "陆远山主持");
	assert_int_equal(list.items[0].level, 2);
}

static void
test_titles_read_two_notices_apart(void **state)
{
	struct headset_list list = heads_of(*state, "遗失声明\n\n招租公告\n");
	assert_int_equal(list.count, 2);
	assert_str(list.items[1].title, "招租公告");
}

static void
test_titles_read_owner_with_its_notice(void **state)
{
	struct headset_list list = heads_of(*state, "河口县自来水公司\n停水公告\n");
	assert_int_equal(list.count, 1);
	assert_str(list.items[0].title, "河口县自来水公司　停水公告");
}

static void
test_title_is_balanced_of_equal_halves(void **state)
{
	(void)state;
	assert_true(title_is_balanced(str_from("比武展风采　擂台练尖兵")));
	assert_false(title_is_balanced(str_from("为党委政府分忧　为社会和谐稳定出力")));
	assert_false(title_is_balanced(str_from("春灌会议")));
}

static void
test_affinity_of_the_body_that_is_spoken_of(void **state)
{
	struct cut *cut = *state;
	struct affinity *affinity = affinity_open(cut->arena);
	struct str title = str_from("老渠清淤忙");
	affinity_ask(affinity, title);
	affinity_add(affinity, str_from("河口镇的老渠开始清淤，渠水清了。"), 1);
	affinity_add(affinity, str_from("卫生院医生走进敬老院。"), 2);
	assert_true(affinity_of(affinity, title, 1, 0) > 0.5);
	assert_true(affinity_of(affinity, title, 2, 0) < 0.1);
}

/* Which body a headline stands beside says less than what it speaks of. */
static void
test_titles_match_crosswise(void **state)
{
	struct page *page = cut_page(*state,
		"白杨乡卫生院巡诊敬老院\n\n陆远山在全县春灌工作会议上强调\n\n"
		"先保口粮后保经济\n一渠清水送到田头\n\n"
		"本报讯（记者 "
		"田小禾）5月6日，全县春灌工作会议召开，陆远山要求先保口粮田。\n\n"
		"本报讯（通讯员 "
		"何青）近日，白杨乡卫生院医生走进敬老院巡诊，为老人建档案。\n");
	assert_int_equal(page->articles.count, 2);
	assert_str(page->articles.items[1]->title, "白杨乡卫生院巡诊敬老院");
	assert_str(page->articles.items[0]->title, "先保口粮后保经济　一渠清水送到田头");
	assert_str(page->articles.items[0]->kicker, "陆远山在全县春灌工作会议上强调");
}

static void
test_titles_read_what_guests_did_is_a_subtitle(void **state)
{
	struct headset_list list =
		heads_of(*state, "河口大桥建成通车\n\n陆远山宣布通车 姚素云致辞\n");
	assert_str(list.items[0].title, "河口大桥建成通车");
	assert_str(list.items[0].subtitle, "陆远山宣布通车　姚素云致辞");
	list = heads_of(
		*state, "鼓在江心 人在桥上\n\n2022河口龙舟赛举行 陆远山宣布开赛\n");
	assert_str(list.items[0].title, "鼓在江心　人在桥上");
	assert_str(list.items[0].subtitle, "2022河口龙舟赛举行　陆远山宣布开赛");
}

static void
test_titles_read_couplet_among_levels(void **state)
{
	struct headset_list list = heads_of(*state,
		"## 县委经济工作会议召开\n\n稳住基本盘 再上新台阶\n\n### 陆远山讲话\n");
	assert_str(list.items[0].kicker, "县委经济工作会议召开");
	assert_str(list.items[0].title, "稳住基本盘　再上新台阶");
	assert_str(list.items[0].subtitle, "陆远山讲话");
}

static void
test_titles_read_short_kicker_of_a_signed_piece_is_a_column(void **state)
{
	struct headset_list list =
		heads_of(*state, "## 老城记\n\n# 一座桥搬了四次家\n\n方明\n");
	assert_str(list.items[0].column, "老城记");
	assert_str(list.items[0].title, "一座桥搬了四次家");
	assert_str(list.items[0].kicker, "");
}

static void
test_titles_read_longer_second_line_tells_the_event(void **state)
{
	struct headset_list list =
		heads_of(*state, "我县召开全县领导干部会议\n\n宣布市委关于河口县委主要负"
				 "责同志调整的决定\n");
	assert_str(list.items[0].title, "我县召开全县领导干部会议");
	assert_str(list.items[0].subtitle, "宣布市委关于河口县委主要负责同志调整的决定");
}

static void
test_title_is_notice_before_a_bracket(void **state)
{
	struct draft draft = cut_draft(*state, "停水\n");
	assert_non_null(title_is_notice(&draft, STR("防汛抗旱指挥部通告（第7号）")));
	assert_str(title_is_notice(&draft, STR("旧书转让"))->value, "advert");
	assert_null(title_is_notice(&draft, STR("通告之后的第一天")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_titles_read_full_headline),
		cmocka_unit_test(test_titles_read_kicker_above_title),
		cmocka_unit_test(test_titles_read_event_below_slogan),
		cmocka_unit_test(test_titles_read_by_markdown_levels),
		cmocka_unit_test(test_titles_read_two_notices_apart),
		cmocka_unit_test(test_titles_read_owner_with_its_notice),
		cmocka_unit_test(test_title_is_balanced_of_equal_halves),
		cmocka_unit_test(test_affinity_of_the_body_that_is_spoken_of),
		cmocka_unit_test(test_titles_match_crosswise),
		cmocka_unit_test(test_titles_read_what_guests_did_is_a_subtitle),
		cmocka_unit_test(test_titles_read_couplet_among_levels),
		cmocka_unit_test(
			test_titles_read_short_kicker_of_a_signed_piece_is_a_column),
		cmocka_unit_test(test_titles_read_longer_second_line_tells_the_event),
		cmocka_unit_test(test_title_is_notice_before_a_bracket),
	};
	return CUT_TESTS(tests);
}
