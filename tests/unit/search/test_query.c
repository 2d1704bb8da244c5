#include "search_site.h"

#include "search/query_parse.h"

static bool
ask(struct search_site *site, const struct search_request *request,
	struct search_result *result)
{
	return search_query(
		site->folder, request, site->text, result, site->arena, &site->report);
}

static struct search_result
search_limited(struct search_site *site, const char *query, size_t limit)
{
	struct search_result result;
	struct search_request request = {.query = str_from(query), .limit = limit};
	assert_true(ask(site, &request, &result));
	return result;
}

static struct search_result
search(struct search_site *site, const char *query)
{
	return search_limited(site, query, SIZE_MAX);
}

/* The titles found, in order, and the count; before it what was searched for instead. */
static struct str
found(struct search_site *site, const char *query)
{
	struct search_result result = search(site, query);
	struct strbuf out = strbuf_open(site->arena);
	for (size_t i = 0; i < result.also.count; i++)
		strbuf_printf(&out, "~%.*s ", STR_ARG(result.also.items[i]));
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
	assert_str(found(site, "\"营商却说\""), "0");
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
	assert_str(found(site, ".5"), "1 建设2022年");
	assert_str(found(site, "3."), "1 建设2022年");
	assert_str(found(site, "1."), "1 二十");
	assert_str(found(site, "pt和c"), "1 建设2022年");
	assert_str(found(site, "OVI"), "1 建设2022年");
	assert_str(found(site, "covid-19"), "1 建设2022年");
	assert_str(found(site, "-5"), "2 二十 建设2022年");
	assert_str(found(site, "p"), "1 建设2022年");
	assert_str(found(site, "0"), "2 建设2022年 二十");
	assert_str(found(site, "2 -02"), "1 二十");
	struct search_result result = search_limited(site, "PPT -02", 0);
	assert_true(result.exact);
	assert_int_equal(result.total, 0);
}

/* Nothing is found as typed: a character that is often taken for another is tried, then
 * any one. */
static void
test_search_query_instead(void **state)
{
	struct search_site *site = *state;
	search_site_add(
		site, "2023-05-01", "已故", STR("自已动手，丰衣足食。周末放假。"));
	search_site_add(
		site, "2024-05-01", "未来", STR("自己动手，丰衣足食，周未休息。"));
	search_site_add(site, "2024-05-02", "渡口", STR("渡口的新船今早下水了。"));
	search_site_add(
		site, "2024-05-03", "渡口", STR("渡口的老船今早下水了，新船也下。"));
	search_site_build(site);
	assert_str(found(site, "自已"), "1 已故");
	assert_str(found(site, "自巳"), "~自己 ~自已 2 未来 已故");
	assert_str(found(site, "自巳动手"), "~自己动手 ~自已动手 2 未来 已故");
	assert_str(found(site, "周未放"), "~周末放 1 已故");
	assert_str(found(site, "渡口的破船"), "~渡口的老船 ~渡口的新船 2 渡口 渡口");
	assert_str(found(site, "的新船昨"), "~的新船今 1 渡口");
	assert_str(found(site, "昨口的新船"), "~渡口的新船 1 渡口");
	/* Not of two characters, or of two pieces. */
	assert_str(found(site, "破船"), "0");
	assert_str(found(site, "自巳 动手"), "0");
	/* Within what else was asked for. */
	struct search_result result;
	struct search_request request = {
		.query = STR("渡口的破船"), .from = STR("2024-05-03"), .limit = 10};
	assert_true(ask(site, &request, &result));
	assert_int_equal(result.total, 1);
	assert_int_equal(result.also.count, 1);
	assert_str(result.also.items[0], "渡口的老船");
}

/* One of several: 甲 OR 乙. */
static void
test_search_query_of_alternatives(void **state)
{
	struct search_site *site = *state;
	build_some(site);
	assert_str(found(site, "麦子 OR 热粥"), "2 岁首寄语 七月新风");
	assert_str(found(site, "优化 麦子 OR 热粥"), "2 七月新风 岁首寄语");
	assert_str(found(site, "麦子 OR 发黄 -七月"), "1 旧闻一则");
	assert_str(found(site, "鼬 OR 麦"), "2 七月新风 旧闻一则");
	assert_str(found(site, "鼬 OR 麦子 了"), "2 七月新风 旧闻一则");
	assert_str(
		found(site, "优化营商环境 OR 一带一路耕 OR 没有"), "2 春耕一线 岁首寄语");
	assert_str(found(site, "麦子 OR"), "0");
	/* What has either: what has one, and the other, but both only once. */
	srand(11);
	for (size_t i = 0; i < 40; i++) {
		static const char *const words[] = {
			"优化", "环境", "了", "营商环境", "9月", "York", "五", "雷声"};
		const char *a = words[rand() % 8], *b = words[rand() % 8];
		size_t either =
			search(site, str_format(site->arena, "%s OR %s", a, b).data)
				.total;
		size_t all =
			search(site, str_format(site->arena, "%s %s", a, b).data).total;
		assert_int_equal(
			either + all, search(site, a).total + search(site, b).total);
	}
}

