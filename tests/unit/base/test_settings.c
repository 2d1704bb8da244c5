#include "unit.h"

#include "base/settings.h"

struct fixture {
	struct arena *arena;
	struct report report;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	*fixture = (struct fixture){arena, report_open(arena)};
	*state = fixture;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	arena_close(fixture->arena);
	return 0;
}

static struct setting *
parse_str(struct fixture *fixture, struct str text)
{
	return settings_parse(text, (struct place){STR("s.yaml"), 1, 1}, fixture->arena,
		&fixture->report);
}

static struct setting *
parse(struct fixture *fixture, const char *text)
{
	return parse_str(fixture, str_from(text));
}

static struct str
messages(struct fixture *fixture)
{
	struct strbuf out = strbuf_open(fixture->arena);
	report_write(&fixture->report, SEVERITY_NOTE, &out);
	return strbuf_str(&out);
}

/* The text is refused with exactly this message. */
#define assert_refused(state, text, expected)                                            \
	do {                                                                             \
		assert_null(parse(*(state), (text)));                                    \
		assert_str(messages(*(state)), (expected));                              \
	} while (0)

/* --- parsing --- */

static void
test_settings_parse_tree(void **state)
{
	struct setting *root = parse(*state, "title: 临江晚报\n"
					     "pages: [要闻, 本地]\n"
					     "site:\n"
					     "  name: \"a: b\"\n");
	assert_non_null(root);
	assert_int_equal(root->kind, SETTING_MAP);
	assert_int_equal(root->count, 3);
	assert_str(root->items[0]->key, "title");
	assert_str(root->items[0]->text, "临江晚报");
	assert_false(root->items[0]->quoted);
	assert_int_equal(root->items[1]->kind, SETTING_LIST);
	assert_str(root->items[1]->items[1]->text, "本地");
	const struct setting *name = setting_find(root->items[2], "name");
	assert_str(name->text, "a: b");
	assert_true(name->quoted);
	assert_str(messages(*state), "");
}

static void
test_settings_parse_places_in_code_points(void **state)
{
	struct setting *root = parse(*state, "a: 1\n临江:  [晚报, 早报]\n");
	const struct setting *list = root->items[1];
	assert_int_equal(list->key_at.line, 2);
	assert_int_equal(list->key_at.column, 1);
	assert_int_equal(list->at.line, 2);
	assert_int_equal(list->at.column, 6);
	assert_int_equal(list->items[1]->at.column, 11);
	assert_str(list->at.file, "s.yaml");
}

static void
test_settings_parse_places_of_front_matter(void **state)
{
	struct fixture *fixture = *state;
	struct place at = {STR("a.md"), 2, 1};
	struct setting *root =
		settings_parse(STR("a: 1\nb: 2\n"), at, fixture->arena, &fixture->report);
	assert_int_equal(root->items[0]->at.line, 2);
	assert_int_equal(root->items[1]->key_at.line, 3);
}

static void
test_settings_parse_nothing_is_an_empty_map(void **state)
{
	static const char *const texts[] = {
		"", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "~\n"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct setting *root = parse(*state, texts[i]);
		assert_non_null(root);
		assert_int_equal(root->kind, SETTING_MAP);
		assert_int_equal(root->count, 0);
	}
	assert_non_null(parse_str(*state, STR_NONE));
	assert_str(messages(*state), "");
}

static void
test_settings_parse_root_may_be_a_list_or_text(void **state)
{
	struct setting *list = parse(*state, "- a\n- b: 1\n");
	assert_int_equal(list->kind, SETTING_LIST);
	assert_int_equal(list->count, 2);
	assert_int_equal(parse(*state, "only text")->kind, SETTING_TEXT);
}

static void
test_settings_parse_null_unless_quoted(void **state)
{
	struct setting *root =
		parse(*state, "a: ~\nb: null\nc:\nd: \"null\"\ne: '~'\nf: nullify\n");
	assert_str(root->items[0]->text, "");
	assert_str(root->items[1]->text, "");
	assert_str(root->items[2]->text, "");
	assert_str(root->items[3]->text, "null");
	assert_str(root->items[4]->text, "~");
	assert_str(root->items[5]->text, "nullify");
}

