/* backfile explain PAGE: how one page was cut, and why. */
#include <stdio.h>

#include "archive/authority.h"
#include "base/file.h"
#include "edit/editor.h"
#include "edit/explanation.h"
#include "read/source.h"
#include "run.h"

/* The source for a path given on the command line: in the content folder when it lies there, so that its
 * place dates and numbers it; else a loose file. */
static bool
find_source(struct run *run, struct str path, struct source *source)
{
	struct str content = file_real_path(run->site.content, run->arena);
	struct str real = file_real_path(path, run->arena);
	struct str prefix = str_format(run->arena, "%.*s/", STR_ARG(content));
	struct file_info info;
	if (!real.len || !file_look(real, &info))
		return report_error(&run->report, (struct place){path, 0, 0}, "no such file");
	bool inside = content.len && str_starts(real, prefix);
	if (!inside)
		run->site.content = file_folder(real);
	info.path = inside ? str_slice(real, prefix.len, real.len) : file_name(real);
	*source = source_of(&info);
	return true;
}

static void
print_page(const struct run *run, const struct page *page, const struct line_notes *notes)
{
	struct str answer = run->options.json ? page_json(page, run->arena)
					      : page_explained(page, notes, run->arena);
	fwrite(answer.data, 1, answer.len, stdout);
}

enum status
explain_command(struct run *run)
{
	struct source source;
	struct authority authority = {0};
	struct line_notes notes = {0};
	struct str content = run->site.content;
	if (!find_source(run, run->options.words.items[0], &source))
		return run_status(run);
	authority_read(content, &authority, run->arena, &run->report);
	struct page *page =
		source_read(&source, &run->site, run->text, run->arena, &run->report);
	if (!page)
		return run_status(run);
	struct arena *scratch = arena_open();
	struct editor *editor = editor_open(&authority, run->text, run->arena);
	edit_page(editor, page, &notes, run->arena, scratch);
	print_page(run, page, &notes);
	arena_close(scratch);
	return run_status(run);
}
