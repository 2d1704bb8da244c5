#include "unit.h"

#include <limits.h>

#include "base/str.h"

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

/* --- views --- */

static void
test_str_from_null(void **state)
{
	(void)state;
	assert_int_equal(str_from(NULL).len, 0);
	assert_null(str_from(NULL).data);
}

static void
test_str_equal_of_empty_and_null(void **state)
{
	(void)state;
	assert_true(str_equal(STR(""), STR_NONE));
	assert_false(str_equal(STR("a"), STR_NONE));
	assert_false(str_equal(STR("a\0b"), STR("a\0c")));
}

static void
test_str_compare_by_code_point(void **state)
{
	(void)state;
	assert_true(str_compare(STR("a"), STR("b")) < 0);
	assert_true(str_compare(STR("ab"), STR("a")) > 0);
	assert_int_equal(str_compare(STR("临江"), STR("临江")), 0);
	assert_true(str_compare(STR("\uFF21"), STR("\U00020BB7")) < 0);
	assert_true(str_compare(STR("z"), STR("é")) < 0);
	assert_true(str_compare(STR_NONE, STR("a")) < 0);
}

static void
test_str_starts_and_ends(void **state)
{
	(void)state;
	assert_true(str_starts(STR("临江晚报"), STR("临江")));
	assert_false(str_starts(STR("临"), STR("临江")));
	assert_true(str_starts(STR_NONE, STR("")));
	assert_true(str_ends(STR("01.txt"), STR(".txt")));
	assert_false(str_ends(STR("txt"), STR(".txt")));
	assert_true(str_ends(STR_NONE, STR("")));
}

static void
test_str_slice_is_clipped(void **state)
{
	(void)state;
	assert_str(str_slice(STR("abcdef"), 2, 4), "cd");
	assert_str(str_slice(STR("abc"), 1, SIZE_MAX), "bc");
	assert_str(str_slice(STR("abc"), 5, 9), "");
	assert_str(str_slice(STR("abc"), 2, 1), "");
	assert_null(str_slice(STR_NONE, 1, 2).data);
}

static void
test_str_find_first_occurrence(void **state)
{
	(void)state;
	assert_int_equal(str_find(STR("abab"), STR("b")), 1);
	assert_int_equal(str_find(STR("abab"), STR("")), 0);
	assert_int_equal(str_find(STR("a\0b"), STR("\0b")), 1);
	assert_int_equal(str_find(STR("abab"), STR("ababa")), SIZE_MAX);
	assert_int_equal(str_find(STR_NONE, STR("a")), SIZE_MAX);
	assert_true(str_has(STR("临江晚报"), STR("江晚")));
	assert_false(str_has(STR("临江晚报"), STR("江报")));
}

static void
test_str_trim_every_kind_of_blank(void **state)
{
	(void)state;
	assert_str(str_trim(STR("　 \t\n\u00A0临江 晚报\u00A0\n\t 　")), "临江 晚报");
	assert_str(str_trim(STR("　　")), "");
	assert_str(str_trim(STR("")), "");
	assert_str(str_trim(STR("临")), "临");
}

static void
test_str_trim_keeps_broken_bytes(void **state)
{
	(void)state;
	assert_str(str_trim(STR(" \x80临\xE4\xB8 ")), "\x80临\xE4\xB8");
	assert_str(str_trim(STR("\x80\x80")), "\x80\x80");
}

static void
test_str_cut_parts(void **state)
{
	(void)state;
	struct str rest = STR("a,,b,"), part;
	assert_true(str_cut(&rest, ',', &part));
	assert_str(part, "a");
	assert_true(str_cut(&rest, ',', &part));
	assert_str(part, "");
	assert_true(str_cut(&rest, ',', &part));
	assert_str(part, "b");
	assert_true(str_cut(&rest, ',', &part));
	assert_str(part, "");
	assert_false(str_cut(&rest, ',', &part));
}

static void
test_str_cut_of_nothing(void **state)
{
	(void)state;
	struct str none = STR_NONE, empty = STR(""), part;
	assert_false(str_cut(&none, ',', &part));
	assert_true(str_cut(&empty, ',', &part));
	assert_str(part, "");
	assert_false(str_cut(&empty, ',', &part));
}

/* --- code points --- */

