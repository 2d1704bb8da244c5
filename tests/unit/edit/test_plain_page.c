#include "cut.h"

#include "edit/plain_page.h"

/* The line `times` over; each $ in it is an ideograph out of `variety` ones, each % a
 * figure, by chance. */
static struct str
text_of(struct cut *cut, const char *line, size_t times, uint32_t variety)
{
	struct strbuf out = strbuf_open(cut->arena);
	uint32_t state = 7;
	for (size_t i = 0; i < times; i++)
		for (struct str rest = str_from(line); rest.len;) {
			uint32_t c = str_next(&rest);
			state = state * 1664525u + 1013904223u;
			uint32_t chance = state >> 8;
			c = c == '$'   ? 0x4E00 + chance % variety
			    : c == '%' ? '0' + chance % 10
				       : c;
			strbuf_add_point(&out, c);
		}
	return strbuf_str(&out);
}

#define assert_plain(line, times, variety)                                               \
	assert_true(plain_page_is(text_of(*state, line, times, variety)))
#define assert_paper(line, times, variety)                                               \
	assert_false(plain_page_is(text_of(*state, line, times, variety)))

static void
test_plain_page_is_by_script(void **state)
{
	assert_plain("A small tool that turns wind into flour.\n", 40, 1);
	assert_plain("int % = %;\n", 40, 1);
	assert_plain(
		"The mill of 河口 grinds flour since the bridge was built.\n", 40, 1);
	assert_paper("河口镇的 small tool 磨面粉。\n", 40, 1);
	assert_false(plain_page_is(STR("春灌")));
}

static void
test_plain_page_is_by_variety(void **state)
{
	assert_plain("$$$$$$$$$$$$\n", 80, 20000);
	assert_plain("$$$$$$，$$$$$$。\n\n", 80, 3755);
	/* Language repeats its characters; a few lines prove nothing. */
	assert_paper("$$$$$$$$$$$$\n", 80, 600);
	assert_paper("$$$$$$$$$$$$\n", 40, 20000);
}

static void
test_plain_page_is_by_alphabets(void **state)
{
	struct cut *cut = *state;
	struct strbuf out = strbuf_open(cut->arena);
	for (uint32_t c = 0x21; c < 0xFFFE; c += 0x1D)
		if (!text_is_han(c))
			strbuf_add_point(&out, c);
	strbuf_add(&out, STR("河口镇的老渠通了水，两岸的田都浇上了，"));
	assert_true(plain_page_is(strbuf_str(&out)));
	/* One foreign alphabet, though it fills many blocks, is no chance. */
	strbuf_cut(&out, 0);
	for (uint32_t c = 0xAC00; c < 0xD7A4; c += 0x1D)
		strbuf_add_point(&out, c);
	strbuf_add(&out, STR("河口镇的老渠通了水"));
	assert_false(plain_page_is(strbuf_str(&out)));
}

static void
test_plain_page_is_by_rows(void **state)
{
	assert_plain("%%%,$$$,$$$$$$局,%%\n", 40, 300);
	assert_paper("%%%,$$$,$$$$$$局,%%\n", 10, 300);
	/* Commas as a misreading prints them: now one, now three. */
	assert_paper("近日,$$镇开展\n活动,$$,$$,都来\n了,大家都说好\n", 40, 300);
	/* Tables and bars are a newspaper's too. */
	assert_paper("$$ %.%% %.%%\n", 40, 300);
	assert_paper("| $$ | %.%% | %.%% |\n", 40, 300);
	assert_paper("$$\t%.%%\t%.%%\n", 40, 300);
}

static void
test_plain_page_is_by_signs(void **state)
{
	assert_plain("  \"标题\": \"$$$$$$\",\n", 40, 300);
	assert_plain("2024-03-05 12:%%:%% 用户$$$登录\n", 40, 300);
	assert_plain("<p>$$$$$$$$$</p>\n", 40, 300);
	assert_plain("/* $$$$$$ */\nif (水位 > %)\n{\n开闸();\n}\n", 40, 300);
	/* What is on television, quotations, items of a list. */
	assert_paper("%%:%% $$$$$$\n", 40, 300);
	assert_paper("\"$$$$\"$$$$$$$$$$\n", 40, 300);
	assert_paper("* $$$$$$\n$$$$$$，$$$$。\n", 40, 300);
	assert_paper("电话：$$:%%%%%%\n", 40, 300);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain_page_is_by_script),
		cmocka_unit_test(test_plain_page_is_by_variety),
		cmocka_unit_test(test_plain_page_is_by_alphabets),
		cmocka_unit_test(test_plain_page_is_by_rows),
		cmocka_unit_test(test_plain_page_is_by_signs),
	};
	return CUT_TESTS(tests);
}
