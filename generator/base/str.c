#include "base/str.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/list.h"

struct str
str_from(const char *terminated)
{
	return (struct str){terminated, terminated ? strlen(terminated) : 0};
}

int
str_compare(struct str a, struct str b)
{
	size_t shorter = a.len < b.len ? a.len : b.len;
	int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

size_t
str_find(struct str s, struct str part)
{
	if (part.len == 0)
		return 0;
	if (s.len < part.len)
		return SIZE_MAX;
	assert(s.data);
	const char *found = memmem(s.data, s.len, part.data, part.len);
	return found ? (size_t)(found - s.data) : SIZE_MAX;
}

bool
str_has(struct str s, struct str part)
{
	return str_find(s, part) != SIZE_MAX;
}

static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x3000;
}

struct str
str_trim(struct str s)
{
	while (s.len && is_blank(str_peek(s)))
		str_next(&s);
	for (struct str shorter = s; s.len; s = shorter)
		if (!is_blank(str_last(&shorter)))
			break;
	return s;
}

bool
str_cut(struct str *rest, char separator, struct str *part)
{
	if (!rest->data)
		return false;
	const char *end = rest->len ? memchr(rest->data, separator, rest->len) : NULL;
	if (!end) {
		*part = *rest;
		*rest = STR_NONE;
		return true;
	}
	size_t len = (size_t)(end - rest->data);
	*part = (struct str){rest->data, len};
	*rest = (struct str){end + 1, rest->len - len - 1};
	return true;
}

/* Length of the UTF-8 sequence that a lead byte announces; 0 for no lead byte. */
static size_t
sequence_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

static bool
is_tail(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* No surrogate, not beyond U+10FFFF. */
static bool
is_scalar(uint32_t c)
{
	return c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF);
}

uint32_t
str_next_of_any(struct str *rest)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	if (rest->len == 0)
		return 0;
	const unsigned char lead = (unsigned char)rest->data[0];
	size_t len = sequence_length(lead);
	bool good = len && len <= rest->len;
	uint32_t point = len == 1 ? lead : lead & (0x7Fu >> len);
	for (size_t i = 1; good && i < len; i++) {
		good = is_tail(rest->data[i]);
		point = point << 6 | (rest->data[i] & 0x3F);
	}
	/* Shorter forms exist for what is too small: C0 AF is no slash. */
	if (!good || point < least[len] || !is_scalar(point)) {
		point = 0xFFFD;
		len = 1;
	}
	rest->data += len;
	rest->len -= len;
	return point;
}

uint32_t
str_last(struct str *rest)
{
	if (rest->len == 0)
		return 0;
	size_t start = rest->len - 1;
	while (start > 0 && rest->len - start < 4 &&
		((unsigned char)rest->data[start] & 0xC0) == 0x80)
		start--;
	struct str last = {rest->data + start, rest->len - start};
	uint32_t point = str_next(&last);
	if (last.len) {
		/* No whole sequence stands at the end: take one stray byte. */
		point = 0xFFFD;
		start = rest->len - 1;
	}
	rest->len = start;
	return point;
}

size_t
str_count(struct str s)
{
	size_t count = 0;
	for (; s.len; count++)
		str_next(&s);
	return count;
}

struct str
str_points(struct str s, size_t from, size_t to)
{
	struct str rest = s;
	for (size_t i = 0; i < from && rest.len; i++)
		str_next(&rest);
	struct str tail = rest;
	for (size_t i = from; i < to && tail.len; i++)
		str_next(&tail);
	return (struct str){rest.data, rest.len - tail.len};
}

struct str
str_copy(struct str s, struct arena *arena)
{
	return (struct str){str_terminated(s, arena), s.len};
}

const char *
str_terminated(struct str s, struct arena *arena)
{
	char *copy = arena_alloc(arena, s.len + 1);
	if (s.len)
		memcpy(copy, s.data, s.len);
	return copy;
}

struct str
str_format(struct arena *arena, const char *format, ...)
{
	struct strbuf buf = strbuf_open(arena);
	va_list arguments;
	va_start(arguments, format);
	strbuf_vprintf(&buf, format, arguments);
	va_end(arguments);
	arena_trim(arena, buf.data, buf.capacity, buf.len + 1);
	return strbuf_str(&buf);
}

