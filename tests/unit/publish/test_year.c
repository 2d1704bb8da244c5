#include "paper.h"

static const char missing_days[] =
	"{{#months}}{{name}}{{#weeks}}{{#days}}{{#is_missing}} {{number}}"
	"{{/is_missing}}{{/days}}{{/weeks}};{{/months}}";

static void
test_year_has_december_days_under_their_weekdays(void **state)
{
	struct paper *paper = *state;
	paper_article(
		paper, paper_page(paper, (struct date){2024, 12, 30}, "01"), "岁末");
	paper_article(
		paper, paper_page(paper, (struct date){2024, 12, 31}, "01"), "除夕");
	paper_article(paper, paper_page(paper, (struct date){2025, 1, 1}, "01"), "元旦");
	paper_print(paper);
	struct str months = paper_probe(paper, "2024/index.html",
		"{{#months}}{{name}} {{issues}}:{{#weeks}}{{#days}}"
		"{{#number}}{{number}}{{/number}}{{^number}}-{{/number}}"
		"{{#href}}[{{href}}]{{/href}} {{/days}}/{{/weeks}}\n{{/months}}");
	assert_has(months, "十二月 2:- - - - - - 1 /2 3 4 5 6 7 8 /9 10 11 12 13 14 15 /"
			   "16 17 18 19 20 21 22 /23 24 25 26 27 28 29 /"
			   "30[12/30/index.html] 31[12/31/index.html] - - - - - /");
	assert_has(months, "二月 0:- - - 1 2 3 4 /5 6 7 8 9 10 11 /12 13 14 15 16 17 18 /"
			   "19 20 21 22 23 24 25 /26 27 28 29 - - - /\n");
	assert_has(months, "一月 0:1 2 3 4 5 6 7 /");
}

static void
test_year_knows_its_own_issues_only(void **state)
{
	struct paper *paper = *state;
	paper_article(
		paper, paper_page(paper, (struct date){2024, 12, 31}, "01"), "除夕");
	paper_article(paper, paper_page(paper, (struct date){2025, 1, 1}, "01"), "元旦");
	paper_print(paper);
	assert_str(paper_probe(paper, "2025/index.html",
			   "{{number}} {{issue_count}} {{article_count}} "
			   "{{#issues}}{{href}} {{date}} {{lead}} {{pages}} "
			   "{{articles}}{{/issues}}"),
		"2025 1 1 01/01/index.html 2025年1月1日星期三 元旦 1 1");
}

/* A month that begins on Sunday and has 31 days needs six weeks. */
static void
test_year_gives_long_months_six_weeks(void **state)
{
	struct paper *paper = *state;
	paper_article(
		paper, paper_page(paper, (struct date){2023, 10, 31}, "01"), "霜降");
	paper_print(paper);
	assert_has(paper_probe(paper, "2023/index.html",
			   "{{#months}}{{name}}:{{#weeks}}{{#days}}{{number}} "
			   "{{/days}}/{{/weeks}}"
			   "{{/months}}"),
		"十月:0 0 0 0 0 0 1 /2 3 4 5 6 7 8 /9 10 11 12 13 14 15 /"
		"16 17 18 19 20 21 22 /23 24 25 26 27 28 29 /30 31 0 0 0 0 0 /十一月");
}

static void
test_year_leads_over_gaps_to_the_next_with_issues(void **state)
{
	struct paper *paper = *state;
	paper_article(paper, paper_page(paper, (struct date){2019, 1, 1}, "01"), "一");
	paper_article(paper, paper_page(paper, (struct date){2021, 1, 1}, "01"), "二");
	paper_print(paper);
	const char *source = "{{#pager}}{{#previous}}<{{href}} {{name}}{{/previous}}"
			     "{{#next}}>{{href}} {{name}}{{/next}}{{/pager}}";
	assert_str(paper_probe(paper, "2019/index.html", source),
		">../2021/index.html 2021年");
	assert_str(paper_probe(paper, "2021/index.html", source),
		"<../2019/index.html 2019年");
	assert_null(paper_output(paper, "2020/index.html"));
}

static void
test_year_marks_days_missing_between_issues_of_a_daily(void **state)
{
	struct paper *paper = *state;
	paper_article(paper, paper_page(paper, (struct date){2024, 12, 28}, "01"), "零");
	paper_article(paper, paper_page(paper, (struct date){2024, 12, 29}, "01"), "一");
	paper_article(paper, paper_page(paper, (struct date){2024, 12, 31}, "01"), "二");
	paper_article(paper, paper_page(paper, (struct date){2026, 1, 2}, "01"), "三");
	paper_article(paper, paper_page(paper, (struct date){2026, 1, 3}, "01"), "四");
	paper_print(paper);
	assert_has(
		paper_probe(paper, "2024/index.html", missing_days), "十一月;十二月 30;");
	assert_has(paper_probe(paper, "2026/index.html", missing_days), "一月 1;二月;");
	assert_has(paper_file(paper, "2026/index.html"), "未收");
}

static void
test_year_of_a_weekly_misses_no_days(void **state)
{
	struct paper *paper = *state;
	for (int day = 1; day <= 29; day += 7)
		paper_article(paper, paper_page(paper, (struct date){2023, 5, day}, "01"),
			"一");
	paper_print(paper);
	assert_has(paper_probe(paper, "2023/index.html", missing_days), "五月;六月;");
	assert_lacks(paper_file(paper, "2023/index.html"), "未收");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_year_has_december_days_under_their_weekdays),
		TEST(test_year_knows_its_own_issues_only),
		TEST(test_year_gives_long_months_six_weeks),
		TEST(test_year_marks_days_missing_between_issues_of_a_daily),
		TEST(test_year_of_a_weekly_misses_no_days),
		TEST(test_year_leads_over_gaps_to_the_next_with_issues),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
