#include "cut.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "edit/explanation.h"
#include "tally.h"

#define CASES  "tests/cases/segment"
#define SHARED "../shared/pages"

/* --- cases --- */

static struct page *
page_of_file(struct cut *cut, struct str path)
{
	struct report report = report_open(cut->arena);
	struct page *page = arena_new(cut->arena, struct page);
	struct str bytes;
	assert_true(file_read(path, 1 << 24, &bytes, cut->arena, &report));
	assert_true(text_read(cut->text, bytes, ENCODING_UTF8,
		(struct place){.file = path}, &page->text, cut->arena, &report));
	page->first_line = 1;
	segment_page(cut->segmenter, page, NULL, cut->arena, cut->scratch);
	return page;
}

static json_t *
load(struct str bytes)
{
	json_error_t error;
	json_t *json = json_loadb(bytes.data, bytes.len, 0, &error);
	if (!json)
		print_error("line %d: %s\n", error.line, error.text);
	assert_non_null(json);
	return json;
}

/* BLESS=1 writes what came out as the new expectation. */
static bool
compare(struct cut *cut, struct str expected_path, struct str actual_text)
{
	struct report report = report_open(cut->arena);
	json_t *actual = load(actual_text);
	if (getenv("BLESS")) {
		char *text = json_dumps(actual, JSON_INDENT(1) | JSON_PRESERVE_ORDER);
		struct str bytes = str_format(cut->arena, "%s\n", text);
		assert_true(file_replace(expected_path, bytes, &report));
		free(text);
	}
	struct str expected_text;
	assert_true(
		file_read(expected_path, 1 << 24, &expected_text, cut->arena, &report));
	json_t *expected = load(expected_text);
	bool equal = json_equal(expected, actual);
	json_decref(expected);
	json_decref(actual);
	return equal;
}

static void
test_segment_page_cases(void **state)
{
	struct cut *cut = *state;
	struct report report = report_open(cut->arena);
	struct file_list files = {0};
	assert_true(file_walk(STR(CASES), &files, cut->arena, &report));
	unsigned cases = 0, failed = 0;
	for (size_t i = 0; i < files.count; i++) {
		struct str path = files.items[i].path;
		if (!str_ends(path, STR("/input.txt")))
			continue;
		struct str input = file_join(STR(CASES), path, cut->arena);
		struct page *page = page_of_file(cut, input);
		struct str expected =
			file_join(file_folder(input), STR("expected.json"), cut->arena);
		if (!compare(cut, expected, page_json(page, cut->arena))) {
			print_error("%.*s came out otherwise\n", STR_ARG(path));
			failed++;
		}
		cases++;
	}
	assert_true(cases >= 31);
	assert_int_equal(failed, 0);
}

/* --- nothing is lost --- */

static unsigned
count_losses_below(struct cut *cut, struct str folder)
{
	struct report report = report_open(cut->arena);
	struct file_list files = {0};
	unsigned pages = 0;
	assert_true(file_walk(folder, &files, cut->arena, &report));
	for (size_t i = 0; i < files.count; i++) {
		if (!str_ends(files.items[i].path, STR(".txt")))
			continue;
		struct str path = file_join(folder, files.items[i].path, cut->arena);
		long lost = tally_lost(page_of_file(cut, path));
		if (lost)
			print_error("%.*s: %ld characters lost\n", STR_ARG(path), lost);
		assert_int_equal(lost, 0);
		pages++;
	}
	return pages;
}

static void
test_segment_page_loses_no_character(void **state)
{
	assert_true(count_losses_below(*state, STR(CASES)) >= 20);
	if (file_is_folder(STR(SHARED)))
		assert_true(count_losses_below(*state, STR(SHARED)) > 0);
}

/* A column's name and a byline that no text has room for stay, as lines of the one above.
 */
static void
test_segment_page_keeps_parts_without_a_text(void **state)
{
	struct page *page = cut_page(*state, "一线观察\n"
					     "老街的灯\n"
					     "□本报记者 宋知远\n"
					     "\n"
					     "老街的路灯昨天换成了新的，街坊们都说好。\n"
					     "\n"
					     "一线观察\n"
					     "□方乐山\n"
					     "\n"
					     "责任编辑：左思远\n");
	assert_int_equal(page->articles.count, 1);
	assert_int_equal(tally_lost(page), 0);
}

/* --- strange pages --- */

static struct page *
page_of_repeated(struct cut *cut, const char *line, int times)
{
	struct strbuf text = strbuf_open(cut->arena);
	for (int i = 0; i < times; i++)
		strbuf_add(&text, str_from(line));
	strbuf_add_char(&text, '\n');
	return cut_page(cut, text.data);
}

