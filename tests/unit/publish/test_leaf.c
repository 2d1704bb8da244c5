#include "paper.h"

#include "publish/leaf.h"

static const struct date day = {2021, 3, 5};

static struct leaves
leaves_of_day(struct paper *paper)
{
	const struct catalog *catalog = paper->publication.catalog;
	const struct issue *issue = catalog_issue(catalog, day);
	assert_non_null(issue);
	return leaves_of(catalog, issue, paper->arena);
}

static void
test_catalog_issue_finds_the_day_alone(void **state)
{
	struct paper *paper = *state;
	for (int i = 1; i <= 9; i += 2)
		paper_page(paper, (struct date){2021, 3, i}, "01");
	paper_print(paper);
	const struct catalog *catalog = paper->publication.catalog;
	for (int i = 1; i <= 9; i += 2)
		assert_int_equal(
			catalog_issue(catalog, (struct date){2021, 3, i})->date.day, i);
	assert_null(catalog_issue(catalog, (struct date){2021, 3, 4}));
	assert_null(catalog_issue(catalog, (struct date){0}));
}

/* A page of text and finished articles of the same number are one leaf. */
static void
test_leaves_of_gathers_the_sources_of_one_number(void **state)
{
	struct paper *paper = *state;
	struct page *text = paper_page(paper, day, "01"),
		    *finished = paper_page(paper, day, "1");
	text->name = STR("要闻");
	paper_article(paper, text, "甲");
	paper_article(paper, finished, "乙");
	finished->address = STR("");
	paper_article(paper, paper_page(paper, day, "02"), "丙");
	paper_article(paper, paper_page(paper, (struct date){2021, 3, 6}, "01"), "丁");
	paper_print(paper);
	struct leaves leaves = leaves_of_day(paper);
	assert_int_equal(leaves.count, 2);
	assert_int_equal(leaves.items[0].article_count, 2);
	assert_str(leaves.items[0].name, "要闻");
	assert_ptr_equal(leaves.items[0].page, text);
	assert_int_equal(leaves_article_count(&leaves), 3);
	assert_str(leaf_find(&leaves, STR("2"))->articles[0]->title, "丙");
	assert_null(leaf_find(&leaves, STR("3")));
}

static void
test_leaves_of_keeps_a_page_without_articles(void **state)
{
	struct paper *paper = *state;
	paper_page(paper, day, "01");
	paper_article(paper, paper_page(paper, day, "02"), "丙");
	paper_print(paper);
	struct leaves leaves = leaves_of_day(paper);
	assert_int_equal(leaves.count, 2);
	assert_int_equal(leaves.items[0].article_count, 0);
}

static void
test_leaf_address_without_page_is_a_place_in_the_issue(void **state)
{
	struct paper *paper = *state;
	struct leaf leaf = {.number = STR("A01")};
	assert_str(
		leaf_address(&leaf, day, paper->arena), "2021/03/05/index.html#page-A01");
	leaf.page = paper_page(paper, day, "A01");
	assert_str(leaf_address(&leaf, day, paper->arena), "2021/03/05/A01.html");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_catalog_issue_finds_the_day_alone),
		TEST(test_leaves_of_gathers_the_sources_of_one_number),
		TEST(test_leaves_of_keeps_a_page_without_articles),
		TEST(test_leaf_address_without_page_is_a_place_in_the_issue),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
