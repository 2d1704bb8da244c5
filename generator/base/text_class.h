/* Classes of code points that ranges settle, in line, for they are asked for every
 * character of every page. Included by text.h, where the other classes are. */
#ifndef BASE_TEXT_CLASS_H
#define BASE_TEXT_CLASS_H

#include <stdbool.h>
#include <stdint.h>

static inline bool
text_is_between(uint32_t c, uint32_t from, uint32_t to)
{
	return c - from <= to - from;
}

/* The unified ideographs, of which nearly all Chinese text consists. */
static inline bool
text_is_ideograph(uint32_t c)
{
	return text_is_between(c, 0x4E00, 0x9FFF);
}

/* Of the others. */
bool text_is_rare_han(uint32_t c);

/* Script Han: ideographs, 〇 々, radicals (PDF extraction yields them for ideographs),
 * compatibility ideographs. */
static inline bool
text_is_han(uint32_t c)
{
	return text_is_ideograph(c) || (c >= 0x2E80 && text_is_rare_han(c));
}

/* ASCII and full-width */
static inline bool
text_is_digit(uint32_t c)
{
	return text_is_between(c, '0', '9') || text_is_between(c, 0xFF10, 0xFF19);
}

/* White space of any kind, also U+3000. */
static inline bool
text_is_space(uint32_t c)
{
	if (c < 0x80)
		return c == ' ' || text_is_between(c, '\t', '\r');
	return c == 0x3000 || c == 0xA0 || c == 0x85 || c == 0x1680 ||
	       text_is_between(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 ||
	       c == 0x202F || c == 0x205F;
}

#endif
