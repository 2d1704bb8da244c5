/* backfile pack FILE: the built site in one ZIP file, to be handed on: unpacked anywhere,
 * on a USB stick too, it opens from disk. */
#include <stdio.h>

#include "base/file.h"
#include "base/zip.h"
#include "run.h"

enum { LARGEST_FILE = 1024 * 1024 * 1024 };

/* In a folder of the archive's own, so that unpacking scatters nothing. */
static bool
add_files(struct run *run, struct zip *zip, const struct file_list *files)
{
	struct arena *scratch = arena_open();
	bool good = true;
	progress_stage(&run->progress, "packing", files->count);
	for (size_t i = 0; good && i < files->count; i++) {
		struct str path = files->items[i].path, bytes;
		struct str name = file_join(STR("archive"), path, scratch);
		good = file_read(file_join(run->site.output, path, scratch), LARGEST_FILE,
			       &bytes, scratch, &run->report) &&
		       zip_add(zip, name, bytes);
		arena_empty(scratch);
		progress_step(&run->progress, i + 1);
	}
	progress_close(&run->progress);
	arena_close(scratch);
	return good;
}

enum status
pack_command(struct run *run)
{
	struct str path = run->options.words.items[0];
	struct file_list files = {0};
	struct file_info packed = {0};
	if (!file_exists(file_join(run->site.output, STR("index.html"), run->arena))) {
		report_error(&run->report, (struct place){.file = run->site.output},
			"no built site is here; run `backfile build` first");
		return run_status(run);
	}
	if (!file_walk(run->site.output, &files, run->arena, &run->report))
		return run_status(run);
	struct zip *zip = zip_open(path, run->arena, &run->report);
	if (!zip)
		return run_status(run);
	bool added = add_files(run, zip, &files);
	if (!zip_close(zip) || !added)
		return run_status(run);
	file_look(path, &packed);
	run_say(run,
		"%zu files in %.*s, %.1f MB; unpacked, it opens at archive/index.html",
		files.count, STR_ARG(path), (double)packed.size / 1e6);
	return run_status(run);
}
