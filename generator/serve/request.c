#include "serve/request.h"

#include <string.h>
#include <strings.h>

/* --- hosts --- */

/* A page of another site may have its own name lead to this machine (DNS rebinding): the
 * browser then sends that name. */
static bool
is_own_host(struct str host, unsigned port, struct arena *arena)
{
	static const char *const names[] = {"localhost", "127.0.0.1", "[::1]"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct str own = str_format(arena, "%s:%u", names[i], port);
		bool whole = host.len == own.len;
		if (whole && strncasecmp(host.data, own.data, own.len) == 0)
			return true;
		/* Browsers leave the usual port out. */
		if (port == 80 && host.len == strlen(names[i]) &&
			strncasecmp(host.data, names[i], host.len) == 0)
			return true;
	}
	return false;
}

/* --- targets --- */

static int
hex_value(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *found =
		c ? strchr(digits, c | ('A' <= c && c <= 'F' ? 0x20 : 0)) : NULL;
	return found ? (int)(found - digits) : -1;
}

/* Decodes %XX, once; false for a half one. */
static bool
decode(struct str target, struct strbuf *out)
{
	for (size_t i = 0; i < target.len; i++) {
		if (target.data[i] != '%') {
			strbuf_add_char(out, target.data[i]);
			continue;
		}
		if (i + 2 >= target.len)
			return false;
		int high = hex_value(target.data[i + 1]);
		int low = hex_value(target.data[i + 2]);
		if (high < 0 || low < 0)
			return false;
		strbuf_add_char(out, (char)(high << 4 | low));
		i += 2;
	}
	return true;
}

/* UTF-8 without control characters and without the other system's slash. */
static bool
is_clean(struct str path)
{
	while (path.len) {
		size_t before = path.len;
		uint32_t c = str_next(&path);
		bool broken = c == 0xFFFD && before - path.len == 1;
		if (broken || c < 0x20 || c == 0x7F || c == '\\')
			return false;
	}
	return true;
}

/* An empty name is allowed at the end alone, where a folder is meant. */
static enum request_answer
judge_names(struct str path)
{
	struct str name;
	while (str_cut(&path, '/', &name)) {
		if (str_equal(name, STR(".")) || str_equal(name, STR("..")))
			return REQUEST_BAD;
		if (str_starts(name, STR(".")) || (!name.len && path.data))
			return REQUEST_HIDDEN;
	}
	return REQUEST_FILE;
}

static struct request
read_target(struct str target, struct arena *arena)
{
	struct strbuf decoded = strbuf_open(arena);
	if (!str_starts(target, STR("/")) || !decode(target, &decoded) ||
		!is_clean(strbuf_str(&decoded)))
		return (struct request){.answer = REQUEST_BAD};
	struct str path = str_slice(strbuf_str(&decoded), 1, decoded.len);
	return (struct request){judge_names(path), path};
}

struct request
request_read(struct str method, struct str host, struct str target, unsigned port,
	struct arena *arena)
{
	if (!host.data)
		return (struct request){.answer = REQUEST_BAD};
	if (!is_own_host(host, port, arena))
		return (struct request){.answer = REQUEST_MISDIRECTED};
	if (!str_equal(method, STR("GET")) && !str_equal(method, STR("HEAD")))
		return (struct request){.answer = REQUEST_METHOD};
	if (str_equal(target, STR(REQUEST_EVENTS_TARGET)))
		return (struct request){.answer = REQUEST_EVENTS};
	if (str_equal(target, STR(REQUEST_SCRIPT_TARGET)))
		return (struct request){.answer = REQUEST_SCRIPT};
	return read_target(target, arena);
}
