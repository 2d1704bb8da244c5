/* backfile new: a ready archive, copied from the starter that ships with the program. */
#include <stdio.h>

#include "base/file.h"
#include "run.h"
#include "shipped.h"

enum { LARGEST_FILE = 1024 * 1024 };

static void
forbid(void *context, const struct file_info *file)
{
	(void)file;
	*(bool *)context = true;
}

/* Whatever stands there belongs to somebody: only an empty folder is taken. */
static bool
may_begin_in(struct run *run, struct str folder)
{
	bool taken = false;
	struct place at = {folder, 0, 0};
	if (!file_exists(folder))
		return true;
	if (!file_is_folder(folder))
		return report_error(&run->report, at,
			"is a file; name a folder that does not exist yet");
	file_look_at_all(folder, forbid, &taken);
	return !taken || report_error(&run->report, at,
				 "the folder is not empty; name one that does not exist "
				 "yet");
}

static bool
copy_file(struct run *run, struct str from, struct str to)
{
	struct str bytes;
	return file_read(from, LARGEST_FILE, &bytes, run->arena, &run->report) &&
	       file_replace(to, bytes, &run->report);
}

static bool
copy_starter(struct run *run, struct str folder)
{
	struct file_list files = {0};
	struct str starter = shipped_folder(STR("starter"), run->arena);
	if (!file_walk(starter, &files, run->arena, &run->report))
		return false;
	for (size_t i = 0; i < files.count; i++) {
		struct str path = files.items[i].path;
		if (!copy_file(run, file_join(starter, path, run->arena),
			    file_join(folder, path, run->arena)))
			return false;
	}
	return true;
}

enum status
new_command(struct run *run)
{
	struct str folder = run->options.words.items[0];
	if (!may_begin_in(run, folder) || !copy_starter(run, folder))
		return run_status(run);
	run_say(run, "A new archive is in %.*s. Next:", STR_ARG(folder));
	if (!run->options.quiet)
		printf("\n  cd %.*s\n  backfile build\n\n", STR_ARG(folder));
	run_say(run, "and open public/index.html. README.txt tells the rest.");
	return run_status(run);
}