static void
test_settings_parse_keeps_numbers_and_dates_as_written(void **state)
{
	struct setting *root = parse(*state, "a: 007\nb: 2024-03-05\nc: yes\nd: 1e3\n");
	assert_str(root->items[0]->text, "007");
	assert_str(root->items[1]->text, "2024-03-05");
	assert_str(root->items[2]->text, "yes");
	assert_str(root->items[3]->text, "1e3");
}

static void
test_settings_parse_block_texts(void **state)
{
	struct setting *root = parse(*state, "a: |\n  one\n  two\nb: >\n  one\n  two\n");
	assert_str(root->items[0]->text, "one\ntwo\n");
	assert_str(root->items[1]->text, "one two\n");
}

static void
test_settings_parse_joins_lines_of_chinese_without_a_space(void **state)
{
	struct setting *root = parse(*state, "a: >-\n  江上的船，\n  三条。\n  ABC 号\n"
					     "b: 江上的船\n  三条\n"
					     "c: 船长 舵手\n");
	assert_str(root->items[0]->text, "江上的船，三条。 ABC 号");
	assert_str(root->items[1]->text, "江上的船三条");
	assert_str(root->items[2]->text, "船长 舵手");
}

static void
test_settings_parse_refuses_duplicate_keys(void **state)
{
	assert_refused(state, "a: 1\nb: 2\n'a': 3\n",
		"s.yaml:3:1: error: key `a` stands twice, first on line 1; keep one of "
		"them\n");
}

static void
test_settings_parse_same_key_in_different_maps(void **state)
{
	assert_non_null(parse(*state, "- a: 1\n- a: 2\n- a: {a: 3}\n"));
}

static void
test_settings_parse_refuses_aliases(void **state)
{
	assert_refused(state, "a: 1\nb: *x\n",
		"s.yaml:2:4: error: aliases (*x) are not supported; write the value "
		"out\n");
}

static void
test_settings_parse_refuses_an_alias_as_key(void **state)
{
	assert_refused(state, "*x : 1\n",
		"s.yaml:1:1: error: aliases (*x) are not supported; write the value "
		"out\n");
}

static void
test_settings_parse_refuses_anchors(void **state)
{
	assert_refused(state, "a: &x [1]\n",
		"s.yaml:1:4: error: anchors (&x) are not supported; "
		"put a text that begins with & in quotes\n");
}

static void
test_settings_parse_refuses_tags(void **state)
{
	assert_refused(state, "a: !!str 1\n",
		"s.yaml:1:4: error: tags (tag:yaml.org,2002:str) are not supported; "
		"put a text that begins with ! in quotes\n");
}

static void
test_settings_parse_refuses_tags_of_maps(void **state)
{
	assert_null(parse(*state, "a: !x {b: 1}\n"));
	assert_int_equal(
		report_count(&((struct fixture *)*state)->report, SEVERITY_ERROR), 1);
}

static void
test_settings_parse_refuses_a_second_document(void **state)
{
	assert_refused(state, "a: 1\n---\nb: 2\n",
		"s.yaml:2:1: error: a second document begins here\n");
}

static void
test_settings_parse_refuses_keys_that_are_no_text(void **state)
{
	assert_refused(
		state, "? [a]\n: 1\n", "s.yaml:1:3: error: a key must be a text\n");
}

static void
test_settings_parse_refuses_an_empty_key(void **state)
{
	assert_refused(state, "a: 1\n'': 2\n",
		"s.yaml:2:1: error: a key is missing before the colon\n");
}

