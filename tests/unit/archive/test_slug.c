#include "content.h"

#include "archive/slug.h"

static void
assert_slug(void **state, const char *text, const char *expected)
{
	struct fixture *fixture = *state;
	struct str slug = slug_of(fixture->text, str_from(text), fixture->arena);
	assert_str(slug, expected);
	assert_true(slug_valid(slug));
}

static void
test_slug_of_chinese_by_reading(void **state)
{
	assert_slug(state, "乡村振兴", "xiang-cun-zhen-xing");
	assert_slug(state, "沄江三桥2022", "yun-jiang-san-qiao2022");
}

/* 解 and 单 are read otherwise where they are family names. */
static void
test_slug_of_words_are_no_names(void **state)
{
	assert_slug(state, "解放路", "jie-fang-lu");
	assert_slug(state, "单位", "dan-wei");
}

static void
test_slug_of_latin(void **state)
{
	assert_slug(state, "Guo Lingji", "guo-lingji");
	assert_slug(state, "  Ärger -- mit_Ö  ", "arger-mit-o");
	assert_slug(state, "ＣＯＭ９ news", "com9-news");
	assert_slug(state, "..//../a", "a");
	assert_slug(state, "ﬁsh ㎏", "fish-kg");
}

static void
test_slug_of_reserved_names(void **state)
{
	assert_slug(state, "con", "con-x");
	assert_slug(state, "ＣＯＭ１", "com1-x");
	assert_slug(state, "index", "index-x");
	assert_slug(state, "com10", "com10");
}

static void
test_slug_of_nothing_readable(void **state)
{
	struct fixture *fixture = *state;
	struct str none = slug_of(fixture->text, STR("……"), fixture->arena);
	struct str other = slug_of(fixture->text, STR("——"), fixture->arena);
	struct str empty = slug_of(fixture->text, STR(""), fixture->arena);
	assert_true(slug_valid(none) && slug_valid(other) && slug_valid(empty));
	assert_false(str_equal(none, other));
}

static void
test_slug_of_long_text_is_cut_between_syllables(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf text = strbuf_open(fixture->arena);
	for (int i = 0; i < 300; i++)
		strbuf_add(&text, STR("江"));
	assert_slug(state, text.data,
		"jiang-jiang-jiang-jiang-jiang-jiang-jiang-jiang-jiang-jiang");
	strbuf_cut(&text, 0);
	for (int i = 0; i < 300; i++)
		strbuf_add_char(&text, 'a');
	assert_int_equal(
		slug_of(fixture->text, strbuf_str(&text), fixture->arena).len, 60);
}

static void
test_slug_valid_refuses(void **state)
{
	static const char *const wrong[] = {"", "-a", "a-", "a--b", "A", "a_b", "a.b",
		"a/b", "nul", "lpt3", "index", "é",
		"0123456789012345678901234567890123456789012345678901234567890"};
	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(slug_valid(str_from(wrong[i])));
	assert_true(slug_valid(STR("a")));
	assert_true(slug_valid(STR("a-1-b")));
}

static void
test_slug_unique_numbers(void **state)
{
	struct fixture *fixture = *state;
	struct map taken = map_open(fixture->arena);
	assert_str(slug_unique(&taken, STR("li-na"), fixture->arena), "li-na");
	assert_str(slug_unique(&taken, STR("li-na"), fixture->arena), "li-na-2");
	assert_str(slug_unique(&taken, STR("li-na-2"), fixture->arena), "li-na-2-2");
	assert_str(slug_unique(&taken, STR("li-na"), fixture->arena), "li-na-3");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_slug_of_chinese_by_reading),
		content_test(test_slug_of_words_are_no_names),
		content_test(test_slug_of_latin),
		content_test(test_slug_of_reserved_names),
		content_test(test_slug_of_nothing_readable),
		content_test(test_slug_of_long_text_is_cut_between_syllables),
		content_test(test_slug_valid_refuses),
		content_test(test_slug_unique_numbers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
