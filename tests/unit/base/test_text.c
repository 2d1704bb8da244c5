#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "base/text.h"
#include "base/bytes.h"

struct fixture {
	struct arena *arena;
	struct report report;
	struct text *text;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	*fixture = (struct fixture){arena, report_open(arena), text_open()};
	*state = fixture;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	text_close(fixture->text);
	arena_close(fixture->arena);
	return 0;
}

static struct str
messages(struct fixture *fixture)
{
	struct strbuf out = strbuf_open(fixture->arena);
	report_write(&fixture->report, SEVERITY_NOTE, &out);
	return strbuf_str(&out);
}

static bool
read_as(struct fixture *fixture, struct str bytes, enum encoding encoding,
	struct str *clean)
{
	return text_read(fixture->text, bytes, encoding,
		(struct place){.file = STR("a.txt")}, clean, fixture->arena,
		&fixture->report);
}

#define assert_read(state, bytes, encoding, expected)                                    \
	do {                                                                             \
		struct str clean_ = STR_NONE;                                            \
		assert_true(read_as(*(state), (bytes), (encoding), &clean_));            \
		assert_str(clean_, (expected));                                          \
	} while (0)

#define assert_not_read(state, bytes, encoding, expected)                                \
	do {                                                                             \
		struct str clean_ = STR_NONE;                                            \
		assert_false(read_as(*(state), (bytes), (encoding), &clean_));           \
		assert_str(messages(*(state)), (expected));                              \
	} while (0)

/* UTF-8 in another encoding, by ICU's own converter. */
static struct str
encoded(struct fixture *fixture, const char *text, const char *converter)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t capacity = (int32_t)strlen(text) * 4 + 16;
	char *bytes = arena_alloc(fixture->arena, (size_t)capacity);
	int32_t len =
		ucnv_convert(converter, "UTF-8", bytes, capacity, text, -1, &status);
	assert_true(U_SUCCESS(status));
	return (struct str){bytes, (size_t)len};
}

static const char simplified_news[] =
	"临江市委书记郭灵计昨日在全市经济工作会议上强调，要坚持稳中求进，推动高质量发展。"
	"\n"
	"会议指出，今年以来全市上下团结一心，各项工作取得了新的成绩。";
static const char traditional_news[] =
	"臨江市政府昨日舉行記者會，說明今年的經濟發展計畫與各項公共建設的進度。\n"
	"市長表示，將繼續加強與民眾的溝通，讓大家都能了解市政。";

/* --- reading UTF-8 --- */

static void
test_text_read_clean_text_is_not_copied(void **state)
{
	struct str bytes = STR("临江晚报 2024年3月5日，“要闻”\n\tA01 é\n");
	struct str clean;
	assert_true(read_as(*state, bytes, ENCODING_UNKNOWN, &clean));
	assert_ptr_equal(clean.data, bytes.data);
	assert_int_equal(clean.len, bytes.len);
}

static void
test_text_read_nothing(void **state)
{
	assert_read(state, STR(""), ENCODING_UNKNOWN, "");
	assert_read(state, STR_NONE, ENCODING_UNKNOWN, "");
	assert_read(state, STR("\xEF\xBB\xBF"), ENCODING_UNKNOWN, "");
	assert_read(state, STR("\0"), ENCODING_UNKNOWN, "");
	assert_read(state, STR("\xFF\xFE"), ENCODING_UNKNOWN, "");
}

static void
test_text_read_drops_a_bom(void **state)
{
	assert_read(state, STR("\xEF\xBB\xBF临江"), ENCODING_UNKNOWN, "临江");
	assert_read(state, STR("\xEF\xBB\xBF临江"), ENCODING_UTF8, "临江");
	assert_read(state, STR("\xEF\xBB\xBF临\uFEFF江"), ENCODING_GB18030, "临江");
}

static void
test_text_read_line_ends(void **state)
{
	assert_read(state,
		STR("a\r\nb\rc\nd\xC2\x85"
		    "e\u2028f\u2029g\r\r\n\n\r"),
		ENCODING_UNKNOWN, "a\nb\nc\nd\ne\nf\ng\n\n\n\n");
}

static void
test_text_read_drops_control_characters(void **state)
{
	assert_read(state,
		STR("a\x01"
		    "b\x08"
		    "c\x0B"
		    "d\x0C"
		    "e\x1B[f\x1F"
		    "g\x7Fh\xC2\x80i\xC2\x9Fj\0k\tl"),
		ENCODING_UNKNOWN, "abcde[fghijk\tl");
}

