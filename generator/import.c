/* backfile import FOLDER: files with dates in their names are copied to their places in
 * the archive. With --dry-run it only shows what it would do. Nothing is overwritten. */
#include <stdio.h>

#include "base/file.h"
#include "base/list.h"
#include "base/map.h"
#include "read/import_name.h"
#include "run.h"

enum { LARGEST_FILE = 256 * 1024 * 1024, SHOWN = 20 /* patterns */ };

/* Files whose names are alike. */
struct pattern {
	struct str name, example, target;
	size_t count;
};

struct import {
	struct run *run;
	struct str folder;
	struct map targets; /* to the file that comes there */
	struct map known;   /* patterns */
	struct {
		struct pattern **items;
		size_t count, capacity;
	} patterns;
	size_t copied, present, passed;
};

/* What an archive reads, told from the end of the name. */
static bool
is_readable(struct str path)
{
	static const char *const kinds[] = {".txt", ".text", ".md", ".markdown", ".jpg",
		".jpeg", ".png", ".webp", ".gif", NULL};
	struct str extension = file_extension(file_name(path));
	for (size_t i = 0; kinds[i]; i++)
		if (str_equal(extension, str_from(kinds[i])))
			return true;
	return false;
}

static void
count_pattern(struct import *import, const struct import_name *name, struct str path)
{
	struct arena *arena = import->run->arena;
	void **place = map_at(&import->known, name->pattern);
	if (!*place) {
		struct pattern *pattern = arena_new(arena, struct pattern);
		*pattern = (struct pattern){name->pattern, path, name->target, 0};
		*place = pattern;
		*list_add(&import->patterns, arena) = pattern;
	}
	((struct pattern *)*place)->count++;
}

static bool
copy_file(struct import *import, struct str from, struct str to)
{
	struct run *run = import->run;
	struct arena *scratch = arena_open();
	struct str bytes;
	bool good = file_read(from, LARGEST_FILE, &bytes, scratch, &run->report);
	if (good && file_holds(to, bytes))
		import->present++;
	else if (good && file_exists(to))
		report_error(&run->report, (struct place){to, 0, 0},
			"is there already with other content and is not overwritten by "
			"%.*s; remove one of them",
			STR_ARG(from));
	else if (good && (run->options.dry_run || file_replace(to, bytes, &run->report)))
		import->copied++;
	arena_close(scratch);
	return report_count(&run->report, SEVERITY_FAULT) == 0;
}

/* False after a fault. */
static bool
take_file(struct import *import, struct str path)
{
	struct run *run = import->run;
	struct str from = file_join(import->folder, path, run->arena);
	struct place at = {from, 0, 0};
	struct import_name name = import_name_of(path, run->arena);
	if (!name.target.len || !is_readable(path)) {
		import->passed++;
		report_note(&run->report, at,
			name.target.len ? "passed over: neither text nor picture"
					: "passed over: no date in its name");
		return true;
	}
	void **first = map_at(&import->targets, name.target);
	if (*first) {
		report_error(&run->report, at,
			"belongs to the same place as %.*s; remove or rename one of them",
			STR_ARG(*(struct str *)*first));
		return true;
	}
	struct str *kept = arena_new(run->arena, struct str);
	*kept = from;
	*first = kept;
	count_pattern(import, &name, path);
	report_note(&run->report, at, "goes to %.*s", STR_ARG(name.target));
	return copy_file(
		import, from, file_join(run->site.content, name.target, run->arena));
}

static void
say_patterns(const struct import *import)
{
	const struct run *run = import->run;
	for (size_t i = 0; i < import->patterns.count && i < SHOWN; i++) {
		const struct pattern *pattern = import->patterns.items[i];
		run_say(run, "%6zu like %.*s: %.*s goes to %.*s/%.*s", pattern->count,
			STR_ARG(pattern->name), STR_ARG(pattern->example),
			STR_ARG(run->site.content), STR_ARG(pattern->target));
	}
	if (import->patterns.count > SHOWN)
		run_say(run, "and %zu kinds of names more",
			import->patterns.count - SHOWN);
}

enum status
import_command(struct run *run)
{
	struct import import = {.run = run,
		.folder = run->options.words.items[0],
		.targets = map_open(run->arena),
		.known = map_open(run->arena)};
	struct file_list files = {0};
	if (!file_walk(import.folder, &files, run->arena, &run->report))
		return run_status(run);
	for (size_t i = 0; i < files.count; i++)
		if (!take_file(&import, files.items[i].path))
			return run_status(run);
	say_patterns(&import);
	run_say(run,
		run->options.dry_run
			? "%zu files would be copied, %zu are there already, %zu passed "
			  "over; --verbose names each"
			: "%zu files copied, %zu were there already, %zu passed over; "
			  "--verbose names each",
		import.copied, import.present, import.passed);
	if (!import.copied && !import.present && files.count)
		run_say(run, "names with dates look like 20240305_01.txt, "
			     "2024-03-05/A01.txt or 2024年3月5日第2版.txt");
	return run_status(run);
}
