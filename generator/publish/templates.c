#include "base/bytes.h"
#include "base/file.h"
#include "base/list.h"
#include "base/settings.h"
#include "publish/html.h"
#include "publish/strings.h"
#include "publish/template_bind.h"

enum { LARGEST = 1024 * 1024 }; /* bytes of one template */

struct templates *
templates_open(struct str folder, struct str override, struct arena *arena)
{
	struct templates *templates = arena_new(arena, struct templates);
	*templates = (struct templates){
		.arena = arena,
		.folder = str_copy(folder, arena),
		.override = str_copy(override, arena),
		.by_name = map_open(arena),
	};
	return templates;
}

void
templates_allow_unknown(struct templates *templates)
{
	templates->lenient = true;
}

void
templates_use_strings(struct templates *templates, const struct strings *strings)
{
	templates->strings = strings;
}

/* --- names --- */

/* With the extension that may be left out. */
static struct str
full_name(struct str name, struct arena *arena)
{
	if (file_extension(name).len)
		return str_copy(name, arena);
	return str_format(arena, "%.*s.html", STR_ARG(name));
}

static void
add_names(struct str folder, struct str_list *names, struct arena *arena,
	struct report *report)
{
	struct file_list files = {0};
	if (folder.len && file_is_folder(folder) &&
		file_walk(folder, &files, arena, report))
		for (size_t i = 0; i < files.count; i++)
			str_list_add(names, files.items[i].path, arena);
}

static void
add_keys(const struct strings *strings, struct str_list *names, struct arena *arena)
{
	for (size_t i = 0; strings && i < strings->by_key.count; i++)
		str_list_add(names,
			str_format(arena, "strings/%.*s",
				STR_ARG(strings->by_key.entries[i].key)),
			arena);
}

struct str
templates_nearest(
	const struct templates *templates, struct str wrong, struct arena *arena)
{
	struct report ignored = report_open(arena);
	struct str_list names = {0};
	add_names(templates->folder, &names, arena, &ignored);
	add_names(templates->override, &names, arena, &ignored);
	add_keys(templates->strings, &names, arena);
	const char **known = arena_array(arena, const char *, names.count + 1);
	for (size_t i = 0; i < names.count; i++)
		known[i] = str_terminated(names.items[i], arena);
	return settings_nearest(wrong, known);
}

/* --- files --- */

/* The path of the template's file: what overrides wins; "" when there is none. */
static struct str
find_file(const struct templates *templates, struct str name)
{
	struct str path;
	if (templates->override.len) {
		path = file_join(templates->override, name, templates->arena);
		if (file_exists(path))
			return path;
	}
	if (!templates->folder.len)
		return STR("");
	path = file_join(templates->folder, name, templates->arena);
	return file_exists(path) ? path : STR("");
}

static void
add_bytes(struct str folder, struct strbuf *out, struct arena *arena)
{
	struct report unheard = report_open(arena); /* finding them will say it */
	struct file_list files = {0};
	if (folder.len && file_is_folder(folder))
		file_walk(folder, &files, arena, &unheard);
	for (size_t i = 0; i < files.count; i++) {
		struct str path = file_join(folder, files.items[i].path, arena), bytes;
		bytes_add_str(out, files.items[i].path);
		if (file_read(path, LARGEST, &bytes, arena, &unheard))
			bytes_add_str(out, bytes);
	}
	bytes_add_number(out, files.count);
}

struct digest
templates_digest(const struct templates *templates)
{
	struct arena *arena = arena_open();
	struct strbuf bytes = strbuf_open(arena);
	add_bytes(templates->folder, &bytes, arena);
	add_bytes(templates->override, &bytes, arena);
	struct digest digest = digest_of(strbuf_str(&bytes));
	arena_close(arena);
	return digest;
}

