#include "search/term_codes.h"

#include <assert.h>

/*     营商 -> 营业     1, the last character is so many further on
 *     营业 -> 5g       0, characters that stay, further ones less one, these
 */
#define STEP_ORDER      5u
#define CHARACTER_ORDER 14u
#define CHARACTERS_MOST 4096u

/* Takes the characters both begin with off the front. */
static uint32_t
skip_common(struct str *before, struct str *term)
{
	uint32_t common = 0;
	for (; before->len && term->len; common++) {
		struct str left = *before, right = *term;
		if (str_next(&left) != str_next(&right))
			break;
		*before = left;
		*term = right;
	}
	return common;
}

void
term_codes_add(struct bits_out *out, struct str before, struct str term)
{
	uint32_t common = skip_common(&before, &term);
	if (str_count(before) == 1 && str_count(term) == 1) {
		uint32_t from = str_next(&before), to = str_next(&term);
		assert(from < to);
		bits_add(out, 1, 1);
		bits_add_number(out, STEP_ORDER, to - from - 1);
		return;
	}
	assert(term.len);
	bits_add(out, 0, 1);
	bits_add_number(out, 0, common);
	bits_add_number(out, 0, (uint32_t)str_count(term) - 1);
	while (term.len)
		bits_add_number(out, CHARACTER_ORDER, str_next(&term));
}

/* Takes the last character off the end; 0 when there is none. */
static uint32_t
take_last(struct strbuf *term)
{
	size_t at = term->len;
	while (at && ((unsigned char)term->data[--at] & 0xC0) == 0x80)
		;
	struct str last = str_slice(strbuf_str(term), at, term->len);
	uint32_t c = last.len ? str_next(&last) : 0;
	strbuf_cut(term, at);
	return c;
}

static void
add_character(struct bits_in *in, struct strbuf *term, uint32_t c)
{
	in->bad = in->bad || !c || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000);
	if (!in->bad)
		strbuf_add_point(term, c);
}

static void
keep_first(struct bits_in *in, struct strbuf *term, uint32_t count)
{
	struct str rest = strbuf_str(term);
	for (; count && rest.len; count--)
		str_next(&rest);
	in->bad = in->bad || count;
	strbuf_cut(term, term->len - rest.len);
}

void
term_codes_take(struct bits_in *in, struct strbuf *term)
{
	if (bits_take(in, 1)) {
		uint32_t last = take_last(term);
		add_character(in, term, last + 1 + bits_number(in, STEP_ORDER));
		return;
	}
	keep_first(in, term, bits_number(in, 0));
	uint32_t further = bits_number(in, 0) + 1;
	in->bad = in->bad || further > CHARACTERS_MOST;
	for (uint32_t i = 0; i < further && !in->bad; i++)
		add_character(in, term, bits_number(in, CHARACTER_ORDER));
}

void
name_codes_add(struct bits_out *out, uint64_t name)
{
	bits_add(out, (uint32_t)(name >> 32), 4 * NAME_DIGITS - 32);
	bits_add(out, (uint32_t)name, 32);
}

uint64_t
name_codes_take(struct bits_in *in)
{
	uint64_t high = bits_take(in, 4 * NAME_DIGITS - 32);
	return high << 32 | bits_take(in, 32);
}
