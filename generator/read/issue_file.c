#include "read/issue_file.h"

#include "archive/data_file.h"
#include "base/list.h"
#include "read/frontmatter.h"

static const char *const issue_keys[] = {"date", "number", "note", "pages", NULL};

static void
read_pages(const struct setting *map, struct issue_notes *notes, struct arena *arena,
	struct report *report)
{
	const struct setting *pages = setting_find(map, "pages");
	if (pages && pages->kind != SETTING_MAP)
		report_error(report, pages->at,
			"`pages` should be a map of page numbers to names, such as "
			"\"01\": 要闻");
	for (size_t i = 0; pages && pages->kind == SETTING_MAP && i < pages->count; i++) {
		const struct setting *page = pages->items[i];
		if (page->kind == SETTING_TEXT)
			*list_add(&notes->pages, arena) =
				(struct page_name){page->key, str_trim(page->text)};
		else
			report_error(report, page->at,
				"the name of page %.*s should be a text",
				STR_ARG(page->key));
	}
}

struct issue_notes *
issue_file_read(const struct source *source, const struct site *site, struct text *text,
	struct arena *arena, struct report *report)
{
	struct str path = file_join(site->content, source->file.path, arena);
	size_t before = report_count(report, SEVERITY_ERROR);
	const struct setting *map = data_file_read(path, NULL, text, arena, report);
	if (!map)
		return NULL;
	struct issue_notes *notes = arena_new(arena, struct issue_notes);
	notes->date = source->date;
	if (map->kind != SETTING_MAP) {
		report_error(report, map->at, "expected lines of the form `key: value`");
		return NULL;
	}
	settings_check_keys(map, issue_keys, report);
	notes->number = frontmatter_text(map, "number", report);
	notes->note = frontmatter_text(map, "note", report);
	read_pages(map, notes, arena, report);
	if (frontmatter_date(map, "date", &notes->date, report) &&
		!date_known(notes->date))
		report_error(report, (struct place){path, 0, 0},
			"which issue is meant? Its folder has no date such as "
			"2024-03-05");
	return report_count(report, SEVERITY_ERROR) == before ? notes : NULL;
}

void
issue_files_add(const struct source_list *sources, const struct site *site,
	struct text *text, struct catalog *catalog, struct arena *arena,
	struct report *report)
{
	for (size_t i = 0; i < sources->count; i++) {
		const struct source *source = &sources->items[i];
		if (source->kind == SOURCE_OTHER)
			str_list_add(&catalog->not_read, source->file.path, arena);
		if (source->kind != SOURCE_ISSUE)
			continue;
		const struct issue_notes *notes =
			issue_file_read(source, site, text, arena, report);
		if (notes)
			catalog_add_notes(catalog, notes);
	}
}
