#include "paper.h"

#include "publish/rows.h"

static void
test_link_to_is_relative_and_may_be_none(void **state)
{
	struct paper *paper = *state;
	const struct link *link = link_to(STR("2024/03/05/01.html"),
		STR("people/index.html"), STR("人物"), paper->arena);
	assert_str(link->href, "../../../people/index.html");
	assert_str(link->name, "人物");
	assert_null(link_to(STR("index.html"), STR(""), STR("无"), paper->arena));
}

static void
test_pager_of_needs_one_side(void **state)
{
	struct paper *paper = *state;
	const struct link link = {STR("a.html"), STR("a")};
	assert_null(pager_of(NULL, NULL, paper->arena));
	assert_ptr_equal(pager_of(NULL, &link, paper->arena)->next, &link);
	assert_null(pager_of(NULL, &link, paper->arena)->previous);
}

static void
test_article_row_of_has_words_for_everything(void **state)
{
	struct paper *paper = *state;
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "01");
	struct article *article = paper_article(paper, page, "春耕　备足");
	article->kind = ARTICLE_BRIEF;
	article->marks = MARK_END_LOST;
	struct article_row row = article_row_of(
		paper_words(paper), article, STR("2021/03/05/index.html"), paper->arena);
	assert_str(row.href, "01-1.html");
	assert_str(row.title, "春耕　备足");
	assert_str(row.kind, "简讯");
	assert_str(row.signs, "〔下文缺〕");
	assert_str(row.date, "2021年3月5日");
	assert_str(row.iso, "2021-03-05");
	assert_str(row.page, "第1版");
	assert_str(row.named, "");
}

static void
test_article_row_naming_parts_the_sentence_at_the_name(void **state)
{
	struct paper *paper = *state;
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "01");
	struct article *article = paper_article(paper, page, "春耕");
	paper_mention(paper, article, "何秋实", "局长", "局长何秋实说，种子到了。");
	struct article_row row = article_row_naming(paper_words(paper), article,
		&article->mentions.items[0], STR("index.html"), paper->arena);
	assert_str(row.before, "局长");
	assert_str(row.named, "何秋实");
	assert_str(row.after, "说，种子到了。");
}

/* The sentence may have been cut before the name. */
static void
test_article_row_naming_without_the_name_is_the_sentence(void **state)
{
	struct paper *paper = *state;
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "01");
	struct article *article = paper_article(paper, page, "春耕");
	paper_mention(paper, article, "何秋实", "局长", "种子到了。");
	struct article_row row = article_row_naming(paper_words(paper), article,
		&article->mentions.items[0], STR("index.html"), paper->arena);
	assert_str(row.before, "种子到了。");
	assert_str(row.named, "");
	assert_str(row.after, "");
}

static void
test_person_row_of_counts_news_before_credits(void **state)
{
	struct article first = {.date = {2019, 5, 1}}, last = {.date = {2024, 1, 1}},
		       undated = {0}, of_a_year = {.date = {1998, 0, 0}};
	struct appearance news[] = {{.article = &first}, {.article = &last},
		{.article = &undated}, {.article = &of_a_year}};
	struct appearance credits[] = {{.article = &last}};
	struct paper *paper = *state;
	struct person person = {.name = STR("何秋实"),
		.slug = STR("he-qiushi"),
		.pinyin = STR("He Qiushi"),
		.initials = STR("hqs"),
		.note = STR("")};
	person.credits.items = credits;
	person.credits.count = 1;
	struct name_row row =
		person_row_of(&person, STR("people/index.html"), paper->arena);
	assert_str(row.href, "he-qiushi/index.html");
	assert_str(row.find, "heqiushi hqs");
	assert_str(row.years, "2024");
	assert_int_equal(row.count, 1);
	person.news.items = news;
	person.news.count = 3;
	row = person_row_of(&person, STR("people/index.html"), paper->arena);
	assert_str(row.years, "2019–2024");
	assert_int_equal(row.count, 3);
	person.news.count = 4;
	row = person_row_of(&person, STR("people/index.html"), paper->arena);
	assert_str(row.years, "1998–2024");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_link_to_is_relative_and_may_be_none),
		TEST(test_pager_of_needs_one_side),
		TEST(test_article_row_of_has_words_for_everything),
		TEST(test_article_row_naming_parts_the_sentence_at_the_name),
		TEST(test_article_row_naming_without_the_name_is_the_sentence),
		TEST(test_person_row_of_counts_news_before_credits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
