#include "paper.h"

static struct article *
add_two(struct paper *paper)
{
	paper_article(
		paper, paper_page(paper, (struct date){2021, 3, 5}, "01"), "河堤 <完工>");
	struct article *article = paper_article(
		paper, paper_page(paper, (struct date){2021, 3, 8}, "01"), "春耕");
	paper_block(paper, article, BLOCK_PARAGRAPH, "种子到了。");
	paper_credit(paper, article, "记者", "宋知远", false);
	return article;
}

static void
test_feed_has_newest_articles_first(void **state)
{
	struct paper *paper = *state;
	add_two(paper);
	paper_article(paper, paper_page(paper, (struct date){0}, "jiuhua"), "旧话");
	paper_print(paper);
	assert_str(paper_probe(paper, "feed.xml",
			   "{{updated}} {{self}} {{#entries}}{{href}} {{updated}} "
			   "{{author}} {{summary}};"
			   "{{/entries}}"),
		"2021-03-08T00:00:00Z feed.xml "
		"2021/03/08/01-1.html 2021-03-08T00:00:00Z 宋知远 种子到了。;"
		"2021/03/05/01-1.html 2021-03-05T00:00:00Z  ;");
}

static void
test_feed_has_full_addresses_with_a_base(void **state)
{
	struct paper *paper = *state;
	paper->site.base = STR("https://example.org/archive/");
	add_two(paper);
	paper_print(paper);
	struct str file = paper_file(paper, "feed.xml");
	assert_has(file, "<link rel=\"self\" type=\"application/atom+xml\" "
			 "href=\"https://example.org/archive/feed.xml\"/>");
	assert_has(file, "href=\"https://example.org/archive/2021/03/08/01-1.html\"");
	assert_has(file, "<title>河堤 &lt;完工&gt;</title>");
}

/* The ids of a feed must outlive a move of the site. */
static void
test_feed_ids_depend_on_the_address_alone(void **state)
{
	struct paper *paper = *state;
	add_two(paper);
	paper_print(paper);
	const char *source = "{{id}}{{#entries}} {{id}}{{/entries}}";
	struct str before = paper_probe(paper, "feed.xml", source);
	paper->site.base = STR("https://example.org/");
	struct str after = paper_probe(paper, "feed.xml", source);
	assert_str(after, str_terminated(before, paper->arena));
	assert_int_equal(before.len,
		3 * STR("urn:uuid:12345678-1234-8234-8234-123456789abc").len + 2);
	assert_int_equal(before.data[STR("urn:uuid:12345678-1234-").len], '8');
	assert_false(
		str_has(str_slice(before, 46, before.len), str_slice(before, 0, 45)));
}

static void
test_feed_holds_fifty_articles(void **state)
{
	struct paper *paper = *state;
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "01");
	for (int i = 0; i < 60; i++)
		paper_article(paper, page, "短讯");
	paper_print(paper);
	assert_int_equal(
		paper_probe(paper, "feed.xml", "{{#entries}}.{{/entries}}").len, 50);
}

static void
test_feed_of_a_person_and_a_tag_with_many_articles(void **state)
{
	struct paper *paper = *state;
	for (int i = 0; i <= 100; i++) {
		struct date date = {2021, 1 + i / 50, 1 + i % 50 / 2};
		struct str number = str_format(paper->arena, "%02d", 1 + i % 2);
		struct article *article = paper_article(paper,
			paper_page(paper, date, str_terminated(number, paper->arena)),
			"春耕");
		if (i < 100)
			paper_mention(paper, article, "何秋实", "局长", "局长何秋实说。");
		if (i < 9)
			paper_tag(paper, article, TAG_TOPIC, "农事");
	}
	paper_print(paper);
	struct str feed = paper_file(paper, "people/he-qiushi/feed.xml");
	assert_has(feed, "<title>何秋实 - 青石晚报</title>");
	assert_has(feed, "href=\"index.html\"");
	assert_has(feed, "href=\"../../2021/02/25/02-1.html\"");
	assert_has(feed, "href=\"../../2021/02/16/01-1.html\"");
	assert_lacks(feed, "02/15/02-1.html"); /* the twenty-first */
	assert_lacks(feed, "2021/03/01/01-1.html");
	assert_has(paper_file(paper, "people/he-qiushi/index.html"), "href=\"feed.xml\"");
	assert_null(paper_output(paper, "tags/nong-shi/feed.xml"));
	assert_lacks(paper_file(paper, "tags/nong-shi/index.html"), "href=\"feed.xml\"");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_feed_has_newest_articles_first),
		TEST(test_feed_has_full_addresses_with_a_base),
		TEST(test_feed_ids_depend_on_the_address_alone),
		TEST(test_feed_holds_fifty_articles),
		TEST(test_feed_of_a_person_and_a_tag_with_many_articles),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
