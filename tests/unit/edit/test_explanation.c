#include "cut.h"

#include <jansson.h>

#include "edit/explanation.h"

static const char PAGE[] = "河口日报 2022年5月7日 星期六\n春灌会议\n\n本报讯（记者 "
			   "田小禾）5月6日，会议召开，要求各乡镇把\n"
			   "水源调度排出日程。\n\n湿地 罗星 摄\n";

static const char *
text_at(const json_t *object, const char *key)
{
	return json_string_value(json_object_get(object, key));
}

static void
test_page_json_in_the_form_of_the_gold(void **state)
{
	struct cut *cut = *state;
	struct str text = page_json(cut_page(cut, PAGE), cut->arena);
	json_t *page = json_loadb(text.data, text.len, 0, NULL);
	assert_non_null(page);
	const json_t *articles = json_object_get(page, "articles");
	assert_int_equal(json_array_size(articles), 2);
	const json_t *news = json_array_get(articles, 0);
	assert_string_equal(text_at(news, "title"), "春灌会议");
	assert_string_equal(text_at(news, "byline"), "记者 田小禾");
	assert_string_equal(text_at(news, "dateline_or_lede"), "本报讯（记者 田小禾）");
	assert_string_equal(text_at(news, "event_date"), "2022-05-06");
	assert_true(json_is_null(json_object_get(news, "kicker")));
	assert_true(json_is_null(json_object_get(news, "duplicate_of")));
	assert_int_equal(json_array_size(json_object_get(news, "body")), 1);
	const json_t *photo = json_array_get(articles, 1);
	assert_string_equal(text_at(photo, "kind"), "photo");
	assert_int_equal(json_array_size(json_object_get(photo, "body")), 0);
	assert_int_equal(json_array_size(json_object_get(photo, "captions")), 1);
	assert_int_equal(json_array_size(json_object_get(page, "furniture")), 1);
	json_decref(page);
}

static void
test_page_json_withholds_supplied_titles(void **state)
{
	struct cut *cut = *state;
	struct page *cut_one = cut_page(
		cut, "本报讯（记者 田小禾）县图书馆即日起延时开放，读者可待到九点。\n");
	struct str text = page_json(cut_one, cut->arena);
	json_t *page = json_loadb(text.data, text.len, 0, NULL);
	const json_t *news = json_array_get(json_object_get(page, "articles"), 0);
	assert_true(json_is_null(json_object_get(news, "title")));
	assert_string_equal(text_at(news, "title_supplied"), "县图书馆即日起延时开放");
	json_decref(page);
}

static void
test_page_json_has_tables_and_curated_text_in_order(void **state)
{
	struct cut *cut = *state;
	struct block blocks[] = {
		{.kind = BLOCK_HTML, .text = STR("引言。"), .html = STR("<p>引言。</p>")},
		{.kind = BLOCK_TABLE,
			.text = STR("站名\t水位\n上河\t41.26"),
			.html = STR("")},
		{.kind = BLOCK_VERSE, .text = STR("一行\n二行"), .html = STR("")},
	};
	struct article article = {.title = STR("水情")};
	article.blocks.items = blocks;
	article.blocks.count = 3;
	struct article *articles[] = {&article};
	struct page page = {.source = STR("a.md")};
	page.articles.items = articles;
	page.articles.count = 1;
	struct str text = page_json(&page, cut->arena);
	assert_true(str_has(text, STR("\"body\":[\"引言。\",\"站名 水位\",\"上河 41.26\","
				      "\"一行\",\"二行\"]")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_page_json_in_the_form_of_the_gold),
		cmocka_unit_test(test_page_json_withholds_supplied_titles),
		cmocka_unit_test(test_page_json_has_tables_and_curated_text_in_order),
	};
	return CUT_TESTS(tests);
}
