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
test_data_articles_of_a_year_are_a_table(void **state)
{
	struct paper *paper = *state;
	add_two(paper);
	assert_str(paper_file(paper, "data/articles-2021.csv"),
		"address,date,page,kind,kicker,title,subtitle,column,authors,people,"
		"tags\n"
		"2021/03/05/01-1.html,2021-03-05,01,news,\"农\n事\","
		"\"春耕, \"\"备足\"\"\",,,宋知远;林小满,何秋实,\n");
	assert_has(paper_file(paper, "data/articles-newest.csv"), ",元旦,");
	assert_null(paper_output(paper, "data/articles-2022.csv"));
	assert_has(paper_file(paper, "data/articles-undated.csv"),
		"\nundated/jiuhua-1.html,,jiuhua,news,,旧话,");
}

/* The newest month stands apart from its year until the next one begins. */
static void
test_data_articles_of_the_newest_month_stand_apart(void **state)
{
	struct paper *paper = *state;
	paper_article(paper, paper_page(paper, (struct date){2022, 2, 28}, "01"), "雪");
	paper_article(paper, paper_page(paper, (struct date){2022, 3, 1}, "01"), "风");
	paper_article(paper, paper_page(paper, (struct date){2022, 3, 31}, "01"), "雨");
	paper_print(paper);
	struct str year = paper_file(paper, "data/articles-2022.csv");
	struct str newest = paper_file(paper, "data/articles-newest.csv");
	assert_has(year, ",雪,");
	assert_lacks(year, ",风,");
	assert_has(newest, ",风,");
	assert_has(newest, ",雨,");
	assert_lacks(newest, ",雪,");
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
		TEST(test_data_articles_of_a_year_are_a_table),
		TEST(test_data_articles_of_the_newest_month_stand_apart),
		TEST(test_data_people_are_a_table),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