static void
test_str_next_of_each_length(void **state)
{
	(void)state;
	struct str rest = STR("aé临𠮷");
	assert_int_equal(str_next(&rest), 'a');
	assert_int_equal(str_next(&rest), 0xE9);
	assert_int_equal(str_next(&rest), 0x4E34);
	assert_int_equal(str_next(&rest), 0x20BB7);
	assert_int_equal(rest.len, 0);
	assert_int_equal(str_next(&rest), 0);
}

/* Each of these is broken in its first byte, which alone is taken. */
static void
test_str_next_of_broken_bytes(void **state)
{
	(void)state;
	static const struct str broken[] = {
		STR_INIT("\x80"),
		STR_INIT("\xBF\x80"),
		STR_INIT("\xC0\xAF"),
		STR_INIT("\xC1\xBF"),
		STR_INIT("\xC3"),
		STR_INIT("\xC3("),
		STR_INIT("\xE0\x80\xAF"),
		STR_INIT("\xE0\x9F\xBF"),
		STR_INIT("\xE4\xB8"),
		STR_INIT("\xE4\xB8("),
		STR_INIT("\xED\xA0\x80"),
		STR_INIT("\xED\xBF\xBF"),
		STR_INIT("\xF0\x80\x80\x80"),
		STR_INIT("\xF0\x8F\xBF\xBF"),
		STR_INIT("\xF0\x9F\x98"),
		STR_INIT("\xF4\x90\x80\x80"),
		STR_INIT("\xF5\x80\x80\x80"),
		STR_INIT("\xFE"),
		STR_INIT("\xFF"),
	};
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		struct str rest = broken[i];
		assert_int_equal(str_next(&rest), 0xFFFD);
		assert_int_equal(rest.len, broken[i].len - 1);
	}
}

static void
test_str_next_and_last_agree_on_every_code_point(void **state)
{
	for (uint32_t c = 1; c <= 0x10FFFF; c++) {
		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		struct strbuf buf = strbuf_open(*state);
		strbuf_add_point(&buf, c);
		struct str front = strbuf_str(&buf), back = front;
		assert_int_equal(str_next(&front), c);
		assert_int_equal(front.len, 0);
		assert_int_equal(str_last(&back), c);
		assert_int_equal(back.len, 0);
		if (c % 4096 == 0)
			arena_empty(*state);
	}
}

static void
test_str_last_takes_from_the_back(void **state)
{
	(void)state;
	struct str rest = STR("aé临𠮷");
	assert_int_equal(str_last(&rest), 0x20BB7);
	assert_int_equal(str_last(&rest), 0x4E34);
	assert_int_equal(str_last(&rest), 0xE9);
	assert_int_equal(str_last(&rest), 'a');
	assert_int_equal(str_last(&rest), 0);
}

static void
test_str_last_of_broken_bytes_takes_one(void **state)
{
	(void)state;
	struct str cut = STR("a临\xE4\xB8");
	assert_int_equal(str_last(&cut), 0xFFFD);
	assert_int_equal(str_last(&cut), 0xFFFD);
	assert_int_equal(str_last(&cut), 0x4E34);
	assert_int_equal(str_last(&cut), 'a');

	struct str tails = STR("\x80\x80\x80\x80\x80\x80");
	for (size_t len = 5; len < 6; len--) {
		assert_int_equal(str_last(&tails), 0xFFFD);
		assert_int_equal(tails.len, len);
	}
	struct str extra = STR("临\x80");
	assert_int_equal(str_last(&extra), 0xFFFD);
	assert_str(extra, "临");
}

static void
test_str_peek_takes_nothing(void **state)
{
	(void)state;
	struct str s = STR("临江");
	assert_int_equal(str_peek(s), 0x4E34);
	assert_int_equal(s.len, 6);
	assert_int_equal(str_peek(STR_NONE), 0);
}

static void
test_str_count_code_points(void **state)
{
	(void)state;
	assert_int_equal(str_count(STR("aé临𠮷")), 4);
	assert_int_equal(str_count(STR("临\xE4\xB8")), 3);
	assert_int_equal(str_count(STR_NONE), 0);
	assert_int_equal(str_count(STR("a\0b")), 3);
}

static void
test_str_points_counted_in_code_points(void **state)
{
	(void)state;
	assert_str(str_points(STR("aé临𠮷b"), 1, 4), "é临𠮷");
	assert_str(str_points(STR("临江"), 0, 9), "临江");
	assert_str(str_points(STR("临江"), 5, 9), "");
	assert_str(str_points(STR("临江"), 1, 1), "");
}

/* --- copies --- */