static void
test_text_read_drops_bidi_controls_and_non_characters(void **state)
{
	assert_read(state,
		STR("a\u202Ab\u202Ec\u2066d\u2069e\uFFFEf\uFFFFg\uFDD0h\uFDEFi\U0001FFFEj"
		    "\U0010FFFFk"),
		ENCODING_UNKNOWN, "abcdefghijk");
}

static void
test_text_read_keeps_zero_width_private_use_and_emoji(void **state)
{
	static const char text[] =
		"a\u200Bb\u200Dc\uE000d\U000F0000e👨‍👩‍👧f\uFFFDg";
	assert_read(state, str_from(text), ENCODING_UNKNOWN, text);
}

static void
test_text_read_makes_nfc(void **state)
{
	assert_read(state, STR("e\u0301 \uF900 \u212B か\u3099"), ENCODING_UNKNOWN,
		"é \u8C48 \u00C5 が");
}

static void
test_text_read_ten_thousand_combining_marks(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf bytes = strbuf_open(fixture->arena);
	strbuf_add(&bytes, STR("e"));
	for (int i = 0; i < 10000; i++)
		strbuf_add(&bytes, STR("\u0301"));
	struct str clean;
	assert_true(read_as(fixture, strbuf_str(&bytes), ENCODING_UNKNOWN, &clean));
	assert_int_equal(str_count(clean), 10000);
}

/* The cleaner against its definition, for each code point alone and between others. */
static void
test_text_read_every_code_point(void **state)
{
	struct fixture *fixture = *state;
	struct arena *scratch = arena_open();
	for (uint32_t c = 1; c <= 0x10FFFF; c++) {
		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		struct strbuf bytes = strbuf_open(scratch),
			      expected = strbuf_open(scratch);
		strbuf_add(&bytes, STR("临江晚报a"));
		strbuf_add_point(&bytes, c);
		strbuf_add(&bytes, STR("b临江晚报"));
		strbuf_add(&expected, STR("临江晚报a"));
		if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
			strbuf_add_char(&expected, '\n');
		else if (c == 0x2E3A)
			strbuf_add(&expected, STR("——"));
		else if (!text_is_unwanted(c))
			strbuf_add_point(&expected, text_of_radical(c));
		strbuf_add(&expected, STR("b临江晚报"));
		struct str clean,
			nfc = text_nfc(fixture->text, strbuf_str(&expected), scratch);
		assert_true(text_read(fixture->text, strbuf_str(&bytes), ENCODING_UTF8,
			(struct place){0}, &clean, scratch, &fixture->report));
		if (!str_equal(clean, nfc))
			fail_msg("U+%04X is not read rightly", c);
		arena_empty(scratch);
	}
	arena_close(scratch);
}

/* Extractors take the glyph of an ideograph for its radical. */
static void
test_text_read_radicals_become_ideographs(void **state)
{
	assert_read(state, STR("⼀⻓⾛过⽔⻔⸺⺮"), ENCODING_UTF8, "一长走过水门——⺮");
	for (uint32_t c = 0x2F00; c <= 0x2FD5; c++) {
		struct fixture *fixture = *state;
		struct strbuf radical = strbuf_open(fixture->arena);
		strbuf_add_point(&radical, c);
		struct str nfkc =
			text_nfkc(fixture->text, strbuf_str(&radical), fixture->arena);
		assert_int_equal(text_of_radical(c), str_peek(nfkc));
	}
}

/* An unwanted byte at each distance from the start, against eight at a time. */
static void
test_text_read_control_at_every_offset(void **state)
{
	struct fixture *fixture = *state;
	static const char controls[] = "\x01\x1F\x7F\r";
	for (size_t at = 0; at < 40; at++)
		for (size_t i = 0; i < 4; i++) {
			char bytes[41];
			memset(bytes, 'x', sizeof bytes);
			bytes[at] = controls[i];
			struct str clean;
			assert_true(read_as(
				fixture, (struct str){bytes, 41}, ENCODING_UTF8, &clean));
			assert_int_equal(clean.len, controls[i] == '\r' ? 41 : 40);
			assert_false(str_has(clean, (struct str){&controls[i], 1}));
		}
}

/* --- what is not UTF-8 --- */

static void
test_text_read_broken_utf8_is_named_with_its_place(void **state)
{
	assert_not_read(state, STR("第一行\r\n临江\u2028晚报\xC0\xAF"), ENCODING_UTF8,
		"a.txt:3:3: error: byte 0xC0 is not valid UTF-8; save the file as "
		"UTF-8\n");
}

