#include "base/json.h"

#include <assert.h>

struct json
json_open(struct strbuf *out)
{
	return (struct json){.out = out};
}

static void
before_value(struct json *json)
{
	if (json->need_comma && !json->after_key)
		strbuf_add_char(json->out, ',');
	json->need_comma = true;
	json->after_key = false;
}

static void
begin(struct json *json, char bracket)
{
	before_value(json);
	strbuf_add_char(json->out, bracket);
	json->need_comma = false;
	json->depth++;
}

static void
end(struct json *json, char bracket)
{
	assert(json->depth > 0 && !json->after_key);
	strbuf_add_char(json->out, bracket);
	json->need_comma = true;
	json->depth--;
}

void
json_object_begin(struct json *json)
{
	begin(json, '{');
}

void
json_object_end(struct json *json)
{
	end(json, '}');
}

void
json_array_begin(struct json *json)
{
	begin(json, '[');
}

void
json_array_end(struct json *json)
{
	end(json, ']');
}

/* Bytes at the front of s that may stand in a JSON text as they are. */
static size_t
plain_length(struct str s)
{
	size_t i = 0;
	for (; i < s.len; i++) {
		unsigned char c = (unsigned char)s.data[i];
		if (c < 0x20 || c == '"' || c == '\\' || c == '<' || c == 0x7F ||
			c == 0xE2)
			break;
	}
	return i;
}

/* U+2028 and U+2029 end a line in scripts before ECMAScript 2019. */
static void
add_escaped(struct strbuf *out, uint32_t c)
{
	if (c == '"' || c == '\\')
		strbuf_printf(out, "\\%c", (char)c);
	else if (c == '\n')
		strbuf_add(out, STR("\\n"));
	else if (c < 0x20 || c == 0x7F || c == '<' || c == 0x2028 || c == 0x2029)
		strbuf_printf(out, "\\u%04x", c);
	else
		strbuf_add_point(out, c);
}

void
json_escaped(struct strbuf *out, struct str text)
{
	while (text.len) {
		size_t plain = plain_length(text);
		strbuf_add(out, str_slice(text, 0, plain));
		text = str_slice(text, plain, text.len);
		if (text.len)
			add_escaped(out, str_next(&text));
	}
}

static void
add_quoted(struct strbuf *out, struct str text)
{
	strbuf_add_char(out, '"');
	json_escaped(out, text);
	strbuf_add_char(out, '"');
}

void
json_key(struct json *json, const char *key)
{
	assert(json->depth > 0 && !json->after_key);
	before_value(json);
	add_quoted(json->out, str_from(key));
	strbuf_add_char(json->out, ':');
	json->after_key = true;
}

void
json_text(struct json *json, struct str text)
{
	before_value(json);
	add_quoted(json->out, text);
}

void
json_text_or_null(struct json *json, struct str text)
{
	if (text.len)
		json_text(json, text);
	else
		json_null(json);
}

void
json_field(struct json *json, const char *key, struct str text)
{
	json_key(json, key);
	json_text_or_null(json, text);
}

void
json_number(struct json *json, long long number)
{
	char digits[24];
	size_t at = sizeof digits;
	unsigned long long rest =
		number < 0 ? 0 - (unsigned long long)number : (unsigned long long)number;
	do
		digits[--at] = (char)('0' + rest % 10);
	while (rest /= 10);
	if (number < 0)
		digits[--at] = '-';
	before_value(json);
	strbuf_add(json->out, (struct str){digits + at, sizeof digits - at});
}

void
json_count(struct json *json, const char *key, size_t count)
{
	json_key(json, key);
	json_number(json, (long long)count);
}

void
json_decimal(struct json *json, double number)
{
	assert(number > -1e15 && number < 1e15);
	/* Printed from whole numbers, so that no locale can put a comma for the point. */
	long long thousandths = (long long)(number * 1000 + (number < 0 ? -0.5 : 0.5));
	long long size = thousandths < 0 ? -thousandths : thousandths;
	before_value(json);
	strbuf_printf(json->out, "%s%lld.%03lld", thousandths < 0 ? "-" : "", size / 1000,
		size % 1000);
}

void
json_bool(struct json *json, bool value)
{
	before_value(json);
	strbuf_add(json->out, value ? STR("true") : STR("false"));
}

void
json_null(struct json *json)
{
	before_value(json);
	strbuf_add(json->out, STR("null"));
}