struct str
str_join(const struct str_list *list, struct str between, struct arena *arena)
{
	struct strbuf buf = strbuf_open(arena);
	for (size_t i = 0; i < list->count; i++) {
		if (i)
			strbuf_add(&buf, between);
		strbuf_add(&buf, list->items[i]);
	}
	return strbuf_str(&buf);
}

struct str
str_replace(struct str s, struct str from, struct str to, struct arena *arena)
{
	size_t at = from.len ? str_find(s, from) : SIZE_MAX;
	if (at == SIZE_MAX)
		return s;
	struct strbuf buf = strbuf_open(arena);
	for (; at != SIZE_MAX; at = str_find(s, from)) {
		strbuf_add(&buf, str_slice(s, 0, at));
		strbuf_add(&buf, to);
		s = str_slice(s, at + from.len, s.len);
	}
	strbuf_add(&buf, s);
	return strbuf_str(&buf);
}

bool
str_number(struct str s, int *number)
{
	int value = 0;
	if (s.len == 0 || s.len > 9)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (s.data[i] < '0' || s.data[i] > '9')
			return false;
		value = value * 10 + (s.data[i] - '0');
	}
	*number = value;
	return true;
}

bool
str_is_hex(struct str s)
{
	bool hex = s.len > 0;
	for (size_t i = 0; hex && i < s.len; i++)
		hex = (s.data[i] >= '0' && s.data[i] <= '9') ||
		      (s.data[i] >= 'a' && s.data[i] <= 'f');
	return hex;
}

void
str_list_add(struct str_list *list, struct str s, struct arena *arena)
{
	*list_add(list, arena) = s;
}

bool
str_list_has(const struct str_list *list, struct str s)
{
	for (size_t i = 0; i < list->count; i++)
		if (str_equal(list->items[i], s))
			return true;
	return false;
}

struct strbuf
strbuf_open(struct arena *arena)
{
	struct strbuf buf = {.arena = arena, .capacity = 64};
	buf.data = arena_alloc(arena, buf.capacity);
	return buf;
}

void
strbuf_grow(struct strbuf *buf, size_t more)
{
	size_t wanted = buf->len + more + 1;
	size_t capacity = buf->capacity * 2;
	if (capacity < wanted)
		capacity = wanted;
	buf->data = arena_grow(buf->arena, buf->data, buf->capacity, capacity);
	buf->capacity = capacity;
}

static void
make_room(struct strbuf *buf, size_t more)
{
	if (more >= buf->capacity - buf->len)
		strbuf_grow(buf, more);
}

void
strbuf_add_point(struct strbuf *buf, uint32_t c)
{
	if (!is_scalar(c))
		c = 0xFFFD;
	make_room(buf, 4);
	char *bytes = buf->data + buf->len;
	size_t len = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = len - 1; i > 0; i--, c >>= 6)
		bytes[i] = (char)(0x80 | (c & 0x3F));
	static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
	bytes[0] = (char)(lead[len] | c);
	bytes[len] = '\0';
	buf->len += len;
}

void
strbuf_add_number(struct strbuf *buf, long number)
{
	char digits[24];
	size_t at = sizeof digits;
	unsigned long rest =
		number < 0 ? 0 - (unsigned long)number : (unsigned long)number;
	do
		digits[--at] = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (number < 0)
		digits[--at] = '-';
	strbuf_add(buf, (struct str){digits + at, sizeof digits - at});
}

/* Most of what is printed fits where it stands, and is formatted once. */
void
strbuf_vprintf(struct strbuf *buf, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	size_t room = buf->capacity - buf->len;
	int len = vsnprintf(buf->data + buf->len, room, format, arguments);
	if (len > 0 && (size_t)len >= room) {
		strbuf_grow(buf, (size_t)len);
		vsnprintf(buf->data + buf->len, (size_t)len + 1, format, again);
	}
	buf->len += len > 0 ? (size_t)len : 0;
	buf->data[buf->len] = '\0';
	va_end(again);
}

void
strbuf_printf(struct strbuf *buf, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	strbuf_vprintf(buf, format, arguments);
	va_end(arguments);
}

void
strbuf_cut(struct strbuf *buf, size_t len)
{
	if (len < buf->len) {
		buf->len = len;
		buf->data[len] = '\0';
	}
}

struct str
strbuf_str(const struct strbuf *buf)
{
	return (struct str){buf->data, buf->len};
}
