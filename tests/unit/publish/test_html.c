#include "unit.h"

#include <string.h>

#include "publish/html.h"

static int
set_up(void **state)
{
	*state = arena_open();
	return 0;
}

static int
tear_down(void **state)
{
	arena_close(*state);
	return 0;
}

static struct str
escaped(void (*escape)(struct strbuf *, struct str), struct str text, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	escape(&out, text);
	return strbuf_str(&out);
}

static void
test_html_text_escapes(void **state)
{
	assert_str(escaped(html_text, STR("<a href='x'>\"&amp;\"</a>\n\t"), *state),
		"&lt;a href=&#39;x&#39;&gt;&quot;&amp;amp;&quot;&lt;/a&gt;\n\t");
	assert_str(escaped(html_text, STR(""), *state), "");
	assert_str(escaped(html_text, STR("临江𠮷"), *state), "临江𠮷");
}

static void
test_html_text_of_every_byte_leaves_no_markup(void **state)
{
	char all[256];
	for (int i = 0; i < 256; i++)
		all[i] = (char)i;
	struct str out = escaped(html_text, (struct str){all, sizeof all}, *state);
	for (size_t i = 0; i < out.len; i++)
		assert_null(out.data[i] ? strchr("<>\"'", out.data[i]) : NULL);
	assert_int_equal(out.len, 256 - 5 + strlen("&amp;&lt;&gt;&quot;&#39;"));
}

static void
test_html_path_allowed(void **state)
{
	static const char *const good[] = {"index.html", "2024/03/05/01-3.html",
		"a_b/C.d-e", "people/con-shi/index.html", "com", "com10", "lpt0.txt",
		"console.js", NULL};
	static const char *const bad[] = {"", "/a", "a/", "a//b", ".", "..", "../a",
		"a/../b", ".hidden", "a/.b", "a b", "人.html", "a\\b", "a:b", "a%20",
		"con", "CON.html", "a/nul", "Aux.txt", "com1", "LPT9.js", "prn.tar.gz",
		"trailing.", "a\nb", NULL};
	(void)state;
	for (const char *const *path = good; *path; path++)
		if (!html_path_allowed(str_from(*path)))
			fail_msg("%s is refused", *path);
	for (const char *const *path = bad; *path; path++)
		if (html_path_allowed(str_from(*path)))
			fail_msg("%s is allowed", *path);
}

static void
test_html_path_allowed_of_long_parts(void **state)
{
	struct strbuf path = strbuf_open(*state);
	for (int i = 0; i < 100; i++)
		strbuf_add_char(&path, 'a');
	assert_true(html_path_allowed(strbuf_str(&path)));
	strbuf_add(&path, STR("/b"));
	assert_true(html_path_allowed(strbuf_str(&path)));
	strbuf_cut(&path, 100);
	strbuf_add_char(&path, 'a');
	assert_false(html_path_allowed(strbuf_str(&path)));
}

static void
test_html_relative(void **state)
{
	static const struct {
		const char *from, *to, *link;
	} rows[] = {
		{"2024/03/05/01.html", "people/index.html", "../../../people/index.html"},
		{"2024/03/05/01.html", "2024/03/05/02.html", "02.html"},
		{"2024/03/05/01.html", "2024/03/06/index.html", "../06/index.html"},
		{"2024/03/05/01.html", "2024/index.html", "../../index.html"},
		{"index.html", "assets/style-1.css", "assets/style-1.css"},
		{"people/a/index.html", "people/ab/index.html", "../ab/index.html"},
		{"people/a/index.html", "people/a/2024.html#m", "2024.html#m"},
		{"a.html", "a.html", "a.html"},
		{"a/b.html", "index.html", "../index.html"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_str(html_relative(
				   str_from(rows[i].from), str_from(rows[i].to), *state),
			rows[i].link);
}

static void
test_html_url_argument_leaves_nothing_that_means_something(void **state)
{
	struct strbuf out = strbuf_open(*state);
	html_url_argument(&out, STR("a-._~9 &=?#%+\"堤"));
	assert_str(strbuf_str(&out), "a-._~9%20%26%3D%3F%23%25%2B%22%E5%A0%A4");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_html_text_escapes),
		TEST(test_html_text_of_every_byte_leaves_no_markup),
		TEST(test_html_path_allowed),
		TEST(test_html_path_allowed_of_long_parts),
		TEST(test_html_relative),
		TEST(test_html_url_argument_leaves_nothing_that_means_something),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
