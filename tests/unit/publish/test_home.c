#include "paper.h"

static void
test_home_of_an_empty_archive_is_whole(void **state)
{
	struct paper *paper = *state;
	paper_print(paper);
	struct str file = paper_file(paper, "index.html");
	assert_has(file, "<h1>青石晚报</h1>");
	assert_lacks(file, "最新一期");
	assert_lacks(file, "class=\"years\"");
	assert_has(file, "还没有收录任何报纸");
	assert_has(paper_file(paper, "people/index.html"), "还没有人物");
	assert_lacks(paper_file(paper, "people/index.html"), "class=\"letters\"");
}

static void
test_home_of_undated_articles_says_how_many(void **state)
{
	struct paper *paper = *state;
	struct page *page = paper_page(paper, (struct date){0}, "jiuhua");
	paper_article(paper, page, "旧话");
	paper_article(paper, page, "又话");
	paper_print(paper);
	struct str file = paper_file(paper, "index.html");
	assert_has(file, "<p class=\"figures\">2篇</p>");
	assert_has(file, "往期</h2>");
}

static void
test_home_shows_the_newest_issue_and_the_span(void **state)
{
	struct paper *paper = *state;
	paper_article(paper, paper_page(paper, (struct date){2019, 5, 1}, "01"), "出船");
	paper_article(paper, paper_page(paper, (struct date){2021, 3, 5}, "01"), "合龙");
	paper_article(paper, paper_page(paper, (struct date){2021, 3, 5}, "02"), "天气");
	paper_article(paper, paper_page(paper, (struct date){0}, "jiuhua"), "旧话");
	paper_print(paper);
	assert_str(paper_probe(paper, "index.html",
			   "{{#latest}}{{href}}{{/latest}} {{first_day}}–{{last_day}} "
			   "{{issue_count}} "
			   "{{page_count}} {{article_count}} {{undated_count}}: "
			   "{{#leaves}}{{#articles}}{{href}} {{/articles}}{{/leaves}}: "
			   "{{#years}}{{href}} {{issues}} {{articles}};{{/years}}"),
		"2021/03/05/index.html 2019年5月1日–2021年3月5日 2 3 4 1: "
		"2021/03/05/01-1.html 2021/03/05/02-1.html : "
		"2021/index.html 1 2;2019/index.html 1 1;");
	assert_has(paper_file(paper, "index.html"), "href=\"undated/index.html\"");
}

static void
test_home_has_people_most_named_first(void **state)
{
	struct paper *paper = *state;
	const char *const names[] = {"何秋实", "向大川", "骆铁生"};
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "01");
	for (int i = 0; i < 3; i++)
		for (int k = 0; k <= i % 2; k++)
			paper_mention(paper, paper_article(paper, page, "甲"), names[i],
				"船长", "");
	paper_print(paper);
	assert_str(paper_probe(paper, "index.html",
			   "{{#people}}{{name}}{{count}} {{/people}}"),
		"向大川2 何秋实1 骆铁生1 ");
}

static void
test_home_shows_at_most_so_many_tags(void **state)
{
	struct paper *paper = *state;
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "01");
	for (int i = 0; i < 30; i++) {
		struct str name = str_format(paper->arena, "主题%d", i);
		for (int k = 0; k < 4; k++)
			paper_tag(paper, paper_article(paper, page, "甲"), TAG_TOPIC,
				str_terminated(name, paper->arena));
	}
	paper_print(paper);
	assert_str(paper_probe(paper, "index.html", "{{#tags}}.{{/tags}} {{tag_count}}"),
		"........................ 30");
}

/* Nine people of long ago, two of whom are in the news of the season, and seven others.
 */
static void
test_home_shows_names_of_the_season(void **state)
{
	struct paper *paper = *state;
	struct page *old = paper_page(paper, (struct date){2020, 12, 1}, "01");
	struct page *new = paper_page(paper, (struct date){2021, 3, 3}, "01");
	static const char *const names[] = {"何秋实", "向大川", "骆铁生", "石既明",
		"贺兰亭", "宋知远", "沈若谷", "陆明远", "郑怀瑾"};
	for (size_t i = 0; i < 9; i++)
		for (size_t k = 0; k < 5; k++)
			paper_mention(paper, paper_article(paper, old, "甲"), names[i],
				"船长", "");
	for (size_t i = 0; i < 7; i++)
		paper_mention(
			paper, paper_article(paper, new, "甲"), names[i], "船长", "");
	paper_print(paper);
	const char *probe = "{{^people_of_season}}all {{/people_of_season}}"
			    "{{#people}}{{count}}{{/people}}";
	assert_str(paper_probe(paper, "index.html", probe), "all 666666655");
	paper_mention(paper, paper_article(paper, new, "甲"), names[7], "船长", "");
	paper->outputs.count = 0;
	paper_print(paper);
	assert_str(paper_probe(paper, "index.html", probe), "11111111");
}

static void
test_home_shows_the_day_of_the_newest_issue_in_other_years(void **state)
{
	struct paper *paper = *state;
	for (int year = 2010; year <= 2018; year++)
		paper_article(paper, paper_page(paper, (struct date){year, 3, 5}, "01"),
			"植树");
	paper_article(paper, paper_page(paper, (struct date){2018, 3, 4}, "01"), "别的");
	paper_print(paper);
	assert_str(paper_probe(paper, "index.html",
			   "{{days}} {{this_day}}:{{#on_this_day}} {{href}} {{lead}}"
			   "{{/on_this_day}}"),
		"03-04 03-05 3月5日: 2017/03/05/index.html 植树 2016/03/05/index.html "
		"植树 "
		"2015/03/05/index.html 植树 2014/03/05/index.html 植树 "
		"2013/03/05/index.html 植树");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_home_of_an_empty_archive_is_whole),
		TEST(test_home_of_undated_articles_says_how_many),
		TEST(test_home_shows_the_newest_issue_and_the_span),
		TEST(test_home_has_people_most_named_first),
		TEST(test_home_shows_at_most_so_many_tags),
		TEST(test_home_shows_names_of_the_season),
		TEST(test_home_shows_the_day_of_the_newest_issue_in_other_years),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
