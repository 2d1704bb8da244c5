/* UTF-16, which most of ICU wants, and ICU's transliterators. Inside base/text only. */
#ifndef BASE_TEXT_TRANSLITERATE_H
#define BASE_TEXT_TRANSLITERATE_H

#include <unicode/utrans.h>

#include "base/str.h"

struct utf16 {
	UChar *units;
	int32_t len, capacity;
};

/* What is not UTF-8 becomes U+FFFD. */
struct utf16 utf16_of(struct str s, struct arena *arena);
struct str utf8_of(struct utf16 text, struct arena *arena);

/* Opens ICU's rules of that name, which must exist. */
UTransliterator *transliterator_open(const char *id);

struct str transliterated(UTransliterator *how, struct str s, struct arena *arena);

#endif