static struct str
narrowed(struct search_site *site, struct search_request request)
{
	struct search_result result;
	request.limit = SIZE_MAX;
	assert_true(ask(site, &request, &result));
	struct strbuf out = strbuf_open(site->arena);
	for (size_t i = 0; i < result.count; i++)
		strbuf_printf(&out, "%.*s ", STR_ARG(result.items[i].title));
	return strbuf_str(&out);
}

static void
test_search_query_narrowed_and_sorted(void **state)
{
	struct search_site *site = *state;
	build_some(site);
	site->pages.items[1]->articles.items[0]->kind = ARTICLE_POEM;
	site->pages.items[3]->articles.items[0]->column = STR("田间");
	site->pages.items[3]->articles.items[0]->page = STR("A02");
	search_site_build(site);
#define NARROWED(...) narrowed(site, (struct search_request){__VA_ARGS__})
	struct str query = STR("了");
	assert_str(NARROWED(query, .sort = SEARCH_NEWEST), "春耕一线 七月新风 旧闻一则 ");
	assert_str(NARROWED(query, .sort = SEARCH_OLDEST), "七月新风 春耕一线 旧闻一则 ");
	assert_str(NARROWED(query, .from = STR("2023")), "春耕一线 ");
	assert_str(NARROWED(query, .to = STR("2022-07-01")), "七月新风 ");
	assert_str(NARROWED(query, .to = STR("2022-06")), "");
	assert_str(NARROWED(.from = STR("2024-01"), .to = STR("2024-03-05")),
		"營商環境惊蛰 岁首寄语 ");
	assert_str(NARROWED(.kind = STR("poem")), "岁首寄语 ");
	assert_str(NARROWED(query, .column = STR("田间")), "春耕一线 ");
	assert_str(NARROWED(.page = STR("A02")), "春耕一线 ");
	assert_str(NARROWED(query, .page = STR("A01")), "");
	assert_str(
		NARROWED(STR("-优化"), .from = STR("2024-01")), "春耕一线 營商環境惊蛰 ");
#undef NARROWED
	struct search_result result;
	struct search_request request = {.query = query, .from = STR("today")};
	assert_false(ask(site, &request, &result));
}

static void
test_search_query_cuts_snippets(void **state)
{
	struct search_site *site = *state;
	build_some(site);
	struct search_hit hit = search(site, "一带一路").items[0];
	assert_str(hit.snippet, "5 G农机下地，“一带”一路耕了300亩，9 月 1日收工。");
	assert_int_equal(hit.marked.count, 1);
	assert_str(hit.marked.items[0], "一带”一路");
	hit = search(site, "營商环境 雷声").items[0];
	assert_str(hit.snippet, "雷声过后，9月11日。");
	assert_int_equal(hit.surface.count, 2);
	assert_str(hit.surface.items[0], "營商環境");
}

static void
test_search_query_limits_and_counts(void **state)
{
	struct search_site *site = *state;
	build_some(site);
	struct search_result result = search_limited(site, "了", 1);
	assert_int_equal(result.count, 1);
	assert_int_equal(result.total, 3);
	assert_true(result.exact);
	assert_str(result.items[0].date, "2024-03-06");
	assert_str(result.items[0].address, "2024/03/06/01-4.html");
	/* Pairs and words are proved by the index alone, also where they are excluded. */
	result = search_limited(site, "优化 -麦子", 0);
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
			struct search_request request = {
				.query = STR("优化营商 环境"), .limit = 10};
			bool good = search_query(site->folder, &request, site->text,
				&result, site->arena, &report);
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
	struct search_request request = {.query = STR("一"), .limit = 10};
	assert_false(ask(site, &request, &result));
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
		bool has[PIECES_MOST] = {false};
		for (size_t p = 0; p < query->pieces.count; p++) {
			struct str piece = query->pieces.items[p].folded;
			has[p] = str_has(fold_text(fold, article->title, arena), piece);
			for (size_t b = 0; b < article->blocks.count && !has[p]; b++)
				has[p] = str_has(
					fold_text(fold, article->blocks.items[b].text,
						arena),
					piece);
		}
		count += query_matches(query, has);
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
		struct query query =
			query_parse(typed, false, site->text, fold, site->arena);
		struct search_result result =
			search(site, str_terminated(typed, site->arena));
		size_t naive = query.wanted ? naive_count(site, fold, &query) : 0;
		if (result.total != naive || !result.exact)
			fail_msg("%.*s: %zu, not %zu", STR_ARG(typed), result.total,
				naive);
	}
	assert_int_equal(search(site, "本报").total, 1700);
	assert_int_equal(search(site, "本").total, 1700);
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
		TEST(test_search_query_instead),
		TEST(test_search_query_of_alternatives),
		TEST(test_search_query_narrowed_and_sorted),
		TEST(test_search_query_cuts_snippets),
		TEST(test_search_query_limits_and_counts),
		TEST(test_search_query_of_a_damaged_index),
		TEST(test_search_query_without_an_index),
		TEST(test_search_query_is_as_good_as_reading_everything),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
