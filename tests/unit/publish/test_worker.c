#include "paper.h"

static void
test_worker_names_its_script_and_the_assets_in_use(void **state)
{
	struct paper *paper = *state;
	paper_print(paper);
	struct str file = paper_file(paper, "worker.js");
	assert_has(file, "offline: true");
	assert_has(file, "\"assets/style-1.css\",\n");
	assert_has(file, "importScripts(\"assets/offline-1.js\");\n");
	paper->site.offline = false;
	assert_has(paper_file(paper, "worker.js"), "offline: false");
	assert_has(paper_file(paper, "index.html"), "data-root=\"\">");
}

/* A title may be anything: it stands inside quotes of JSON. */
static void
test_manifest_escapes_as_json(void **state)
{
	struct paper *paper = *state;
	paper->site.title = STR("青石\"晚报\"\\ & <b>");
	paper_print(paper);
	struct str file = paper_file(paper, "manifest.webmanifest");
	assert_has(file, "\"name\": \"青石\\\"晚报\\\"\\\\ & \\u003cb>\",\n");
	assert_lacks(file, "description");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_worker_names_its_script_and_the_assets_in_use),
		TEST(test_manifest_escapes_as_json),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