static void
test_text_read_each_kind_of_broken_utf8(void **state)
{
	struct fixture *fixture = *state;
	static const struct str broken[] = {STR_INIT("\xC0\xAF"),
		STR_INIT("\xED\xA0\x80"), STR_INIT("\xF4\x90\x80\x80"),
		STR_INIT("\xE4\xB8"), STR_INIT("\x80"), STR_INIT("\xE4\xB8x"),
		STR_INIT("\xF0\x80\x80\x80"), STR_INIT("\xFF")};
	struct str clean = STR_NONE;
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		struct str text = str_format(
			fixture->arena, "临江\nabcdefgh%.*s", STR_ARG(broken[i]));
		assert_false(read_as(fixture, text, ENCODING_UTF8, &clean));
		assert_int_equal(fixture->report.count, 2 * i + 1);
		assert_int_equal(fixture->report.items[2 * i].at.line, 2);
		assert_int_equal(fixture->report.items[2 * i].at.column, 9);
		assert_false(read_as(fixture, text, ENCODING_UNKNOWN, &clean));
		assert_int_equal(fixture->report.count, 2 * i + 2);
		assert_int_equal(fixture->report.items[2 * i + 1].at.column, 9);
	}
	assert_null(clean.data);
}

static void
test_text_read_one_bad_byte_in_the_middle(void **state)
{
	struct fixture *fixture = *state;
	struct str text =
		str_format(fixture->arena, "%s\xB5%s", simplified_news, simplified_news);
	struct str clean;
	assert_false(read_as(fixture, text, ENCODING_UNKNOWN, &clean));
	assert_int_equal(fixture->report.items[0].at.line, 2);
	assert_int_equal(fixture->report.items[0].at.column, 31);
}

static void
test_text_read_two_encodings_in_one_file(void **state)
{
	struct fixture *fixture = *state;
	struct str gb = encoded(fixture, simplified_news, "gb18030");
	struct str text =
		str_format(fixture->arena, "%s\n%.*s", simplified_news, STR_ARG(gb));
	struct str clean;
	assert_false(read_as(fixture, text, ENCODING_UNKNOWN, &clean));
	assert_int_equal(fixture->report.items[0].at.line, 3);
	assert_int_equal(fixture->report.items[0].at.column, 1);
}

static void
test_text_read_place_counts_on_from_the_given_line(void **state)
{
	struct fixture *fixture = *state;
	struct str clean;
	assert_false(text_read(fixture->text, STR("a\n\xFF"), ENCODING_UTF8,
		(struct place){STR("a.txt"), 10, 1}, &clean, fixture->arena,
		&fixture->report));
	assert_int_equal(fixture->report.items[0].at.line, 11);
}

/* --- legacy encodings --- */

static void
test_text_read_recognises_gb18030(void **state)
{
	assert_read(state, encoded(*state, simplified_news, "gb18030"), ENCODING_UNKNOWN,
		simplified_news);
	assert_read(state, encoded(*state, traditional_news, "gb18030"), ENCODING_UNKNOWN,
		traditional_news);
}

static void
test_text_read_recognises_big5(void **state)
{
	assert_read(state, encoded(*state, traditional_news, "Big5"), ENCODING_UNKNOWN,
		traditional_news);
}

static void
test_text_read_recognises_nothing_short(void **state)
{
	struct fixture *fixture = *state;
	struct str clean;
	struct str bytes = encoded(fixture, "临江晚报记者昨日从市政府获悉", "gb18030");
	assert_false(read_as(fixture, bytes, ENCODING_UNKNOWN, &clean));
	assert_int_equal(fixture->report.items[0].at.line, 1);
	assert_int_equal(fixture->report.items[0].at.column, 1);
	assert_true(
		str_has(fixture->report.items[0].text, STR("too short or too mixed")));
	assert_true(read_as(fixture, bytes, ENCODING_GB18030, &clean));
	assert_str(clean, "临江晚报记者昨日从市政府获悉");
}

static void
test_text_read_recognises_no_random_bytes(void **state)
{
	struct fixture *fixture = *state;
	uint32_t random = 1;
	for (int round = 0; round < 200; round++) {
		char bytes[400];
		for (size_t i = 0; i < sizeof bytes; i++) {
			random = random * 1664525 + 1013904223;
			bytes[i] = (char)(random >> 24);
		}
		struct str clean;
		assert_false(read_as(fixture, (struct str){bytes, sizeof bytes},
			ENCODING_UNKNOWN, &clean));
	}
}

