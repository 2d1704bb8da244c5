#include "cut.h"

#include "edit/repeats.h"

#define LONG_ONE                                                                                                                \
	"会议指出，今年开春以来降水偏少，上游水库来水比常年少三成，春灌用水的矛盾比往年" \
	"更加突出，"                                                                                                       \
	"要先保口粮田，再保经济作物，先用河水，再用井水，不让一块地误了农时。"
#define WITH_SLIP                                                                                                               \
	"会议指出，今年开春以来降水偏少，上游水库来水比常年少三戍，春灌用水的矛盾比往年" \
	"更加突出，"                                                                                                       \
	"要先保口粮田，再保经济作物，先用河水，再用井水，不让一块地误了农时。"
#define OTHER                                                                                                                   \
	"卫生院负责人介绍，今后每月第一个周三都会上门巡诊，药品按成本价配送，费用由县财" \
	"政补贴一半，"                                                                                                    \
	"老人们再也不用为量血压、测血糖跑上十几里山路了。"

static size_t
repeats_in(struct cut *cut, const char *text)
{
	struct draft draft = cut_draft(cut, text);
	struct page page = {0};
	repeats_find(&draft, &page, cut->arena);
	size_t labelled = 0;
	for (size_t i = 0; i < draft.passages.count; i++)
		labelled += draft.passages.items[i].label == LABEL_REPEAT;
	assert_int_equal(labelled, page.repeats.count);
	return labelled;
}

static void
test_repeats_find_exact(void **state)
{
	assert_int_equal(
		repeats_in(*state, LONG_ONE "\n\n" OTHER "\n\n" LONG_ONE "\n"), 1);
}

static void
test_repeats_find_with_a_slip(void **state)
{
	assert_int_equal(
		repeats_in(*state, LONG_ONE "\n\n" OTHER "\n\n" WITH_SLIP "\n"), 1);
}

static void
test_repeats_find_headlines_beside(void **state)
{
	const char *page =
		"# 春灌会议\n\n" LONG_ONE "\n\n会议还研究了其他事项。\n\n# 巡诊\n\n" OTHER
		"\n\n# 春灌会议\n\n" LONG_ONE "\n\n会议还研究了其他事项。\n";
	assert_int_equal(repeats_in(*state, page), 3);
}

/* Too short to be found by itself, but between two that were. */
static void
test_repeats_find_a_slip_in_between(void **state)
{
	const char *page = LONG_ONE "\n\n会上，河口镇、白杨乡和县水务局作了发言，各乡镇负"
				    "责同志在分会场参加会议，会期半天整。\n\n" OTHER
				    "\n\n# 又一篇\n\n" LONG_ONE
				    "\n\n会上，河口镇、白扬乡和县水务局作了发言，各乡镇负"
				    "责同志在分会场参加会议，会期半天整。\n\n" OTHER "\n";
	assert_int_equal(repeats_in(*state, page), 3);
}

static void
test_repeats_find_spares_short_lines(void **state)
{
	assert_int_equal(repeats_in(*state, "会议还研究了其他事项。\n\n" OTHER
					    "\n\n会议还研究了其他事项。\n"),
		0);
}

static void
test_repeats_log_says_where(void **state)
{
	struct page *page =
		cut_page(*state, "# 春灌会议\n\n" LONG_ONE "\n\n" LONG_ONE "\n");
	assert_int_equal(page->repeats.count, 1);
	assert_int_equal(page->repeats.items[0].first_line, 5);
	assert_int_equal(page->repeats.items[0].of_first_line, 3);
	assert_int_equal(page->articles.count, 1);
	assert_int_equal(page->articles.items[0]->blocks.count, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_repeats_find_exact),
		cmocka_unit_test(test_repeats_find_with_a_slip),
		cmocka_unit_test(test_repeats_find_headlines_beside),
		cmocka_unit_test(test_repeats_find_a_slip_in_between),
		cmocka_unit_test(test_repeats_find_spares_short_lines),
		cmocka_unit_test(test_repeats_log_says_where),
	};
	return CUT_TESTS(tests);
}
