/* Rendering C structs as the generator has them; what templates look like is in
 * tests/cases/template. */
#include "unit.h"

#include "publish/template.h"

struct node_view {
	struct str name;
	struct rows children; /* struct node_view */
};

static const struct shape node_shape;
static const struct field node_fields[] = {
	FIELD(struct node_view, name, FIELD_TEXT, NULL, "the name"),
	FIELD(struct node_view, children, FIELD_ROWS, &node_shape, "what is below"),
	{0},
};
static const struct shape node_shape = {"node", sizeof(struct node_view), node_fields};

struct page_view {
	long count;
	bool shown;
	struct html body;
	struct str title;
	const void *root; /* struct node_view */
	struct rows nodes;
};

static const struct field page_fields[] = {
	FIELD(struct page_view, count, FIELD_NUMBER, NULL, "how many"),
	FIELD(struct page_view, shown, FIELD_FLAG, NULL, "whether"),
	FIELD(struct page_view, body, FIELD_HTML, NULL, "the text"),
	FIELD(struct page_view, title, FIELD_TEXT, NULL, "the title"),
	FIELD(struct page_view, root, FIELD_RECORD, &node_shape, "the first node"),
	FIELD(struct page_view, nodes, FIELD_ROWS, &node_shape, "all nodes"),
	{0},
};
static const struct shape page_shape = {"page", sizeof(struct page_view), page_fields};

struct fixture {
	struct arena *arena;
	struct report report;
	struct templates *templates;
	struct strbuf out;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	fixture->arena = arena;
	fixture->report = report_open(arena);
	fixture->templates = templates_open(STR(""), STR(""), arena);
	fixture->out = strbuf_open(arena);
	*state = fixture;
	return 0;
}

static int
tear_down(void **state)
{
	arena_close(((struct fixture *)*state)->arena);
	return 0;
}

static void
add(struct fixture *fixture, const char *name, const char *source)
{
	templates_add(
		fixture->templates, str_from(name), str_from(source), &fixture->report);
}

static const struct template *
find(struct fixture *fixture, const char *name)
{
	return template_find(fixture->templates, str_from(name), &fixture->report);
}

static struct str
messages(struct fixture *fixture)
{
	struct strbuf out = strbuf_open(fixture->arena);
	report_write(&fixture->report, SEVERITY_NOTE, &out);
	return strbuf_str(&out);
}

static const struct node_view leaves[] = {
	{.name = STR_INIT("左")},
	{.name = STR_INIT("右")},
};
static const struct node_view tree = {STR_INIT("根"), {leaves, 2}};

static void
test_template_render_every_type(void **state)
{
	struct fixture *fixture = *state;
	const struct page_view view = {
		.count = -12,
		.shown = true,
		.body = {STR("<p>一</p>")},
		.title = STR("甲&乙"),
		.root = &tree,
		.nodes = {leaves, 2},
	};
	add(fixture, "page",
		"{{count}}|{{#shown}}是{{/shown}}|{{{body}}}|{{title}}|{{root.name}}|"
		"{{#nodes}}{{name}}{{/nodes}}");
	assert_true(template_check(find(fixture, "page"), &page_shape, &fixture->report));
	assert_true(template_render(find(fixture, "page"), &page_shape, &view,
		&fixture->out, &fixture->report));
	assert_str(strbuf_str(&fixture->out), "-12|是|<p>一</p>|甲&amp;乙|根|左右");
}

static void
test_template_render_says_many_of_all_numbers_but_one(void **state)
{
	struct fixture *fixture = *state;
	add(fixture, "page", "{{#count}}{{.}} page{{#many}}s{{/many}};{{/count}}");
	assert_true(template_check(find(fixture, "page"), &page_shape, &fixture->report));
	for (long count = 0; count < 3; count++) {
		const struct page_view view = {.count = count};
		assert_true(template_render(find(fixture, "page"), &page_shape, &view,
			&fixture->out, &fixture->report));
	}
	assert_str(strbuf_str(&fixture->out), "1 page;2 pages;");
}