static void
test_text_read_gb18030_by_the_table_of_2022(void **state)
{
	assert_read(state,
		STR("\xA6\xD9\xA6\xDA\xA6\xDB\xA6\xDC\xA6\xDD\xA6\xDE\xA6\xDF\xA6\xEC\xA6"
		    "\xED\xA6\xF3"),
		ENCODING_GB18030,
		"\uFE10\uFE12\uFE11\uFE13\uFE14\uFE15\uFE16\uFE17\uFE18\uFE19");
	assert_read(state,
		STR("\xFE\x59\xFE\x61\xFE\x66\xFE\x67\xFE\x6D\xFE\x7E\xFE\x90\xFE\xA0"),
		ENCODING_GB18030, "\u9FB4\u9FB5\u9FB6\u9FB7\u9FB8\u9FB9\u9FBA\u9FBB");
	assert_read(state, STR("\xFE\x51\xFE\x52\xFE\x53\xFE\x6C\xFE\x76\xFE\x91"),
		ENCODING_GB18030,
		"\U00020087\U00020089\U000200CC\U000215D7\U0002298F\U000241FE");
	assert_read(state, STR("\xA8\xBC\xFE\x50"), ENCODING_GB18030, "\u1E3F\u2E81");
}

static void
test_text_read_gb18030_of_four_bytes(void **state)
{
	assert_read(state, STR("\x81\x39\xEE\x39\x95\x32\x82\x36"), ENCODING_GB18030,
		"\u3400\U00020000");
}

/* Each pair of surrogates comes out whole wherever the buffer of the converter ends. */
static void
test_text_read_gb18030_many_beyond_the_bmp(void **state)
{
	struct fixture *fixture = *state;
	for (int shift = 0; shift < 2; shift++) {
		struct strbuf bytes = strbuf_open(fixture->arena);
		struct strbuf expected = strbuf_open(fixture->arena);
		strbuf_add(&bytes, shift ? STR("a") : STR(""));
		strbuf_add(&expected, shift ? STR("a") : STR(""));
		for (int i = 0; i < 3000; i++) {
			strbuf_add(&bytes, STR("\x95\x32\x82\x36"));
			strbuf_add(&expected, STR("\U00020000"));
		}
		assert_read(state, strbuf_str(&bytes), ENCODING_GB18030, expected.data);
	}
}

static void
test_text_read_euro_of_gbk(void **state)
{
	assert_read(state,
		STR("\x80"
		    "100\xC1\xD9\x80\x80"),
		ENCODING_GB18030, "€100临€€");
}

static void
test_text_read_bad_byte_in_gb18030(void **state)
{
	assert_not_read(state, STR("a\n\xC1\xD9\xFF"), ENCODING_GB18030,
		"a.txt:2:2: error: byte 0xFF is not valid GB18030; save the file as "
		"UTF-8\n");
}

static void
test_text_read_gb18030_cut_in_a_character(void **state)
{
	assert_not_read(state, STR("\xC1\xD9\xBD"), ENCODING_GB18030,
		"a.txt:1:2: error: byte 0xBD is not valid GB18030; save the file as "
		"UTF-8\n");
}

static void
test_text_read_big5_with_a_backslash_inside(void **state)
{
	assert_read(state, STR("\xB3\x5C\xA5\x5C"), ENCODING_BIG5, "許功");
	assert_not_read(state, STR("\xB3\x5C\xFF"), ENCODING_BIG5,
		"a.txt:1:2: error: byte 0xFF is not valid Big5; save the file as "
		"UTF-8\n");
}

static void
test_text_read_utf8_said_to_be_gb18030(void **state)
{
	assert_not_read(state, str_from(simplified_news), ENCODING_GB18030,
		"a.txt: error: the file is UTF-8, not GB18030 as was said\n");
}

static void
test_text_read_utf16_of_both_orders(void **state)
{
	assert_read(state, STR("\xFF\xFE\x34\x4E\x5F\x6C\r\0\n\0\x42\xD8\xB7\xDF"),
		ENCODING_UNKNOWN, "临江\n𠮷");
	assert_read(state, STR("\xFE\xFF\x4E\x34\x6C\x5F\xD8\x42\xDF\xB7"),
		ENCODING_UTF16, "临江𠮷");
}

