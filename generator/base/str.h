/* Strings: one view, one builder. `struct str` is a borrowed pointer and a length in
 * bytes, never changed; `struct strbuf` is the only growable buffer, lives in an arena,
 * is never null and always terminated. All text inside the program is valid UTF-8. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

struct str {
	const char *data;
	size_t len;
};

struct strbuf {
	struct arena *arena;
	char *data;
	size_t len, capacity;
};

struct str_list {
	struct str *items;
	size_t count, capacity;
};

#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
/* The same as a constant initialiser of tables. */
#define STR_INIT(literal)                                                                \
	{                                                                                \
		"" literal, sizeof(literal) - 1                                          \
	}
/* For printf: printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) (int)(s).len, (s).data
#define STR_NONE   ((struct str){0})

/* --- views --- */
struct str str_from(const char *terminated);
static inline bool str_equal(struct str a, struct str b);
/* By bytes, which for UTF-8 is by code point; negative, 0 or positive. */
int str_compare(struct str a, struct str b);
static inline bool str_starts(struct str s, struct str prefix);
static inline bool str_ends(struct str s, struct str suffix);
/* Bytes [from, to), clipped to the string. */
static inline struct str str_slice(struct str s, size_t from, size_t to);
/* Byte offset of the first occurrence, or SIZE_MAX. */
size_t str_find(struct str s, struct str part);
bool str_has(struct str s, struct str part);
/* Without leading and trailing space, tab, newline, U+00A0 and U+3000. */
struct str str_trim(struct str s);
/* Takes the part before the first separator off the front of rest (all of it when there
 * is no separator); false when rest was already used up (data NULL). */
bool str_cut(struct str *rest, char separator, struct str *part);

/* --- code points --- */
/* Takes one code point off the front; 0 at the end, U+FFFD for a byte that is not UTF-8
 * (then one byte is taken, three for U+FFFD itself). */
static inline uint32_t str_next(struct str *rest);
/* Takes one code point off the back. */
uint32_t str_last(struct str *rest);
/* The code point at the front without taking it; 0 when empty. */
static inline uint32_t str_peek(struct str s);
/* Number of code points. */
size_t str_count(struct str s);
/* The view of the code points [from, to), counted in code points. */
struct str str_points(struct str s, size_t from, size_t to);

/* --- copies --- */
struct str str_copy(struct str s, struct arena *arena);
const char *str_terminated(struct str s, struct arena *arena);
struct str str_format(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
struct str str_join(const struct str_list *list, struct str between, struct arena *arena);
/* Every occurrence of `from` replaced; borrows s when there is none. */
struct str str_replace(struct str s, struct str from, struct str to, struct arena *arena);
/* Whole decimal number of at most 9 digits; false when s is anything else. */
bool str_number(struct str s, int *number);
/* Whether s is one or more lower-case hexadecimal digits, and nothing else. */
bool str_is_hex(struct str s);

void str_list_add(struct str_list *list, struct str s, struct arena *arena);
bool str_list_has(const struct str_list *list, struct str s);

/* --- builder --- */
struct strbuf strbuf_open(struct arena *arena);
static inline void strbuf_add(struct strbuf *buf, struct str s);
static inline void strbuf_add_char(struct strbuf *buf, char c);
/* U+FFFD for surrogates and beyond U+10FFFF. */
void strbuf_add_point(struct strbuf *buf, uint32_t code_point);
/* In decimal. */
void strbuf_add_number(struct strbuf *buf, long number);
void strbuf_printf(struct strbuf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void strbuf_vprintf(struct strbuf *buf, const char *format, va_list arguments);
/* Shortens to len bytes. */
void strbuf_cut(struct strbuf *buf, size_t len);
/* A view of what is built so far: valid until the next change of the buffer. */
struct str strbuf_str(const struct strbuf *buf);

/* --- in line, for they run for every character --- */
/* What str_next does, for any bytes. */
uint32_t str_next_of_any(struct str *rest);

static inline uint32_t
str_next(struct str *rest)
{
	const unsigned char *at = (const unsigned char *)rest->data;
	if (rest->len >= 3 && at[0] >= 0xE1 && at[0] <= 0xEC && (at[1] & 0xC0) == 0x80 &&
		(at[2] & 0xC0) == 0x80) {
		rest->data += 3;
		rest->len -= 3;
		return (at[0] & 0xFu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
	}
	if (rest->len && at[0] < 0x80) {
		rest->data++;
		rest->len--;
		return at[0];
	}
	return str_next_of_any(rest);
}

static inline uint32_t
str_peek(struct str s)
{
	return str_next(&s);
}

static inline struct str
str_slice(struct str s, size_t from, size_t to)
{
	if (to > s.len)
		to = s.len;
	if (from > to)
		from = to;
	return (struct str){s.data ? s.data + from : NULL, to - from};
}

static inline bool
str_equal(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

static inline bool
str_starts(struct str s, struct str prefix)
{
	return s.len >= prefix.len && str_equal(str_slice(s, 0, prefix.len), prefix);
}

static inline bool
str_ends(struct str s, struct str suffix)
{
	return s.len >= suffix.len &&
	       str_equal(str_slice(s, s.len - suffix.len, s.len), suffix);
}

/* Makes room for `more` bytes and the terminator; called when there is none. */
void strbuf_grow(struct strbuf *buf, size_t more);

static inline void
strbuf_add(struct strbuf *buf, struct str s)
{
	if (s.len == 0)
		return;
	assert(s.data);
	if (s.len >= buf->capacity - buf->len)
		strbuf_grow(buf, s.len);
	memcpy(buf->data + buf->len, s.data, s.len);
	buf->len += s.len;
	buf->data[buf->len] = '\0';
}

static inline void
strbuf_add_char(struct strbuf *buf, char c)
{
	if (buf->capacity - buf->len < 2)
		strbuf_grow(buf, 1);
	buf->data[buf->len++] = c;
	buf->data[buf->len] = '\0';
}

#endif
