#include "publish/html.h"

#include <string.h>

/* --- escaping --- */

/* What stands for a byte in HTML and XML; NULL for itself. */
static const char *
reference_of(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	default: return NULL;
	}
}

static const char *
attribute_reference_of(char c)
{
	switch (c) {
	case '\t': return "&#9;";
	case '\n': return "&#10;";
	case '\r': return "&#13;";
	default: return reference_of(c);
	}
}

/* Copies the stretches between special bytes in one piece; all special bytes are below
 * '?'. */
static inline void
add_escaped(struct strbuf *out, struct str s, const char *(*reference)(char))
{
	size_t done = 0;
	for (size_t i = 0; i < s.len; i++) {
		if ((unsigned char)s.data[i] >= '?')
			continue;
		const char *written = reference(s.data[i]);
		if (!written)
			continue;
		strbuf_add(out, str_slice(s, done, i));
		strbuf_add(out, str_from(written));
		done = i + 1;
	}
	strbuf_add(out, str_slice(s, done, s.len));
}

void
html_text(struct strbuf *out, struct str text)
{
	add_escaped(out, text, reference_of);
}

void
html_attribute(struct strbuf *out, struct str value)
{
	add_escaped(out, value, attribute_reference_of);
}

/* https://www.w3.org/TR/xml/#charsets; a carriage return would be read as a line end. */
static void
add_xml_point(struct strbuf *out, uint32_t c)
{
	const char *reference = c < 0x80 ? reference_of((char)c) : NULL;
	if (reference)
		strbuf_add(out, str_from(reference));
	else if (c == '\r')
		strbuf_add(out, STR("&#13;"));
	else if ((c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n')
		strbuf_add_point(out, c);
}

void
xml_text(struct strbuf *out, struct str text)
{
	while (text.len)
		add_xml_point(out, str_next(&text));
}

/* --- links --- */

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool
is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

void
html_url_argument(struct strbuf *out, struct str value)
{
	for (size_t i = 0; i < value.len; i++) {
		char c = value.data[i];
		if (is_letter(c) || is_digit(c) || is_one_of(c, "-._~"))
			strbuf_add_char(out, c);
		else
			strbuf_printf(out, "%%%02X", (unsigned char)c);
	}
}

/* Browsers drop control characters and spaces around a link. */
static struct str
without_margins(struct str url)
{
	while (url.len && (unsigned char)url.data[0] <= ' ')
		url = str_slice(url, 1, url.len);
	while (url.len && (unsigned char)url.data[url.len - 1] <= ' ')
		url.len--;
	return url;
}

static bool
has_control(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.data[i] < ' ' || s.data[i] == 0x7F)
			return true;
	return false;
}

/* What stands before a colon that comes before any / ? or #; false when nothing does. */
static bool
cut_scheme(struct str *url, struct str *scheme)
{
	size_t end = 0;
	while (end < url->len && !is_one_of(url->data[end], ":/?#"))
		end++;
	if (end == url->len || url->data[end] != ':')
		return false;
	*scheme = str_slice(*url, 0, end);
	*url = str_slice(*url, end + 1, url->len);
	return true;
}

/* Equal but for the case of ASCII letters; the second is in lower case. */
static bool
is_word(struct str s, struct str lower)
{
	if (s.len != lower.len)
		return false;
	for (size_t i = 0; i < s.len; i++)
		if ((is_letter(s.data[i]) ? s.data[i] | 0x20 : s.data[i]) !=
			lower.data[i])
			return false;
	return true;
}

static bool
url_allowed(struct str url)
{
	struct str rest = url, scheme;
	if (has_control(url))
		return false;
	if (!cut_scheme(&rest, &scheme))
		/* To a browser a backslash is a slash. */
		return url.len < 2 || !is_one_of(url.data[0], "/\\") ||
		       !is_one_of(url.data[1], "/\\");
	if (is_word(scheme, STR("mailto")))
		return rest.len > 0;
	return (is_word(scheme, STR("http")) || is_word(scheme, STR("https"))) &&
	       str_starts(rest, STR("//")) && rest.len > 2 &&
	       !is_one_of(rest.data[2], "/\\?#");
}

/* What may stand in a link as it is: https://www.rfc-editor.org/rfc/rfc3986#section-2.2
 */
static bool
stays_in_url(struct str url, size_t at)
{
	char c = url.data[at];
	if (c == '%')
		return at + 2 < url.len && is_hex(url.data[at + 1]) &&
		       is_hex(url.data[at + 2]);
	return is_letter(c) || is_digit(c) || is_one_of(c, "-._~:/?#[]@!$&'()*+,;=");
}

struct str
html_url(struct str url, struct arena *arena)
{
	url = without_margins(url);
	if (!url_allowed(url))
		return STR("");
	struct strbuf out = strbuf_open(arena);
	for (size_t i = 0; i < url.len; i++) {
		if (stays_in_url(url, i))
			strbuf_add_char(&out, url.data[i]);
		else
			strbuf_printf(&out, "%%%02X", (unsigned char)url.data[i]);
	}
	return strbuf_str(&out);
}

/* --- paths inside the site --- */

/* CON, PRN, AUX, NUL, COM1 to COM9 and LPT1 to LPT9 are devices to Windows, with any
 * extension. */
static bool
is_device_name(struct str part)
{
	struct str stem;
	str_cut(&part, '.', &stem);
	if (stem.len == 3)
		return is_word(stem, STR("con")) || is_word(stem, STR("prn")) ||
		       is_word(stem, STR("aux")) || is_word(stem, STR("nul"));
	struct str start = str_slice(stem, 0, 3);
	return stem.len == 4 && stem.data[3] >= '1' && stem.data[3] <= '9' &&
	       (is_word(start, STR("com")) || is_word(start, STR("lpt")));
}

static bool
part_allowed(struct str part)
{
	if (part.len == 0 || part.len > 100 || part.data[0] == '.' ||
		part.data[part.len - 1] == '.' || is_device_name(part))
		return false;
	for (size_t i = 0; i < part.len; i++)
		if (!is_letter(part.data[i]) && !is_digit(part.data[i]) &&
			!is_one_of(part.data[i], "._-"))
			return false;
	return true;
}

bool
html_path_allowed(struct str path)
{
	struct str part;
	if (path.len == 0)
		return false;
	while (str_cut(&path, '/', &part))
		if (!part_allowed(part))
			return false;
	return true;
}

/* Bytes up to and including the last slash that both paths share. */
static size_t
common_folders(struct str a, struct str b)
{
	size_t common = 0;
	for (size_t i = 0; i < a.len && i < b.len && a.data[i] == b.data[i]; i++)
		if (a.data[i] == '/')
			common = i + 1;
	return common;
}

struct str
html_relative(struct str from, struct str to, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	size_t common = common_folders(from, to);
	for (size_t i = common; i < from.len; i++)
		if (from.data[i] == '/')
			strbuf_add(&out, STR("../"));
	strbuf_add(&out, str_slice(to, common, to.len));
	return strbuf_str(&out);
}
