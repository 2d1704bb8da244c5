#include "unit.h"

#include "publish/template.h"

struct row {
	struct str text;
	struct str part;
};

struct view {
	struct str title, unused;
	struct html body;
	long count;
	bool shown;
	const void *next; /* struct row */
	struct rows rows;
};

static const struct field row_fields[] = {
	FIELD(struct row, text, FIELD_TEXT, NULL, "the text"),
	FIELD(struct row, part, FIELD_TEXT, NULL, "the partial that shows it"),
	{0},
};
static const struct shape row_shape = {"row", sizeof(struct row), row_fields};
static const struct field fields[] = {
	FIELD(struct view, title, FIELD_TEXT, NULL, "the title"),
	FIELD(struct view, unused, FIELD_TEXT, NULL, "nothing shows this"),
	FIELD(struct view, body, FIELD_HTML, NULL, "the text"),
	FIELD(struct view, count, FIELD_NUMBER, NULL, "how many"),
	FIELD(struct view, shown, FIELD_FLAG, NULL, "whether the row is shown"),
	FIELD(struct view, next, FIELD_RECORD, &row_shape, "another row"),
	FIELD(struct view, rows, FIELD_ROWS, &row_shape, "all rows"),
	{0},
};
static const struct shape shape = {"view", sizeof(struct view), fields};

static const char source[] = "{{title}}{{{body}}}{{count}}{{#next}}{{text}}{{/next}}"
			     "{{#shown}}{{#rows}}{{text}},{{/rows}}{{/shown}}{{> foot}}";

static const struct row some_rows[] = {
	{STR_INIT("甲"), STR_INIT("")},
	{STR_INIT("乙"), STR_INIT("")},
};
static const struct row other_rows[] = {
	{STR_INIT("甲"), STR_INIT("")},
	{STR_INIT("丙"), STR_INIT("")},
};
/* The same bytes, cut otherwise. */
static const struct row shifted_rows[] = {
	{STR_INIT(""), STR_INIT("")},
	{STR_INIT("甲乙"), STR_INIT("")},
};

static const struct view usual = {
	.title = STR_INIT("题"),
	.body = {STR_INIT("<p>")},
	.count = 7,
	.shown = true,
	.next = &some_rows[0],
	.rows = {some_rows, 2},
};

struct printed {
	struct digest fingerprint;
	struct str bytes;
};

/* With templates of its own for each call, as in another run. */
static struct printed
print_with(
	const char *page, const char *foot, const struct view *view, struct arena *arena)
{
	struct report report = report_open(arena);
	struct templates *templates = templates_open(STR(""), STR(""), arena);
	struct strbuf out = strbuf_open(arena);
	templates_add(templates, STR("page"), str_from(page), &report);
	templates_add(templates, STR("foot"), str_from(foot), &report);
	const struct template *template = template_find(templates, STR("page"), &report);
	assert_true(template_check(template, &shape, &report));
	assert_true(template_render(template, &shape, view, &out, &report));
	struct digest digest = template_fingerprint(template, &shape, view);
	assert_true(digest_equal(digest, template_fingerprint(template, &shape, view)));
	return (struct printed){digest, strbuf_str(&out)};
}

static bool
same_print(const struct view *a, const struct view *b)
{
	struct arena *arena = arena_open();
	struct printed x = print_with(source, "脚", a, arena);
	struct printed y = print_with(source, "脚", b, arena);
	bool same = digest_equal(x.fingerprint, y.fingerprint);
	if (same)
		assert_true(str_equal(x.bytes, y.bytes));
	arena_close(arena);
	return same;
}

static void
test_template_fingerprint_of_equal_views(void **state)
{
	struct view view = usual;
	char title[] = "题";
	(void)state;
	view.title = str_from(title);
	assert_true(same_print(&usual, &view));
}

static void
test_template_fingerprint_ignores_what_is_not_shown(void **state)
{
	struct view view = usual;
	(void)state;
	view.unused = STR("变");
	assert_true(same_print(&usual, &view));
	struct view hidden = usual, other = usual;
	hidden.shown = other.shown = false;
	other.rows.items = other_rows;
	assert_true(same_print(&hidden, &other));
}