static void
test_text_read_utf16_lone_surrogate(void **state)
{
	struct fixture *fixture = *state;
	struct str clean;
	assert_false(read_as(fixture, STR("\xFF\xFE\x34\x4E\x42\xD8\x34\x4E"),
		ENCODING_UNKNOWN, &clean));
	assert_int_equal(fixture->report.items[0].at.column, 2);
	assert_false(
		read_as(fixture, STR("\xFF\xFE\x34\x4E\x34"), ENCODING_UNKNOWN, &clean));
	assert_int_equal(fixture->report.items[1].at.column, 2);
}

static void
test_text_read_utf16_without_a_mark(void **state)
{
	struct fixture *fixture = *state;
	struct str clean;
	struct str ascii = encoded(fixture, "plain ASCII text", "UTF-16LE");
	assert_false(read_as(fixture, ascii, ENCODING_UNKNOWN, &clean));
	struct str chinese = encoded(fixture, simplified_news, "UTF-16LE");
	assert_false(read_as(fixture, chinese, ENCODING_UNKNOWN, &clean));
	assert_false(read_as(fixture, chinese, ENCODING_UTF16, &clean));
	assert_int_equal(fixture->report.count, 3);
}

static void
test_text_encoding_named_any_case(void **state)
{
	(void)state;
	enum encoding encoding = ENCODING_UNKNOWN;
	assert_true(text_encoding_named(STR("UTF-8"), &encoding));
	assert_int_equal(encoding, ENCODING_UTF8);
	assert_true(text_encoding_named(STR("GBK"), &encoding));
	assert_int_equal(encoding, ENCODING_GB18030);
	assert_true(text_encoding_named(STR("gb2312"), &encoding));
	assert_true(text_encoding_named(STR("Big5"), &encoding));
	assert_int_equal(encoding, ENCODING_BIG5);
	assert_true(text_encoding_named(STR("utf-16"), &encoding));
	assert_int_equal(encoding, ENCODING_UTF16);
	static const char *const others[] = {
		"", "utf-7", "hz", "iso-2022-cn", "utf-8 ", "utf"};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_false(text_encoding_named(str_from(others[i]), &encoding));
	assert_int_equal(encoding, ENCODING_UTF16);
}

/* --- classes, against ICU's own properties --- */

static void
test_text_is_han_every_code_point(void **state)
{
	(void)state;
	for (UChar32 c = 0; c <= 0x10FFFF; c++) {
		UErrorCode status = U_ZERO_ERROR;
		bool han = uscript_getScript(c, &status) == USCRIPT_HAN &&
			   u_isdefined(c) && c != 0x16FE2 && c != 0x16FE3 &&
			   c != 0x16FF0 && c != 0x16FF1;
		/* Ideographs of later versions of Unicode are already in. */
		if (u_isdefined(c) && text_is_han((uint32_t)c) != han)
			fail_msg("U+%04X", (unsigned)c);
	}
	assert_true(text_is_han(0x3007));
	assert_true(text_is_han(0x3005));
	assert_true(text_is_han(0x20BB7));
	assert_false(text_is_han(0x3042));
	assert_false(text_is_han(0xFF0C));
}

static void
test_text_is_others_every_code_point(void **state)
{
	(void)state;
	for (UChar32 c = 0; c <= 0x10FFFF; c++) {
		UErrorCode status = U_ZERO_ERROR;
		uint32_t point = (uint32_t)c;
		bool latin =
			uscript_getScript(c, &status) == USCRIPT_LATIN && u_isalpha(c);
		assert_int_equal(text_is_latin(point), latin);
		assert_int_equal(text_is_space(point), (bool)u_isUWhiteSpace(c));
		assert_int_equal(text_is_punctuation(point), (bool)u_ispunct(c));
		bool ignorable =
			u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
		assert_int_equal(text_is_ignorable(point),
			ignorable || (c >= 0xFFF9 && c <= 0xFFFB));
	}
}

static void
test_text_is_digit_ascii_and_full_width(void **state)
{
	(void)state;
	size_t count = 0;
	for (uint32_t c = 0; c <= 0x10FFFF; c++)
		count += text_is_digit(c);
	assert_int_equal(count, 20);
	assert_true(text_is_digit('0') && text_is_digit('9'));
	assert_true(text_is_digit(0xFF10) && text_is_digit(0xFF19));
}

