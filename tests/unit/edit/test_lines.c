#include "cut.h"

static struct line_list
lines_of(struct cut *cut, const char *text)
{
	struct line_list lines = {0};
	lines_read(str_from(text), 1, &lines, cut->arena);
	return lines;
}

static struct str
closed_up(struct cut *cut, const char *text)
{
	bool spread;
	return line_close_up(str_from(text), &spread, cut->arena);
}

static void
test_lines_read_counts_empty_lines_and_numbers(void **state)
{
	struct line_list lines = lines_of(*state, "\n一\n\n\n二\n");
	assert_int_equal(lines.count, 2);
	assert_int_equal(lines.items[0].number, 2);
	assert_int_equal(lines.items[1].number, 5);
	assert_int_equal(lines.items[1].blanks, 2);
}

static void
test_lines_read_takes_signs_off(void **state)
{
	struct line_list lines =
		lines_of(*state, "## 春灌\n▲渠水 罗星 摄\n**会议**\n#没有空格\n");
	assert_str(lines.items[0].text, "春灌");
	assert_int_equal(lines.items[0].level, 2);
	assert_str(lines.items[1].text, "渠水 罗星 摄");
	assert_int_equal(lines.items[1].mark, 0x25B2);
	assert_str(lines.items[2].text, "会议");
	assert_int_equal(lines.items[3].level, 0);
}

static void
test_line_close_up_of_letters_set_apart(void **state)
{
	assert_str(closed_up(*state, "影。为 高 质 量 发 展 聚 势"),
		"影。为 高质量发展聚势");
	assert_str(closed_up(*state, "佟 力家庭"), "佟 力家庭");
	assert_str(closed_up(*state, "校对 王 伟"), "校对 王 伟");
}

static void
test_line_close_up_beside_figures_and_signs(void **state)
{
	assert_str(closed_up(*state, "9 月 1 日，年产20 万吨"), "9月1日，年产20万吨");
	assert_str(closed_up(*state, "声音 。山下"), "声音。山下");
	assert_str(closed_up(*state, "a  b"), "a b");
}

static void
test_line_body_text_keeps_spaces_of_names_and_latin(void **state)
{
	struct cut *cut = *state;
	assert_str(line_body_text(str_from("说。 他 走了 on foot"), cut->arena),
		"说。他 走了on foot");
}

static void
test_line_ends_behind_closing_quotes(void **state)
{
	(void)state;
	assert_true(line_ends(str_from("他说：“好。”")));
	assert_true(line_ends(str_from("真的吗？")));
	assert_false(line_ends(str_from("“七十二变”")));
	assert_false(line_ends(str_from("水、电、")));
}

static void
test_line_runs_on_at_commas_and_open_brackets(void **state)
{
	struct line_list lines = lines_of(*state, "水、电、\n本报讯（记者 田\n完了。\n");
	assert_true(lines.items[0].runs);
	assert_true(lines.items[1].runs);
	assert_false(lines.items[2].runs);
}

static void
test_line_jump_finds_the_bracket(void **state)
{
	(void)state;
	struct str text = str_from("价都很低。（下转第3版）");
	assert_int_equal(line_jump(text), str_from("价都很低。").len);
	assert_true(line_jump(str_from("面积（一期）")) == SIZE_MAX);
}

static void
test_line_width_of_half_and_full_cells(void **state)
{
	(void)state;
	assert_int_equal(line_width(str_from("年产20万吨")), 10);
	assert_int_equal(line_width(str_from("——")), 4);
}