static void
test_str_copy_is_terminated_and_its_own(void **state)
{
	char original[] = "abc";
	struct str copy = str_copy(str_slice(str_from(original), 0, 2), *state);
	original[0] = '?';
	assert_str(copy, "ab");
	assert_int_equal(copy.data[2], '\0');
	assert_string_equal(str_terminated(STR_NONE, *state), "");
}

static void
test_str_format_longer_than_the_first_buffer(void **state)
{
	struct str text = str_format(*state, "%0500d|%s", 7, "临江");
	assert_int_equal(text.len, 507);
	assert_true(str_ends(text, STR("07|临江")));
	assert_str(str_format(*state, "%s", ""), "");
}

static void
test_str_join_parts(void **state)
{
	struct str_list list = {0};
	assert_str(str_join(&list, STR(", "), *state), "");
	str_list_add(&list, STR("a"), *state);
	assert_str(str_join(&list, STR(", "), *state), "a");
	str_list_add(&list, STR(""), *state);
	str_list_add(&list, STR("c"), *state);
	assert_str(str_join(&list, STR(", "), *state), "a, , c");
}

static void
test_str_replace_every_occurrence(void **state)
{
	assert_str(str_replace(STR("a--b--"), STR("--"), STR("—"), *state), "a—b—");
	assert_str(str_replace(STR("aaa"), STR("aa"), STR("b"), *state), "ba");
	assert_str(str_replace(STR("aaa"), STR("a"), STR("aa"), *state), "aaaaaa");
	assert_str(str_replace(STR("abc"), STR("b"), STR(""), *state), "ac");
}

static void
test_str_replace_borrows_when_there_is_none(void **state)
{
	struct str s = STR("abc");
	assert_ptr_equal(str_replace(s, STR("x"), STR("y"), *state).data, s.data);
	assert_ptr_equal(str_replace(s, STR(""), STR("y"), *state).data, s.data);
}

static void
test_str_number_whole_decimal(void **state)
{
	(void)state;
	int number = 0;
	assert_true(str_number(STR("0012"), &number));
	assert_int_equal(number, 12);
	assert_true(str_number(STR("999999999"), &number));
	assert_int_equal(number, 999999999);
}

static void
test_str_number_refuses_anything_else(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"", "-1", "+1", " 1", "1 ", "1a", "0x1", "１", "1234567890"};
	int number = 42;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(str_number(str_from(wrong[i]), &number));
	assert_int_equal(number, 42);
}

static void
test_str_is_hex_lower_case_digits_alone(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"", "g", "/", ":", "`", "A", "0123456789abcdeF", " 1", "1 ", "0x1", "堤"};
	assert_true(str_is_hex(STR("0")));
	assert_true(str_is_hex(STR("0123456789abcdef")));
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(str_is_hex(str_from(wrong[i])));
	assert_false(str_is_hex((struct str){"a\0b", 3}));
	assert_false(str_is_hex(STR_NONE));
}

static void
test_str_list_has(void **state)
{
	struct str_list list = {0};
	assert_false(str_list_has(&list, STR("")));
	str_list_add(&list, STR("临江"), *state);
	assert_true(str_list_has(&list, STR("临江")));
	assert_false(str_list_has(&list, STR("临")));
}

/* --- builder --- */

static void
test_strbuf_open_is_empty_and_terminated(void **state)
{
	struct strbuf buf = strbuf_open(*state);
	assert_non_null(buf.data);
	assert_int_equal(buf.data[0], '\0');
	assert_str(strbuf_str(&buf), "");
}

static void
test_strbuf_add_ten_megabytes_beside_other_allocations(void **state)
{
	struct strbuf buf = strbuf_open(*state);
	for (int i = 0; i < 1000000; i++) {
		strbuf_add(&buf, STR("0123456789"));
		if (i % 1000 == 0)
			arena_alloc(*state, 8);
	}
	assert_int_equal(buf.len, 10000000);
	assert_int_equal(buf.data[buf.len], '\0');
	for (size_t i = 0; i < buf.len; i += 9999)
		assert_int_equal(buf.data[i], '0' + (int)(i % 10));
}

static void
test_strbuf_add_of_its_own_content(void **state)
{
	struct strbuf buf = strbuf_open(*state);
	strbuf_add(&buf, STR("0123456789012345678901234567890123456789"));
	arena_alloc(*state, 1); /* so that it has to move */
	strbuf_add(&buf, strbuf_str(&buf));
	assert_str(strbuf_str(&buf), "0123456789012345678901234567890123456789"
				     "0123456789012345678901234567890123456789");
}