static void
test_template_render_of_an_empty_record(void **state)
{
	struct fixture *fixture = *state;
	const struct page_view view = {0};
	add(fixture, "page",
		"{{count}}{{#shown}}x{{/shown}}{{{body}}}{{title}}{{root.name}}"
		"{{#root}}x{{/root}}{{#nodes}}x{{/nodes}}{{#root.children}}x"
		"{{/root.children}}{{^root.children}}无{{/root.children}}");
	assert_true(template_check(find(fixture, "page"), &page_shape, &fixture->report));
	assert_true(template_render(find(fixture, "page"), &page_shape, &view,
		&fixture->out, &fixture->report));
	assert_str(strbuf_str(&fixture->out), "0无");
}

static void
test_template_render_adds_behind_what_is_there(void **state)
{
	struct fixture *fixture = *state;
	strbuf_add(&fixture->out, STR("前"));
	add(fixture, "node", "  {{name}}");
	assert_true(template_render(find(fixture, "node"), &node_shape, &tree,
		&fixture->out, &fixture->report));
	assert_str(strbuf_str(&fixture->out), "前  根");
}

static void
test_template_check_of_templates_that_include_themselves(void **state)
{
	struct fixture *fixture = *state;
	const struct page_view view = {
		.title = STR("书"), .root = &tree, .nodes = {leaves, 2}};
	add(fixture, "page",
		"{{#root}}{{> branch}}{{/root}};{{#nodes}}{{> branch}}{{/nodes}}");
	add(fixture, "branch", "{{title}}{{name}}({{#children}}{{> twig}}{{/children}})");
	add(fixture, "twig", "-{{> branch}}");
	assert_true(template_check(find(fixture, "page"), &page_shape, &fixture->report));
	assert_true(template_render(find(fixture, "page"), &page_shape, &view,
		&fixture->out, &fixture->report));
	assert_str(strbuf_str(&fixture->out), "书根(-书左()-书右());书左()书右()");
}

static void
test_template_check_of_parents_that_are_their_own(void **state)
{
	struct fixture *fixture = *state;
	add(fixture, "node",
		"{{$mark}}-{{/mark}}{{name}}{{#children}}"
		"{{<node}}{{$mark}}+{{/mark}}{{/node}}{{/children}}");
	assert_true(template_check(find(fixture, "node"), &node_shape, &fixture->report));
	assert_true(template_render(find(fixture, "node"), &node_shape, &tree,
		&fixture->out, &fixture->report));
	assert_str(strbuf_str(&fixture->out), "-根+左+右");
}

static void
test_template_render_returns_to_the_outer_record(void **state)
{
	struct fixture *fixture = *state;
	add(fixture, "node", "{{name}}[{{#children}}{{name}}{{/children}}]{{name}}");
	assert_true(template_render(find(fixture, "node"), &node_shape, &tree,
		&fixture->out, &fixture->report));
	assert_str(strbuf_str(&fixture->out), "根[左右]根");
}

static void
test_template_render_many_partials_after_one_another(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf source = strbuf_open(fixture->arena);
	for (int i = 0; i < 1000; i++)
		strbuf_add(&source, STR("{{> dot}}"));
	add(fixture, "dots", source.data);
	add(fixture, "dot", ".");
	assert_true(template_render(find(fixture, "dots"), &node_shape, &tree,
		&fixture->out, &fixture->report));
	assert_int_equal(fixture->out.len, 1000);
}

static void
test_template_render_of_a_dynamic_name_of_nothing(void **state)
{
	struct fixture *fixture = *state;
	add(fixture, "node", "{{> *name}}");
	assert_true(template_check(find(fixture, "node"), &node_shape, &fixture->report));
	assert_false(template_render(find(fixture, "node"), &node_shape, &tree,
		&fixture->out, &fixture->report));
	assert_str(messages(fixture), "node.html:1:1: error: no template `根.html`\n");
}

static void
test_template_check_remembers_a_mistake_before_a_good_partial(void **state)
{
	struct fixture *fixture = *state;
	add(fixture, "page", "{{titel}}{{> fine}}");
	add(fixture, "fine", "{{title}}");
	assert_false(
		template_check(find(fixture, "page"), &page_shape, &fixture->report));
}