static void
test_settings_parse_refuses_bad_syntax(void **state)
{
	struct fixture *fixture = *state;
	static const char *const rows[][2] = {
		{"a: [1, 2\nb: 3\n", "a comma or a closing bracket is missing"},
		{"a: 1\n b: 2\n", "a colon with a space behind it within a value"},
		{"a: 1\nb\nc: 2\n", "a colon is missing behind the key"},
		{"a:\n    b: 1\n  c: 2\n", "this line is indented otherwise"},
		{"- a\nb: 1\n", "an entry of the list is indented otherwise"},
		{"a: - b\n", "a list begins behind the key"},
		{"a: \"open\n", "quotes that were opened are not closed"},
		{"\ta: 1\n", "a tab; indent with spaces"},
		{"名: 甲\n\tb: 1\n", "a tab; indent with spaces"},
		{"a: b: c\n", "a colon with a space behind it within a value"},
		{"%%\n", "not valid YAML: "},
		{"a: @x\n", "a sign that no value begins with"},
		{"}\n", "not valid YAML: "},
		{"a: \"\\q\"\n", "a \\ within double quotes"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_null(parse(fixture, rows[i][0]));
		assert_int_equal(fixture->report.count, i + 1);
		assert_true(fixture->report.items[i].at.line > 0);
		if (!str_starts(fixture->report.items[i].text, str_from(rows[i][1])))
			fail_msg(
				"%s: %s", rows[i][0], fixture->report.items[i].text.data);
	}
}

static void
test_settings_parse_refuses_broken_utf8(void **state)
{
	assert_null(parse(*state, "a: \xE4\xB8\n"));
	assert_int_equal(((struct fixture *)*state)->report.count, 1);
}

static void
test_settings_parse_refuses_escaped_control_characters(void **state)
{
	struct fixture *fixture = *state;
	static const char *const texts[] = {"a: \"\\0\"", "a: \"\\e\"", "a: \"\\u202E\"",
		"a: \"\\x85\"", "\"\\0\": a"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_null(parse(fixture, texts[i]));
		assert_int_equal(fixture->report.count, i + 1);
	}
	assert_str(parse(fixture, "a: \"\\t\\n\\u4e34\"")->items[0]->text, "\t\n临");
}

static void
test_settings_parse_sixteen_deep_but_no_more(void **state)
{
	struct fixture *fixture = *state;
	assert_non_null(parse(fixture, "[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]"));
	assert_refused(state, "[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]",
		"s.yaml:1:17: error: lists and maps are nested more than 16 deep\n");
}

static void
test_settings_parse_a_megabyte_of_brackets(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf text = strbuf_open(fixture->arena);
	for (int i = 0; i < 1000000; i++)
		strbuf_add_char(&text, '[');
	assert_null(parse_str(fixture, strbuf_str(&text)));
	assert_int_equal(fixture->report.count, 1);
}

static void
test_settings_parse_twenty_thousand_keys(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf text = strbuf_open(fixture->arena);
	for (int i = 0; i < 20000; i++)
		strbuf_printf(&text, "键%d: %d\n", i, i);
	struct setting *root = parse_str(fixture, strbuf_str(&text));
	assert_int_equal(root->count, 20000);
	assert_str(root->items[19999]->text, "19999");
	assert_int_equal(root->items[19999]->at.line, 20000);
}

/* --- values --- */

static void
test_setting_find_absent(void **state)
{
	struct setting *root = parse(*state, "a: 1\n");
	assert_null(setting_find(root, "b"));
	assert_null(setting_find(NULL, "a"));
	assert_null(setting_find(root->items[0], "a"));
	assert_non_null(setting_find(root, "a"));
}

static void
test_setting_text_or_otherwise(void **state)
{
	struct fixture *fixture = *state;
	struct setting *root = parse(fixture, "a: x\nb:\n");
	assert_str(setting_text(root, "a", STR("y"), &fixture->report), "x");
	assert_str(setting_text(root, "b", STR("y"), &fixture->report), "");
	assert_str(setting_text(root, "c", STR("y"), &fixture->report), "y");
	assert_str(messages(fixture), "");
}

static void
test_setting_text_of_a_list(void **state)
{
	struct fixture *fixture = *state;
	struct setting *root = parse(fixture, "a: [x]\n");
	assert_str(setting_text(root, "a", STR("y"), &fixture->report), "y");
	assert_str(messages(fixture),
		"s.yaml:1:4: error: `a` should be a text, not a list\n");
}

static void
test_setting_bool_words(void **state)
{
	struct fixture *fixture = *state;
	struct setting *root =
		parse(fixture, "a: yes\nb: True\nc: ON\nd: no\ne: FALSE\nf: off\ng:\n");
	assert_true(setting_bool(root, "a", false, &fixture->report));
	assert_true(setting_bool(root, "b", false, &fixture->report));
	assert_true(setting_bool(root, "c", false, &fixture->report));
	assert_false(setting_bool(root, "d", true, &fixture->report));
	assert_false(setting_bool(root, "e", true, &fixture->report));
	assert_false(setting_bool(root, "f", true, &fixture->report));
	assert_true(setting_bool(root, "g", true, &fixture->report));
	assert_true(setting_bool(root, "absent", true, &fixture->report));
	assert_str(messages(fixture), "");
}

static void
test_setting_bool_of_another_word(void **state)
{
	struct fixture *fixture = *state;
	struct setting *root = parse(fixture, "a: y\nb: [yes]\n");
	assert_true(setting_bool(root, "a", true, &fixture->report));
	assert_false(setting_bool(root, "b", false, &fixture->report));
	assert_str(messages(fixture),
		"s.yaml:1:4: error: `a` should be yes or no, not `y`\n"
		"s.yaml:2:4: error: `b` should be yes or no, not a list\n");
}

static void
test_setting_int_in_bounds(void **state)
{
	struct fixture *fixture = *state;
	struct setting *root = parse(fixture, "a: 5\nb: -5\nc: '007'\nd:\n");
	assert_int_equal(setting_int(root, "a", 1, 5, 5, &fixture->report), 5);
	assert_int_equal(setting_int(root, "b", 1, -5, 5, &fixture->report), -5);
	assert_int_equal(setting_int(root, "c", 1, 0, 9, &fixture->report), 7);
	assert_int_equal(setting_int(root, "d", 1, 0, 9, &fixture->report), 1);
	assert_int_equal(setting_int(root, "e", 99, 0, 9, &fixture->report), 99);
	assert_str(messages(fixture), "");
}

static void
test_setting_int_of_anything_else(void **state)
{
	struct fixture *fixture = *state;
	struct setting *root = parse(
		fixture, "a: 10\nb: -1\nc: 1.5\nd: x\ne: 99999999999\nf: \"\"\ng: --1\n");
	for (size_t i = 0; i < root->count; i++) {
		const char *key = root->items[i]->key.data;
		assert_int_equal(setting_int(root, key, 3, 0, 9, &fixture->report), 3);
		assert_int_equal(fixture->report.count, i + 1);
	}
	assert_str(fixture->report.items[0].text,
		"`a` should be a whole number from 0 to 9, not `10`");
}

static void
test_setting_texts_of_list_text_and_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct setting *root = parse(fixture, "a: [x, y]\nb: x\nc:\nd: [x, ~, '']\n");
	struct str_list texts =
		setting_texts(root, "a", fixture->arena, &fixture->report);
	assert_int_equal(texts.count, 2);
	assert_str(texts.items[1], "y");
	texts = setting_texts(root, "b", fixture->arena, &fixture->report);
	assert_int_equal(texts.count, 1);
	assert_str(texts.items[0], "x");
	assert_int_equal(
		setting_texts(root, "c", fixture->arena, &fixture->report).count, 0);
	assert_int_equal(
		setting_texts(root, "d", fixture->arena, &fixture->report).count, 2);
	assert_int_equal(
		setting_texts(root, "absent", fixture->arena, &fixture->report).count, 0);
	assert_str(messages(fixture), "");
}

