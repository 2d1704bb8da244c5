/* The folder of templates and the folder that overrides it. */
#include "unit.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/strings.h"
#include "publish/template.h"

struct view {
	struct str title;
};

static const struct field fields[] = {
	FIELD(struct view, title, FIELD_TEXT, NULL, "the title"),
	{0},
};
static const struct shape shape = {"view", sizeof(struct view), fields};

struct fixture {
	struct arena *arena;
	struct report report;
	struct str root, folder, override;
	struct templates *templates;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	char name[] = "/tmp/backfile-templates-XXXXXX";
	fixture->arena = arena;
	fixture->report = report_open(arena);
	fixture->root = str_copy(str_from(mkdtemp(name)), arena);
	fixture->folder = file_join(fixture->root, STR("templates"), arena);
	fixture->override = file_join(fixture->root, STR("own"), arena);
	fixture->templates = templates_open(fixture->folder, fixture->override, arena);
	*state = fixture;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	bool gone = file_remove_tree(fixture->root, &fixture->report);
	arena_close(fixture->arena);
	return !gone;
}

static void
put(struct fixture *fixture, struct str folder, const char *name, struct str source)
{
	struct str path = file_join(folder, str_from(name), fixture->arena);
	assert_true(file_replace(path, source, &fixture->report));
}

static struct str
render(struct fixture *fixture, const char *name)
{
	const struct view view = {STR("题")};
	struct strbuf out = strbuf_open(fixture->arena);
	const struct template *template =
		template_find(fixture->templates, str_from(name), &fixture->report);
	assert_non_null(template);
	assert_true(template_check(template, &shape, &fixture->report));
	assert_true(template_render(template, &shape, &view, &out, &fixture->report));
	return strbuf_str(&out);
}

/* What is reported, without the name of the folder. */
static struct str
messages(struct fixture *fixture)
{
	struct strbuf out = strbuf_open(fixture->arena);
	struct str prefix = str_format(fixture->arena, "%.*s/", STR_ARG(fixture->root));
	report_write(&fixture->report, SEVERITY_NOTE, &out);
	return str_replace(strbuf_str(&out), prefix, STR(""), fixture->arena);
}

static void
assert_refused(struct fixture *fixture, const char *name, const char *expected)
{
	assert_null(template_find(fixture->templates, str_from(name), &fixture->report));
	assert_str(messages(fixture), expected);
}

static void
test_template_find_by_path(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, fixture->folder, "page.html", STR("({{title}}{{> parts/foot}})"));
	put(fixture, fixture->folder, "parts/foot.html", STR("脚"));
	put(fixture, fixture->folder, "feed.xml", STR("<feed/>"));
	assert_str(render(fixture, "page.html"), "(题脚)");
	assert_str(render(fixture, "page"), "(题脚)");
	assert_str(render(fixture, "feed.xml"), "<feed/>");
}

static void
test_template_find_overridden(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, fixture->folder, "page.html", STR("({{> parts/foot}})"));
	put(fixture, fixture->folder, "parts/foot.html", STR("脚"));
	put(fixture, fixture->override, "parts/foot.html", STR("我们的脚"));
	put(fixture, fixture->override, "parts/more.html", STR("多"));
	assert_str(render(fixture, "page.html"), "(我们的脚)");
	assert_str(render(fixture, "parts/more"), "多");
}

static void
test_template_find_reads_once(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, fixture->folder, "page.html", STR("一"));
	assert_str(render(fixture, "page.html"), "一");
	put(fixture, fixture->folder, "page.html", STR("二"));
	assert_str(render(fixture, "page.html"), "一");
	fixture->templates = templates_open(fixture->folder, STR(""), fixture->arena);
	assert_str(render(fixture, "page.html"), "二");
}

static void
test_template_find_with_byte_order_mark(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, fixture->folder, "page.html", STR("\xEF\xBB\xBF{{title}}"));
	assert_str(render(fixture, "page.html"), "题");
}

static void
test_template_find_empty(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, fixture->folder, "page.html", STR(""));
	assert_str(render(fixture, "page.html"), "");
}

static void
test_template_find_not_utf8(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, fixture->folder, "page.html", STR("一\n二三\xFF"));
	assert_refused(fixture, "page.html",
		"templates/page.html:2:3: error: the template is not UTF-8\n");
}

