#include "base/text_decode.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

static bool
within(unsigned char byte, unsigned char from, unsigned char to)
{
	return byte >= from && byte <= to;
}

/* The bytes of the Big5 character at p, 0 when there is none. */
static size_t
big5_character(const unsigned char *p, size_t len)
{
	bool good = len >= 2 && within(p[0], 0x81, 0xFE) &&
		    (within(p[1], 0x40, 0x7E) || within(p[1], 0xA1, 0xFE));
	return good ? 2 : 0;
}

/* ICU 72 has the GB18030 table of 2005, which leaves 24 characters in private use. The
 * first 18 are those that the standard of 2022 moved, the other 6 stand there twice;
 * nobody can read private use, so each becomes the character that it shows. */
static uint32_t
standard_point(uint32_t c)
{
	static const struct {
		uint32_t private_use, standard;
	} moved[] = {
		{0xE78D, 0xFE10},
		{0xE78E, 0xFE12},
		{0xE78F, 0xFE11},
		{0xE790, 0xFE13},
		{0xE791, 0xFE14},
		{0xE792, 0xFE15},
		{0xE793, 0xFE16},
		{0xE794, 0xFE17},
		{0xE795, 0xFE18},
		{0xE796, 0xFE19},
		{0xE81E, 0x9FB4},
		{0xE826, 0x9FB5},
		{0xE82B, 0x9FB6},
		{0xE82C, 0x9FB7},
		{0xE832, 0x9FB8},
		{0xE843, 0x9FB9},
		{0xE854, 0x9FBA},
		{0xE864, 0x9FBB},
		{0xE816, 0x20087},
		{0xE817, 0x20089},
		{0xE818, 0x200CC},
		{0xE831, 0x215D7},
		{0xE83B, 0x2298F},
		{0xE855, 0x241FE},
	};
	if (c < 0xE78D || c > 0xE864)
		return c;
	for (size_t i = 0; i < sizeof moved / sizeof *moved; i++)
		if (moved[i].private_use == c)
			return moved[i].standard;
	return c;
}

static void
add_units(struct strbuf *out, const UChar *units, int32_t count, bool gb18030)
{
	for (int32_t i = 0; i < count; i++) {
		uint32_t c = units[i];
		/* Unpaired surrogates do not come out of a converter. */
		if (U16_IS_LEAD(c) && i + 1 < count)
			c = (uint32_t)U16_GET_SUPPLEMENTARY(c, units[++i]);
		strbuf_add_point(out, gb18030 ? standard_point(c) : c);
	}
}

/* Converts until the end or a bad byte, of which it yields the offset. */
static size_t
convert(UConverter *converter, struct str bytes, bool gb18030, struct strbuf *out)
{
	const char *from = bytes.data, *end = bytes.data + bytes.len;
	UChar units[512];
	int32_t held =
		0; /* a lead surrogate parted from its trail by the end of the buffer */
	UErrorCode status;
	do {
		UChar *to = units + held;
		status = U_ZERO_ERROR;
		ucnv_toUnicode(
			converter, &to, units + 512, &from, end, NULL, true, &status);
		int32_t count = (int32_t)(to - units);
		held = status == U_BUFFER_OVERFLOW_ERROR && U16_IS_LEAD(units[count - 1]);
		add_units(out, units, count - held, gb18030);
		units[0] = units[held ? count - 1 : 0];
	} while (status == U_BUFFER_OVERFLOW_ERROR);
	if (U_SUCCESS(status))
		return SIZE_MAX;
	char bad[16];
	int8_t len = sizeof bad;
	status = U_ZERO_ERROR;
	ucnv_getInvalidChars(converter, bad, &len, &status);
	return (size_t)(from - bytes.data) - (U_SUCCESS(status) ? (size_t)len : 0);
}

static const char *
converter_name(enum encoding encoding, struct str bytes)
{
	switch (encoding) {
	case ENCODING_GB18030: return "gb18030";
	case ENCODING_BIG5: return "windows-950-2000";
	case ENCODING_UTF16:
		return str_starts(bytes, STR("\xFF\xFE")) ? "UTF-16LE" : "UTF-16BE";
	case ENCODING_UNKNOWN:
	case ENCODING_UTF8: break;
	}
	return "UTF-8";
}

