#include "archive/site.h"

#include <ctype.h>
#include <limits.h>

#include "archive/data_file.h"
#include "base/bytes.h"
#include "base/file.h"

enum {
	PAGE_LIMIT = 4 * 1024 * 1024,
	MARKDOWN_LIMIT = 1024 * 1024,
	LEAST_LIMIT = 1024,
	SOURCE_SECONDS = 10,
	MOST_SECONDS = 3600,
	SOURCE_MEMORY = 1024, /* MiB, as are the next two */
	LEAST_MEMORY = 16,
	MOST_MEMORY = 1024 * 1024,
};

static const char *const known_keys[] = {"title", "description", "publisher", "place",
	"lang", "text_lang", "base", "mail", "offline", "about", "content", "output",
	"templates", "static", "compress", "encoding", "page_limit", "markdown_limit",
	"source_seconds", "source_memory", NULL};

static struct place
place_of(const struct setting *map, const char *key)
{
	const struct setting *setting = setting_find(map, key);
	return setting ? setting->at : (struct place){0};
}

static void
read_texts(const struct setting *map, struct site *site, struct report *report)
{
	const struct {
		const char *key;
		struct str *text;
	} texts[] = {
		{"title", &site->title},
		{"description", &site->description},
		{"publisher", &site->publisher},
		{"place", &site->place},
		{"mail", &site->mail},
		{"about", &site->about},
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		*texts[i].text =
			str_trim(setting_text(map, texts[i].key, *texts[i].text, report));
	if (site->title.len == 0)
		report_error(report, place_of(map, "title"), "the archive needs a title");
	if (site->mail.len && !str_has(site->mail, STR("@")))
		report_error(report, place_of(map, "mail"),
			"`mail` should be a mail address, not `%.*s`",
			STR_ARG(site->mail));
}

static void
read_folders(const struct setting *map, struct site *site, struct report *report)
{
	const struct {
		const char *key;
		struct str *folder;
	} folders[] = {
		{"content", &site->content},
		{"output", &site->output},
		{"templates", &site->templates},
		{"static", &site->statics},
	};
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		struct str folder =
			setting_text(map, folders[i].key, *folders[i].folder, report);
		if (folder.len == 0)
			report_error(report, place_of(map, folders[i].key),
				"`%s` must name a folder", folders[i].key);
		else
			*folders[i].folder = folder;
	}
}

static void
read_language(const struct setting *map, struct site *site, struct report *report)
{
	struct str language = setting_text(map, "lang", site->language, report);
	if (str_equal(language, STR("zh-Hans")) || str_equal(language, STR("en")))
		site->language = language;
	else
		report_error(report, place_of(map, "lang"),
			"`lang` should be zh-Hans or en, not `%.*s`", STR_ARG(language));
}

/* A language tag (BCP 47): letters, digits and hyphens. */
static void
read_text_language(const struct setting *map, struct site *site, struct report *report)
{
	struct str language =
		str_trim(setting_text(map, "text_lang", site->text_language, report));
	bool good = language.len > 0;
	for (size_t i = 0; i < language.len; i++)
		good = good && (isalnum((unsigned char)language.data[i]) ||
				       language.data[i] == '-');
	if (good)
		site->text_language = language;
	else
		report_error(report, place_of(map, "text_lang"),
			"`text_lang` should be a language tag such as zh-Hans, not "
			"`%.*s`",
			STR_ARG(language));
}

/* Addresses are joined to the base, so it must end with a slash. */
static void
read_base(const struct setting *map, struct site *site, struct arena *arena,
	struct report *report)
{
	struct str base = str_trim(setting_text(map, "base", site->base, report));
	bool web = str_starts(base, STR("https://")) || str_starts(base, STR("http://"));
	if (base.len && !web)
		report_error(report, place_of(map, "base"),
			"`base` should begin with https:// or http://, not `%.*s`",
			STR_ARG(base));
	else if (base.len && !str_ends(base, STR("/")))
		site->base = str_format(arena, "%.*s/", STR_ARG(base));
	else
		site->base = base;
}

static void
read_input(const struct setting *map, struct site *site, struct report *report)
{
	site->compress = setting_bool(map, "compress", site->compress, report);
	struct str name = setting_text(map, "encoding", STR(""), report);
	if (name.len && !text_encoding_named(name, &site->encoding))
		report_error(report, place_of(map, "encoding"),
			"`encoding` should be utf-8, gb18030, big5 or utf-16, not `%.*s`",
			STR_ARG(name));
	site->page_limit = (size_t)setting_int(
		map, "page_limit", (int)site->page_limit, LEAST_LIMIT, INT_MAX, report);
	site->markdown_limit = (size_t)setting_int(map, "markdown_limit",
		(int)site->markdown_limit, LEAST_LIMIT, INT_MAX, report);
	site->source_seconds = (unsigned)setting_int(map, "source_seconds",
		(int)site->source_seconds, 1, MOST_SECONDS, report);
	site->source_memory = (size_t)setting_int(map, "source_memory",
		(int)site->source_memory, LEAST_MEMORY, MOST_MEMORY, report);
}

const char *const *
site_keys(void)
{
	return known_keys;
}

struct site
site_default(void)
{
	return (struct site){
		.title = STR("报纸档案"),
		.description = STR(""),
		.publisher = STR(""),
		.place = STR(""),
		.language = STR("zh-Hans"),
		.text_language = STR("zh-Hans"),
		.base = STR(""),
		.mail = STR(""),
		.offline = true,
		.about = STR(""),
		.content = STR("content"),
		.output = STR("public"),
		.templates = STR("templates"),
		.statics = STR("static"),
		.state = STR(".backfile"),
		.encoding = ENCODING_UNKNOWN,
		.page_limit = PAGE_LIMIT,
		.markdown_limit = MARKDOWN_LIMIT,
		.source_seconds = SOURCE_SECONDS,
		.source_memory = SOURCE_MEMORY,
	};
}

struct digest
site_digest(const struct site *site)
{
	struct arena *arena = arena_open();
	struct strbuf bytes = strbuf_open(arena);
	const struct str shown[] = {site->title, site->description, site->publisher,
		site->place, site->language, site->text_language, site->base, site->mail,
		site->about};
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		bytes_add_str(&bytes, shown[i]);
	bytes_add_number(&bytes, site->offline);
	struct digest digest = digest_of(strbuf_str(&bytes));
	arena_close(arena);
	return digest;
}

static bool
read_map(const struct setting *map, struct site *site, struct arena *arena,
	struct report *report)
{
	if (map->kind != SETTING_MAP)
		return report_error(
			report, map->at, "expected lines of the form `key: value`");
	size_t before = report_count(report, SEVERITY_ERROR);
	settings_check_keys(map, known_keys, report);
	read_texts(map, site, report);
	read_folders(map, site, report);
	read_language(map, site, report);
	read_text_language(map, site, report);
	read_base(map, site, arena, report);
	site->offline = setting_bool(map, "offline", site->offline, report);
	read_input(map, site, report);
	return report_count(report, SEVERITY_ERROR) == before;
}

bool
site_read(struct str path, bool optional, struct site *site, struct arena *arena,
	struct report *report)
{
	if (optional && !file_exists(path))
		return true;
	struct text *text = text_open();
	const struct setting *map = data_file_read(path, NULL, text, arena, report);
	text_close(text);
	return map && read_map(map, site, arena, report);
}