static void
test_text_is_alphanumeric_of_each_script(void **state)
{
	(void)state;
	static const uint32_t yes[] = {'a', 'Z', '0', 0xE9, 0x4E34, 0x3007, 0x3042,
		0x0301, 0x2460, 0xFF21, 0x20BB7};
	static const uint32_t no[] = {
		' ', '-', '_', '+', '$', 0x3000, 0xFF0C, 0x201C, 0x200B, 0};
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		assert_true(text_is_alphanumeric(yes[i]));
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		assert_false(text_is_alphanumeric(no[i]));
}

static void
test_text_is_nothing_beyond_unicode(void **state)
{
	(void)state;
	assert_false(text_is_han(UINT32_MAX) || text_is_latin(UINT32_MAX) ||
		     text_is_space(UINT32_MAX) || text_is_punctuation(UINT32_MAX) ||
		     text_is_ignorable(UINT32_MAX) || text_is_digit(UINT32_MAX));
	assert_int_equal(text_width(UINT32_MAX), 1);
}

static void
test_text_width_in_half_cells(void **state)
{
	(void)state;
	assert_int_equal(text_width('a'), 1);
	assert_int_equal(text_width(0xE9), 1);
	assert_int_equal(text_width(0x4E34), 2);
	assert_int_equal(text_width(0x3000), 2);
	assert_int_equal(text_width(0xFF0C), 2);
	assert_int_equal(text_width(0x3042), 2);
	assert_int_equal(text_width(0x20BB7), 2);
	assert_int_equal(text_width(0x1F600), 2);
	assert_int_equal(text_width(0xFF61), 1);
	assert_int_equal(text_width(0x0301), 0);
	assert_int_equal(text_width(0x200B), 0);
	assert_int_equal(text_width(0xFE0F), 0);
}

/* --- forms --- */

static void
test_text_nfc_borrows_what_is_nfc(void **state)
{
	struct fixture *fixture = *state;
	struct str s = STR("临江 é，");
	assert_ptr_equal(text_nfc(fixture->text, s, fixture->arena).data, s.data);
	assert_str(text_nfc(fixture->text, STR("e\u0301"), fixture->arena), "é");
	assert_str(text_nfc(fixture->text, STR_NONE, fixture->arena), "");
}

static void
test_text_nfkc_folds_width_and_radicals(void **state)
{
	struct fixture *fixture = *state;
	assert_str(
		text_nfkc(fixture->text, STR("Ａ１，⼀㎡①"), fixture->arena), "A1,一m21");
	struct str s = STR("临江 abc");
	assert_ptr_equal(text_nfkc(fixture->text, s, fixture->arena).data, s.data);
}

/* U+FDFA becomes 18 code points, the longest there is. */
static void
test_text_nfkc_of_what_grows_most(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf text = strbuf_open(fixture->arena);
	for (int i = 0; i < 100000; i++)
		strbuf_add(&text, STR("\uFDFA"));
	struct str folded = text_nfkc(fixture->text, strbuf_str(&text), fixture->arena);
	assert_int_equal(str_count(folded), 1800000);
}

static void
test_text_lower_of_each_script(void **state)
{
	struct fixture *fixture = *state;
	assert_str(text_lower(fixture->text, STR("GDP增长İÉＡΣ"), fixture->arena),
		"gdp增长i\u0307éａς");
	struct str s = STR("临江 abc");
	assert_ptr_equal(text_lower(fixture->text, s, fixture->arena).data, s.data);
	assert_str(text_lower(fixture->text, STR_NONE, fixture->arena), "");
}

static void
test_text_lower_of_what_grows(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf text = strbuf_open(fixture->arena);
	for (int i = 0; i < 10000; i++)
		strbuf_add(&text, STR("İȺ"));
	struct str lower = text_lower(fixture->text, strbuf_str(&text), fixture->arena);
	assert_int_equal(lower.len, 10000 * (3 + 3));
}

static void
test_text_simplified_of_traditional(void **state)
{
	struct fixture *fixture = *state;
	assert_str(text_simplified(fixture->text, STR("臨江晚報記者"), fixture->arena),
		"临江晚报记者");
	struct str s = STR("晚报 abc，");
	assert_ptr_equal(text_simplified(fixture->text, s, fixture->arena).data, s.data);
}

/* --- Chinese names --- */

