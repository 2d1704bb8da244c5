/* The starter of a new archive against the code: its site.conf shows every key, and as
 * default what the code takes when the line is not there. Run in the project's folder. */
#include "unit.h"

#include <string.h>

#include "archive/site.h"
#include "base/settings.h"
#include "base/file.h"

enum { LARGEST = 1024 * 1024 };

static struct str
starter_settings(struct arena *arena, struct report *report)
{
	struct str text;
	assert_true(file_read(STR("starter/site.conf"), LARGEST, &text, arena, report));
	return text;
}

static bool
begins_with_key(struct str line)
{
	for (const char *const *key = site_keys(); *key; key++)
		if (str_starts(line, str_from(*key)) &&
			str_starts(str_slice(line, strlen(*key), line.len), STR(":")))
			return true;
	return false;
}

/* The settings with every line `# key: value` in force. */
static struct str
all_in_force(struct str text, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct str line;
	while (str_cut(&text, '\n', &line)) {
		struct str rest = line;
		if (str_starts(rest, STR("# ")))
			rest = str_slice(rest, 2, rest.len);
		strbuf_add(&out, begins_with_key(rest) ? rest : line);
		strbuf_add_char(&out, '\n');
	}
	return strbuf_str(&out);
}

static void
test_starter_has_every_key(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct report report = report_open(arena);
	struct str text = all_in_force(starter_settings(arena, &report), arena);
	const struct setting *map =
		settings_parse(text, (struct place){0}, arena, &report);
	assert_non_null(map);
	for (const char *const *key = site_keys(); *key; key++)
		if (!setting_find(map, *key))
			fail_msg("starter/site.conf does not show `%s`", *key);
	arena_close(arena);
}

static void
test_starter_shows_defaults(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct report report = report_open(arena);
	struct str path = STR("build/test-starter-site.conf");
	struct str text = all_in_force(starter_settings(arena, &report), arena);
	struct site site = site_default(), standard = site_default();
	assert_true(file_replace(path, text, &report));
	assert_true(site_read(path, false, &site, arena, &report));
	assert_true(file_remove(path, &report));
	assert_true(digest_equal(site_digest(&site), site_digest(&standard)));
	assert_str(site.content, standard.content.data);
	assert_str(site.output, standard.output.data);
	assert_str(site.templates, standard.templates.data);
	assert_str(site.statics, standard.statics.data);
	assert_int_equal(site.compress, standard.compress);
	assert_int_equal(site.encoding, standard.encoding);
	assert_int_equal(site.page_limit, standard.page_limit);
	assert_int_equal(site.markdown_limit, standard.markdown_limit);
	assert_int_equal(site.source_seconds, standard.source_seconds);
	assert_int_equal(site.source_memory, standard.source_memory);
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_starter_has_every_key),
		cmocka_unit_test(test_starter_shows_defaults),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