static void
test_template_find_broken_reports_all_once(void **state)
{
	struct fixture *fixture = *state;
	static const char expected[] =
		"templates/page.html:1:1: error: the tag has no name\n"
		"templates/page.html:2:1: error: the tag has no name\n";
	put(fixture, fixture->folder, "page.html", STR("{{}}\n{{ }}\n"));
	assert_refused(fixture, "page.html", expected);
	assert_refused(fixture, "page", expected);
}

static void
test_template_find_outside_the_folder(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, fixture->root, "secret.html", STR("秘"));
	put(fixture, fixture->folder, ".hidden.html", STR("隐"));
	put(fixture, fixture->folder, "page.html",
		STR("{{> ../secret}}{{> .hidden}}{{> /etc/passwd}}"));
	const struct template *template =
		template_find(fixture->templates, STR("page"), &fixture->report);
	assert_false(template_check(template, &shape, &fixture->report));
	assert_int_equal(fixture->report.count, 3);
	assert_true(str_has(messages(fixture), STR("no template `../secret.html`")));
}

static void
test_template_find_symbolic_link(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, fixture->root, "secret.html", STR("秘"));
	put(fixture, fixture->folder, "other.html", STR(""));
	struct str link = file_join(fixture->folder, STR("page.html"), fixture->arena);
	assert_int_equal(symlink("../secret.html", link.data), 0);
	assert_refused(fixture, "page.html",
		"templates/page.html: error: cannot read it: it is a symbolic link; put "
		"the file itself there\n");
}

static void
test_template_find_too_long(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf source = strbuf_open(fixture->arena);
	while (source.len <= 1024 * 1024)
		strbuf_add(&source, STR("0123456789ABCDEF"));
	put(fixture, fixture->folder, "page.html", strbuf_str(&source));
	assert_refused(fixture, "page.html",
		"templates/page.html: error: the file is longer than 1048576 bytes; "
		"divide it, or raise the limit in site.conf\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* --- strings --- */

static struct strings *
read_strings(struct fixture *fixture)
{
	struct text *text = text_open();
	struct strings *strings = strings_read(fixture->folder, fixture->override,
		STR("en"), text, fixture->arena, &fixture->report);
	text_close(text);
	return strings;
}

static void
test_templates_show_strings_in_their_place(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, fixture->folder, "strings/en.yaml",
		STR("titled: \"“{{title}}” <b>here</b>\"\nplain: no\n"));
	put(fixture, fixture->override, "strings/en.yaml", STR("plain: yes\n"));
	put(fixture, fixture->folder, "page.html",
		STR("{{> strings/titled}}, {{> strings/plain}}"));
	templates_use_strings(fixture->templates, read_strings(fixture));
	assert_str(render(fixture, "page.html"), "“题” <b>here</b>, yes");
}

static void
test_templates_name_a_string_that_is_missing_or_wrong(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, fixture->folder, "strings/en.yaml",
		STR("# one\nwrong: \"{{titel}}\"\n"));
	put(fixture, fixture->folder, "page.html",
		STR("{{> strings/wrong}}{{> strings/wring}}"));
	templates_use_strings(fixture->templates, read_strings(fixture));
	const struct template *template =
		template_find(fixture->templates, STR("page.html"), &fixture->report);
	assert_false(template_check(template, &shape, &fixture->report));
	struct str said = messages(fixture);
	assert_true(str_has(said, STR("templates/strings/en.yaml:2: wrong:1:1: error: "
				      "unknown name `titel`")));
	assert_true(str_has(said, STR("no template `strings/wring.html`")));
}

static void
test_strings_read_refuses_lists_and_missing_files(void **state)
{
	struct fixture *fixture = *state;
	assert_null(read_strings(fixture));
	put(fixture, fixture->folder, "strings/en.yaml", STR("names: [a, b]\n"));
	assert_null(read_strings(fixture));
	assert_true(str_has(messages(fixture), STR("`names` should be a text")));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_template_find_by_path),
		TEST(test_template_find_overridden),
		TEST(test_template_find_reads_once),
		TEST(test_template_find_with_byte_order_mark),
		TEST(test_template_find_empty),
		TEST(test_template_find_not_utf8),
		TEST(test_template_find_broken_reports_all_once),
		TEST(test_template_find_outside_the_folder),
		TEST(test_template_find_symbolic_link),
		TEST(test_template_find_too_long),
		TEST(test_templates_show_strings_in_their_place),
		TEST(test_templates_name_a_string_that_is_missing_or_wrong),
		TEST(test_strings_read_refuses_lists_and_missing_files),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
