#include "unit.h"

#include <stdlib.h>

#include "base/file.h"
#include "publish/assets.h"

static struct asset_list
read_assets(struct arena *arena, const char *style)
{
	struct report report = report_open(arena);
	struct asset_list assets = {0};
	char template[] = "/tmp/backfile-assets-XXXXXX";
	struct str folder = str_copy(str_from(mkdtemp(template)), arena);
	file_replace(
		file_join(folder, STR("style.css"), arena), str_from(style), &report);
	file_replace(
		file_join(folder, STR("search/answer.js"), arena), STR("'q'"), &report);
	assert_true(assets_read(folder, STR(""), &assets, arena, &report));
	assert_true(file_remove_tree(folder, &report));
	assert_int_equal(report.count, 0);
	return assets;
}

static void
test_asset_path_says_what_it_is_and_where(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct asset_list assets = read_assets(arena, "a{}");
	struct str style = asset_path(&assets, STR("style.css"));
	struct str answer = asset_path(&assets, STR("search/answer.js"));
	assert_int_equal(assets.count, 2);
	assert_true(
		str_starts(style, STR("assets/style-")) && str_ends(style, STR(".css")));
	assert_int_equal(style.len, sizeof "assets/style-1a2b3c4d5e.css" - 1);
	assert_true(str_starts(answer, STR("search/client/answer-")));
	arena_close(arena);
}

static void
test_asset_path_follows_the_content(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct asset_list a = read_assets(arena, "a{}"), b = read_assets(arena, "b{}");
	struct asset_list again = read_assets(arena, "a{}");
	struct str name = STR("style.css");
	assert_false(str_equal(asset_path(&a, name), asset_path(&b, name)));
	assert_true(str_equal(asset_path(&a, name), asset_path(&again, name)));
	assert_true(str_equal(asset_path(&a, STR("search/answer.js")),
		asset_path(&b, STR("search/answer.js"))));
	arena_close(arena);
}

/* What a site has of its own: a script of the same name, another icon, colours. */
static void
test_assets_read_with_those_of_the_site(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct report report = report_open(arena);
	struct asset_list assets = {0};
	char template[] = "/tmp/backfile-assets-XXXXXX";
	struct str top = str_copy(str_from(mkdtemp(template)), arena);
	struct str ours = file_join(top, STR("ours"), arena),
		   own = file_join(top, STR("own"), arena);
	file_replace(file_join(ours, STR("a.js"), arena), STR("a"), &report);
	file_replace(file_join(ours, STR("style.css"), arena),
		STR("@layer base { a {} }\n"), &report);
	file_replace(file_join(own, STR("a.js"), arena), STR("b"), &report);
	file_replace(file_join(own, STR("Z.png"), arena), STR("z"), &report);
	file_replace(file_join(own, STR("site.css"), arena),
		STR(":root { --accent: #123; }\n"), &report);
	assert_true(assets_read(ours, own, &assets, arena, &report));
	assert_true(file_remove_tree(top, &report));
	assert_int_equal(assets.count, 3);
	assert_str(assets.items[0].name, "Z.png");
	assert_str(assets.items[1].bytes, "b");
	assert_str(assets.items[2].bytes, "@layer base{a{}}:root{--accent:#123}");
	assert_true(str_starts(asset_path(&assets, STR("a.js")), STR("assets/a-")));
	arena_close(arena);
}

static struct str
bytes_of(const struct asset_list *assets, const char *name)
{
	for (size_t i = 0; i < assets->count; i++)
		if (str_equal(assets->items[i].name, str_from(name)))
			return assets->items[i].bytes;
	return STR("");
}

/* The search page loads one script, in which one of the site's own has its place; what is
 * not strict could mean something else there, and what is loaded later stays apart. */
static void
test_assets_read_joins_the_search_client(void **state)
{
	(void)state;
	static const char *const files[][2] = {
		{"ours/search/a.js", "'use strict';\n\n/* A. */\nlet a;\n"},
		{"ours/search/b.js", "'use strict';\nlet b;\n"},
		{"own/search/b.js", "'use strict';\nlet mine;"},
		{"own/search/ab.js", "'use strict';\nlet further;\n"},
		{"ours/search/c.js", "'use strict';\nif (a)\n\tlet c;\n"},
		{"own/search/loose.js", "d = 1;\n"},
		{"ours/search/answer.js", "'use strict';\nanswer();\n"},
		{"ours/search/later/e.js", "'use strict';\ne();\n"},
	};
	struct arena *arena = arena_open();
	struct report report = report_open(arena);
	struct asset_list assets = {0};
	char template[] = "/tmp/backfile-assets-XXXXXX";
	struct str top = str_copy(str_from(mkdtemp(template)), arena);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		file_replace(file_join(top, str_from(files[i][0]), arena),
			str_from(files[i][1]), &report);
	assert_true(assets_read(file_join(top, STR("ours"), arena),
		file_join(top, STR("own"), arena), &assets, arena, &report));
	assert_true(file_remove_tree(top, &report));
	assert_int_equal(assets.count, 4);
	assert_str(bytes_of(&assets, "search/client.js"),
		"'use strict';\nlet a;\nlet further;\nlet mine;\nif (a)\nlet c;\n");
	assert_str(bytes_of(&assets, "search/loose.js"), "d = 1;\n");
	assert_str(bytes_of(&assets, "search/answer.js"), "'use strict';\nanswer();\n");
	assert_str(bytes_of(&assets, "search/later/e.js"), "'use strict';\ne();\n");
	assert_true(str_starts(asset_path(&assets, STR("search/client.js")),
		STR("search/client/client-")));
	arena_close(arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_asset_path_says_what_it_is_and_where),
		cmocka_unit_test(test_asset_path_follows_the_content),
		cmocka_unit_test(test_assets_read_with_those_of_the_site),
		cmocka_unit_test(test_assets_read_joins_the_search_client),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