static struct decoded
decode(struct str bytes, enum encoding encoding, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(converter_name(encoding, bytes), &status);
	ucnv_setToUCallBack(
		converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
	text_require(status);

	bool gb18030 = encoding == ENCODING_GB18030;
	size_t from = encoding == ENCODING_UTF16 ? 2 : 0, bad;
	struct strbuf out = strbuf_open(arena);
	for (;;) {
		struct str rest = str_slice(bytes, from, bytes.len);
		bad = convert(converter, rest, gb18030, &out);
		if (bad == SIZE_MAX || !gb18030 || rest.data[bad] != (char)0x80)
			break;
		/* Not in the standard, but what Windows writes for the euro sign. */
		strbuf_add_point(&out, 0x20AC);
		ucnv_resetToUnicode(converter);
		from += bad + 1;
	}
	ucnv_close(converter);
	return (struct decoded){strbuf_str(&out), bad == SIZE_MAX ? bad : from + bad};
}

/* The bytes up to the first that cannot be Big5: ICU's table also has what fonts once
 * added, such as a character for 0xFF. */
static struct str
big5_part(struct str bytes)
{
	const unsigned char *p = (const unsigned char *)bytes.data;
	size_t i = 0, len = 1;
	for (; i < bytes.len && len; i += len)
		len = p[i] < 0x80 ? 1 : big5_character(p + i, bytes.len - i);
	return str_slice(bytes, 0, i);
}

struct decoded
text_decode(struct str bytes, enum encoding encoding, struct arena *arena)
{
	if (encoding == ENCODING_BIG5) {
		struct str part = big5_part(bytes);
		struct decoded decoded = decode(part, encoding, arena);
		if (decoded.bad == SIZE_MAX && part.len < bytes.len)
			decoded.bad = part.len;
		return decoded;
	}
	return decode(bytes, encoding, arena);
}

/* --- telling GB18030 from Big5 ---
 *
 * Both write a Han character as two bytes, and most text in one is also well formed in
 * the other. But both standards keep the common characters in a block of their own: 97 of
 * 100 characters of a text fall into it when read rightly, hardly more than half when
 * read wrongly. */

struct census {
	size_t total, common; /* characters beyond ASCII */
	bool valid;
};

/* The bytes of the GB18030 character at p, 0 when there is none. */
static size_t
gb18030_character(const unsigned char *p, size_t len)
{
	if (!within(p[0], 0x81, 0xFE) || len < 2)
		return p[0] == 0x80;
	if (within(p[1], 0x40, 0xFE) && p[1] != 0x7F)
		return 2;
	bool four = len >= 4 && within(p[1], '0', '9') && within(p[2], 0x81, 0xFE) &&
		    within(p[3], '0', '9');
	return four ? 4 : 0;
}

/* Punctuation and the 3,755 characters of level 1 of GB 2312. */
static bool
gb18030_common(const unsigned char *p)
{
	return p[0] != 0x80 && p[1] >= 0xA1 &&
	       (within(p[0], 0xA1, 0xA3) || within(p[0], 0xB0, 0xD7));
}

/* Punctuation and the 5,401 characters of level 1 of Big5. */
static bool
big5_common(const unsigned char *p)
{
	return within(p[0], 0xA1, 0xC5) || (p[0] == 0xC6 && p[1] <= 0x7E);
}

static struct census
take_census(struct str bytes, size_t (*character)(const unsigned char *, size_t),
	bool (*common)(const unsigned char *))
{
	const unsigned char *p = (const unsigned char *)bytes.data;
	struct census census = {.valid = true};
	for (size_t i = 0; i < bytes.len;) {
		if (p[i] < 0x80) {
			/* No text in either has a NUL; UTF-16 without a BOM has many. */
			if (!p[i++])
				return (struct census){0};
			continue;
		}
		size_t len = character(p + i, bytes.len - i);
		if (!len)
			return (struct census){0};
		census.total++;
		census.common += common(p + i);
		i += len;
	}
	return census;
}

/* The share of common characters in percent. */
static size_t
share(struct census census)
{
	return census.valid && census.total ? census.common * 100 / census.total : 0;
}

enum encoding
text_recognise(struct str bytes)
{
	enum { LEAST_CHARACTERS = 20, LEAST_SHARE = 60, LEAST_LEAD = 10 };

	struct census gb18030 = take_census(bytes, gb18030_character, gb18030_common);
	struct census big5 = take_census(bytes, big5_character, big5_common);
	bool gb18030_wins = share(gb18030) >= share(big5);
	struct census winner = gb18030_wins ? gb18030 : big5;
	struct census other = gb18030_wins ? big5 : gb18030;
	if (winner.total < LEAST_CHARACTERS || share(winner) < LEAST_SHARE ||
		share(winner) < share(other) + LEAST_LEAD)
		return ENCODING_UNKNOWN;
	return gb18030_wins ? ENCODING_GB18030 : ENCODING_BIG5;
}
