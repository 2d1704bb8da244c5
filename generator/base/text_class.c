#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/text.h"

/* What a Chinese page is made of is settled here by ranges, for these run for every
 * character; ICU is asked about the rest. */

bool
text_is_rare_han(uint32_t c)
{
	if (text_is_between(c, 0x3400, 0x4DBF))
		return true;
	if (c < 0x3400)
		return text_is_between(c, 0x2E80, 0x2FD5)
			       ? c != 0x2E9A && !text_is_between(c, 0x2EF4, 0x2EFF)
			       : c == 0x3005 || c == 0x3007 ||
					 text_is_between(c, 0x3021, 0x3029) ||
					 text_is_between(c, 0x3038, 0x303B);
	if (c < 0x10000)
		return text_is_between(c, 0xF900, 0xFA6D) ||
		       text_is_between(c, 0xFA70, 0xFAD9);
	return text_is_between(c, 0x20000, 0x3FFFD) && (c & 0xFFFE) != 0xFFFE;
}

bool
text_is_latin(uint32_t c)
{
	if (c < 0x80)
		return text_is_between(c | 0x20, 'a', 'z');
	if (text_is_between(c, 0x2000, 0x2070) || text_is_between(c, 0x2E80, 0xA6FF))
		return false;
	UErrorCode status = U_ZERO_ERROR;
	return u_isalpha((UChar32)c) &&
	       uscript_getScript((UChar32)c, &status) == USCRIPT_LATIN;
}

bool
text_is_punctuation(uint32_t c)
{
	if (text_is_between(c, 0x3400, 0x9FFF) || text_is_between(c, 'a', 'z') ||
		text_is_between(c, '0', '9'))
		return false;
	return u_ispunct((UChar32)c);
}

bool
text_is_alphanumeric(uint32_t c)
{
	uint32_t wanted = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
	return (U_GET_GC_MASK((UChar32)c) & wanted) != 0;
}

bool
text_is_ignorable(uint32_t c)
{
	if (c < 0xAD || text_is_between(c, 0x3165, 0xD7FF))
		return false;
	return u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
	       text_is_between(c, 0xFFF9, 0xFFFB);
}

int
text_width(uint32_t c)
{
	if (text_is_between(c, 0x20, 0x7E))
		return 1;
	if (text_is_between(c, 0x3400, 0x4DBF) || text_is_between(c, 0x4E00, 0x9FFF))
		return 2;
	int8_t type = u_charType((UChar32)c);
	if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
		text_is_ignorable(c))
		return 0;
	int width = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}
