#include "paper.h"

#include "publish/words.h"

static void
test_words_date_says_what_is_known(void **state)
{
	struct paper *paper = *state;
	struct arena *arena = paper->arena;
	const struct words *words = paper_words(paper);
	assert_str(words_date(words, (struct date){2024, 3, 5}, arena),
		"2024年3月5日星期二");
	assert_str(words_date(words, (struct date){2024, 3, 3}, arena),
		"2024年3月3日星期日");
	assert_str(words_date(words, (struct date){2024, 3, 0}, arena), "2024年3月");
	assert_str(words_date(words, (struct date){2024, 0, 0}, arena), "2024年");
	assert_str(words_date(words, (struct date){0}, arena), "");
	assert_str(words_day(words, (struct date){2024, 3, 5}, arena), "2024年3月5日");
	assert_str(words_year(words, 2024, arena), "2024年");
}

static void
test_words_in_english(void **state)
{
	struct paper *paper = *state;
	struct arena *arena = paper->arena;
	paper->site.language = STR("en");
	const struct words *words = paper_words(paper);
	assert_str(words_date(words, (struct date){2024, 3, 5}, arena),
		"Tuesday, March 5, 2024");
	assert_str(words_day(words, (struct date){2024, 3, 0}, arena), "March 2024");
	assert_str(words_year(words, 2024, arena), "2024");
	assert_str(words_page(words, STR("01"), arena), "Page 1");
	assert_str(words_kind(words, ARTICLE_BRIEF), "Brief");
	assert_str(words_kind(words, ARTICLE_NEWS), "");
	assert_str(words_tag_kind(words, TAG_PLACE), "Places");
	assert_str(words_signs(words, MARK_END_LOST, arena), "[end lost]");
}

static void
test_words_page_of_numbers_and_letters(void **state)
{
	struct paper *paper = *state;
	const struct words *words = paper_words(paper);
	assert_str(words_page(words, STR("01"), paper->arena), "第1版");
	assert_str(words_page(words, STR("10"), paper->arena), "第10版");
	assert_str(words_page(words, STR("1-2"), paper->arena), "第1-2版");
	assert_str(words_page(words, STR("A01"), paper->arena), "A01版");
	assert_str(words_page(words, STR("0"), paper->arena), "第0版");
	assert_str(words_page(words, STR(""), paper->arena), "");
}

static void
test_words_lines_joins_first_and_last(void **state)
{
	struct arena *arena = ((struct paper *)*state)->arena;
	assert_str(words_lines(12, 34, arena), "12–34");
	assert_str(words_lines(12, 12, arena), "12");
	assert_str(words_lines(0, 0, arena), "");
}

static void
test_words_signs_in_their_order(void **state)
{
	struct paper *paper = *state;
	const struct words *words = paper_words(paper);
	assert_str(words_signs(
			   words, MARK_DATE_INFERRED | MARK_TITLE_SUPPLIED, paper->arena),
		"〔代拟题〕〔日期推定〕");
	assert_str(words_signs(words, 0, paper->arena), "");
}

static void
test_words_title_falls_back_on_kicker_and_text(void **state)
{
	struct paper *paper = *state;
	const struct words *words = paper_words(paper);
	struct block block = {.kind = BLOCK_PARAGRAPH,
		.text = STR("一二三四五六七八九十一二三四五六七八九十一二三四五六")};
	struct article article = {.title = STR("河堤完工"),
		.kicker = STR("水务局"),
		.byline = STR("石既明 摄")};
	article.blocks.items = &block;
	article.blocks.count = 1;
	assert_str(words_title(words, &article), "河堤完工");
	article.title = STR("　");
	assert_str(words_title(words, &article), "水务局");
	article.title = article.kicker = STR("");
	article.opening = article_opening(&article, paper->arena);
	assert_str(words_title(words, &article),
		"一二三四五六七八九十一二三四五六七八九十一二三四…");
	article.blocks.count = 0;
	article.opening = article_opening(&article, paper->arena);
	assert_str(words_title(words, &article), "（无题）");
}

static void
test_words_read_names_what_is_missing(void **state)
{
	struct paper *paper = *state;
	struct strings none = {.by_key = map_open(paper->arena)};
	struct strbuf said = strbuf_open(paper->arena);
	assert_null(words_read(&none, STR("en"), paper->arena, &paper->report));
	report_write(&paper->report, SEVERITY_NOTE, &said);
	assert_has(strbuf_str(&said), "the string `lettered_page` is missing");
	assert_has(strbuf_str(&said), "the string `kind_brief` is missing");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_words_date_says_what_is_known),
		TEST(test_words_in_english),
		TEST(test_words_page_of_numbers_and_letters),
		TEST(test_words_lines_joins_first_and_last),
		TEST(test_words_signs_in_their_order),
		TEST(test_words_title_falls_back_on_kicker_and_text),
		TEST(test_words_read_names_what_is_missing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
