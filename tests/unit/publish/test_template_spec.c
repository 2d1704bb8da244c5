/* The official Mustache spec (https://github.com/mustache/spec), where it lies beside the
 * checkout. Its data are turned into shapes and records, and names may be unknown. */
#include "unit.h"

#include "json_view.h"

#define SPEC "../shared/mustache-spec/"

static void
add_copy(struct templates *templates, const char *name, json_t *source,
	struct report *report)
{
	struct str text = {json_string_value(source), json_string_length(source)};
	templates_add(templates, str_from(name), text, report);
}

static bool
run_case(json_t *test, struct arena *arena)
{
	struct report report = report_open(arena);
	struct templates *templates = templates_open(STR(""), STR(""), arena);
	struct strbuf out = strbuf_open(arena);
	const struct shape *shape;
	const char *name;
	json_t *source;
	templates_allow_unknown(templates);
	json_object_foreach(json_object_get(test, "partials"), name, source)
		add_copy(templates, name, source, &report);
	add_copy(templates, "the template itself", json_object_get(test, "template"),
		&report);
	const struct template *template =
		template_find(templates, STR("the template itself"), &report);
	const void *record = json_view(json_object_get(test, "data"), &shape, arena);
	const char *expected = json_string_value(json_object_get(test, "expected"));
	bool good = template && template_check(template, shape, &report) &&
		    template_render(template, shape, record, &out, &report) &&
		    str_equal(strbuf_str(&out), str_from(expected));
	report_write(&report, SEVERITY_NOTE, &out);
	if (!good)
		print_error("%s: %s\nexpected [%s]\nactual   [%s]\n",
			json_string_value(json_object_get(test, "name")),
			json_string_value(json_object_get(test, "desc")), expected,
			out.data);
	return good;
}

static void
test_template_render_spec(void **state)
{
	static const char *const modules[] = {"interpolation", "sections", "inverted",
		"partials", "comments", "delimiters", "inheritance", "dynamic-names",
		NULL};
	struct arena *arena = arena_open();
	size_t passed = 0, failed = 0;
	(void)state;
	for (const char *const *module = modules; *module; module++) {
		json_error_t error;
		struct str path = str_format(arena, SPEC "%s.json", *module);
		json_t *spec = json_load_file(path.data, 0, &error), *test;
		size_t i;
		json_array_foreach(json_object_get(spec, "tests"), i, test)
		{
			bool good = run_case(test, arena);
			passed += good;
			failed += !good;
		}
		json_decref(spec);
	}
	arena_close(arena);
	print_message("%zu cases of the spec pass, %zu fail\n", passed, failed);
	assert_int_equal(failed, 0);
	if (passed + failed == 0)
		skip();
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_template_render_spec),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
