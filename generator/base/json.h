/* Streaming JSON writer (RFC 8259). Commas and nesting are its business; `<`, U+2028 and
 * U+2029 are escaped, so that the text may stand in a script too. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/str.h"

struct json {
	struct strbuf *out;
	unsigned depth;
	bool need_comma, after_key;
};

struct json json_open(struct strbuf *out);

void json_object_begin(struct json *json);
void json_object_end(struct json *json);
void json_array_begin(struct json *json);
void json_array_end(struct json *json);

void json_key(struct json *json, const char *key);
void json_text(struct json *json, struct str text);
/* null when text.data is NULL or empty, else the text. */
void json_text_or_null(struct json *json, struct str text);
/* A key with its text or null. */
void json_field(struct json *json, const char *key, struct str text);
void json_number(struct json *json, long long number);
/* A key with how many there are of it. */
void json_count(struct json *json, const char *key, size_t count);
/* With three digits behind the point. */
void json_decimal(struct json *json, double number);
void json_bool(struct json *json, bool value);
void json_null(struct json *json);

/* What stands between the quotes of a string, in JSON and in scripts alike. */
void json_escaped(struct strbuf *out, struct str text);

#endif
