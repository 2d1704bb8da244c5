#include "search_site.h"

#include <jansson.h>

#include "search/issue_file.h"

static const struct site_file *
file_at(const struct search_site *site, struct str path)
{
	for (size_t i = 0; i < site->files.count; i++)
		if (str_equal(site->files.items[i].path, path))
			return &site->files.items[i];
	return NULL;
}

static json_t *
json_of(const struct site_file *file)
{
	assert_non_null(file);
	assert_true(str_starts(file->bytes, STR("backfile(")));
	assert_true(str_ends(file->bytes, STR(")\n")));
	return json_loadb(
		file->bytes.data + 9, file->bytes.len - 11, JSON_DECODE_ANY, NULL);
}

static void
add_some(struct search_site *site)
{
	search_site_add(
		site, "2022-07-01", "七月新风", STR("麦子收了。\n晒场上铺满了金黄。"));
	search_site_add(
		site, "2024-01-02", "岁首寄语", STR("新的一年，从一碗热粥开始。"));
	search_site_add(site, "2024-03-05", "惊蛰", STR("雷声过后，地里有了动静。"));
	search_site_add(
		site, "2024-03-06", "春耕一线", STR("5G农机下地，一天耕了300亩。"));
	search_site_add(site, "", "旧闻一则", STR("纸已发黄，日期不见了。"));
}

static void
test_search_write_every_file_is_json_in_a_call(void **state)
{
	struct search_site *site = *state;
	add_some(site);
	search_site_index(site);
	for (size_t i = 0; i < site->files.count; i++) {
		json_t *json = json_of(&site->files.items[i]);
		assert_non_null(json);
		json_decref(json);
		assert_true(str_starts(site->files.items[i].path, STR("search/")));
		assert_ptr_equal(
			file_at(site, site->files.items[i].path), &site->files.items[i]);
	}
}

static void
test_search_write_manifest_lists_segments(void **state)
{
	struct search_site *site = *state;
	add_some(site);
	search_site_index(site);
	json_t *manifest = json_of(file_at(site, STR("search/manifest.js")));
	static const char *const names[] = {"2024-03", "2024", "2016-2023", "undated"};
	static const int counts[] = {2, 1, 1, 1};
	const json_t *segments = json_object_get(manifest, "segments");
	assert_int_equal(json_array_size(segments), 4);
	for (size_t i = 0; i < 4; i++) {
		const json_t *segment = json_array_get(segments, i);
		assert_string_equal(
			json_string_value(json_object_get(segment, "name")), names[i]);
		assert_int_equal(json_integer_value(json_object_get(segment, "articles")),
			counts[i]);
		struct str terms = str_format(site->arena, "search/%s.js",
			json_string_value(json_object_get(segment, "text")));
		assert_non_null(file_at(site, terms));
	}
	json_decref(manifest);
}

/* Of the two files of an issue, the one that results show. */
static bool
is_issue(struct str path)
{
	return str_starts(path, STR("search/issues/")) && !str_ends(path, STR("n.js"));
}

static void
test_search_write_issue_file_has_what_results_show(void **state)
{
	struct search_site *site = *state;
	struct article *article =
		search_site_add(site, "2024-03-05", "惊蛰<b>\"", STR("雷声。"));
	article->column = STR("节气");
	search_site_index(site);
	const struct site_file *file = NULL;
	for (size_t i = 0; i < site->files.count; i++)
		if (is_issue(site->files.items[i].path))
			file = &site->files.items[i];
	json_t *json = json_of(file);
	char *compact = json_dumps(json, JSON_COMPACT);
	assert_string_equal(compact, "{\"date\":\"2024-03-05\",\"folder\":\"2024/03/05/"
				     "\",\"articles\":[[\"01-1.html\","
				     "\"惊蛰<b>\\\"\",\"01\",\"节气\",\"news\"]]}");
	assert_false(str_has(file->bytes, STR("<")));
	free(compact);
	json_decref(json);
}

static void
test_search_write_cuts_large_issues(void **state)
{
	struct search_site *site = *state;
	for (size_t i = 0; i < 70; i++)
		search_site_add(site, "2024-03-05", "一题", STR("正文。"));
	search_site_index(site);
	size_t files = 0, articles = 0;
	for (size_t i = 0; i < site->files.count; i++) {
		if (!is_issue(site->files.items[i].path))
			continue;
		json_t *json = json_of(&site->files.items[i]);
		files++;
		articles += json_array_size(json_object_get(json, "articles"));
		json_decref(json);
	}
	assert_int_equal(files, 2);
	assert_int_equal(articles, 70);
}

static void
test_search_write_twice_is_the_same(void **state)
{
	struct search_site *site = *state;
	add_some(site);
	search_site_index(site);
	size_t count = site->files.count;
	struct site_file *files = arena_array(site->arena, struct site_file, count);
	for (size_t i = 0; i < count; i++)
		files[i] = site->files.items[i];
	search_site_index(site);
	assert_int_equal(site->files.count, count);
	for (size_t i = 0; i < count; i++) {
		assert_str(site->files.items[i].path, files[i].path.data);
		assert_true(str_equal(site->files.items[i].bytes, files[i].bytes));
	}
}

