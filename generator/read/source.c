#include "read/source.h"

#include <string.h>
#include <strings.h>

#include "base/list.h"
#include "base/map.h"
#include "read/markdown.h"
#include "read/path_date.h"
#include "read/plaintext.h"

/* --- kinds --- */

static bool
equals_any_case(struct str s, const char *word)
{
	return s.len == strlen(word) && strncasecmp(s.data, word, s.len) == 0;
}

struct extension {
	const char *text;
	enum source_kind kind;
};

static enum source_kind
kind_by_extension(struct str path)
{
	static const struct extension known[] = {
		{".txt", SOURCE_PLAINTEXT},
		{".text", SOURCE_PLAINTEXT},
		{".md", SOURCE_MARKDOWN},
		{".markdown", SOURCE_MARKDOWN},
		{".jpg", SOURCE_PICTURE},
		{".jpeg", SOURCE_PICTURE},
		{".png", SOURCE_PICTURE},
		{".webp", SOURCE_PICTURE},
		{".gif", SOURCE_PICTURE},
	};
	struct str extension = file_extension(file_name(path));
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (equals_any_case(extension, known[i].text))
			return known[i].kind;
	return SOURCE_OTHER;
}

static bool
is_authority(struct str path)
{
	static const char *const names[] = {
		"people.yaml", "tags.yaml", "withdrawn.yaml", "addresses.tsv"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_equal(path, str_from(names[i])))
			return true;
	return false;
}

static enum source_kind
kind_of(struct str path)
{
	struct str name = file_name(path), stem = file_stem(name);
	if (is_authority(path))
		return SOURCE_AUTHORITY;
	if (str_starts(path, STR("templates/")) || str_starts(path, STR("static/")))
		return SOURCE_DESIGN;
	if (str_equal(name, STR("issue.yaml")))
		return SOURCE_ISSUE;
	if (equals_any_case(stem, "readme") || str_equal(stem, STR("_index")))
		return SOURCE_OTHER;
	return kind_by_extension(path);
}

struct source
source_of(const struct file_info *file)
{
	struct source source = {.kind = kind_of(file->path), .file = *file};
	bool article = source.kind == SOURCE_MARKDOWN;
	source.page = STR("");
	if (source.kind == SOURCE_ISSUE)
		path_date(file_folder(file->path), &source.date);
	else if (source.kind <= SOURCE_PICTURE)
		source.page = path_page(file->path, article, &source.date);
	return source;
}

bool
source_walk(struct str content, struct source_list *list, struct arena *arena,
	struct report *report)
{
	struct file_list files = {0};
	if (!file_walk(content, &files, arena, report))
		return false;
	for (size_t i = 0; i < files.count; i++)
		*list_add(list, arena) = source_of(&files.items[i]);
	return true;
}

/* --- reading --- */

struct page *
source_read(const struct source *source, const struct site *site, struct text *text,
	struct arena *arena, struct report *report)
{
	bool markdown = source->kind == SOURCE_MARKDOWN;
	struct place at = {file_join(site->content, source->file.path, arena), 0, 0};
	struct str bytes, clean;
	struct page *page = arena_new(arena, struct page);
	if (!file_read(at.file, markdown ? site->markdown_limit : site->page_limit,
		    &bytes, arena, report))
		return NULL;
	if (!text_read(text, bytes, site->encoding, at, &clean, arena, report))
		return NULL;
	page->source = source->file.path;
	page->digest = digest_of(bytes);
	page->date = source->date;
	page->number = source->page;
	page->name = page->address = page->picture = STR("");
	bool good = str_trim(clean).len
			    ? (markdown ? markdown_read : plaintext_read)(
				      page, clean, at, arena, report)
			    : report_error(report, at,
				      "the file is empty; put its text in, or remove it");
	return good ? page : NULL;
}

/* --- pictures --- */

void
source_add_pictures(const struct source_list *list, struct page **pages, size_t count,
	struct arena *arena)
{
	struct map pictures = map_open(arena); /* by path and by path without extension */
	for (size_t i = 0; i < list->count; i++) {
		struct str path = list->items[i].file.path;
		if (list->items[i].kind != SOURCE_PICTURE)
			continue;
		*map_at(&pictures, path) = &list->items[i];
		void **stem = map_at(&pictures, file_stem(path));
		if (!*stem)
			*stem = &list->items[i];
	}
	for (size_t i = 0; i < count; i++) {
		const struct source *found = map_find(&pictures, pages[i]->picture);
		if (!found)
			found = map_find(&pictures, file_stem(pages[i]->source));
		pages[i]->picture = found ? found->file.path : STR("");
	}
}