static void
visit_files(struct str folder, struct str suffix,
	void (*visit)(void *context, struct str name, struct digest digest),
	void *context)
{
	struct arena *arena = arena_open();
	struct report unheard = report_open(arena);
	struct file_list files = {0};
	if (folder.len && file_is_folder(folder))
		file_walk(folder, &files, arena, &unheard);
	for (size_t i = 0; i < files.count; i++) {
		struct str name = files.items[i].path, bytes = STR("");
		file_read(
			file_join(folder, name, arena), LARGEST, &bytes, arena, &unheard);
		struct str shown =
			str_format(arena, "%.*s%.*s", STR_ARG(name), STR_ARG(suffix));
		visit(context, shown, digest_of(bytes));
	}
	arena_close(arena);
}

void
templates_visit(const struct templates *templates,
	void (*visit)(void *context, struct str name, struct digest digest),
	void *context)
{
	visit_files(templates->folder, STR(""), visit, context);
	visit_files(templates->override, STR(" of the archive"), visit, context);
}

/* Tells where the first byte stands that is not UTF-8. */
static bool
check_utf8(struct str source, struct str path, struct report *report)
{
	struct place at = {.file = path, .line = 1, .column = 1};
	while (source.len) {
		size_t before = source.len;
		uint32_t c = str_next(&source);
		if (c == 0xFFFD && before - source.len == 1)
			return report_error(report, at, "the template is not UTF-8");
		at.column = c == '\n' ? 1 : at.column + 1;
		at.line += c == '\n';
	}
	return true;
}

static void
read_template(struct template *template, struct report *report)
{
	struct str source;
	template->state = TEMPLATE_BROKEN;
	if (!file_read(template->path, LARGEST, &source, template->templates->arena,
		    report) ||
		!check_utf8(source, template->path, report))
		return;
	if (str_starts(source, STR("\xEF\xBB\xBF")))
		source = str_slice(source, 3, source.len);
	template_parse(template, source, report);
}

static struct template *
add_template(struct templates *templates, struct str name, struct str path)
{
	struct template *template = arena_new(templates->arena, struct template);
	*template = (struct template){
		.name = name,
		.path = path,
		.templates = templates,
		.programs = arena_new(templates->arena, struct program_list),
	};
	*map_at(&templates->by_name, name) = template;
	return template;
}

/* "strings/issues" is the string of the key "issues"; NULL when there is none. */
static struct template *
open_string(struct templates *templates, struct str name, struct report *report)
{
	struct str folder = STR("strings/");
	if (!templates->strings || !str_starts(name, folder))
		return NULL;
	struct str key = str_slice(name, folder.len, name.len);
	const struct setting *string = strings_find(templates->strings, key);
	if (!string)
		return NULL;
	struct str place = str_format(templates->arena, "%.*s:%u: %.*s",
		STR_ARG(string->at.file), string->at.line, STR_ARG(key));
	struct template *template = add_template(templates, name, place);
	template_parse(template, string->text, report);
	return template;
}

/* Names may come from values: they must not lead out of the folder. */
static struct template *
open_template(struct templates *templates, struct str name, struct report *report)
{
	struct str path = html_path_allowed(name) ? find_file(templates, name) : STR("");
	struct template *template = add_template(templates, name, path);
	if (path.len)
		read_template(template, report);
	return template;
}

void
templates_add(struct templates *templates, struct str name, struct str source,
	struct report *report)
{
	struct str full = full_name(name, templates->arena);
	template_parse(add_template(templates, full, full),
		str_copy(source, templates->arena), report);
}

const struct template *
templates_look_up(struct templates *templates, struct str name, struct report *report)
{
	struct template *template = map_find(&templates->by_name, name);
	if (template)
		return template;
	struct str full = full_name(name, templates->arena);
	template = map_find(&templates->by_name, full);
	if (!template)
		template =
			open_string(templates, str_copy(name, templates->arena), report);
	if (!template)
		template = open_template(templates, full, report);
	*map_at(&templates->by_name, str_copy(name, templates->arena)) = template;
	return template;
}

const struct template *
template_find(struct templates *templates, struct str name, struct report *report)
{
	const struct template *template = templates_look_up(templates, name, report);
	if (template->state == TEMPLATE_GOOD)
		return template;
	if (template->state == TEMPLATE_MISSING) {
		struct place at = {.file = file_join(templates->folder, template->name,
					   report->arena)};
		report_error(report, at, "there is no such template");
	}
	return NULL;
}
