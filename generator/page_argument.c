#include "page_argument.h"

#include "archive/authority.h"
#include "base/file.h"
#include "edit/editor.h"
#include "edit/tags_settle.h"

bool
page_argument_find(struct run *run, struct str path, struct source *source)
{
	struct str content = file_real_path(run->site.content, run->arena);
	struct str real = file_real_path(path, run->arena);
	struct str prefix = str_format(run->arena, "%.*s/", STR_ARG(content));
	struct file_info info;
	if (!real.len || !file_look(real, &info))
		return report_error(&run->report, (struct place){path, 0, 0},
			"no such file; name one of the content folder");
	bool inside = content.len && str_starts(real, prefix);
	if (!inside)
		run->site.content = file_folder(real);
	info.path = inside ? str_slice(real, prefix.len, real.len) : file_name(real);
	*source = source_of(&info);
	return true;
}

struct page *
page_argument_read(struct run *run, struct str content, const struct source *source,
	struct line_notes *notes)
{
	struct authority authority = {0};
	authority_read(content, &authority, run->arena, &run->report);
	struct page *page =
		source_read(source, &run->site, run->text, run->arena, &run->report);
	if (!page)
		return NULL;
	struct arena *scratch = arena_open();
	struct editor *editor = editor_open(&authority, run->text, run->arena);
	edit_page(editor, page, notes, run->arena, scratch);
	arena_close(scratch);
	tags_settle(&page, 1, &authority, run->arena);
	return page;
}
