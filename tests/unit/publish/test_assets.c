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
		file_join(folder, STR("search/query.js"), arena), STR("'q'"), &report);
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
	struct str query = asset_path(&assets, STR("search/query.js"));
	assert_int_equal(assets.count, 2);
	assert_true(
		str_starts(style, STR("assets/style-")) && str_ends(style, STR(".css")));
	assert_int_equal(style.len, sizeof "assets/style-1a2b3c4d5e.css" - 1);
	assert_true(str_starts(query, STR("search/client/query-")));
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
	assert_true(str_equal(asset_path(&a, STR("search/query.js")),
		asset_path(&b, STR("search/query.js"))));
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

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_asset_path_says_what_it_is_and_where),
		cmocka_unit_test(test_asset_path_follows_the_content),
		cmocka_unit_test(test_assets_read_with_those_of_the_site),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