static void
test_segment_page_of_headlines_only(void **state)
{
	struct page *page = page_of_repeated(*state, "县政府召开常务会议\n\n", 20000);
	assert_int_equal(page->articles.count, 1);
	assert_int_equal(tally_lost(page), 0);
}

static void
test_segment_page_of_many_ledes(void **state)
{
	struct page *page =
		page_of_repeated(*state, "本报讯（记者 田小禾）近日，渠通了。\n", 3000);
	assert_int_equal(page->articles.count, 3000);
	assert_int_equal(tally_lost(page), 0);
}

static void
test_segment_page_of_one_long_line(void **state)
{
	struct page *page =
		page_of_repeated(*state, "近日，某县开展活动，取得了成效，", 80000);
	assert_int_equal(page->articles.count, 1);
	assert_int_equal(tally_lost(page), 0);
}

static void
test_segment_page_of_nothing(void **state)
{
	assert_int_equal(cut_page(*state, "")->articles.count, 0);
	assert_int_equal(cut_page(*state, "\n \n　\n")->articles.count, 0);
	assert_int_equal(cut_page(*state, "。")->articles.count, 1);
}

static void
test_segment_page_that_is_no_newspaper(void **state)
{
	struct page *page = page_of_repeated(*state, "1,foo,bar\n\n2,baz,qux\n", 400);
	assert_int_equal(page->articles.count, 1);
	assert_true(page->articles.items[0]->marks & MARK_TITLE_SUPPLIED);
}

/* --- what it says of an article --- */

static void
test_segment_page_supplies_a_title(void **state)
{
	struct page *page = cut_page(*state,
		"本报讯（记者 田小禾）县图书馆即日起延时开放，读者可以待到九点。\n");
	const struct article *article = page->articles.items[0];
	assert_true(article->marks & MARK_TITLE_SUPPLIED);
	assert_str(article->title, "县图书馆即日起延时开放");
	assert_true(article->confidence < 1000);
}

static void
test_segment_page_infers_the_year(void **state)
{
	struct page *page = cut_page(
		*state, "春灌\n\n本报讯（记者 田小禾）5月6日，2022年第3次会议召开。\n");
	assert_int_equal(page->articles.items[0]->event_date.year, 2022);
	assert_true(page->articles.items[0]->marks & MARK_DATE_INFERRED);
	page = cut_page(*state,
		"春灌\n\n本报讯（记者 "
		"田小禾）5月6日，会议召开。2022年，产值达到7亿元，今年更高。\n");
	assert_int_equal(page->articles.items[0]->event_date.year, 2023);
	page = cut_page(*state, "春灌\n\n本报讯（记者 田小禾）5月6日，会议召开。\n");
	assert_int_equal(page->articles.items[0]->event_date.year, 0);
}

static void
test_segment_page_knows_jumps_and_series(void **state)
{
	struct page *page = cut_page(*state,
		"老渠\n\n——来自河口镇的系列报道之二\n\n全媒体记者 田小禾\n\n"
		"天刚亮，晒场上就响起了机器声，大家都来看热闹。（下转第3版）\n");
	const struct article *article = page->articles.items[0];
	assert_str(article->jump_to, "3");
	assert_int_equal(article->part, 2);
	assert_str(article->blocks.items[0].text,
		"天刚亮，晒场上就响起了机器声，大家都来看热闹。");
	assert_int_equal(article->marks & MARK_END_LOST, 0);
}

static void
test_segment_page_twice_the_same(void **state)
{
	struct cut *cut = *state;
	const char *text =
		"春灌会议\n\n本报讯（记者 田小禾）5月6日，会议召开。\n\n湿地 罗星 摄\n";
	struct str first = page_json(cut_page(cut, text), cut->arena);
	assert_true(str_equal(first, page_json(cut_page(cut, text), cut->arena)));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_segment_page_keeps_parts_without_a_text),
		cmocka_unit_test(test_segment_page_cases),
		cmocka_unit_test(test_segment_page_loses_no_character),
		cmocka_unit_test(test_segment_page_of_headlines_only),
		cmocka_unit_test(test_segment_page_of_many_ledes),
		cmocka_unit_test(test_segment_page_of_one_long_line),
		cmocka_unit_test(test_segment_page_of_nothing),
		cmocka_unit_test(test_segment_page_that_is_no_newspaper),
		cmocka_unit_test(test_segment_page_supplies_a_title),
		cmocka_unit_test(test_segment_page_infers_the_year),
		cmocka_unit_test(test_segment_page_knows_jumps_and_series),
		cmocka_unit_test(test_segment_page_twice_the_same),
	};
	return CUT_TESTS(tests);
}
