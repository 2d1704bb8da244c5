#include "base/text_transliterate.h"

#include <assert.h>
#include <unicode/ustring.h>

#include "base/text_decode.h"

/* --- UTF-16 --- */

struct utf16
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

struct str
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

/* --- transliteration --- */

UTransliterator *
transliterator_open(const char *id)
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
struct str
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
