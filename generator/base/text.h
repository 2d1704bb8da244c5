/* Text as people write it: cleaning, encodings, normal forms, character classes, Chinese.
 * This is the only user of ICU. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/report.h"
#include "base/str.h"
#include "base/text_class.h"

/* Holds the ICU handles (transliterators, collators, break iterators), opened on first
 * use. One per process; passed to whoever needs it. Where ICU lacks memory or its own
 * data the process ends, as in arena.c. Results are in the arena, or the argument itself
 * where nothing changes. */
struct text;

struct text *text_open(void);
void text_close(struct text *text);

/* The versions of ICU and of its Unicode: with others, results may be others. */
struct str text_version(struct arena *arena);

/* --- from bytes --- */

enum encoding {
	ENCODING_UNKNOWN, /* recognise: UTF-8, UTF-16 by its BOM, else GB18030 or Big5 */
	ENCODING_UTF8,
	ENCODING_GB18030,
	ENCODING_BIG5,
	ENCODING_UTF16, /* with a BOM */
};

/* "utf-8", "gb18030", "gbk", "gb2312", "big5", "utf-16", any case; false for others. */
bool text_encoding_named(struct str name, enum encoding *encoding);

/* Bytes to clean NFC UTF-8 with \n line ends: the only way into the program. Drops
 * U+FEFF, C0 (but tab and newline), DEL, C1, non-characters, bidi embeddings, overrides
 * and isolates; \r\n, \r, U+0085, U+2028 and U+2029 become \n. A BOM is believed before
 * `encoding`. False, with one error that names line and column, for bytes that are not
 * valid in the encoding or that cannot be recognised with confidence. Radicals that are
 * whole characters become the ideographs (PDF extraction mistakes one for the other),
 * and U+2E3A becomes the two dashes that were typeset.
 * The clean text may be a view of the bytes. */
bool text_read(struct text *text, struct str bytes, enum encoding encoding,
	struct place at, struct str *clean, struct arena *arena, struct report *report);

/* --- classes of one code point; more in text_class.h --- */
bool text_is_unwanted(uint32_t c); /* what text_read drops */
/* The ideograph that a radical of U+2E80 to U+2FD5 is by itself; any other c as it is. */
uint32_t text_of_radical(uint32_t c);
bool text_is_latin(uint32_t c);        /* letters of Latin script, also full-width */
bool text_is_punctuation(uint32_t c);  /* categories P*: not + < = > ^ ` | ~ $ */
bool text_is_alphanumeric(uint32_t c); /* categories L*, M*, N* of any script */
bool text_is_ignorable(uint32_t c); /* zero-width, soft hyphen, variation selectors ... */
/* Width in half cells: 2 for wide and full-width, 0 for marks and ignorables, else 1
 * (also for what is ambiguous, such as quotation marks and ellipsis). */
int text_width(uint32_t c);

/* --- forms --- */
struct str text_nfc(struct text *text, struct str s, struct arena *arena);
struct str text_nfkc(struct text *text, struct str s, struct arena *arena);
struct str text_lower(struct text *text, struct str s, struct arena *arena);
/* ICU Traditional-Simplified, which looks at words: 巡察 becomes 巡查 and 份子 分子, so
 * the form of a text is not that of its parts put together. */
struct str text_simplified(struct text *text, struct str s, struct arena *arena);

/* --- Chinese names --- */
/* Readings of each character by Han-Latin/Names, tones dropped, one space between: "guo
 * ling ji"; ü is u ("lu" for 吕); surnames that stand first have their own readings (曾
 * zeng, 单 shan, 尉迟 yu chi). Latin passes through in lower case; ASCII punctuation and
 * the middle dot count as a space; what has no reading stays. Lives as long as `text`,
 * which remembers it: ICU's rules take a sixth of a second to open. */
struct str text_pinyin(struct text *text, struct str s);

/* What was remembered in an earlier run, as it was recalled then; nothing is learnt of
 * another version of ICU. */
void text_learn_readings(struct text *text, struct str bytes);

/* The readings that were asked for, as bytes to be learnt; true if they are not just
 * those that were learnt. */
bool
text_recall_readings(const struct text *text, struct str *bytes, struct arena *arena);

/* A key whose byte order is the pinyin order of zh collation. */
struct str text_sort_key(struct text *text, struct str s, struct arena *arena);

/* --- words --- */
/* Byte offsets of ICU's dictionary word boundaries, from 0 to s.len, both included. */
struct text_words {
	size_t *offsets;
	size_t count;
};
struct text_words text_words(struct text *text, struct str s, struct arena *arena);

#endif
