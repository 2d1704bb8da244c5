#include "paper.h"

#include "publish/holdings.h"

static void
add_issue(struct paper *paper, struct date date)
{
	paper_article(paper, paper_page(paper, date, "01"), "有事");
}

static struct str
gaps_of(struct paper *paper)
{
	paper_print(paper);
	return paper_probe(paper, "coverage.html",
		"{{#gaps}}{{from}}-{{to}} {{days}} {{href}};{{/gaps}}");
}

static void
test_coverage_names_gaps_of_a_daily(void **state)
{
	struct paper *paper = *state;
	for (int day = 1; day <= 10; day++)
		add_issue(paper, (struct date){2023, 12, day});
	add_issue(paper, (struct date){2023, 12, 12}); /* a day off is none */
	add_issue(paper, (struct date){2024, 3, 1});
	assert_str(gaps_of(paper),
		"2023年12月13日-2024年2月29日 79 2023/index.html#month-12;");
}

static void
test_coverage_of_a_weekly_has_no_gaps_between_its_issues(void **state)
{
	struct paper *paper = *state;
	for (int day = 1; day <= 29; day += 7)
		add_issue(paper, (struct date){2023, 5, day});
	assert_str(gaps_of(paper), "");
	assert_has(paper_file(paper, "coverage.html"), "相邻两期一般相隔7天，没有");
	add_issue(paper, (struct date){2023, 6, 26});
	paper->outputs.count = 0;
	assert_str(gaps_of(paper),
		"2023年5月30日-2023年6月25日 27 2023/index.html#month-05;");
}

/* Of a few issues scattered over years nobody can say that none is missing. */
static void
test_coverage_of_scattered_issues_says_that_it_cannot_tell(void **state)
{
	struct paper *paper = *state;
	for (int year = 2019; year <= 2021; year++)
		add_issue(paper, (struct date){year, 6, 11});
	assert_str(gaps_of(paper), "");
	struct str file = paper_file(paper, "coverage.html");
	assert_has(file, "看不出中间缺了哪些期");
	assert_lacks(file, "一般相隔");
}

static void
test_coverage_of_two_issues_says_that_it_cannot_tell(void **state)
{
	struct paper *paper = *state;
	add_issue(paper, (struct date){2021, 6, 11});
	add_issue(paper, (struct date){2021, 6, 12});
	paper_print(paper);
	assert_has(paper_file(paper, "coverage.html"), "看不出中间缺了哪些期");
}

static void
test_coverage_keeps_the_longest_gaps(void **state)
{
	struct paper *paper = *state;
	for (int year = 1900; year < 1980; year++)
		for (int day = 1; day <= 3; day++)
			add_issue(paper, (struct date){year, 1, day});
	struct str gaps = gaps_of(paper);
	size_t count = 0;
	for (size_t i = 0; i < gaps.len; i++)
		count += gaps.data[i] == ';';
	assert_int_equal(count, 60);
	assert_has(gaps, "1904年1月4日-1904年12月31日 363 ");
}

static void
test_coverage_counts_doubts(void **state)
{
	struct paper *paper = *state;
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "01");
	page->picture = STR("2021-03-05/01.jpg");
	for (int i = 0; i < 3; i++)
		paper_article(paper, page, "甲")->marks =
			i ? MARK_END_LOST : MARK_END_LOST | MARK_TITLE_SUPPLIED;
	paper_article(paper, page, "乙")->curated = true;
	paper_print(paper);
	assert_str(paper_probe(paper, "coverage.html",
			   "{{#doubts}}{{sign}}{{count}} {{share}} {{/doubts}}"
			   "{{article_count}} {{curated_count}} {{picture_count}}"),
		"〔代拟题〕1 25.0% 〔上文缺〕0 0.0% 〔下文缺〕3 75.0% 〔日期推定〕0 0.0% "
		"4 1 1");
}

static void
test_coverage_of_an_empty_archive_is_whole(void **state)
{
	struct paper *paper = *state;
	paper_print(paper);
	struct str file = paper_file(paper, "coverage.html");
	assert_has(file, "还没有收录任何报纸");
	assert_lacks(file, "缺期");
}

static void
test_holdings_years_chart_the_months(void **state)
{
	struct paper *paper = *state;
	for (int day = 1; day <= 28; day++)
		add_issue(paper, (struct date){2023, 2, day});
	add_issue(paper, (struct date){2023, 12, 31});
	paper_print(paper);
	assert_str(paper_probe(paper, "coverage.html",
			   "{{#years}}{{number}} {{issues}} {{pages}} {{articles}} "
			   "{{strip}} "
			   "{{about}}{{/years}}"),
		"2023 29 29 29 M2,8v-8h1.5v8zM22,8v-2h1.5v2z 2月 28, 12月 1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_coverage_names_gaps_of_a_daily),
		TEST(test_coverage_of_a_weekly_has_no_gaps_between_its_issues),
		TEST(test_coverage_of_scattered_issues_says_that_it_cannot_tell),
		TEST(test_coverage_of_two_issues_says_that_it_cannot_tell),
		TEST(test_coverage_keeps_the_longest_gaps),
		TEST(test_coverage_counts_doubts),
		TEST(test_coverage_of_an_empty_archive_is_whole),
		TEST(test_holdings_years_chart_the_months),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
