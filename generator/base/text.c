#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uclean.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unistd.h>

#include "base/text_decode.h"
#include "base/text_pinyin.h"
#include "base/text_transliterate.h"

struct text {
	struct arena *arena;            /* holds this struct itself */
	const UNormalizer2 *nfc, *nfkc; /* ICU's own, never closed */
	UTransliterator *simplified;
	USet *traditional; /* what `simplified` may change */
	UCaseMap *cases;
	UCollator *collator;
	UBreakIterator *words;
	struct pinyin *pinyin;
};

void
text_require(UErrorCode status)
{
	if (U_SUCCESS(status))
		return;
	fprintf(stderr, "backfile: ICU does not work here: %s\n", u_errorName(status));
	exit(3);
}

/* --- memory --- */

/* Where ICU cannot have memory it goes on without and answers something else, or falls: a
 * process that has none left ends, as it does in arena.c. */
static void *
had(void *memory, size_t size)
{
	if (memory || !size)
		return memory;
	fprintf(stderr, "backfile: out of memory (%zu bytes wanted)\n", size);
	_exit(3);
}

static void *U_CALLCONV
allocate(const void *context, size_t size)
{
	(void)context;
	return had(malloc(size), size);
}

static void *U_CALLCONV
grow(const void *context, void *old, size_t size)
{
	(void)context;
	return had(realloc(old, size), size);
}

static void U_CALLCONV
release(const void *context, void *memory)
{
	(void)context;
	free(memory);
}

/* --- opening --- */

struct text *
text_open(void)
{
	UErrorCode status = U_ZERO_ERROR;
	u_setMemoryFunctions(NULL, allocate, grow, release, &status);
	text_require(status);
	struct arena *arena = arena_open();
	struct text *text = arena_new(arena, struct text);
	text->arena = arena;
	text->pinyin = pinyin_open(arena);
	return text;
}

void
text_close(struct text *text)
{
	if (text->simplified)
		utrans_close(text->simplified);
	pinyin_close(text->pinyin);
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

/* --- forms --- */

static struct str
normalized(const UNormalizer2 *form, struct str s, struct arena *arena)
{
	struct utf16 in = utf16_of(s, arena), out = {0};
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
		text->simplified = transliterator_open("Traditional-Simplified");
		text->traditional =
			utrans_getSourceSet(text->simplified, true, NULL, &status);
		text_require(status);
		uset_freeze(text->traditional);
	}
	return has_any(text->traditional, s) ? transliterated(text->simplified, s, arena)
					     : s;
}

/* --- readings --- */

struct str
text_pinyin(struct text *text, struct str s)
{
	return pinyin_of(text->pinyin, s);
}

void
text_learn_readings(struct text *text, struct str bytes)
{
	pinyin_learn(text->pinyin, bytes, text_version(text->arena));
}

bool
text_recall_readings(const struct text *text, struct str *bytes, struct arena *arena)
{
	return pinyin_recall(text->pinyin, text_version(arena), bytes, arena);
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
