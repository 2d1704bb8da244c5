#include "edit/punctuation.h"

#include <string.h>

#include "base/text.h"

enum { DEEPEST = 8 /* brackets in brackets that are told apart */ };

/* What the marks already set know of the brackets around them. */
struct brackets {
	bool wide[DEEPEST];
	unsigned depth;
};

static uint32_t
full_width(uint32_t mark)
{
	return mark - '!' + 0xFF01;
}

/* An ideograph, a full-width mark, a Chinese quotation mark. */
static bool
is_chinese(uint32_t c)
{
	return text_is_han(c) || (c >= 0x3001 && c <= 0x301F) ||
	       (c >= 0xFF01 && c <= 0xFF0F) || c == 0x201C || c == 0x201D ||
	       c == 0x2018 || c == 0x2019;
}

static bool
is_plain(uint32_t c)
{
	return c < 0x80 && c > ' ';
}

/* The nearest character that is no space. */
static uint32_t
next_visible(struct str rest)
{
	uint32_t c = str_next(&rest);
	while (c == ' ')
		c = str_next(&rest);
	return c;
}

static bool
widens(uint32_t mark, uint32_t before, uint32_t after, struct brackets *brackets)
{
	bool beside = is_chinese(before) || is_chinese(after);
	if (mark == '(') {
		bool wide = beside;
		if (brackets->depth < DEEPEST)
			brackets->wide[brackets->depth] = wide;
		brackets->depth++;
		return wide;
	}
	if (mark == ')') {
		if (!brackets->depth)
			return beside;
		brackets->depth--;
		return brackets->depth < DEEPEST && brackets->wide[brackets->depth];
	}
	/* 9:30, and the colon of an address, stand between plain characters. */
	return beside && !(is_plain(before) && is_plain(after));
}

struct str
punctuation_widened(struct str s, struct arena *arena)
{
	static const char marks[] = ",;:!?()";
	struct brackets brackets = {.depth = 0};
	struct strbuf out = {0};
	uint32_t before = 0;
	for (struct str rest = s; rest.len;) {
		struct str here = rest;
		uint32_t c = str_next(&rest);
		bool is_mark = c < 0x80 && c && strchr(marks, (int)c);
		if (is_mark && widens(c, before, next_visible(rest), &brackets)) {
			if (!out.data) {
				out = strbuf_open(arena);
				strbuf_add(&out, str_slice(s, 0, s.len - here.len));
			}
			c = full_width(c);
			strbuf_add_point(&out, c);
			/* A space behind the mark was its half of the width. */
			while (rest.len && *rest.data == ' ')
				rest = str_slice(rest, 1, rest.len);
		} else if (out.data)
			strbuf_add(&out, str_slice(here, 0, here.len - rest.len));
		if (c != ' ')
			before = c;
	}
	return out.data ? strbuf_str(&out) : s;
}