/* What is not of the newest month stays; and no file but the manifest changes under its
 * name. */
static void
test_search_write_new_issue_touches_one_segment(void **state)
{
	struct search_site *site = *state;
	add_some(site);
	search_site_index(site);
	size_t count = site->files.count, kept = 0;
	struct site_file *files = arena_array(site->arena, struct site_file, count);
	for (size_t i = 0; i < count; i++)
		files[i] = site->files.items[i];
	search_site_add(site, "2024-03-07", "又一天", STR("地里更热闹了。"));
	search_site_index(site);
	for (size_t i = 0; i < count; i++) {
		const struct site_file *now = file_at(site, files[i].path);
		bool same = now && str_equal(now->bytes, files[i].bytes);
		assert_true(
			same || !now || str_equal(now->path, STR("search/manifest.js")));
		kept += same;
	}
	/* Gone are the manifest and, of the newest month, of texts and of names the root
	 * and the shard. */
	assert_int_equal(count - kept, 5);
}

/* Workers write folders at the same time: no two segments may have one in common. */
static void
test_search_write_equal_segments_have_folders_of_their_own(void **state)
{
	struct search_site *site = *state;
	search_site_add(site, "2020-07-01", "夏收", STR("麦子收了。"));
	search_site_add(site, "2024-01-02", "夏收", STR("麦子收了。"));
	search_site_add(site, "2024-03-05", "夏收", STR("麦子收了。"));
	search_site_index(site);
	for (size_t i = 0; i < site->files.count; i++)
		assert_ptr_equal(
			file_at(site, site->files.items[i].path), &site->files.items[i]);
}

struct refusing {
	struct search_site *site;
	size_t left; /* files that are taken */
};

static bool
refuse(void *context, struct str path, struct str bytes)
{
	(void)path;
	(void)bytes;
	struct refusing *refusing = context;
	return refusing->left-- > 0;
}

static const struct article *
full(void *context, size_t index, struct arena *arena)
{
	struct refusing *refusing = context;
	return search_site_full(refusing->site, index, arena);
}

static void
test_search_write_stops_when_the_sink_refuses(void **state)
{
	struct search_site *site = *state;
	add_some(site);
	site->catalog = search_site_catalog(site, site->arena);
	struct search_plan *plan = search_plan(site->catalog, site->text, site->arena);
	for (size_t i = 0; i < plan->count; i++) {
		struct refusing refusing = {site, 100};
		struct search_ways ways = {full, refuse, NULL, NULL, &refusing};
		struct str value =
			search_write(plan, &plan->items[i], &ways, site->arena);
		assert_true(value.len);
		for (size_t files = 100 - refusing.left; files--;) {
			struct refusing fewer = {site, files};
			ways.context = &fewer;
			value = search_write(plan, &plan->items[i], &ways, site->arena);
			assert_str(value, "");
			assert_int_equal(fewer.left, SIZE_MAX);
		}
	}
}

static const struct article *
nothing(void *context, size_t index, struct arena *arena)
{
	(void)context;
	(void)index;
	(void)arena;
	return NULL;
}

/* Texts alone need the blocks. */
static void
test_search_write_without_an_article(void **state)
{
	struct search_site *site = *state;
	add_some(site);
	site->catalog = search_site_catalog(site, site->arena);
	struct search_plan *plan = search_plan(site->catalog, site->text, site->arena);
	for (size_t i = 0; i < plan->count; i++) {
		const struct search_ways ways = {
			nothing, search_site_take, NULL, NULL, site};
		struct str value =
			search_write(plan, &plan->items[i], &ways, site->arena);
		assert_int_equal(value.len == 0, plan->items[i].kind == SEARCH_TEXT);
	}
}

static void
test_search_write_suggests_the_most_frequent_tags(void **state)
{
	struct search_site *site = *state;
	static const char *const names[] = {"春耕", "防汛", "春耕", "防汛", "防汛"};
	for (size_t i = 0; i < 5; i++) {
		struct article *article =
			search_site_add(site, "2024-03-05", "河堤", STR("雨水到了"));
		*list_add(&article->tags, site->arena) =
			(struct tag_use){TAG_TOPIC, str_from(names[i]), 1000, NULL};
	}
	search_site_index(site);
	json_t *manifest = json_of(file_at(site, STR("search/manifest.js")));
	const char *name = json_string_value(json_object_get(manifest, "suggest"));
	struct str path = str_format(site->arena, "search/%s", name);
	assert_true(str_has(file_at(site, path)->bytes,
		STR("\"tags\":[[\"防汛\",\"fang-xun\",\"fangxun fx\",3],"
		    "[\"春耕\",\"chun-geng\",\"chungeng cg\",2]]")));
	json_decref(manifest);
}

