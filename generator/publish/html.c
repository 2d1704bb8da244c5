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

/* Copies the stretches between special bytes in one piece; all special bytes are below
 * '?'. */
void
html_text(struct strbuf *out, struct str text)
{
	size_t done = 0;
	for (size_t i = 0; i < text.len; i++) {
		if ((unsigned char)text.data[i] >= '?')
			continue;
		const char *written = reference_of(text.data[i]);
		if (!written)
			continue;
		strbuf_add(out, str_slice(text, done, i));
		strbuf_add(out, str_from(written));
		done = i + 1;
	}
	strbuf_add(out, str_slice(text, done, text.len));
}

/* --- addresses --- */

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
