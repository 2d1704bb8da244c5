#include <string.h>

#include "base/text.h"
#include "base/text_decode.h"

bool
text_encoding_named(struct str name, enum encoding *encoding)
{
	static const struct {
		struct str name;
		enum encoding encoding;
	} known[] = {
		{STR_INIT("utf-8"), ENCODING_UTF8},
		{STR_INIT("utf8"), ENCODING_UTF8},
		{STR_INIT("gb18030"), ENCODING_GB18030},
		{STR_INIT("gbk"), ENCODING_GB18030},
		{STR_INIT("gb2312"), ENCODING_GB18030},
		{STR_INIT("big5"), ENCODING_BIG5},
		{STR_INIT("utf-16"), ENCODING_UTF16},
		{STR_INIT("utf16"), ENCODING_UTF16},
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (name.len == known[i].name.len &&
			strncasecmp(name.data, known[i].name.data, name.len) == 0) {
			*encoding = known[i].encoding;
			return true;
		}
	return false;
}

/* --- one code point --- */

enum { EM_DASH = 0x2014, TWO_EM_DASH = 0x2E3A };

/* What the cleaner does with a code point; LOOK keeps it, but the text may not be NFC. */
enum cleaning {
	CLEAN_KEEP,
	CLEAN_LOOK,
	CLEAN_DROP,
	CLEAN_NEWLINE,
	CLEAN_RADICAL,
	CLEAN_DASH
};

bool
text_is_unwanted(uint32_t c)
{
	if (c < 0x20)
		return c != '\t' && c != '\n';
	if (c < 0xA0)
		return c >= 0x7F;
	if (c >= 0x202A && c <= 0x202E)
		return true;
	if (c >= 0x2066 && c <= 0x2069)
		return true;
	if (c >= 0xD800 && c <= 0xDFFF)
		return true;
	return c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/* Nothing below U+0300 can stand in the way of NFC, nor can most of what a Chinese page
 * is made of. Anything else is left to ICU. */
static bool
surely_nfc(uint32_t c)
{
	return c < 0x300 || (c >= 0x2010 && c <= 0x205E) || (c >= 0x2190 && c < 0x2200) ||
	       (c >= 0x2460 && c < 0x2ADC) || (c >= 0x3000 && c < 0x302A) ||
	       (c >= 0x3030 && c < 0x3099) || (c >= 0x309B && c < 0xA000) ||
	       (c >= 0xAC00 && c < 0xD7A4) || (c >= 0xE000 && c < 0xF900) ||
	       (c >= 0xFF00 && c < 0x10000) || (c >= 0x1F000 && c < 0x1FB00) ||
	       (c >= 0x20000 && c < 0x2F800);
}

static enum cleaning
cleaning_of(uint32_t c)
{
	if (c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)
		return CLEAN_NEWLINE;
	if (text_is_unwanted(c))
		return CLEAN_DROP;
	if (c == TWO_EM_DASH)
		return CLEAN_DASH;
	if (c >= 0x2E80 && c <= 0x2FD5 && text_of_radical(c) != c)
		return CLEAN_RADICAL;
	return surely_nfc(c) ? CLEAN_KEEP : CLEAN_LOOK;
}

/* --- the fast path --- */

/* Whether 8 bytes are all ASCII from U+0020 to U+007E. */
static bool
eight_plain(const char *p)
{
	const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
	uint64_t word;
	memcpy(&word, p, sizeof word);
	uint64_t below_space = word - ones * 0x20;
	uint64_t deletes = (word ^ ones * 0x7F) - ones;
	return !((word | below_space | deletes) & tops);
}

static bool
is_plain(char byte)
{
	return (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t';
}

static bool
is_tail(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Passes over what surely stays as it is: ASCII, and the Han from U+4000 to U+9FFF that
 * begin with E4 to E9. */
static size_t
skip_plain(struct str s, size_t i)
{
	for (;;) {
		while (i + 8 <= s.len && eight_plain(s.data + i))
			i += 8;
		size_t before = i;
		while (i + 3 <= s.len && (unsigned char)(s.data[i] - (char)0xE4) <= 5 &&
			is_tail(s.data[i + 1]) && is_tail(s.data[i + 2]))
			i += 3;
		for (int most = 8; most && i < s.len && is_plain(s.data[i]); most--)
			i++;
		if (i == before)
			return i;
	}
}

/* --- cleaning --- */

struct cleaner {
	struct str in;
	char *out;        /* NULL as long as nothing had to change */
	size_t len, kept; /* bytes in out; bytes of in that are dealt with */
	bool look;        /* may not be NFC */
	struct arena *arena;
};

/* Copies what stands between the last change and `to`. A clean text is at
 * most twice as long as it was: a dash of two ems is two code points. */
static void
keep_until(struct cleaner *cleaner, size_t to)
{
	if (!cleaner->out)
		cleaner->out = arena_alloc(cleaner->arena, 2 * cleaner->in.len + 1);
	memcpy(cleaner->out + cleaner->len, cleaner->in.data + cleaner->kept,
		to - cleaner->kept);
	cleaner->len += to - cleaner->kept;
}

/* Adds one of the code points that are three bytes long. */
static void
add_wide(struct cleaner *cleaner, uint32_t c)
{
	char *out = cleaner->out + cleaner->len;
	out[0] = (char)(0xE0 | c >> 12);
	out[1] = (char)(0x80 | (c >> 6 & 0x3F));
	out[2] = (char)(0x80 | (c & 0x3F));
	cleaner->len += 3;
}

/* Deals with the code point c at [from, to); \r\n is one line end. */
static void
clean_point(struct cleaner *cleaner, uint32_t c, size_t from, size_t to)
{
	enum cleaning cleaning = cleaning_of(c);
	cleaner->look |= cleaning == CLEAN_LOOK;
	if (cleaning == CLEAN_KEEP || cleaning == CLEAN_LOOK)
		return;
	keep_until(cleaner, from);
	bool pair = c == '\r' && to < cleaner->in.len && cleaner->in.data[to] == '\n';
	if (cleaning == CLEAN_NEWLINE && !pair)
		cleaner->out[cleaner->len++] = '\n';
	if (cleaning == CLEAN_RADICAL)
		add_wide(cleaner, text_of_radical(c));
	for (int i = 0; cleaning == CLEAN_DASH && i < 2; i++)
		add_wide(cleaner, EM_DASH);
	cleaner->kept = to;
}

/* Runs over the text once; yields the offset of the first byte that is not UTF-8, or
 * SIZE_MAX. */
static size_t
clean(struct cleaner *cleaner)
{
	struct str in = cleaner->in;
	for (size_t i = skip_plain(in, 0); i < in.len; i = skip_plain(in, i)) {
		struct str rest = str_slice(in, i, in.len);
		uint32_t c = str_next(&rest);
		size_t next = in.len - rest.len;
		if (c == 0xFFFD && next - i == 1)
			return i;
		clean_point(cleaner, c, i, next);
		i = next;
	}
	if (cleaner->out)
		keep_until(cleaner, in.len);
	return SIZE_MAX;
}

/* --- reading --- */

/* The place behind a piece of text that begins at `at`, by the line ends that cleaning
 * knows. */
static struct place
place_behind(struct place at, struct str text)
{
	struct place place = {at.file, at.line ? at.line : 1, 1};
	while (text.len) {
		uint32_t c = str_next(&text);
		if (c == '\r' && str_peek(text) == '\n')
			str_next(&text);
		bool line_end = c == '\n' || cleaning_of(c) == CLEAN_NEWLINE;
		place.line += line_end;
		place.column = line_end ? 1 : place.column + 1;
	}
	return place;
}

static const char *
encoding_title(enum encoding encoding)
{
	static const char *const titles[] = {
		[ENCODING_UNKNOWN] = "text",
		[ENCODING_UTF8] = "UTF-8",
		[ENCODING_GB18030] = "GB18030",
		[ENCODING_BIG5] = "Big5",
		[ENCODING_UTF16] = "UTF-16",
	};
	return titles[encoding];
}

static bool
report_bad_byte(struct report *report, struct place at, struct str before,
	enum encoding encoding, char byte)
{
	return report_error(report, place_behind(at, before),
		"byte 0x%02X is not valid %s; save the file as UTF-8",
		(unsigned char)byte, encoding_title(encoding));
}

/* Whether the bytes can only be UTF-8: no text of ten characters in another encoding
 * happens to be well formed in it. */
static bool
is_surely_utf8(struct str bytes)
{
	size_t beyond_ascii = 0;
	while (bytes.len) {
		size_t before = bytes.len;
		if (str_next(&bytes) == 0xFFFD && before - bytes.len == 1)
			return false;
		beyond_ascii += before - bytes.len > 1;
	}
	return beyond_ascii >= 10;
}

/* Text in UTF-16 without a BOM is full of NUL bytes; a stray one or two are merely
 * dropped. */
static bool
is_full_of_nul(struct str bytes)
{
	size_t count = 0;
	for (size_t i = 0; i < bytes.len; i++)
		count += !bytes.data[i];
	return count >= 8 && count > bytes.len / 8;
}

static bool
is_utf16(struct str bytes)
{
	return (str_starts(bytes, STR("\xFF\xFE")) ||
		       str_starts(bytes, STR("\xFE\xFF"))) &&
	       !str_starts(bytes, STR("\xFF\xFE\0\0"));
}

static struct str
finish(struct text *text, struct cleaner *cleaner, struct arena *arena)
{
	struct str clean_text = {cleaner->out, cleaner->len};
	if (!cleaner->out)
		clean_text = cleaner->in;
	return cleaner->look ? text_nfc(text, clean_text, arena) : clean_text;
}

static bool
read_legacy(struct text *text, struct str bytes, enum encoding encoding, struct place at,
	struct str *clean_text, struct arena *arena, struct report *report)
{
	struct decoded decoded = text_decode(bytes, encoding, arena);
	if (decoded.bad != SIZE_MAX)
		return report_bad_byte(
			report, at, decoded.text, encoding, bytes.data[decoded.bad]);
	struct cleaner cleaner = {.in = decoded.text, .arena = arena};
	clean(&cleaner);
	*clean_text = finish(text, &cleaner, arena);
	return true;
}

/* The encoding of bytes that are not UTF-8 from `bad` on. */
static enum encoding
recognise(struct str bytes, size_t bad, struct place at, struct report *report)
{
	enum encoding encoding = text_recognise(bytes);
	if (encoding == ENCODING_UNKNOWN)
		report_error(report, place_behind(at, str_slice(bytes, 0, bad)),
			"byte 0x%02X is not valid UTF-8, and the text is too short or "
			"too mixed "
			"to tell GB18030 from Big5; save the file as UTF-8 or name its "
			"encoding",
			(unsigned char)bytes.data[bad]);
	return encoding;
}

/* UTF-8, or with ENCODING_UNKNOWN whatever it turns out to be. */
static bool
read_utf8(struct text *text, struct str bytes, enum encoding encoding, struct place at,
	struct str *clean_text, struct arena *arena, struct report *report)
{
	struct cleaner cleaner = {.in = bytes, .arena = arena};
	size_t bad = clean(&cleaner);
	if (bad == SIZE_MAX) {
		if (cleaner.out && is_full_of_nul(bytes))
			return report_error(report, at,
				"the file is full of NUL bytes, like "
				"UTF-16 without its byte order mark; save it as UTF-8");
		*clean_text = finish(text, &cleaner, arena);
		return true;
	}
	if (encoding == ENCODING_UTF8)
		return report_bad_byte(
			report, at, str_slice(bytes, 0, bad), encoding, bytes.data[bad]);
	encoding = recognise(bytes, bad, at, report);
	return encoding != ENCODING_UNKNOWN &&
	       read_legacy(text, bytes, encoding, at, clean_text, arena, report);
}

bool
text_read(struct text *text, struct str bytes, enum encoding encoding, struct place at,
	struct str *clean_text, struct arena *arena, struct report *report)
{
	const struct str mark = STR("\xEF\xBB\xBF");

	/* A mark at the start is believed before anything that was said of the file. */
	if (is_utf16(bytes))
		return read_legacy(
			text, bytes, ENCODING_UTF16, at, clean_text, arena, report);
	if (str_starts(bytes, mark))
		return read_utf8(text, str_slice(bytes, mark.len, bytes.len),
			ENCODING_UTF8, at, clean_text, arena, report);
	if (encoding == ENCODING_UTF16)
		return report_error(report, at,
			"UTF-16 without a byte order mark; save the "
			"file as UTF-8");
	if (encoding == ENCODING_UNKNOWN || encoding == ENCODING_UTF8)
		return read_utf8(text, bytes, encoding, at, clean_text, arena, report);
	if (is_surely_utf8(bytes))
		return report_error(report, at, "the file is UTF-8, not %s as was said",
			encoding_title(encoding));
	return read_legacy(text, bytes, encoding, at, clean_text, arena, report);
}
