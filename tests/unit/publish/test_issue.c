#include "paper.h"

static void
test_issue_has_pages_with_articles_in_print_order(void **state)
{
	struct paper *paper = *state;
	struct page *first = paper_page(paper, (struct date){2021, 3, 5}, "01");
	struct page *tenth = paper_page(paper, (struct date){2021, 3, 5}, "10");
	struct page *second = paper_page(paper, (struct date){2021, 3, 5}, "2");
	paper_article(paper, tenth, "丁");
	paper_article(paper, second, "丙");
	paper_article(paper, first, "甲");
	paper_article(paper, first, "乙");
	paper_print(paper);
	assert_str(paper_probe(paper, "2021/03/05/index.html",
			   "{{date}} {{pages}} {{articles}}: {{#leaves}}{{id}} {{label}} "
			   "{{href}}:"
			   "{{#articles}}{{title}}{{/articles}} {{/leaves}}"),
		"2021年3月5日星期五 3 4: page-01 第1版 01.html:甲乙 page-2 第2版 "
		"2.html:丙 "
		"page-10 第10版 10.html:丁 ");
}

static void
test_issue_stands_between_its_neighbours(void **state)
{
	struct paper *paper = *state;
	paper_page(paper, (struct date){2020, 12, 31}, "01");
	paper_page(paper, (struct date){2021, 1, 1}, "01");
	paper_print(paper);
	const char *source = "{{#pager}}{{#previous}}<{{href}} {{name}}{{/previous}}"
			     "{{#next}}>{{href}} {{name}}{{/next}}{{/pager}}";
	assert_str(paper_probe(paper, "2020/12/31/index.html", source),
		">../../../2021/01/01/index.html 2021年1月1日");
	assert_str(paper_probe(paper, "2021/01/01/index.html", source),
		"<../../../2020/12/31/index.html 2020年12月31日");
	assert_has(paper_file(paper, "2021/01/01/index.html"), "<span>上一期</span>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_issue_has_pages_with_articles_in_print_order),
		TEST(test_issue_stands_between_its_neighbours),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
