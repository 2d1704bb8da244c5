#include "paper.h"

static void
add_issue(struct paper *paper, int year, int month, int day, const char *title)
{
	paper_article(
		paper, paper_page(paper, (struct date){year, month, day}, "01"), title);
}

static void
test_day_has_the_issues_of_all_years_newest_first(void **state)
{
	struct paper *paper = *state;
	add_issue(paper, 2019, 3, 5, "修堤");
	add_issue(paper, 2021, 3, 5, "合龙");
	add_issue(paper, 2021, 3, 6, "别的");
	paper_print(paper);
	assert_str(paper_probe(paper, "days/03-05.html",
			   "{{name}} {{issue_count}}:{{#issues}} {{year}} {{href}} "
			   "{{#leads}}{{title}} {{href}}{{/leads}}{{/issues}}"),
		"3月5日 2: 2021 ../2021/03/05/index.html 合龙 ../2021/03/05/01-1.html "
		"2019 "
		"../2019/03/05/index.html 修堤 ../2019/03/05/01-1.html");
	assert_null(paper_output(paper, "days/03-07.html"));
}

static void
test_day_leads_with_the_first_article_of_each_page(void **state)
{
	struct paper *paper = *state;
	for (int number = 1; number <= 8; number++) {
		struct str name = str_format(paper->arena, "%02d", number);
		struct page *page =
			paper_page(paper, (struct date){2021, 3, 5}, name.data);
		paper_article(paper, page, "头条");
		paper_article(paper, page, "二条");
	}
	paper_print(paper);
	assert_str(
		paper_probe(paper, "days/03-05.html",
			"{{#issues}}{{#leads}}{{page}}{{title}} {{/leads}}{{/issues}}"),
		"第1版头条 第2版头条 第3版头条 第4版头条 第5版头条 第6版头条 ");
}

static void
test_day_leads_round_the_year(void **state)
{
	struct paper *paper = *state;
	const char *source = "{{#pager}}{{#previous}}<{{href}} {{/previous}}"
			     "{{#next}}>{{href}}{{/next}}{{/pager}}";
	add_issue(paper, 2020, 2, 29, "闰日");
	paper_print(paper);
	assert_str(paper_probe(paper, "days/02-29.html", source), "");
	add_issue(paper, 2021, 12, 31, "岁末");
	add_issue(paper, 2019, 6, 1, "过节");
	paper->outputs.count = 0;
	paper_print(paper);
	assert_str(
		paper_probe(paper, "days/02-29.html", source), "<12-31.html >06-01.html");
	assert_str(
		paper_probe(paper, "days/12-31.html", source), "<06-01.html >02-29.html");
}

static void
test_days_has_every_day_of_a_leap_year(void **state)
{
	struct paper *paper = *state;
	add_issue(paper, 2020, 2, 29, "闰日");
	add_issue(paper, 2021, 12, 31, "岁末");
	add_issue(paper, 2022, 12, 31, "岁末");
	paper_print(paper);
	struct str days = paper_probe(paper, "days/index.html",
		"{{days}}{{#months}}\n{{id}}:{{#days}}{{#href}} {{number}} {{href}} "
		"{{count}} {{id}}{{/href}}{{^href}}.{{/href}}{{/days}}{{/months}}");
	assert_has(days, "02-29 12-31\nmonth-01:...............................\n");
	assert_has(days, "month-02:............................ 29 02-29.html 1 "
			 "day-02-29\n");
	assert_has(days, "month-12:.............................. 31 12-31.html 2 "
			 "day-12-31");
}

static void
test_days_is_not_there_without_issues(void **state)
{
	struct paper *paper = *state;
	paper_article(paper, paper_page(paper, (struct date){0}, "jiuhua"), "旧话");
	paper_print(paper);
	assert_null(paper_output(paper, "days/index.html"));
	assert_lacks(paper_file(paper, "index.html"), "days/index.html");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_day_has_the_issues_of_all_years_newest_first),
		TEST(test_day_leads_with_the_first_article_of_each_page),
		TEST(test_day_leads_round_the_year),
		TEST(test_days_has_every_day_of_a_leap_year),
		TEST(test_days_is_not_there_without_issues),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
