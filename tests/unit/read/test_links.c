#include "unit.h"

#include "read/links.h"

static void
test_link_allowed(void **state)
{
	static const char *const good[] = {"https://example.org/", "HTTP://example.org",
		"a.md", "../02.md#x", "mailto:a@example.org", "#part", "?q=a:b", "a/b:c",
		"/root", "路.md"};
	static const char *const bad[] = {"javascript:alert(1)", "JaVaScRiPt:alert(1)",
		"java\tscript:alert(1)", " javascript:x", "data:text/html,x",
		"vbscript:x", "view-source:javascript:x", "feed:javascript:x", "blob:x",
		"//host/x", "\\\\host\\x", "..\\..\\x", "file:///etc/passwd", "",
		"http:x", "\x01x", "tel:123"};
	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(link_allowed(str_from(good[i])));
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(link_allowed(str_from(bad[i])));
}

static void
test_link_target(void **state)
{
	struct arena *arena = arena_open();
	const struct str from = STR("2024-03-05/02.md");
	(void)state;
	assert_str(link_target(from, STR("a.jpg"), arena), "2024-03-05/a.jpg");
	assert_str(link_target(from, STR("./p/../a.jpg"), arena), "2024-03-05/a.jpg");
	assert_str(link_target(from, STR("../a.jpg"), arena), "a.jpg");
	assert_str(link_target(from, STR("../../a.jpg"), arena), "");
	assert_str(link_target(from, STR("/a.jpg"), arena), "");
	assert_str(link_target(from, STR("%2e%2e/a.jpg"), arena), "");
	assert_str(link_target(from, STR("a.jpg?x"), arena), "");
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_link_allowed),
		cmocka_unit_test(test_link_target),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
