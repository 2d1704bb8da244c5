/* tests/cases/template/<name>/: template.html with its partials is rendered with
 * data.json and must give the bytes of `expected`, or is refused with
 * `expected-messages`. A file named `lenient` allows unknown names, as the Mustache spec
 * does. */
#include "unit.h"

#include <stdlib.h>

#include "base/file.h"
#include "json_view.h"

#define CASES "tests/cases/template"

struct test_case {
	struct str folder;
	struct arena *arena;
	struct report report; /* of what the template does */
	struct report files;  /* of our own reading and writing */
};

static struct str
path_of(const struct test_case *test, const char *name)
{
	return file_join(test->folder, str_from(name), test->arena);
}

static bool
has(const struct test_case *test, const char *name)
{
	return file_exists(path_of(test, name));
}

static struct str
content_of(struct test_case *test, const char *name)
{
	struct str bytes = {0};
	assert_true(file_read(
		path_of(test, name), 1 << 20, &bytes, test->arena, &test->files));
	return bytes;
}

static bool
render(struct test_case *test, struct strbuf *out)
{
	struct templates *templates = templates_open(test->folder, STR(""), test->arena);
	struct str bytes = content_of(test, "data.json");
	json_error_t error;
	json_t *data = json_loadb(bytes.data, bytes.len, JSON_DECODE_ANY, &error);
	assert_non_null(data);
	const struct shape *shape;
	const void *record = json_view(data, &shape, test->arena);
	if (has(test, "lenient"))
		templates_allow_unknown(templates);
	const struct template *template =
		template_find(templates, STR("template"), &test->report);
	bool good = template && template_check(template, shape, &test->report) &&
		    template_render(template, shape, record, out, &test->report);
	json_decref(data);
	return good;
}

/* What came out: the bytes, or the messages without the folder's name. */
static struct str
outcome(struct test_case *test, const char **file)
{
	struct strbuf out = strbuf_open(test->arena), messages = strbuf_open(test->arena);
	bool good = render(test, &out);
	report_write(&test->report, SEVERITY_NOTE, &messages);
	*file = good && !messages.len ? "expected" : "expected-messages";
	if (good && !messages.len)
		return strbuf_str(&out);
	struct str prefix = str_format(test->arena, "%.*s/", STR_ARG(test->folder));
	return str_replace(strbuf_str(&messages), prefix, STR(""), test->arena);
}

static bool
run_case(struct str folder)
{
	struct arena *arena = arena_open();
	struct test_case test = {.folder = folder, .arena = arena};
	test.report = report_open(arena);
	test.files = report_open(arena);
	const char *file;
	struct str actual = outcome(&test, &file);
	if (getenv("BLESS"))
		assert_true(file_replace(path_of(&test, file), actual, &test.files));
	bool good = has(&test, file) && str_equal(actual, content_of(&test, file));
	if (!good)
		print_error("%.*s: no such %s:\n[%.*s]\n", STR_ARG(folder), file,
			STR_ARG(actual));
	arena_close(arena);
	return good;
}

static void
test_template_render_cases(void **state)
{
	struct arena *arena = arena_open();
	struct report report = report_open(arena);
	struct file_list files = {0};
	size_t passed = 0, failed = 0;
	(void)state;
	assert_true(file_walk(STR(CASES), &files, arena, &report));
	for (size_t i = 0; i < files.count; i++) {
		if (!str_equal(file_name(files.items[i].path), STR("data.json")))
			continue;
		struct str name = file_folder(files.items[i].path);
		bool good = run_case(file_join(STR(CASES), name, arena));
		passed += good;
		failed += !good;
	}
	arena_close(arena);
	print_message("%zu cases pass, %zu fail\n", passed, failed);
	assert_int_equal(failed, 0);
	assert_true(passed >= 60);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_template_render_cases),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
