#include "unit.h"

#include "base/json.h"

struct fixture {
	struct arena *arena;
	struct strbuf out;
	struct json json;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	fixture->arena = arena;
	fixture->out = strbuf_open(arena);
	fixture->json = json_open(&fixture->out);
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

#define assert_json(state, expected)                                                     \
	assert_str(strbuf_str(&((struct fixture *)*(state))->out), (expected))

static void
test_json_object_nested(void **state)
{
	struct json *json = &((struct fixture *)*state)->json;
	json_object_begin(json);
	json_key(json, "a");
	json_array_begin(json);
	json_number(json, 1);
	json_object_begin(json);
	json_object_end(json);
	json_array_begin(json);
	json_array_end(json);
	json_bool(json, true);
	json_array_end(json);
	json_key(json, "b");
	json_null(json);
	json_key(json, "c");
	json_bool(json, false);
	json_object_end(json);
	assert_json(state, "{\"a\":[1,{},[],true],\"b\":null,\"c\":false}");
	assert_int_equal(json->depth, 0);
}

static void
test_json_count_is_a_key_with_a_number(void **state)
{
	struct json *json = &((struct fixture *)*state)->json;
	json_object_begin(json);
	json_count(json, "pages", 0);
	json_count(json, "articles", (size_t)1 << 40);
	json_object_end(json);
	assert_json(state, "{\"pages\":0,\"articles\":1099511627776}");
}

static void
test_json_array_of_objects_has_commas(void **state)
{
	struct json *json = &((struct fixture *)*state)->json;
	json_array_begin(json);
	for (int i = 0; i < 3; i++) {
		json_object_begin(json);
		json_key(json, "n");
		json_number(json, i);
		json_object_end(json);
	}
	json_array_end(json);
	assert_json(state, "[{\"n\":0},{\"n\":1},{\"n\":2}]");
}

static void
test_json_field_is_text_or_null(void **state)
{
	struct json *json = &((struct fixture *)*state)->json;
	json_object_begin(json);
	json_field(json, "title", STR("防汛"));
	json_field(json, "kicker", STR(""));
	json_object_end(json);
	assert_json(state, "{\"title\":\"防汛\",\"kicker\":null}");
}

static void
test_json_text_escapes(void **state)
{
	struct json *json = &((struct fixture *)*state)->json;
	json_text(json, STR("a\"b\\c\nd\te\rf\0g\x7F/"));
	assert_json(state, "\"a\\\"b\\\\c\\nd\\u0009e\\u000df\\u0000g\\u007f/\"");
}

static void
test_json_text_may_stand_in_a_script(void **state)
{
	struct json *json = &((struct fixture *)*state)->json;
	json_text(json, STR("</script><!--\u2028x\u2029“…”"));
	assert_json(state, "\"\\u003c/script>\\u003c!--\\u2028x\\u2029“…”\"");
}

static void
test_json_key_is_escaped(void **state)
{
	struct json *json = &((struct fixture *)*state)->json;
	json_object_begin(json);
	json_key(json, "a\"<");
	json_text(json, STR(""));
	json_object_end(json);
	assert_json(state, "{\"a\\\"\\u003c\":\"\"}");
}

static void
test_json_text_beyond_ascii_stays(void **state)
{
	struct json *json = &((struct fixture *)*state)->json;
	json_text(json, STR("临江 𠮷 é"));
	assert_json(state, "\"临江 𠮷 é\"");
}

static void
test_json_text_long(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf text = strbuf_open(fixture->arena);
	for (int i = 0; i < 300000; i++)
		strbuf_add(&text, STR("临<"));
	json_text(&fixture->json, strbuf_str(&text));
	assert_int_equal(fixture->out.len, 300000 * 9 + 2);
}

static void
test_json_text_or_null(void **state)
{
	struct json *json = &((struct fixture *)*state)->json;
	json_array_begin(json);
	json_text_or_null(json, STR_NONE);
	json_text_or_null(json, STR(""));
	json_text_or_null(json, STR("x"));
	json_array_end(json);
	assert_json(state, "[null,null,\"x\"]");
}

static void
test_json_number_at_the_limits(void **state)
{
	struct json *json = &((struct fixture *)*state)->json;
	json_array_begin(json);
	json_number(json, INT64_MIN);
	json_number(json, INT64_MAX);
	json_number(json, 0);
	json_array_end(json);
	assert_json(state, "[-9223372036854775808,9223372036854775807,0]");
}

static void
test_json_decimal_rounds_to_three_digits(void **state)
{
	struct json *json = &((struct fixture *)*state)->json;
	const double numbers[] = {0, 0.5, 1.0006, -1.0006, 0.9996, -0.0001, 12345.678};
	json_array_begin(json);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		json_decimal(json, numbers[i]);
	json_array_end(json);
	assert_json(state, "[0.000,0.500,1.001,-1.001,1.000,0.000,12345.678]");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_json_object_nested),
		TEST(test_json_count_is_a_key_with_a_number),
		TEST(test_json_count_is_a_key_with_a_number),
		TEST(test_json_array_of_objects_has_commas),
		TEST(test_json_field_is_text_or_null),
		TEST(test_json_text_escapes),
		TEST(test_json_text_may_stand_in_a_script),
		TEST(test_json_key_is_escaped),
		TEST(test_json_text_beyond_ascii_stays),
		TEST(test_json_text_long),
		TEST(test_json_text_or_null),
		TEST(test_json_number_at_the_limits),
		TEST(test_json_decimal_rounds_to_three_digits),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
