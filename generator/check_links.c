#include "check_links.h"

#include "base/file.h"
#include "base/list.h"
#include "base/map.h"

enum { LARGEST_PAGE = 64 * 1024 * 1024 };

/* A link to a place within a page, to be looked for when all pages are read. */
struct wanted {
	struct place at;
	struct str link, key; /* "people/index.html#A" */
};

struct links {
	struct str folder;
	struct map files;  /* paths of the site */
	struct map places; /* "path#id" of every element that a link may name */
	struct {
		struct wanted *items;
		size_t count, capacity;
	} wanted;
	size_t count;
	struct arena *arena;
	struct report *report;
};

static bool
leads_elsewhere(struct str link)
{
	for (size_t i = 0; i < link.len && link.data[i] != '/' && link.data[i] != '#' &&
			   link.data[i] != '?';
		i++)
		if (link.data[i] == ':')
			return true;
	return str_starts(link, STR("//"));
}

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* %XX and the entities that our own pages have. */
static struct str
decode(struct str text, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	text = str_replace(text, STR("&amp;"), STR("&"), arena);
	for (size_t i = 0; i < text.len; i++) {
		int high = -1, low = -1;
		if (text.data[i] == '%' && i + 2 < text.len) {
			high = hex_value(text.data[i + 1]);
			low = hex_value(text.data[i + 2]);
		}
		if (high >= 0 && low >= 0)
			i += 2;
		strbuf_add_char(&out,
			(char)(high >= 0 && low >= 0 ? high << 4 | low : text.data[i]));
	}
	return strbuf_str(&out);
}

/* The path that a relative link of a page means. */
static struct str
resolve(struct str page, struct str link, struct arena *arena)
{
	struct str folder = str_starts(link, STR("/")) ? STR("") : file_folder(page);
	struct str part;
	while (link.len && str_cut(&link, '/', &part)) {
		if (str_equal(part, STR("..")))
			folder = file_folder(folder);
		else if (part.len && !str_equal(part, STR(".")))
			folder = file_join(folder, part, arena);
	}
	return folder;
}

static void
follow(struct links *links, struct str page, struct place at, struct str raw)
{
	struct str link = decode(raw, links->arena), rest = link, path, query;
	if (leads_elsewhere(link))
		return;
	links->count++;
	str_cut(&rest, '#', &path);
	str_cut(&path, '?', &query);
	path = query.len ? resolve(page, query, links->arena) : page;
	if (!map_find(&links->files, path)) {
		report_error(links->report, at, "the link to `%.*s` leads nowhere",
			STR_ARG(raw));
		return;
	}
	if (!rest.data || !rest.len)
		return;
	struct wanted *wanted = list_add(&links->wanted, links->arena);
	*wanted = (struct wanted){at, str_copy(raw, links->arena),
		str_format(links->arena, "%.*s#%.*s", STR_ARG(path), STR_ARG(rest))};
}

/* The value of an attribute that begins here, in double quotes as our pages have them. */
static bool
take_attribute(struct str rest, const char *name, struct str *value)
{
	struct str begin = str_from(name);
	if (!str_starts(rest, begin))
		return false;
	rest = str_slice(rest, begin.len, rest.len);
	return str_cut(&rest, '"', value) && rest.data;
}

static void
read_page(struct links *links, struct str path)
{
	struct str html, value;
	struct place at = {file_join(links->folder, path, links->arena), 1, 0};
	if (!file_read(at.file, LARGEST_PAGE, &html, links->arena, links->report))
		return;
	bool in_tag = false;
	for (size_t i = 0; i < html.len; i++) {
		char c = html.data[i];
		at.line += c == '\n';
		in_tag = c == '<' || (in_tag && c != '>');
		if (!in_tag || c != ' ')
			continue;
		struct str rest = str_slice(html, i + 1, html.len);
		if (take_attribute(rest, "href=\"", &value) ||
			take_attribute(rest, "src=\"", &value))
			follow(links, path, at, value);
		else if (take_attribute(rest, "id=\"", &value))
			*map_at(&links->places, str_format(links->arena, "%.*s#%.*s",
							STR_ARG(path), STR_ARG(value))) =
				links;
	}
}

bool
check_links(struct str folder, size_t *count, struct arena *arena, struct report *report)
{
	struct links links = {.folder = folder,
		.files = map_open(arena),
		.places = map_open(arena),
		.arena = arena,
		.report = report};
	struct file_list files = {0};
	*count = 0;
	if (!file_is_folder(folder))
		return report_error(report, (struct place){.file = folder},
			"no built site is here; run `backfile build` first");
	if (!file_walk(folder, &files, arena, report))
		return false;
	for (size_t i = 0; i < files.count; i++)
		*map_at(&links.files, files.items[i].path) = &links;
	for (size_t i = 0; i < files.count; i++)
		if (str_ends(files.items[i].path, STR(".html")))
			read_page(&links, files.items[i].path);
	for (size_t i = 0; i < links.wanted.count; i++) {
		const struct wanted *wanted = &links.wanted.items[i];
		if (!map_find(&links.places, wanted->key))
			report_error(report, wanted->at,
				"the link to `%.*s` names no element there",
				STR_ARG(wanted->link));
	}
	*count = links.count;
	return true;
}
