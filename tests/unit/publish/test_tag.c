#include "paper.h"

/* Of four articles, three in two years have the tag. */
static void
add_tagged(struct paper *paper)
{
	const int years[] = {2019, 2021, 2021, 2021};
	for (int i = 0; i < 40; i++) {
		struct page *page = paper_page(
			paper, (struct date){years[i % 4], 1 + i / 4, 5 + i % 4}, "01");
		struct article *article = paper_article(paper, page, "甲");
		if (i < 3)
			paper_tag(paper, article, TAG_TOPIC, "桥梁");
		if (i < 2)
			paper_tag(paper, article, TAG_COLUMN, "快评");
	}
}

static void
test_tag_has_articles_by_year_newest_first(void **state)
{
	struct paper *paper = *state;
	add_tagged(paper);
	paper_print(paper);
	assert_str(paper_probe(paper, "tags/qiao-liang/index.html",
			   "{{name}} {{kind}} {{article_count}} {{years}}: "
			   "{{#articles}}{{number}}:{{#articles}}{{href}} "
			   "{{/articles}}{{/articles}}"),
		"桥梁 主题 3 2019–2021: 2021:../../2021/01/07/01-1.html "
		"../../2021/01/06/01-1.html "
		"2019:../../2019/01/05/01-1.html ");
}

static void
test_tags_stand_under_their_kinds(void **state)
{
	struct paper *paper = *state;
	add_tagged(paper);
	paper_print(paper);
	assert_str(paper_probe(paper, "tags/index.html",
			   "{{tag_count}} {{#groups}}{{name}} {{id}} "
			   "{{count}}:{{#tags}}{{name}} {{count}} "
			   "{{href}}{{/tags}};{{/groups}}"),
		"2 主题 kind-topic 1:桥梁 3 qiao-liang/index.html;"
		"栏目 kind-column 1:快评 2 kuai-ping/index.html;");
}

/* Twice the articles, one size more. */
static void
test_tags_cloud_is_graded_by_articles(void **state)
{
	struct paper *paper = *state;
	for (int i = 0; i < 40; i++) {
		struct page *page = paper_page(
			paper, (struct date){2019, 1 + i / 4, 5 + i % 4}, "01");
		struct article *article = paper_article(paper, page, "甲");
		if (i < 8)
			paper_tag(paper, article, TAG_TOPIC, "防汛");
		if (i < 4)
			paper_tag(paper, article, TAG_PLACE, "青槐县");
		if (i < 3)
			paper_tag(paper, article, TAG_TOPIC, "桥梁");
	}
	paper_print(paper);
	assert_str(paper_probe(paper, "tags/index.html",
			   "{{#cloud}}{{name}} {{count}} {{size}};{{/cloud}}"),
		"防汛 8 4;桥梁 3 2;青槐县 4 3;");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_tag_has_articles_by_year_newest_first),
		TEST(test_tags_stand_under_their_kinds),
		TEST(test_tags_cloud_is_graded_by_articles),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
