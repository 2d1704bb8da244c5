#include "base/text.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>

#include "base/bytes.h"
#include "base/map.h"
#include "base/text_decode.h"

struct text {
	struct arena *arena;            /* holds this struct itself */
	const UNormalizer2 *nfc, *nfkc; /* ICU's own, never closed */
	UTransliterator *simplified, *pinyin;
	USet *traditional; /* what `simplified` may change */
	UCaseMap *cases;
	UCollator *collator;
	UBreakIterator *words;
	struct map readings; /* struct reading by what is read */
	bool has_new;        /* one that was not learnt */
};

struct reading {
	struct str pinyin;
	bool asked; /* for, not only learnt */
};

void
text_require(UErrorCode status)
{
	if (U_SUCCESS(status))
		return;
	fprintf(stderr, "backfile: ICU does not work here: %s\n", u_errorName(status));
	exit(3);
}

struct text *
text_open(void)
{
	struct arena *arena = arena_open();
	struct text *text = arena_new(arena, struct text);
	text->arena = arena;
	text->readings = map_open(arena);
	return text;
}

void
text_close(struct text *text)
{
	if (text->simplified)
		utrans_close(text->simplified);
	if (text->pinyin)
		utrans_close(text->pinyin);
	if (text->traditional)
		uset_close(text->traditional);
	if (text->cases)
		ucasemap_close(text->cases);
	if (text->collator)
		ucol_close(text->collator);
	if (text->words)
		ubrk_close(text->words);
	arena_close(text->arena);
}

struct str
text_version(struct arena *arena)
{
	UVersionInfo version;
	char icu[U_MAX_VERSION_STRING_LENGTH], unicode[U_MAX_VERSION_STRING_LENGTH];
	u_getVersion(version);
	u_versionToString(version, icu);
	u_getUnicodeVersion(version);
	u_versionToString(version, unicode);
	return str_format(arena, "ICU %s, Unicode %s", icu, unicode);
}

/* --- UTF-16, which most of ICU wants --- */

struct utf16 {
	UChar *units;
	int32_t len, capacity;
};

static struct utf16
utf16_of(struct str s, struct arena *arena)
{
	assert(s.len < INT32_MAX / 4);
	UErrorCode status = U_ZERO_ERROR;
	struct utf16 out = {.capacity = (int32_t)s.len + 1};
	out.units = arena_array(arena, UChar, out.capacity);
	u_strFromUTF8WithSub(out.units, out.capacity, &out.len, s.len ? s.data : "",
		(int32_t)s.len, 0xFFFD, NULL, &status);
	text_require(status);
	return out;
}

static struct str
utf8_of(struct utf16 text, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t capacity = text.len * 3 + 1, len;
	char *out = arena_alloc(arena, (size_t)capacity);
	u_strToUTF8WithSub(
		out, capacity, &len, text.units, text.len, 0xFFFD, NULL, &status);
	text_require(status);
	return (struct str){out, (size_t)len};
}

/* --- forms --- */

static struct str
normalized(const UNormalizer2 *form, struct str s, struct arena *arena)
{
	struct utf16 in = utf16_of(s, arena), out;
	UErrorCode status = U_ZERO_ERROR;
	if (unorm2_quickCheck(form, in.units, in.len, &status) == UNORM_YES)
		return s;
	status = U_ZERO_ERROR;
	out.len = unorm2_normalize(form, in.units, in.len, NULL, 0, &status);
	if (status == U_BUFFER_OVERFLOW_ERROR)
		status = U_ZERO_ERROR;
	out.units = arena_array(arena, UChar, out.len + 1);
	unorm2_normalize(form, in.units, in.len, out.units, out.len + 1, &status);
	text_require(status);
	return utf8_of(out, arena);
}

/* ASCII and unified ideographs: nothing that a normal form would change. */
static bool
is_plain(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.data[i];
		if (c >= 0x80 && (c < 0xE4 || c > 0xE9))
			return false;
		if (c >= 0x80)
			i += 2;
	}
	return true;
}

struct str
text_nfc(struct text *text, struct str s, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	if (is_plain(s))
		return s;
	if (!text->nfc)
		text->nfc = unorm2_getNFCInstance(&status);
	text_require(status);
	return normalized(text->nfc, s, arena);
}

struct str
text_nfkc(struct text *text, struct str s, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	if (is_plain(s))
		return s;
	if (!text->nfkc)
		text->nfkc = unorm2_getNFKCInstance(&status);
	text_require(status);
	return normalized(text->nfkc, s, arena);
}

static bool
has_capital(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.data[i] >= 'A' && s.data[i] <= 'Z')
			return true;
	return false;
}

struct str
text_lower(struct text *text, struct str s, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	if (is_plain(s) && !has_capital(s))
		return s;
	if (!text->cases)
		text->cases = ucasemap_open("", 0, &status);
	/* No lower-case form is more than three times as long. */
	int32_t capacity = (int32_t)s.len * 3 + 1;
	char *out = arena_alloc(arena, (size_t)capacity);
	int32_t len = ucasemap_utf8ToLower(
		text->cases, out, capacity, s.data, (int32_t)s.len, &status);
	text_require(status);
	return (struct str){out, (size_t)len};
}

/* --- transliteration --- */

static UTransliterator *
open_transliterator(const char *id)
{
	UChar units[64];
	UErrorCode status = U_ZERO_ERROR;
	UParseError unused;
	UTransliterator *opened = utrans_openU(
		u_uastrcpy(units, id), -1, UTRANS_FORWARD, NULL, 0, &unused, &status);
	text_require(status);
	return opened;
}

