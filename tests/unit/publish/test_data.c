#include "paper.h"

static void
add_two(struct paper *paper)
{
	struct article *article = paper_article(paper,
		paper_page(paper, (struct date){2021, 3, 5}, "01"), "春耕, \"备足\"");
	article->kicker = STR("农\n事");
	paper_credit(paper, article, "记者", "宋知远", false);
	paper_credit(paper, article, "记者", "林小满", false);
	paper_mention(paper, article, "何秋实", "局长", "局长何秋实说。");
	paper_article(paper, paper_page(paper, (struct date){2022, 1, 1}, "01"), "元旦");
	paper_article(paper, paper_page(paper, (struct date){0}, "jiuhua"), "旧话");
	paper_print(paper);
}

static void
test_data_articles_of_a_month_are_a_table(void **state)
{
	struct paper *paper = *state;
	add_two(paper);
	assert_str(paper_file(paper, "data/articles-2021-03.csv"),
		"address,date,page,kind,kicker,title,subtitle,column,authors,people,"
		"tags\n"
		"2021/03/05/01-1.html,2021-03-05,01,news,\"农\n事\","
		"\"春耕, \"\"备足\"\"\",,,宋知远;林小满,何秋实,\n");
	assert_has(paper_file(paper, "data/articles-2022-01.csv"), ",元旦,");
	assert_null(paper_output(paper, "data/articles-2021-04.csv"));
	assert_has(paper_file(paper, "data/articles-undated.csv"),
		"\nundated/jiuhua-1.html,,jiuhua,news,,旧话,");
}

/* The last day of one and the first of the next. */
static void
test_data_articles_of_months_side_by_side(void **state)
{
	struct paper *paper = *state;
	paper_article(paper, paper_page(paper, (struct date){2021, 3, 1}, "01"), "霜");
	paper_article(paper, paper_page(paper, (struct date){2022, 2, 28}, "01"), "雪");
	paper_article(paper, paper_page(paper, (struct date){2022, 3, 1}, "01"), "风");
	paper_article(paper, paper_page(paper, (struct date){2022, 3, 31}, "01"), "雨");
	paper_article(paper, paper_page(paper, (struct date){2023, 3, 1}, "01"), "雾");
	paper_article(paper, paper_page(paper, (struct date){2023, 3, 0}, "01"), "露");
	paper_print(paper);
	struct str before = paper_file(paper, "data/articles-2022-02.csv");
	struct str month = paper_file(paper, "data/articles-2022-03.csv");
	assert_has(before, ",雪,");
	assert_lacks(before, ",风,");
	assert_has(month, ",风,");
	assert_has(month, ",雨,");
	assert_lacks(month, ",雪,");
	assert_lacks(month, ",霜,");
	assert_lacks(month, ",雾,");
	/* One without a day stands with the undated ones. */
	assert_lacks(paper_file(paper, "data/articles-2023-03.csv"), ",露,");
	assert_has(paper_file(paper, "data/articles-undated.csv"), ",露,");
}

/* What is not to be found is in no table. */
static void
test_data_articles_without_those_kept_from_searches(void **state)
{
	struct paper *paper = *state;
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "01");
	paper_article(paper, page, "讣告")->takedown = TAKEDOWN_NOINDEX;
	paper_article(paper, page, "春耕");
	paper_print(paper);
	struct str table = paper_file(paper, "data/articles-2021-03.csv");
	assert_has(table, ",春耕,");
	assert_lacks(table, ",讣告,");
}

static void
test_data_people_are_a_table(void **state)
{
	struct paper *paper = *state;
	add_two(paper);
	assert_has(paper_file(paper, "data/people.csv"),
		"people/he-qiushi/index.html,何秋实,He "
		"Qiushi,1,0,2021-03-05,2021-03-05\n");
	assert_has(paper_file(paper, "data/README.txt"), "articles-undated.csv");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_data_articles_of_a_month_are_a_table),
		TEST(test_data_articles_of_months_side_by_side),
		TEST(test_data_articles_without_those_kept_from_searches),
		TEST(test_data_people_are_a_table),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
