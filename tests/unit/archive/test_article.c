#include "unit.h"

#include "archive/article.h"

static struct block blocks[] = {
	{.kind = BLOCK_PARAGRAPH, .text = STR_INIT("江水 退了。")},
	{.kind = BLOCK_CAPTION, .text = STR_INIT("退水后的码头。 石既明 摄")},
	{.kind = BLOCK_SUBHEAD, .text = STR_INIT("清淤")},
	{.kind = BLOCK_HTML,
		.text = STR_INIT("街上有泥。"),
		.html = STR_INIT("<p>街上有泥。</p>")},
};

static struct article
sample(void)
{
	struct article article = {
		.kicker = STR("雨后"), .title = STR("水退了"), .byline = STR("林一苇")};
	article.blocks.items = blocks;
	article.blocks.count = 4;
	return article;
}

static int
distance(uint64_t a, uint64_t b)
{
	return __builtin_popcountll(a ^ b);
}

static void
test_article_kind_name_each_round_trips(void **state)
{
	(void)state;
	for (int i = 0; i < ARTICLE_KINDS; i++) {
		enum article_kind kind = ARTICLE_KINDS;
		const char *name = article_kind_name((enum article_kind)i);
		assert_true(article_kind_named(str_from(name), &kind));
		assert_int_equal(kind, i);
	}
	assert_string_equal(article_kind_name(ARTICLE_OBITUARY), "obituary");
	assert_string_equal(tag_kind_name(TAG_ORGANISATION), "organisation");
}

static void
test_article_kind_named_unknown(void **state)
{
	enum article_kind kind = ARTICLE_POEM;
	(void)state;
	assert_false(article_kind_named(STR("gossip"), &kind));
	assert_false(article_kind_named(STR(""), &kind));
	assert_int_equal(kind, ARTICLE_POEM);
}

static void
test_article_text_headline_then_blocks(void **state)
{
	struct arena *arena = arena_open();
	struct article article = sample();
	(void)state;
	assert_str(article_text(&article, arena),
		"雨后\n水退了\n林一苇\n江水 退了。\n退水后的码头。 石既明 "
		"摄\n清淤\n街上有泥。");
	arena_close(arena);
}

static void
test_article_body_without_headline_and_captions(void **state)
{
	struct arena *arena = arena_open();
	struct article article = sample();
	(void)state;
	assert_str(article_body(&article, arena), "江水 退了。\n清淤\n街上有泥。");
	arena_close(arena);
}

static void
test_article_length_counts_characters_without_spaces(void **state)
{
	struct article article = sample();
	(void)state;
	assert_int_equal(article_length(&article), 5 + 2 + 5);
}

static void
test_article_sketch_versions_are_near_strangers_far(void **state)
{
	const struct str text = STR(
		"七月以来江水连涨十二天，南塘垸的堤上日夜有人值守。村会计拿着花名册"
		"点名，点到谁，谁就晃一下手电。一百二十七个人，一百二十七下，像一串灯。");
	const struct str slip = STR(
		"七月以来江水连涨十二天，南塘坑的堤上日夜有人值守。村会计拿着花名册"
		"点名，点到谁，谁就晃一下手电。一百二十七个人，一百二十七下，像一串灯。");
	const struct str other = STR(
		"市图书馆从本月起延长开放时间，周末开到晚上十点。读者可以在门厅自助"
		"借书，还书箱设在三处路口。少儿阅览室同时换了新的桌椅，欢迎市民前往。");
	(void)state;
	assert_true(distance(article_sketch(text), article_sketch(slip)) <= 12);
	assert_true(distance(article_sketch(text), article_sketch(other)) > 12);
}

static void
test_article_sketch_ignores_spaces(void **state)
{
	(void)state;
	assert_true(
		article_sketch(STR("江水退了")) == article_sketch(STR("江水\n退 了")));
	assert_true(article_sketch(STR("江水退了")) != 0);
	assert_true(article_sketch(STR("江")) == 0);
	assert_true(article_sketch(STR("")) == 0);
}

/* Kept in ledgers, so it may not change between versions or machines. */
static void
test_article_sketch_is_fixed(void **state)
{
	(void)state;
	assert_int_equal(
		article_sketch(STR("江水退了，街上有泥。")), 0xc77b262fe159cf1ULL);
}

static void
test_article_digest_changes_with_what_is_seen(void **state)
{
	struct article article = sample();
	struct digest before = article_digest(&article);
	(void)state;
	article.confidence = 7;
	article.first_line = 99;
	assert_true(digest_equal(article_digest(&article), before));
	article.marks = MARK_END_LOST;
	assert_false(digest_equal(article_digest(&article), before));
	article.marks = 0;
	article.title = STR("水退");
	article.subtitle = STR("了");
	assert_false(digest_equal(article_digest(&article), before));
}

static void
test_article_digest_paragraph_end_counts(void **state)
{
	struct block whole[] = {{.text = STR_INIT("江水退了。街上有泥。")}};
	struct block parted[] = {
		{.text = STR_INIT("江水退了。")}, {.text = STR_INIT("街上有泥。")}};
	struct article a = {0}, b = {0};
	(void)state;
	a.blocks.items = whole;
	a.blocks.count = 1;
	b.blocks.items = parted;
	b.blocks.count = 2;
	assert_false(digest_equal(article_digest(&a), article_digest(&b)));
	a.blocks.items = (struct block[]){{.text = STR("江水")}, {.text = STR("退了。")}};
	b.blocks.items = (struct block[]){{.text = STR("江水退")}, {.text = STR("了。")}};
	a.blocks.count = 2;
	assert_false(digest_equal(article_digest(&a), article_digest(&b)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_article_kind_name_each_round_trips),
		cmocka_unit_test(test_article_kind_named_unknown),
		cmocka_unit_test(test_article_text_headline_then_blocks),
		cmocka_unit_test(test_article_body_without_headline_and_captions),
		cmocka_unit_test(test_article_length_counts_characters_without_spaces),
		cmocka_unit_test(test_article_sketch_versions_are_near_strangers_far),
		cmocka_unit_test(test_article_sketch_ignores_spaces),
		cmocka_unit_test(test_article_sketch_is_fixed),
		cmocka_unit_test(test_article_digest_changes_with_what_is_seen),
		cmocka_unit_test(test_article_digest_paragraph_end_counts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