static void
test_lines_read_takes_columns_apart(void **state)
{
	const char *page = "石桥村的烘干房             春灌开到地头\n"
			   "天刚亮石桥村晒场           本报讯县里开会\n"
			   "响起机器声三台烘           各乡镇都到了会\n"
			   "干机一字排开在那           水源调度排日程\n"
			   "里拖拉机排到桥头           一项一项都落实\n"
			   "大家都来看新机器           到人头上去办好\n";
	struct line_list lines = lines_of(*state, page);
	assert_int_equal(lines.count, 12);
	assert_str(lines.items[1].text, "天刚亮石桥村晒场");
	assert_str(lines.items[5].text, "大家都来看新机器");
	assert_str(lines.items[6].text, "春灌开到地头");
	assert_int_equal(lines.items[6].number, 1);
	assert_true(lines.items[5].frame != lines.items[6].frame);
}

static void
test_lines_read_survives_a_very_long_line(void **state)
{
	struct cut *cut = *state;
	struct strbuf text = strbuf_open(cut->arena);
	for (int i = 0; i < 100000; i++)
		strbuf_add(&text, STR("水到渠成，"));
	struct line_list lines = {0};
	lines_read(strbuf_str(&text), 1, &lines, cut->arena);
	assert_int_equal(lines.count, 1);
	assert_int_equal(lines.items[0].points, 500000);
}

static void
test_lines_read_rows_of_tables(void **state)
{
	struct line_list lines = lines_of(*state,
		"| 站名 | 水位 |\n\n白菜   1.80   1.90\n莲藕   4.50   4.60\n\n"
		"东门   西门   北门\n");
	assert_true(lines.items[0].table);
	assert_str(lines.items[0].text, "站名\t水位");
	assert_true(lines.items[1].table);
	assert_str(lines.items[2].text, "莲藕\t4.50\t4.60");
	assert_false(lines.items[3].table);
}

static void
test_lines_read_sees_no_table_in_sentences(void **state)
{
	struct line_list lines =
		lines_of(*state, "渠水，清   田埂   麦苗\n水来，了   人走   鸟回\n");
	assert_false(lines.items[0].table);
	assert_false(lines.items[1].table);
}

static void
test_lines_read_jump_over_two_lines(void **state)
{
	struct line_list lines = lines_of(*state, "水来了。（下转第2\n版）\n版）\n");
	assert_true(lines.items[1].ends);
	assert_false(lines.items[2].ends);
}

static void
test_lines_read_bracketed_line_is_a_sentence(void **state)
{
	struct line_list lines = lines_of(*state,
		"（2022年5月5日县人大常委会第八次会议通过）\n（以上为部分名单）\n");
	assert_true(lines.items[0].ends);
	assert_false(lines.items[1].ends);
}

static void
test_lines_read_spread_line_is_no_wider(void **state)
{
	struct line_list lines = lines_of(*state, "高 质 量 发 展 看 河 口\n");
	assert_true(lines.items[0].spread);
	assert_int_equal(lines.items[0].width, 16);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines_read_counts_empty_lines_and_numbers),
		cmocka_unit_test(test_lines_read_takes_signs_off),
		cmocka_unit_test(test_line_close_up_of_letters_set_apart),
		cmocka_unit_test(test_line_close_up_beside_figures_and_signs),
		cmocka_unit_test(test_line_body_text_keeps_spaces_of_names_and_latin),
		cmocka_unit_test(test_line_ends_behind_closing_quotes),
		cmocka_unit_test(test_line_runs_on_at_commas_and_open_brackets),
		cmocka_unit_test(test_line_jump_finds_the_bracket),
		cmocka_unit_test(test_line_width_of_half_and_full_cells),
		cmocka_unit_test(test_lines_read_takes_columns_apart),
		cmocka_unit_test(test_lines_read_survives_a_very_long_line),
		cmocka_unit_test(test_lines_read_rows_of_tables),
		cmocka_unit_test(test_lines_read_sees_no_table_in_sentences),
		cmocka_unit_test(test_lines_read_jump_over_two_lines),
		cmocka_unit_test(test_lines_read_bracketed_line_is_a_sentence),
		cmocka_unit_test(test_lines_read_spread_line_is_no_wider),
	};
	return CUT_TESTS(tests);
}
