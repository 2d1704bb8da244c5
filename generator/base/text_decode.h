/* Legacy encodings to UTF-8, and telling them apart. Inside base/text only; ICU's
 * converters do the work. */
#ifndef BASE_TEXT_DECODE_H
#define BASE_TEXT_DECODE_H

#include <unicode/utypes.h>

#include "base/str.h"
#include "base/text.h"

struct decoded {
	struct str text; /* valid UTF-8: all of it, or what stands before the bad byte */
	size_t bad;      /* offset of the first bad byte, SIZE_MAX when there is none */
};

/* Bytes in GB18030, Big5 or UTF-16 (with its BOM) to UTF-8. GB18030 is read by the 2022
 * table and with the euro sign of GBK at 0x80. */
struct decoded text_decode(struct str bytes, enum encoding encoding, struct arena *arena);

/* GB18030 or Big5, if the bytes are at least 20 characters of one of them and clearly not
 * of the other, else ENCODING_UNKNOWN. Judged by the share of characters in that
 * standard's ranges of common ones: in samples of 20 characters of news it named none
 * wrongly and left a few in a thousand undecided. */
enum encoding text_recognise(struct str bytes);

/* Ends the process when ICU failed: for want of memory or of its own data, never for
 * anything in a text. Like running out of memory in arena.c, nothing could go on. */
void text_require(UErrorCode status);

#endif