static void
test_text_pinyin_of_surnames(void **state)
{
	struct fixture *fixture = *state;
	static const char *const names[][2] = {
		{"郭灵计", "guo ling ji"},
		{"曾国藩", "zeng guo fan"},
		{"单田芳", "shan tian fang"},
		{"尉迟恭", "yu chi gong"},
		{"解晓东", "xie xiao dong"},
		{"仇保兴", "qiu bao xing"},
		{"查良镛", "zha liang yong"},
		{"盖叫天", "ge jiao tian"},
		{"区伯", "ou bo"},
		{"乐嘉", "yue jia"},
		{"任正非", "ren zheng fei"},
		{"华罗庚", "hua luo geng"},
		{"朴成", "pu cheng"},
		{"令狐冲", "ling hu chong"},
		{"万俟卨", "mo qi xie"},
		{"吕布", "lu bu"},
		{"长孙无忌", "zhang sun wu ji"},
		{"澹台灭明", "tan tai mie ming"},
		{"长城", "chang cheng"},
		{"张乐", "zhang le"},
		{"西藏文化", "xi zang wen hua"},
		{"在重庆", "zai chong qing"},
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_str(
			text_pinyin(fixture->text, str_from(names[i][0])), names[i][1]);
}

static void
test_text_pinyin_spaces_and_latin(void **state)
{
	struct fixture *fixture = *state;
	assert_str(text_pinyin(fixture->text, STR("艾力·买买提")), "ai li mai mai ti");
	assert_str(text_pinyin(fixture->text, STR(" John　张  三。")), "john zhang san");
	assert_str(text_pinyin(fixture->text, STR("2024年")), "2024 nian");
	assert_str(text_pinyin(fixture->text, STR("Ａ股与曾K单乐")),
		"a gu yu zeng k shan le");
	assert_str(text_pinyin(fixture->text, STR("三桥2022年")), "san qiao2022 nian");
	assert_str(text_pinyin(fixture->text, STR("É")), "e");
	assert_str(text_pinyin(fixture->text, STR("")), "");
	assert_str(text_pinyin(fixture->text, STR("·")), "");
}

static void
test_text_pinyin_of_a_long_text(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf text = strbuf_open(fixture->arena);
	for (int i = 0; i < 2000; i++)
		strbuf_add(&text, STR("张"));
	struct str pinyin = text_pinyin(fixture->text, strbuf_str(&text));
	assert_int_equal(pinyin.len, 2000 * 6 - 1);
}

/* Of a name of known characters everything is known; only what is asked for again
 * stays. */
static void
test_text_readings_are_learnt_and_recalled(void **state)
{
	struct fixture *fixture = *state;
	struct text *first = text_open(), *second = text_open(), *third = text_open();
	struct str bytes, again;
	text_pinyin(first, STR("吕布"));
	text_pinyin(first, STR("贺兰山"));
	assert_true(text_recall_readings(first, &bytes, fixture->arena));
	text_learn_readings(second, bytes);
	assert_str(text_pinyin(second, STR("吕布")), "lu bu");
	assert_str(text_pinyin(second, STR("贺布")), "he bu"); /* of learnt ones */
	assert_true(text_recall_readings(second, &again, fixture->arena));
	assert_true(again.len < bytes.len);
	text_learn_readings(third, again);
	assert_str(text_pinyin(third, STR("吕布")), "lu bu");
	assert_str(text_pinyin(third, STR("贺布")), "he bu");
	assert_false(text_recall_readings(third, &bytes, fixture->arena));
	assert_true(str_equal(bytes, again));
	text_close(first), text_close(second), text_close(third);
}

static void
test_text_readings_of_another_version_are_not_learnt(void **state)
{
	struct fixture *fixture = *state;
	struct text *text = text_open();
	struct strbuf bytes = strbuf_open(fixture->arena);
	bytes_add_str(&bytes, STR("ICU 0"));
	bytes_add_str(&bytes, STR("吕布"));
	bytes_add_str(&bytes, STR("another"));
	text_learn_readings(text, strbuf_str(&bytes));
	assert_str(text_pinyin(text, STR("吕布")), "lu bu");
	text_close(text);
}

static void
test_text_sort_key_in_pinyin_order(void **state)
{
	struct fixture *fixture = *state;
	static const char *const sorted[] = {"", "1", "阿", "白", "陈", "李", "李四",
		"王", "张", "张三", "郑", "A", "b"};
	for (size_t i = 1; i < sizeof sorted / sizeof *sorted; i++) {
		struct str before = text_sort_key(
			fixture->text, str_from(sorted[i - 1]), fixture->arena);
		struct str after =
			text_sort_key(fixture->text, str_from(sorted[i]), fixture->arena);
		assert_true(str_compare(before, after) < 0);
	}
}

/* --- words --- */

static void
test_text_words_are_byte_offsets(void **state)
{
	struct fixture *fixture = *state;
	struct str s = STR("经济发展abc 123");
	struct text_words words = text_words(fixture->text, s, fixture->arena);
	static const size_t expected[] = {0, 6, 12, 15, 16, 19};
	assert_int_equal(words.count, 6);
	for (size_t i = 0; i < words.count; i++)
		assert_int_equal(words.offsets[i], expected[i]);
}

static void
test_text_words_of_nothing_and_again(void **state)
{
	struct fixture *fixture = *state;
	struct text_words words = text_words(fixture->text, STR_NONE, fixture->arena);
	assert_int_equal(words.count, 1);
	assert_int_equal(words.offsets[0], 0);
	words = text_words(fixture->text, STR("a"), fixture->arena);
	assert_int_equal(words.count, 2);
	assert_int_equal(words.offsets[1], 1);
}

static void
test_text_words_of_broken_bytes(void **state)
{
	struct fixture *fixture = *state;
	struct str s = STR("临\xE4\xB8\xFF\x80江");
	struct text_words words = text_words(fixture->text, s, fixture->arena);
	assert_int_equal(words.offsets[0], 0);
	assert_int_equal(words.offsets[words.count - 1], s.len);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_text_read_clean_text_is_not_copied),
		TEST(test_text_read_nothing),
		TEST(test_text_read_drops_a_bom),
		TEST(test_text_read_line_ends),
		TEST(test_text_read_drops_control_characters),
		TEST(test_text_read_drops_bidi_controls_and_non_characters),
		TEST(test_text_read_keeps_zero_width_private_use_and_emoji),
		TEST(test_text_read_makes_nfc),
		TEST(test_text_read_ten_thousand_combining_marks),
		TEST(test_text_read_every_code_point),
		TEST(test_text_read_radicals_become_ideographs),
		TEST(test_text_read_control_at_every_offset),
		TEST(test_text_read_broken_utf8_is_named_with_its_place),
		TEST(test_text_read_each_kind_of_broken_utf8),
		TEST(test_text_read_one_bad_byte_in_the_middle),
		TEST(test_text_read_two_encodings_in_one_file),
		TEST(test_text_read_place_counts_on_from_the_given_line),
		TEST(test_text_read_recognises_gb18030),
		TEST(test_text_read_recognises_big5),
		TEST(test_text_read_recognises_nothing_short),
		TEST(test_text_read_recognises_no_random_bytes),
		TEST(test_text_read_gb18030_by_the_table_of_2022),
		TEST(test_text_read_gb18030_of_four_bytes),
		TEST(test_text_read_gb18030_many_beyond_the_bmp),
		TEST(test_text_read_euro_of_gbk),
		TEST(test_text_read_bad_byte_in_gb18030),
		TEST(test_text_read_gb18030_cut_in_a_character),
		TEST(test_text_read_big5_with_a_backslash_inside),
		TEST(test_text_read_utf8_said_to_be_gb18030),
		TEST(test_text_read_utf16_of_both_orders),
		TEST(test_text_read_utf16_lone_surrogate),
		TEST(test_text_read_utf16_without_a_mark),
		TEST(test_text_encoding_named_any_case),
		TEST(test_text_is_han_every_code_point),
		TEST(test_text_is_others_every_code_point),
		TEST(test_text_is_digit_ascii_and_full_width),
		TEST(test_text_is_alphanumeric_of_each_script),
		TEST(test_text_is_nothing_beyond_unicode),
		TEST(test_text_width_in_half_cells),
		TEST(test_text_nfc_borrows_what_is_nfc),
		TEST(test_text_nfkc_folds_width_and_radicals),
		TEST(test_text_nfkc_of_what_grows_most),
		TEST(test_text_lower_of_each_script),
		TEST(test_text_lower_of_what_grows),
		TEST(test_text_simplified_of_traditional),
		TEST(test_text_pinyin_of_surnames),
		TEST(test_text_pinyin_spaces_and_latin),
		TEST(test_text_pinyin_of_a_long_text),
		TEST(test_text_readings_are_learnt_and_recalled),
		TEST(test_text_readings_of_another_version_are_not_learnt),
		TEST(test_text_sort_key_in_pinyin_order),
		TEST(test_text_words_are_byte_offsets),
		TEST(test_text_words_of_nothing_and_again),
		TEST(test_text_words_of_broken_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
