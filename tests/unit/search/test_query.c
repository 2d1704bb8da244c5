#include "search_site.h"

#include "search/query_parse.h"

static struct search_result
search(struct search_site *site, const char *query)
{
	struct search_result result;
	assert_true(search_query(site->folder, str_from(query), SIZE_MAX, site->text,
		&result, site->arena, &site->report));
	return result;
}

/* The titles found, in order, and the count. */
static struct str
found(struct search_site *site, const char *query)
{
	struct search_result result = search(site, query);
	struct strbuf out = strbuf_open(site->arena);
	strbuf_printf(&out, "%zu%s", result.total, result.exact ? "" : "?");
	for (size_t i = 0; i < result.count; i++)
		strbuf_printf(&out, " %.*s", STR_ARG(result.items[i].title));
	return strbuf_str(&out);
}

static void
build_some(struct search_site *site)
{
	search_site_add(site, "2022-07-01", "七月新风",
		STR("麦子收了，优化营商的环境不是优化营商，环境却好；商环是错字。"));
	search_site_add(
		site, "2024-01-02", "岁首寄语", STR("优化营商环境，从一碗热粥开始。"));
	search_site_add(site, "2024-03-05", "營商環境惊蛰", STR("雷声过后，9月11日。"));
	search_site_add(site, "2024-03-06", "春耕一线",
		STR("5 G农机下地，“一带”一路耕了300亩，9 月 1日收工。\nNew York "
		    "也知道了"));
	search_site_add(site, "", "旧闻一则", STR("纸已发黄，日期不见了，末字是鼬"));
	search_site_build(site);
}

static void
test_search_query_finds_and_orders(void **state)
{
	struct search_site *site = *state;
	build_some(site);
	assert_str(found(site, "营商环境"), "2 營商環境惊蛰 岁首寄语");
	assert_str(found(site, "优化营商"), "2 七月新风 岁首寄语");
	assert_str(found(site, "带一路耕"), "1 春耕一线");
	assert_str(found(site, "9月1日"), "1 春耕一线");
	assert_str(found(site, "1日"), "2 春耕一线 營商環境惊蛰");
	assert_str(found(site, "11日"), "1 營商環境惊蛰");
	assert_str(found(site, "9月"), "2 春耕一线 營商環境惊蛰");
	assert_str(found(site, "5 G农机"), "1 春耕一线");
	assert_str(found(site, "york"), "1 春耕一线");
	assert_str(found(site, "没有这回事"), "0");
	assert_str(found(site, "发黄"), "1 旧闻一则");
}

static void
test_search_query_of_words_phrases_and_exclusions(void **state)
{
	struct search_site *site = *state;
	build_some(site);
	assert_str(found(site, "优化 环境"), "2 七月新风 岁首寄语");
	assert_str(found(site, "优化 -麦子"), "1 岁首寄语");
	assert_str(found(site, "优化 -营商环境"), "1 七月新风");
	assert_str(found(site, "\"营商，环境却\""), "1 七月新风");
	assert_str(found(site, "\"营商却\""), "0");
	assert_str(found(site, "-优化 -麦子"), "1 七月新风");
	assert_str(found(site, "\"绿，从\""), "0");
	assert_str(found(site, "\"境，从\""), "1 岁首寄语");
	assert_str(found(site, "\"5 G\""), "1 春耕一线");
	assert_str(found(site, ""), "0");
}

static void
test_search_query_of_single_characters(void **state)
{
	struct search_site *site = *state;
	build_some(site);
	assert_str(found(site, "鼬"), "1 旧闻一则");
	assert_str(found(site, "麦"), "1 七月新风");
	assert_str(found(site, "了"), "3 春耕一线 七月新风 旧闻一则");
	assert_str(found(site, "春 麦"), "0");
	assert_str(found(site, "了 麦"), "1 七月新风");
	assert_str(found(site, "优化 粥"), "1 岁首寄语");
}

/* Any part of a number or a word is found as any part of a sentence is. */
static void
test_search_query_inside_numbers_and_words(void **state)
{
	struct search_site *site = *state;
	search_site_add(
		site, "2022-03-01", "建设2022年", STR("增长13.5%，PPT和COVID-19"));
	search_site_add(site, "2024-03-01", "二十", STR("20与22，1.3与5，零下-5℃"));
	search_site_build(site);
	assert_str(found(site, "02"), "1 建设2022年");
	assert_str(found(site, "202"), "1 建设2022年");
	assert_str(found(site, "2022"), "1 建设2022年");
	assert_str(found(site, "22年"), "1 建设2022年");
	assert_str(found(site, "2年"), "1 建设2022年");
	assert_str(found(site, "3.5"), "1 建设2022年");
	assert_str(found(site, ".5"), "2 二十 建设2022年");
	assert_str(found(site, "pt和c"), "1 建设2022年");
	assert_str(found(site, "OVI"), "1 建设2022年");
	assert_str(found(site, "covid-19"), "1 建设2022年");
	assert_str(found(site, "-5"), "2 二十 建设2022年");
	assert_str(found(site, "p"), "1 建设2022年");
	assert_str(found(site, "0"), "2 建设2022年 二十");
	assert_str(found(site, "2 -02"), "1 二十");
	struct search_result result;
	assert_true(search_query(site->folder, STR("PPT -02"), 0, site->text, &result,
		site->arena, &site->report));
	assert_true(result.exact);
	assert_int_equal(result.total, 0);
}