/* A reading has at most six letters for one character, a form rarely more than one; where
 * the room is too small it is doubled. */
static struct str
transliterated(UTransliterator *how, struct str s, struct arena *arena)
{
	for (int32_t times = 4;; times *= 2) {
		struct utf16 in = utf16_of(s, arena);
		struct utf16 out = {.len = in.len, .capacity = in.len * times + 16};
		out.units = arena_array(arena, UChar, out.capacity);
		u_memcpy(out.units, in.units, in.len);
		UErrorCode status = U_ZERO_ERROR;
		int32_t limit = in.len;
		utrans_transUChars(
			how, out.units, &out.len, out.capacity, 0, &limit, &status);
		if (status != U_BUFFER_OVERFLOW_ERROR) {
			text_require(status);
			return utf8_of(out, arena);
		}
	}
}

static bool
has_any(const USet *set, struct str s)
{
	while (s.len)
		if (uset_contains(set, (UChar32)str_next(&s)))
			return true;
	return false;
}

struct str
text_simplified(struct text *text, struct str s, struct arena *arena)
{
	if (!text->simplified) {
		UErrorCode status = U_ZERO_ERROR;
		text->simplified = open_transliterator("Traditional-Simplified");
		text->traditional =
			utrans_getSourceSet(text->simplified, true, NULL, &status);
		text_require(status);
		uset_freeze(text->traditional);
	}
	return has_any(text->traditional, s) ? transliterated(text->simplified, s, arena)
					     : s;
}

static bool
parts_readings(uint32_t c)
{
	bool word =
		c >= 0x80 && c != 0xB7 && !text_is_space(c) && c != 0x30FB && c != 0x2027;
	return !word && !text_is_digit(c) && !text_is_latin(c);
}

/* One space for each run of spaces and punctuation, none at the ends. */
static struct str
spaced(struct str s, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	bool gap = false;
	while (s.len) {
		uint32_t c = str_next(&s);
		if (parts_readings(c)) {
			gap = out.len > 0;
			continue;
		}
		if (gap)
			strbuf_add_char(&out, ' ');
		strbuf_add_point(&out, c);
		gap = false;
	}
	return strbuf_str(&out);
}

static struct reading *
add_reading(struct text *text, struct str s, struct str pinyin)
{
	struct reading *reading = arena_new(text->arena, struct reading);
	*reading = (struct reading){.pinyin = str_copy(pinyin, text->arena)};
	*map_at(&text->readings, str_copy(s, text->arena)) = reading;
	return reading;
}

static struct reading *
read_pinyin(struct text *text, struct str s)
{
	if (!text->pinyin)
		text->pinyin = open_transliterator("Han-Latin/Names; Latin-ASCII; Lower");
	struct arena *scratch = arena_open();
	struct str pinyin = spaced(transliterated(text->pinyin, s, scratch), scratch);
	struct reading *reading = add_reading(text, s, pinyin);
	arena_close(scratch);
	text->has_new = true;
	return reading;
}

struct str
text_pinyin(struct text *text, struct str s)
{
	struct reading *reading = map_find(&text->readings, s);
	if (!reading)
		reading = read_pinyin(text, s);
	reading->asked = true;
	return reading->pinyin;
}

void
text_learn_readings(struct text *text, struct str bytes)
{
	struct bytes_reader reader = {.rest = bytes};
	if (!str_equal(bytes_str(&reader), text_version(text->arena)))
		return;
	while (reader.rest.len && !reader.bad) {
		struct str s = bytes_str(&reader), pinyin = bytes_str(&reader);
		if (!reader.bad && !map_find(&text->readings, s))
			add_reading(text, s, pinyin);
	}
}

bool
text_recall_readings(const struct text *text, struct str *bytes, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	bool forgotten = false;
	bytes_add_str(&out, text_version(arena));
	for (size_t i = 0; i < text->readings.count; i++) {
		const struct map_entry *entry = &text->readings.entries[i];
		const struct reading *reading = entry->value;
		forgotten |= !reading->asked;
		if (!reading->asked)
			continue;
		bytes_add_str(&out, entry->key);
		bytes_add_str(&out, reading->pinyin);
	}
	*bytes = strbuf_str(&out);
	return text->has_new || forgotten;
}

/* --- order --- */

struct str
text_sort_key(struct text *text, struct str s, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	if (!text->collator)
		text->collator = ucol_open("zh@collation=pinyin", &status);
	text_require(status);
	struct utf16 in = utf16_of(s, arena);
	int32_t len = ucol_getSortKey(text->collator, in.units, in.len, NULL, 0);
	uint8_t *key = arena_alloc(arena, (size_t)len);
	ucol_getSortKey(text->collator, in.units, in.len, key, len);
	/* The NUL at the end is no part of the order. */
	return (struct str){(const char *)key, (size_t)len - 1};
}

/* --- words --- */

static struct text_words
boundaries(UBreakIterator *iterator, size_t most, struct arena *arena)
{
	struct text_words words = {.offsets = arena_array(arena, size_t, most)};
	for (int32_t at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
		words.offsets[words.count++] = (size_t)at;
	return words;
}

struct text_words
text_words(struct text *text, struct str s, struct arena *arena)
{
	UErrorCode status = U_ZERO_ERROR;
	if (!text->words)
		text->words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
	UText *view = utext_openUTF8(NULL, s.len ? s.data : "", (int64_t)s.len, &status);
	text_require(status);
	ubrk_setUText(text->words, view, &status);
	text_require(status);
	struct text_words words = boundaries(text->words, str_count(s) + 1, arena);
	utext_close(view);
	return words;
}
