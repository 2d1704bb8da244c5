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

static void
add_quoted(struct strbuf *out, struct str text)
{
	strbuf_add_char(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.data[i];
		struct str here = str_slice(text, i, text.len);
		if (c == '"' || c == '\\')
			strbuf_printf(out, "\\%c", c);
		else if (c == '\n')
			strbuf_add(out, STR("\\n"));
		else if (c < 0x20 || c == 0x7F || c == '<')
			strbuf_printf(out, "\\u%04x", c);
		else if (c == 0xE2 && (str_starts(here, STR("\u2028")) || str_starts(here, STR("\u2029")))) {
			strbuf_printf(out, "\\u%04x", str_peek(here));
			i += 2;
		} else
			strbuf_add_char(out, (char)c);
	}
	strbuf_add_char(out, '"');
}

void
json_key(struct json *json, const char *key)
{
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
json_number(struct json *json, long long number)
{
	before_value(json);
	strbuf_printf(json->out, "%lld", number);
}

void
json_decimal(struct json *json, double number)
{
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