static void
test_search_query_limits_and_counts(void **state)
{
	struct search_site *site = *state;
	build_some(site);
	struct search_result result;
	assert_true(search_query(site->folder, STR("了"), 1, site->text, &result,
		site->arena, &site->report));
	assert_int_equal(result.count, 1);
	assert_int_equal(result.total, 3);
	assert_true(result.exact);
	assert_str(result.items[0].date, "2024-03-06");
	assert_str(result.items[0].address, "2024/03/06/01-4.html");
	/* Pairs and words are proved by the index alone, also where they are excluded. */
	assert_true(search_query(site->folder, STR("优化 -麦子"), 0, site->text, &result,
		site->arena, &site->report));
	assert_int_equal(result.total, 1);
	assert_true(result.exact);
}

/* A file of the index, cut or altered, is an error or does not matter: never a crash. */
static void
test_search_query_of_a_damaged_index(void **state)
{
	struct search_site *site = *state;
	build_some(site);
	size_t errors = 0;
	for (size_t i = 0; i < site->files.count; i++) {
		struct site_file file = site->files.items[i];
		struct str path = file_join(site->folder, file.path, site->arena);
		for (size_t round = 0; round < 12; round++) {
			char *bytes = (char *)str_terminated(file.bytes, site->arena);
			struct str damaged = {bytes, file.bytes.len};
			if (round % 2)
				damaged.len = damaged.len * round / 12;
			else
				bytes[damaged.len * round / 12] ^= (char)(1 << round % 7);
			assert_true(file_replace(path, damaged, &site->report));
			struct search_result result;
			struct report report = report_open(site->arena);
			bool good = search_query(site->folder, STR("优化营商 环境"), 10,
				site->text, &result, site->arena, &report);
			assert_int_equal(report.count, !good);
			errors += !good;
		}
		assert_true(file_replace(path, file.bytes, &site->report));
	}
	assert_true(errors > 40);
	assert_str(found(site, "营商环境"), "2 營商環境惊蛰 岁首寄语");
}

static void
test_search_query_without_an_index(void **state)
{
	struct search_site *site = *state;
	struct search_result result;
	assert_false(search_query(site->folder, STR("一"), 10, site->text, &result,
		site->arena, &site->report));
	assert_int_equal(site->report.count, 1);
}

/* --- the index against its naive twin: every article read and checked --- */

static size_t
naive_count(struct search_site *site, struct fold *fold, const struct query *query)
{
	size_t count = 0;
	for (size_t i = 0; i < site->pages.count; i++) {
		const struct article *article = site->pages.items[i]->articles.items[0];
		struct arena *arena = arena_open();
		bool matches = true;
		for (size_t p = 0; p < query->pieces.count && matches; p++) {
			const struct query_piece *piece = &query->pieces.items[p];
			struct str title = fold_text(fold, article->title, arena);
			bool has = query_piece_in(piece, title);
			for (size_t b = 0; b < article->blocks.count && !has; b++)
				has = query_piece_in(piece,
					fold_text(fold, article->blocks.items[b].text,
						arena));
			matches = has != piece->excluded;
		}
		count += matches;
		arena_close(arena);
	}
	return count;
}

/* A part of a text, sometimes with more conditions. */
static struct str
random_query(struct search_site *site)
{
	const struct page *page = site->pages.items[(size_t)rand() % site->pages.count];
	struct str text = page->articles.items[0]->blocks.items[0].text;
	size_t from = (size_t)rand() % (str_count(text) - 8);
	struct str part = str_points(text, from, from + 1 + (size_t)rand() % 12);
	switch (rand() % 6) {
	case 0: return str_format(site->arena, "\"%.*s\"", STR_ARG(part));
	case 1: return str_format(site->arena, "%.*s 一丁", STR_ARG(part));
	case 2: return str_format(site->arena, "%.*s -丁七", STR_ARG(part));
	case 3: return str_format(site->arena, "%.*s -丁七万", STR_ARG(part));
	default: return part;
	}
}

static void
test_search_query_is_as_good_as_reading_everything(void **state)
{
	struct search_site *site = *state;
	srand(5);
	/* Enough in one year for lists that have files of their own. */
	for (size_t i = 0; i < 1700; i++) {
		const char *date = i < 1500   ? "2021-05-01"
				   : i < 1600 ? "2023-02-03"
					      : "2023-04-05";
		search_site_add(site, i % 100 == 99 ? "" : date, "本报一题",
			search_site_random_text(site, 30));
	}
	search_site_build(site);
	struct fold *fold = fold_open(site->text, site->arena);
	for (size_t round = 0; round < 60; round++) {
		struct str typed = random_query(site);
		struct query query = query_parse(typed, site->text, fold, site->arena);
		struct search_result result =
			search(site, str_terminated(typed, site->arena));
		size_t naive = query.wanted ? naive_count(site, fold, &query) : 0;
		if (result.total != naive || !result.exact)
			fail_msg("%.*s: %zu, not %zu", STR_ARG(typed), result.total,
				naive);
	}
	assert_int_equal(search(site, "本报").total, 1700);
	assert_int_equal(search(site, "本").total, 1700);
	bool heavy = false;
	for (size_t i = 0; i < site->files.count; i++)
		heavy |= str_has(site->files.items[i].path, STR("/h0.js"));
	assert_true(heavy);
}

#define TEST(name)                                                                       \
	cmocka_unit_test_setup_teardown(name, search_site_set_up, search_site_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_search_query_finds_and_orders),
		TEST(test_search_query_of_words_phrases_and_exclusions),
		TEST(test_search_query_of_single_characters),
		TEST(test_search_query_inside_numbers_and_words),
		TEST(test_search_query_limits_and_counts),
		TEST(test_search_query_of_a_damaged_index),
		TEST(test_search_query_without_an_index),
		TEST(test_search_query_is_as_good_as_reading_everything),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