static void
test_template_check_twice_reports_once(void **state)
{
	struct fixture *fixture = *state;
	add(fixture, "page", "{{> part}}{{#root}}{{> part}}{{/root}}");
	add(fixture, "part", "{{titel}}");
	assert_false(
		template_check(find(fixture, "page"), &page_shape, &fixture->report));
	assert_false(
		template_check(find(fixture, "page"), &page_shape, &fixture->report));
	assert_str(messages(fixture), "part.html:1:1: error: unknown name `titel` in "
				      "page; did you mean `title`?\n");
}

static void
test_template_check_of_one_partial_for_two_kinds(void **state)
{
	struct fixture *fixture = *state;
	add(fixture, "a", "{{> part}}");
	add(fixture, "part", "{{title}}");
	assert_true(template_check(find(fixture, "a"), &page_shape, &fixture->report));
	assert_false(template_check(find(fixture, "a"), &node_shape, &fixture->report));
	assert_str(messages(fixture),
		"part.html:1:1: error: unknown name `title` in node\n");
}

static void
test_template_check_of_what_includes_something_wrong(void **state)
{
	struct fixture *fixture = *state;
	const struct page_view view = {0};
	add(fixture, "page", "一{{> part}}");
	add(fixture, "part", "{{> deeper}}");
	add(fixture, "deeper", "{{wrong}}");
	assert_false(
		template_check(find(fixture, "page"), &page_shape, &fixture->report));
	assert_false(template_render(find(fixture, "page"), &page_shape, &view,
		&fixture->out, &fixture->report));
	assert_int_equal(fixture->out.len, 0);
	assert_int_equal(fixture->report.count, 1);
}

static void
test_template_find_names_what_is_missing(void **state)
{
	struct fixture *fixture = *state;
	assert_null(find(fixture, "person.html"));
	assert_str(messages(fixture), "person.html: error: there is no such template\n");
}

/* One partial for each number of parents that are around it. */
static void
test_template_check_of_many_parents_within_one_another(void **state)
{
	struct fixture *fixture = *state;
	for (int i = 0; i < 40; i++) {
		struct str name = str_format(fixture->arena, "t%d", i);
		struct str source = str_format(fixture->arena,
			"{{<t%d}}{{$b%d}}x{{/b%d}}{{/t%d}}", i + 1, i, i, i + 1);
		add(fixture, name.data, source.data);
	}
	add(fixture, "t40", "x");
	assert_false(template_check(find(fixture, "t0"), &page_shape, &fixture->report));
	assert_str(messages(fixture),
		"t32.html:1:1: error: too many templates within one another\n");
}

static void
test_template_check_of_many_partials_within_one_another(void **state)
{
	struct fixture *fixture = *state;
	for (int i = 0; i < 200; i++)
		add(fixture, str_format(fixture->arena, "t%d", i).data,
			str_format(fixture->arena, "{{> t%d}}", i + 1).data);
	add(fixture, "t200", "x");
	assert_false(template_check(find(fixture, "t0"), &page_shape, &fixture->report));
	assert_str(messages(fixture),
		"t100.html:1:1: error: too many templates within one another\n");
}

static void
test_template_find_of_deep_sections(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf source = strbuf_open(fixture->arena);
	for (int i = 0; i < 100000; i++)
		strbuf_add(&source, STR("{{#a}}"));
	add(fixture, "deep", source.data);
	assert_null(find(fixture, "deep"));
	assert_str(messages(fixture),
		"deep.html:1:385: error: more than 64 tags within one another\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_template_render_every_type),
		TEST(test_template_render_says_many_of_all_numbers_but_one),
		TEST(test_template_render_of_an_empty_record),
		TEST(test_template_render_adds_behind_what_is_there),
		TEST(test_template_check_of_templates_that_include_themselves),
		TEST(test_template_check_of_parents_that_are_their_own),
		TEST(test_template_render_returns_to_the_outer_record),
		TEST(test_template_render_many_partials_after_one_another),
		TEST(test_template_render_of_a_dynamic_name_of_nothing),
		TEST(test_template_check_remembers_a_mistake_before_a_good_partial),
		TEST(test_template_check_twice_reports_once),
		TEST(test_template_check_of_one_partial_for_two_kinds),
		TEST(test_template_check_of_what_includes_something_wrong),
		TEST(test_template_find_names_what_is_missing),
		TEST(test_template_check_of_many_parents_within_one_another),
		TEST(test_template_check_of_many_partials_within_one_another),
		TEST(test_template_find_of_deep_sections),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
