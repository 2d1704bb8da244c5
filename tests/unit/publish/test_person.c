#include "paper.h"

enum { MANY = 120 };

static struct article *
article_of_day(struct paper *paper, struct date date, const char *title)
{
	return paper_article(paper, paper_page(paper, date, "01"), title);
}

/* Named in two years, with two offices; signs one article. */
static void
add_person(struct paper *paper)
{
	struct article *first = article_of_day(paper, (struct date){2019, 5, 1}, "出船");
	struct article *second = article_of_day(paper, (struct date){2021, 3, 5}, "合龙");
	struct article *third = article_of_day(paper, (struct date){2021, 6, 1}, "手记");
	paper_mention(paper, first, "向大川", "船长", "船长向大川说，水不等人。");
	paper_mention(paper, second, "向大川", "站长", "站长向大川也在岸上。");
	paper_mention(paper, second, "骆铁生", "船长", "老船长骆铁生来了。");
	paper_credit(paper, third, "作者", "向大川", false);
}

static void
test_person_has_offices_in_the_order_of_time(void **state)
{
	struct paper *paper = *state;
	add_person(paper);
	paper_mention(paper, article_of_day(paper, (struct date){2022, 6, 1}, "通车"),
		"向大川", "站长", "站长向大川来了。");
	paper_print(paper);
	assert_str(
		paper_probe(paper, "people/xiang-dachuan/index.html",
			"{{name}} {{pinyin}} {{years}}: {{#offices}}{{title}} "
			"{{first}}{{#last}}–{{last}}{{/last}} {{count}} {{first_href}} "
			"{{last_href}}; {{/offices}}"),
		"向大川 Xiang Dachuan 2019–2022: 船长 2019年5月1日 1 "
		"../../2019/05/01/01-1.html ../../2019/05/01/01-1.html; "
		"站长 2021年3月5日–2022年6月1日 2 "
		"../../2021/03/05/01-1.html ../../2022/06/01/01-1.html; ");
}

/* Of many offices the most used are shown at once, all in the order of time. */
static void
test_person_with_many_offices_shows_the_most_used_first(void **state)
{
	struct paper *paper = *state;
	for (int i = 0; i < 16; i++) {
		struct date date = {2020, 1 + i / 2, 1 + i};
		struct str office =
			str_format(paper->arena, "第%d队队长", i / 2 * 2 == i ? i : 1);
		paper_mention(paper, article_of_day(paper, date, "出船"), "向大川",
			str_terminated(office, paper->arena), "");
	}
	for (int i = 0; i < 8; i++) {
		struct str office = str_format(paper->arena, "第%d组组长", i);
		struct date date = {2021, 1, 1 + i};
		paper_mention(paper, article_of_day(paper, date, "出船"), "向大川",
			str_terminated(office, paper->arena), "");
	}
	paper_mention(paper, article_of_day(paper, (struct date){2021, 2, 1}, "出船"),
		"向大川", "第7组组长", "");
	paper_print(paper);
	assert_str(paper_probe(paper, "people/xiang-dachuan/index.html",
			   "{{#offices}}{{title}}{{count}} {{/offices}}: "
			   "{{other_office_count}} "
			   "{{#other_offices}}{{title}} {{/other_offices}}"),
		"第0队队长1 第1队队长8 第2队队长1 第4队队长1 第6队队长1 第8队队长1 "
		"第10队队长1 第12队队长1 第14队队长1 第0组组长1 第1组组长1 第7组组长2 : "
		"5 "
		"第2组组长 第3组组长 第4组组长 第5组组长 第6组组长 ");
}

static void
test_person_has_articles_by_year_newest_first(void **state)
{
	struct paper *paper = *state;
	add_person(paper);
	paper_print(paper);
	assert_str(
		paper_probe(paper, "people/xiang-dachuan/index.html",
			"{{news_count}} {{#news}}{{number}} {{id}} "
			"{{count}}:{{#articles}}"
			"{{href}} {{before}}[{{named}}]{{after}};{{/articles}} {{/news}}"
			"{{credit_count}} "
			"{{#credits}}{{id}}:{{#articles}}{{title}}{{/articles}}{{/"
			"credits}}"),
		"2 2021 news-2021 1:../../2021/03/05/01-1.html 站长[向大川]也在岸上。; "
		"2019 news-2019 1:../../2019/05/01/01-1.html 船长[向大川]说，水不等人。; "
		"1 credits-2021:手记");
}

static void
test_person_is_shown_with_those_who_appear_together(void **state)
{
	struct paper *paper = *state;
	add_person(paper);
	paper_print(paper);
	assert_str(paper_probe(paper, "people/luo-tiesheng/index.html",
			   "{{#together}}{{name}} {{count}} {{href}}{{/together}}"),
		"向大川 1 ../xiang-dachuan/index.html");
}

/* An article of which the year alone is known stands apart, so that no year is there
 * twice. */