static void
test_strbuf_add_point_never_makes_broken_text(void **state)
{
	struct strbuf buf = strbuf_open(*state);
	strbuf_add_point(&buf, 0xD800);
	strbuf_add_point(&buf, 0xDFFF);
	strbuf_add_point(&buf, 0x110000);
	strbuf_add_point(&buf, UINT32_MAX);
	strbuf_add_point(&buf, 0x10FFFF);
	assert_str(strbuf_str(&buf), "\uFFFD\uFFFD\uFFFD\uFFFD\U0010FFFF");
}

static void
test_strbuf_printf_appends(void **state)
{
	struct strbuf buf = strbuf_open(*state);
	strbuf_add(&buf, STR("a"));
	strbuf_printf(&buf, "%d-%.*s", 5, STR_ARG(STR("临江")));
	strbuf_printf(&buf, "%s", "");
	assert_str(strbuf_str(&buf), "a5-临江");
	strbuf_printf(&buf, "%1000s", "x");
	assert_int_equal(buf.len, 9 + 1000);
	assert_int_equal(buf.data[buf.len], '\0');
}

/* Whatever room is left, down to none. */
static void
test_strbuf_printf_at_every_length(void **state)
{
	for (int before = 0; before < 200; before++) {
		struct strbuf buf = strbuf_open(*state);
		for (int i = 0; i < before; i++)
			strbuf_add_char(&buf, 'a');
		strbuf_printf(&buf, "%s", "临江");
		assert_int_equal(buf.len, (size_t)before + 6);
		assert_true(str_ends(strbuf_str(&buf), STR("临江")));
		assert_int_equal(buf.data[buf.len], '\0');
	}
}

static void
test_strbuf_add_number_is_decimal(void **state)
{
	struct strbuf buf = strbuf_open(*state);
	const long numbers[] = {0, 7, -10, 1234567890, LONG_MAX, LONG_MIN};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		strbuf_cut(&buf, 0);
		strbuf_add_number(&buf, numbers[i]);
		assert_str(strbuf_str(&buf), str_format(*state, "%ld", numbers[i]).data);
	}
}

static void
test_strbuf_cut_shortens_only(void **state)
{
	struct strbuf buf = strbuf_open(*state);
	strbuf_add(&buf, STR("abcdef"));
	strbuf_cut(&buf, 9);
	assert_str(strbuf_str(&buf), "abcdef");
	strbuf_cut(&buf, 3);
	assert_str(strbuf_str(&buf), "abc");
	assert_int_equal(buf.data[3], '\0');
	strbuf_add_char(&buf, '!');
	assert_str(strbuf_str(&buf), "abc!");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_str_from_null),
		TEST(test_str_equal_of_empty_and_null),
		TEST(test_str_compare_by_code_point),
		TEST(test_str_starts_and_ends),
		TEST(test_str_slice_is_clipped),
		TEST(test_str_find_first_occurrence),
		TEST(test_str_trim_every_kind_of_blank),
		TEST(test_str_trim_keeps_broken_bytes),
		TEST(test_str_cut_parts),
		TEST(test_str_cut_of_nothing),
		TEST(test_str_next_of_each_length),
		TEST(test_str_next_of_broken_bytes),
		TEST(test_str_next_and_last_agree_on_every_code_point),
		TEST(test_str_last_takes_from_the_back),
		TEST(test_str_last_of_broken_bytes_takes_one),
		TEST(test_str_peek_takes_nothing),
		TEST(test_str_count_code_points),
		TEST(test_str_points_counted_in_code_points),
		TEST(test_str_copy_is_terminated_and_its_own),
		TEST(test_str_format_longer_than_the_first_buffer),
		TEST(test_str_join_parts),
		TEST(test_str_replace_every_occurrence),
		TEST(test_str_replace_borrows_when_there_is_none),
		TEST(test_str_number_whole_decimal),
		TEST(test_str_number_refuses_anything_else),
		TEST(test_str_is_hex_lower_case_digits_alone),
		TEST(test_str_list_has),
		TEST(test_strbuf_open_is_empty_and_terminated),
		TEST(test_strbuf_add_ten_megabytes_beside_other_allocations),
		TEST(test_strbuf_add_of_its_own_content),
		TEST(test_strbuf_add_point_never_makes_broken_text),
		TEST(test_strbuf_printf_appends),
		TEST(test_strbuf_printf_at_every_length),
		TEST(test_strbuf_add_number_is_decimal),
		TEST(test_strbuf_cut_shortens_only),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