static void
test_setting_texts_of_maps(void **state)
{
	struct fixture *fixture = *state;
	struct setting *root = parse(fixture, "a: {b: c}\nd: [x, [y], z]\n");
	assert_int_equal(
		setting_texts(root, "a", fixture->arena, &fixture->report).count, 0);
	assert_int_equal(
		setting_texts(root, "d", fixture->arena, &fixture->report).count, 2);
	assert_str(messages(fixture),
		"s.yaml:1:4: error: `a` should be a list, not a map\n"
		"s.yaml:2:8: error: each item of `d` should be a text\n");
}

/* --- known names --- */

static const char *const known[] = {
	"title", "language", "base_url", "author", "tags", "临江晚报", NULL};

static void
test_settings_nearest_by_each_kind_of_edit(void **state)
{
	(void)state;
	assert_str(settings_nearest(STR("titel"), known), "title"); /* swapped */
	assert_str(settings_nearest(STR("titl"), known), "title");
	assert_str(settings_nearest(STR("tittle"), known), "title");
	assert_str(settings_nearest(STR("tilte"), known), "title");
	assert_str(settings_nearest(STR("langauge"), known), "language");
	assert_str(settings_nearest(STR("base-url"), known), "base_url");
	assert_str(settings_nearest(STR("tag"), known), "tags");
	assert_str(settings_nearest(STR("临江早报"), known), "临江晚报");
}

