#include "read/links.h"

#include <string.h>
#include <strings.h>

#include "base/file.h"

static bool
starts_any_case(struct str s, const char *prefix)
{
	size_t len = strlen(prefix);
	return s.len >= len && strncasecmp(s.data, prefix, len) == 0;
}

static bool
is_clean(struct str url)
{
	for (size_t i = 0; i < url.len; i++)
		if ((unsigned char)url.data[i] <= ' ' || url.data[i] == '\\' ||
			url.data[i] == 0x7F)
			return false;
	return true;
}

/* No colon before the first slash, question mark or number sign: browsers see no scheme.
 */
bool
link_relative(struct str url)
{
	if (!is_clean(url) || str_starts(url, STR("//")))
		return false;
	for (size_t i = 0; i < url.len; i++) {
		if (url.data[i] == ':')
			return false;
		if (url.data[i] == '/' || url.data[i] == '?' || url.data[i] == '#')
			break;
	}
	return url.len > 0;
}

bool
link_allowed(struct str url)
{
	bool web = starts_any_case(url, "http://") || starts_any_case(url, "https://");
	return is_clean(url) &&
	       (web || starts_any_case(url, "mailto:") || link_relative(url));
}

struct str
link_target(struct str source, struct str url, struct arena *arena)
{
	struct str_list parts = {0};
	struct str path = file_join(file_folder(source), url, arena), part;
	for (size_t i = 0; i < url.len; i++)
		if (url.data[i] == '?' || url.data[i] == '#' || url.data[i] == '%')
			return STR("");
	if (str_starts(url, STR("/")))
		return STR("");
	while (str_cut(&path, '/', &part)) {
		if (!str_equal(part, STR("..")))
			str_list_add(&parts, part, arena);
		else if (parts.count == 0)
			return STR("");
		else
			parts.count--;
	}
	return str_join(&parts, STR("/"), arena);
}
