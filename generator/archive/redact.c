#include "archive/redact.h"

/* U+FF01 to U+FF5E are the wide forms of U+0021 to U+007E. */
static uint32_t
narrow(uint32_t c)
{
	return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

static bool
is_space(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == REDACT_SEAM || c == 0xA0 ||
	       c == 0x3000;
}

/* The next character that is no space; 0 at the end. */
static uint32_t
next_printed(struct str *rest)
{
	uint32_t c;
	do
		c = str_next(rest);
	while (c && is_space(c));
	return narrow(c);
}

/* The bytes that the passage takes at the front of the text; 0 when it is not there. */
static size_t
length_of(struct str passage, struct str text)
{
	struct str rest = text;
	uint32_t c, first = str_peek(text);
	if (is_space(first))
		return 0;
	while ((c = next_printed(&passage)))
		if (next_printed(&rest) != c)
			return 0;
	return text.len - rest.len;
}

static const struct redaction *
redaction_at(const struct redactor *redactor, struct str rest, size_t *len)
{
	const struct redaction *longest = NULL;
	*len = 0;
	for (size_t i = 0; i < redactor->count; i++) {
		size_t here = length_of(redactor->items[i]->text, rest);
		if (here && redactor->found)
			redactor->found[i] = true;
		if (here <= *len)
			continue;
		*len = here;
		longest = redactor->items[i];
	}
	return longest;
}

static void
replace(struct strbuf *out, const struct redaction *redaction, struct str passage)
{
	strbuf_add(out, redaction->with);
	for (size_t i = 0; i < passage.len; i++)
		if (passage.data[i] == '\n' || passage.data[i] == REDACT_SEAM)
			strbuf_add_char(out, passage.data[i]);
}

struct str
redact(const struct redactor *redactor, struct str text)
{
	struct strbuf out = strbuf_open(redactor->arena);
	struct str rest = text, passed = {text.data, 0};
	bool any = false;
	while (rest.len) {
		size_t len;
		const struct redaction *found = redaction_at(redactor, rest, &len);
		if (found) {
			strbuf_add(&out, passed);
			replace(&out, found, str_slice(rest, 0, len));
			rest = str_slice(rest, len, rest.len);
			passed = (struct str){rest.data, 0};
			any = true;
		} else {
			size_t before = rest.len;
			str_next(&rest);
			passed.len += before - rest.len;
		}
	}
	if (!any)
		return text;
	strbuf_add(&out, passed);
	return strbuf_str(&out);
}