static void
test_person_has_articles_without_a_day_at_the_end(void **state)
{
	struct paper *paper = *state;
	add_person(paper);
	struct page *loose = paper_page(paper, (struct date){0}, "jiuhua");
	struct article *article = paper_article(paper, loose, "旧话");
	article->date = (struct date){2020, 0, 0};
	paper_mention(paper, article, "向大川", "船长", "船长向大川。");
	paper_print(paper);
	assert_str(paper_probe(paper, "people/xiang-dachuan/index.html",
			   "{{#news}}{{id}} {{/news}}"),
		"news-0 news-2021 news-2019 ");
	assert_str(
		paper_probe(paper, "undated/jiuhua-1.html", "{{#pager}}!{{/pager}}"), "");
}

/* 120 articles, every third day from late 2019 on, reach into 2020. */
static void
add_much(struct paper *paper)
{
	for (int i = 0; i < MANY; i++) {
		struct date date = {i < 40 ? 2019 : 2020, i % 12 + 1, i % 28 + 1};
		char number[16];
		snprintf(number, sizeof number, "%d", i + 1);
		struct page *page = paper_page(
			paper, date, str_terminated(str_from(number), paper->arena));
		struct article *article = paper_article(paper, page, "航班");
		paper_mention(paper, article, "向大川", "船长", "船长向大川说。");
	}
}

static void
test_person_with_many_articles_has_a_page_each_year(void **state)
{
	struct paper *paper = *state;
	add_much(paper);
	paper_print(paper);
	const char *source =
		"{{year}} {{#whole}}{{href}} {{/whole}}{{#timeline}}chart {{/timeline}}"
		"{{#news}}{{id}} {{month}} {{count}} "
		"{{href}}{{#articles}}.{{/articles}};{{/news}}";
	assert_str(paper_probe(paper, "people/xiang-dachuan/index.html", source),
		"0 chart news-2020-12 2020年12月 7 .......;"
		"news-2020  73 2020.html;news-2019  40 2019.html;");
	assert_str(paper_probe(paper, "people/xiang-dachuan/2019.html", source),
		"2019 index.html "
		"news-2019  40 ........................................;");
	assert_has(paper_probe(paper, "people/xiang-dachuan/2020.html", source),
		"2020 index.html news-2020-12 2020年12月 0 index.html#news-2020-12;"
		"news-2020  73 ....");
}

static void
test_person_with_many_articles_has_those_without_a_day_on_the_first_page(void **state)
{
	struct paper *paper = *state;
	const char *source = "{{#news}}{{id}} {{count}} {{/news}}";
	add_much(paper);
	struct page *loose = paper_page(paper, (struct date){0}, "jiuhua");
	struct article *article = paper_article(paper, loose, "旧话");
	article->date = (struct date){2019, 0, 0};
	paper_mention(paper, article, "向大川", "船长", "船长向大川。");
	paper_print(paper);
	assert_str(paper_probe(paper, "people/xiang-dachuan/index.html", source),
		"news-0 1 news-2020-12 7 news-2020 73 news-2019 40 ");
	assert_str(paper_probe(paper, "people/xiang-dachuan/2020.html", source),
		"news-2020-12 0 news-2020 73 ");
	assert_str(paper_probe(paper, "people/xiang-dachuan/2019.html", source),
		"news-2019 40 ");
}

/* A year of which there is nothing but the newest month has no page. */
static void
test_person_with_many_articles_in_one_month_has_one_page(void **state)
{
	struct paper *paper = *state;
	struct page *page = paper_page(paper, (struct date){2020, 5, 1}, "01");
	for (int i = 0; i < MANY; i++)
		paper_mention(paper, paper_article(paper, page, "航班"), "向大川", "船长",
			"船长向大川说。");
	paper_print(paper);
	assert_int_equal(paper_probe(paper, "people/xiang-dachuan/index.html",
				 "{{#news}}{{#articles}}.{{/articles}}{{/news}}")
				 .len,
		MANY);
	assert_null(paper_output(paper, "people/xiang-dachuan/2020.html"));
}

/* The year stands in both lists, of news and of credits, but is one page. */
static void
test_person_with_many_articles_has_each_year_once(void **state)
{
	struct paper *paper = *state;
	add_much(paper);
	paper_credit(
		paper, paper->pages.items[0]->articles.items[0], "作者", "向大川", false);
	paper_print(paper);
	size_t count = 0;
	for (size_t i = 0; i < paper->outputs.count; i++)
		count += str_equal(paper->outputs.items[i].path,
			STR("people/xiang-dachuan/2019.html"));
	assert_int_equal(count, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_person_has_offices_in_the_order_of_time),
		TEST(test_person_with_many_offices_shows_the_most_used_first),
		TEST(test_person_has_articles_by_year_newest_first),
		TEST(test_person_has_articles_without_a_day_at_the_end),
		TEST(test_person_is_shown_with_those_who_appear_together),
		TEST(test_person_with_many_articles_has_a_page_each_year),
		TEST(test_person_with_many_articles_has_those_without_a_day_on_the_first_page),
		TEST(test_person_with_many_articles_in_one_month_has_one_page),
		TEST(test_person_with_many_articles_has_each_year_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
