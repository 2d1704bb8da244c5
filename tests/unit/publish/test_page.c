#include "paper.h"

static const struct date day = {2021, 3, 5};
static const char *const path = "2021/03/05/02.html";

static struct page *
second_of_three(struct paper *paper)
{
	paper_page(paper, day, "01")->name = STR("要闻");
	struct page *page = paper_page(paper, day, "02");
	paper_page(paper, day, "03");
	return page;
}

static void
test_page_numbers_the_lines_of_its_source(void **state)
{
	struct paper *paper = *state;
	struct page *page = second_of_three(paper);
	page->text = STR("甲\n\n 乙");
	page->first_line = 5;
	paper_print(paper);
	assert_str(paper_probe(paper, path,
			   "{{first_line}} {{#lines}}{{id}}[{{text}}]{{/lines}}"),
		"5 L5[甲]L6[]L7[ 乙]");
}

static void
test_page_logs_repeats_and_furniture(void **state)
{
	struct paper *paper = *state;
	struct page *page = second_of_three(paper);
	*list_add(&page->repeats, paper->arena) =
		(struct repeat){STR("重复"), 20, 22, 3, 5};
	*list_add(&page->furniture, paper->arena) =
		(struct furniture){.text = STR("本版编辑 顾凡"), .what = STR("editors")};
	paper_print(paper);
	struct str file = paper_file(paper, path);
	assert_has(file, "<dt>第20–22行，重复第3–5行</dt>\n<dd>重复</dd>");
	assert_has(file, "<li>本版编辑 顾凡</li>");
	assert_lacks(paper_file(paper, "2021/03/05/01.html"), "重复提取的文字");
}

static void
test_page_stands_between_its_neighbours(void **state)
{
	struct paper *paper = *state;
	second_of_three(paper);
	paper_print(paper);
	assert_str(paper_probe(paper, path,
			   "{{#pager}}{{#previous}}{{href}} {{name}}{{/previous}}, "
			   "{{#next}}{{href}} {{name}}{{/next}}{{/pager}}: "
			   "{{#leaves}}{{#is_here}}[{{label}}]{{/"
			   "is_here}}{{^is_here}}{{href}} {{/is_here}}"
			   "{{/leaves}}"),
		"01.html 第1版 要闻, 03.html 第3版: 01.html [第2版]03.html ");
}

static void
test_page_lists_its_articles_alone(void **state)
{
	struct paper *paper = *state;
	struct page *page = second_of_three(paper);
	paper_article(paper, paper->pages.items[0], "别版");
	paper_article(paper, page, "甲");
	paper_article(paper, page, "乙");
	paper_print(paper);
	assert_str(
		paper_probe(paper, path, "{{#articles}}{{title}} {{href}};{{/articles}}"),
		"甲 02-1.html;乙 02-2.html;");
}

static void
test_page_shows_its_picture_beside_it(void **state)
{
	struct paper *paper = *state;
	struct page *page = second_of_three(paper);
	assert_str(page_picture_address(page, paper->arena), "");
	page->picture = STR("2021-03-05/02.JPG");
	assert_str(page_picture_address(page, paper->arena), "2021/03/05/02.JPG");
	paper_print(paper);
	assert_has(paper_file(paper, path), "<img src=\"02.JPG\"");
}

static void
test_page_without_date_has_no_file(void **state)
{
	struct paper *paper = *state;
	paper_page(paper, (struct date){0}, "jiuhua");
	paper_print(paper);
	for (size_t i = 0; i < paper->outputs.count; i++)
		assert_ptr_not_equal(paper->outputs.items[i].kind, &page_kind);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_page_numbers_the_lines_of_its_source),
		TEST(test_page_logs_repeats_and_furniture),
		TEST(test_page_stands_between_its_neighbours),
		TEST(test_page_lists_its_articles_alone),
		TEST(test_page_shows_its_picture_beside_it),
		TEST(test_page_without_date_has_no_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
