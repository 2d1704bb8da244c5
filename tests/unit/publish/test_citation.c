#include "paper.h"

#include "publish/citation.h"

static struct article *
add_article(struct paper *paper)
{
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "01");
	return paper_article(paper, page, "把堤防当家防　把汛情当军情");
}

static struct str
cite(struct paper *paper, const struct article *article, enum citation_standard standard)
{
	return citation_of(
		paper_words(paper), article, &paper->site, standard, paper->arena);
}

static void
test_citation_of_names_authors_title_paper_date_and_page(void **state)
{
	struct paper *paper = *state;
	struct article *article = add_article(paper);
	paper_credit(paper, article, "记者", "宋知远", false);
	paper_credit(paper, article, "通讯员", "林小满", false);
	paper_credit(paper, article, "记者", "宋知远", false);
	paper_credit(paper, article, "", "石既明", true);
	assert_str(cite(paper, article, GBT_7714_2015),
		"宋知远, 林小满. 把堤防当家防 把汛情当军情[N]. 青石晚报, 2021-03-05(1).");
}

static void
test_citation_of_many_authors_names_three(void **state)
{
	struct paper *paper = *state;
	struct article *article = add_article(paper);
	const char *const names[] = {"甲一", "乙二", "丙三", "丁四"};
	for (int i = 0; i < 4; i++)
		paper_credit(paper, article, "记者", names[i], false);
	assert_has(cite(paper, article, GBT_7714_2015), "甲一, 乙二, 丙三, 等. 把");
}

static void
test_citation_of_a_photo_names_the_photographer(void **state)
{
	struct paper *paper = *state;
	struct article *article = add_article(paper);
	paper_credit(paper, article, "", "石既明", true);
	assert_has(cite(paper, article, GBT_7714_2015), "石既明. 把");
}

static void
test_citation_of_an_undated_article_has_no_date(void **state)
{
	struct paper *paper = *state;
	struct article *article = paper_article(
		paper, paper_page(paper, (struct date){0}, "jiuhua"), "旧话");
	article->subtitle = STR("——码头");
	assert_str(cite(paper, article, GBT_7714_2015), "旧话——码头[N]. 青石晚报.");
	article->subtitle = STR("码头");
	assert_str(cite(paper, article, GBT_7714_2015), "旧话：码头[N]. 青石晚报.");
}

static void
test_citation_of_2025_has_spaces_and_a_narrow_colon(void **state)
{
	struct paper *paper = *state;
	struct article *article = add_article(paper);
	article->subtitle = STR("沿江五县备汛");
	assert_str(cite(paper, article, GBT_7714_2025),
		"把堤防当家防 把汛情当军情: 沿江五县备汛[N]. 青石晚报, 2021-03-05 (1).");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_citation_of_names_authors_title_paper_date_and_page),
		TEST(test_citation_of_many_authors_names_three),
		TEST(test_citation_of_a_photo_names_the_photographer),
		TEST(test_citation_of_an_undated_article_has_no_date),
		TEST(test_citation_of_2025_has_spaces_and_a_narrow_colon),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