static void
test_settings_nearest_none(void **state)
{
	(void)state;
	static const char *const wrong[] = {"", "x", "colour", "t", "url",
		"a-name-that-is-very-much-longer-than-all-of-the-names-that-are-known"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_str(settings_nearest(str_from(wrong[i]), known), "");
}

static void
test_settings_check_keys_names_the_nearest(void **state)
{
	struct fixture *fixture = *state;
	struct setting *root =
		parse(fixture, "title: x\ntitel: y\nauthor: z\ncolour: w\n");
	assert_false(settings_check_keys(root, known, &fixture->report));
	assert_str(messages(fixture),
		"s.yaml:2:1: error: unknown key `titel`; did you mean `title`?\n"
		"s.yaml:4:1: error: unknown key `colour`; there are title, "
		"language, base_url, author, tags, 临江晚报\n");
}

static void
test_settings_check_keys_all_known(void **state)
{
	struct fixture *fixture = *state;
	assert_true(settings_check_keys(
		parse(fixture, "tags: x\n"), known, &fixture->report));
	assert_true(settings_check_keys(NULL, known, &fixture->report));
	assert_str(messages(fixture), "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_settings_parse_tree),
		TEST(test_settings_parse_places_in_code_points),
		TEST(test_settings_parse_places_of_front_matter),
		TEST(test_settings_parse_nothing_is_an_empty_map),
		TEST(test_settings_parse_root_may_be_a_list_or_text),
		TEST(test_settings_parse_null_unless_quoted),
		TEST(test_settings_parse_keeps_numbers_and_dates_as_written),
		TEST(test_settings_parse_block_texts),
		TEST(test_settings_parse_joins_lines_of_chinese_without_a_space),
		TEST(test_settings_parse_refuses_duplicate_keys),
		TEST(test_settings_parse_same_key_in_different_maps),
		TEST(test_settings_parse_refuses_aliases),
		TEST(test_settings_parse_refuses_an_alias_as_key),
		TEST(test_settings_parse_refuses_anchors),
		TEST(test_settings_parse_refuses_tags),
		TEST(test_settings_parse_refuses_tags_of_maps),
		TEST(test_settings_parse_refuses_a_second_document),
		TEST(test_settings_parse_refuses_keys_that_are_no_text),
		TEST(test_settings_parse_refuses_an_empty_key),
		TEST(test_settings_parse_refuses_bad_syntax),
		TEST(test_settings_parse_refuses_broken_utf8),
		TEST(test_settings_parse_refuses_escaped_control_characters),
		TEST(test_settings_parse_sixteen_deep_but_no_more),
		TEST(test_settings_parse_a_megabyte_of_brackets),
		TEST(test_settings_parse_twenty_thousand_keys),
		TEST(test_setting_find_absent),
		TEST(test_setting_text_or_otherwise),
		TEST(test_setting_text_of_a_list),
		TEST(test_setting_bool_words),
		TEST(test_setting_bool_of_another_word),
		TEST(test_setting_int_in_bounds),
		TEST(test_setting_int_of_anything_else),
		TEST(test_setting_texts_of_list_text_and_nothing),
		TEST(test_setting_texts_of_maps),
		TEST(test_settings_nearest_by_each_kind_of_edit),
		TEST(test_settings_nearest_none),
		TEST(test_settings_check_keys_names_the_nearest),
		TEST(test_settings_check_keys_all_known),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