static void
mention(struct search_site *site, struct article *article, const char *office)
{
	*list_add(&article->mentions, site->arena) =
		(struct mention){.name = STR("周明远"),
			.office = str_from(office),
			.context = STR(""),
			.count = 1,
			.strong = 1};
}

static bool
is_said(const struct search_site *site, struct str folder, struct str said)
{
	bool found = false;
	for (size_t i = 0; i < site->files.count; i++)
		found |= str_starts(site->files.items[i].path, folder) &&
			 str_has(site->files.items[i].bytes, said);
	return found;
}

/* Namesakes are told apart in suggestions and in ways to narrow a search, as they are now
 * known, whether or not the article itself has changed. */
static void
test_search_write_tells_namesakes_apart(void **state)
{
	struct search_site *site = *state;
	struct person_entry *entry = list_add(&site->authority.people, site->arena);
	entry->name = STR("周明远");
	entry->slug = entry->pinyin = entry->note = STR("");
	struct person_split *teacher = list_add(&entry->splits, site->arena);
	teacher->slug = STR("zhou-shi");
	str_list_add(&teacher->offices, STR("教师"), site->arena);
	*map_at(&site->authority.person_of, STR("周明远")) = entry;
	mention(site, search_site_add(site, "2024-03-05", "惊蛰", STR("雷声。")), "局长");
	search_site_index(site);
	assert_true(is_said(site, STR("search/issues/2024-03-05-"), STR(" 周明远\"")));
	mention(site, search_site_add(site, "2024-03-06", "开学", STR("钟声。")), "教师");
	search_site_index(site);
	struct str issue = STR("search/issues/2024-03-05-");
	assert_true(is_said(site, issue, STR("\"zhou-mingyuan 周明远 局长\"")));
	assert_true(is_said(
		site, STR("search/issues/2024-03-06-"), STR("\"zhou-shi 周明远 教师\"")));
	assert_true(is_said(site, STR("search/suggest-"),
		STR("[\"周明远 教师\",\"zhou-shi\",\"zhoumingyuan zmy\",1]")));
}

/* What is said of an issue's persons is part of its name. */
static void
test_search_plan_knows_what_tells_namesakes_apart(void **state)
{
	struct search_site *site = *state;
	struct article *article =
		search_site_add(site, "2024-03-05", "惊蛰", STR("雷声。"));
	mention(site, article, "局长");
	struct catalog *catalog = search_site_catalog(site, site->arena);
	struct strbuf before = strbuf_open(site->arena);
	struct strbuf after = strbuf_open(site->arena);
	issue_see(catalog, 0, 1, &before);
	catalog->people.items[0]->about = STR("局长");
	issue_see(catalog, 0, 1, &after);
	assert_false(str_equal(strbuf_str(&before), strbuf_str(&after)));
}

/* An article without a title goes by its kicker or its first words. */
static void
test_search_write_issue_file_of_an_article_without_title(void **state)
{
	struct search_site *site = *state;
	static const char *const shown[] = {"渡口", "新船下水"};
	for (size_t i = 0; i < 2; i++) {
		struct article *article =
			search_site_add(site, "2024-03-05", "", STR("新船下水了。"));
		article->opening = STR("新船下水");
		article->kicker = i ? STR(" ") : STR("渡口");
	}
	search_site_index(site);
	for (size_t i = 0; i < site->files.count; i++) {
		const struct site_file *file = &site->files.items[i];
		if (!is_issue(file->path))
			continue;
		json_t *json = json_of(file);
		const json_t *articles = json_object_get(json, "articles");
		for (size_t k = 0; k < 2; k++)
			assert_string_equal(json_string_value(json_array_get(
						    json_array_get(articles, k), 1)),
				shown[k]);
		json_decref(json);
	}
}

static void
test_search_write_of_an_empty_archive(void **state)
{
	struct search_site *site = *state;
	search_site_index(site);
	assert_int_equal(site->files.count, 4);
	json_t *manifest = json_of(file_at(site, STR("search/manifest.js")));
	assert_int_equal(json_array_size(json_object_get(manifest, "segments")), 0);
	json_decref(manifest);
}

#define TEST(name)                                                                       \
	cmocka_unit_test_setup_teardown(name, search_site_set_up, search_site_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_search_write_every_file_is_json_in_a_call),
		TEST(test_search_write_manifest_lists_segments),
		TEST(test_search_write_issue_file_has_what_results_show),
		TEST(test_search_write_cuts_large_issues),
		TEST(test_search_write_twice_is_the_same),
		TEST(test_search_write_new_issue_touches_one_segment),
		TEST(test_search_write_equal_segments_have_folders_of_their_own),
		TEST(test_search_write_stops_when_the_sink_refuses),
		TEST(test_search_write_without_an_article),
		TEST(test_search_write_suggests_the_most_frequent_tags),
		TEST(test_search_write_tells_namesakes_apart),
		TEST(test_search_plan_knows_what_tells_namesakes_apart),
		TEST(test_search_write_issue_file_of_an_article_without_title),
		TEST(test_search_write_of_an_empty_archive),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