static void
test_template_fingerprint_sees_every_value(void **state)
{
	struct view views[9];
	(void)state;
	for (size_t i = 0; i < 9; i++)
		views[i] = usual;
	views[0].title = STR("题目");
	views[1].body = (struct html){STR("<b>")};
	views[2].count = -7;
	views[3].shown = false;
	views[4].next = NULL;
	views[5].next = &some_rows[1];
	views[6].rows.items = other_rows;
	views[7].rows.items = shifted_rows;
	views[8].rows.count = 1;
	for (size_t i = 0; i < 9; i++) {
		assert_false(same_print(&usual, &views[i]));
		for (size_t j = 0; j < i; j++)
			assert_false(same_print(&views[i], &views[j]));
	}
}

static void
test_template_fingerprint_sees_every_template(void **state)
{
	struct arena *arena = arena_open();
	(void)state;
	struct digest one = print_with(source, "脚", &usual, arena).fingerprint;
	struct digest foot = print_with(source, "尾", &usual, arena).fingerprint;
	struct digest page =
		print_with("{{title}}{{> foot}}", "脚", &usual, arena).fingerprint;
	struct digest comment =
		print_with("{{title}}{{!}}{{> foot}}", "脚", &usual, arena).fingerprint;
	assert_false(digest_equal(one, foot));
	assert_false(digest_equal(one, page));
	assert_false(digest_equal(page, comment));
	arena_close(arena);
}

static void
test_template_fingerprint_follows_dynamic_names(void **state)
{
	static const char page[] = "{{#rows}}{{> *part}}{{/rows}}";
	struct arena *arena = arena_open();
	struct row rows[] = {{STR("甲"), STR("foot")}};
	struct view view = {.rows = {rows, 1}};
	(void)state;
	struct digest one = print_with(page, "{{text}}", &view, arena).fingerprint;
	rows[0].text = STR("乙");
	struct digest text = print_with(page, "{{text}}", &view, arena).fingerprint;
	struct digest source_too =
		print_with(page, "{{text}}.", &view, arena).fingerprint;
	assert_false(digest_equal(one, text));
	assert_false(digest_equal(text, source_too));
	arena_close(arena);
}

static void
test_template_fingerprint_sees_where_a_dynamic_name_is_empty(void **state)
{
	static const char page[] = "{{#rows}}<{{> *part}}>{{/rows}}";
	const struct row second[] = {{.part = STR("")}, {.part = STR("foot")}};
	const struct row first[] = {{.part = STR("foot")}, {.part = STR("")}};
	struct view view = {.rows = {first, 2}};
	struct arena *arena = arena_open();
	(void)state;
	struct printed one = print_with(page, "脚", &view, arena);
	view.rows.items = second;
	struct printed two = print_with(page, "脚", &view, arena);
	assert_str(one.bytes, "<脚><>");
	assert_str(two.bytes, "<><脚>");
	assert_false(digest_equal(one.fingerprint, two.fingerprint));
	arena_close(arena);
}

static void
test_template_fingerprint_sees_flags(void **state)
{
	static const char *const pages[] = {
		"{{#shown}}是{{/shown}}", "{{^shown}}否{{/shown}}"};
	struct view shown = {.shown = true}, hidden = {.shown = false};
	struct arena *arena = arena_open();
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct digest one = print_with(pages[i], "", &shown, arena).fingerprint;
		struct digest two = print_with(pages[i], "", &hidden, arena).fingerprint;
		assert_false(digest_equal(one, two));
	}
	arena_close(arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_template_fingerprint_of_equal_views),
		cmocka_unit_test(test_template_fingerprint_ignores_what_is_not_shown),
		cmocka_unit_test(test_template_fingerprint_sees_every_value),
		cmocka_unit_test(test_template_fingerprint_sees_every_template),
		cmocka_unit_test(test_template_fingerprint_follows_dynamic_names),
		cmocka_unit_test(
			test_template_fingerprint_sees_where_a_dynamic_name_is_empty),
		cmocka_unit_test(test_template_fingerprint_sees_flags),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
