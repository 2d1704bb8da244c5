#include "publish/writer.h"

/* The real path of a folder that may not exist yet: that of the nearest one above it, and
 * the rest. */
static struct str
real_path(struct str path, struct arena *arena)
{
	struct str real = file_real_path(path, arena);
	if (real.len)
		return real;
	struct str above = file_folder(path);
	struct str parent = above.len ? real_path(above, arena)
			    : path.len && *path.data == '/'
				    ? STR("/")
				    : file_real_path(STR("."), arena);
	return file_join(parent, file_name(path), arena);
}

static bool
is_inside(struct str path, struct str folder, struct arena *arena)
{
	struct str prefix = str_format(arena, "%.*s/", STR_ARG(folder));
	return str_equal(path, folder) || str_starts(path, prefix);
}

static struct str
without_slash(struct str path)
{
	while (path.len > 1 && str_ends(path, STR("/")))
		path = str_slice(path, 0, path.len - 1);
	return path;
}

bool
writer_open(struct writer *writer, struct str target, struct str content,
	struct arena *arena, struct report *report)
{
	target = without_slash(target);
	struct str output = real_path(target, arena);
	struct str input = real_path(without_slash(content), arena);
	struct place at = {target, 0, 0};
	if (is_inside(output, input, arena))
		return report_error(report, at,
			"the output folder lies in the content folder; choose "
			"another with --output");
	if (is_inside(input, output, arena))
		return report_error(report, at,
			"the content folder lies in the output folder; choose "
			"another with --output");
	*writer = (struct writer){.target = target,
		.folder = target,
		.report = report,
		.first = !file_exists(target)};
	if (!writer->first && !file_is_folder(target))
		return report_error(report, at,
			"is a file, not a folder; choose another with --output");
	if (writer->first)
		writer->folder = str_format(arena, "%.*s.new", STR_ARG(target));
	return true;
}

bool
writer_begin(struct writer *writer)
{
	if (writer->first && file_exists(writer->folder) &&
		!file_remove_tree(writer->folder, writer->report))
		writer->failed = true;
	if (!writer->failed && !file_make_folder(writer->folder, writer->report))
		writer->failed = true;
	return !writer->failed;
}

static struct str
path_of(const struct writer *writer, struct str path, struct arena *scratch)
{
	return file_join(writer->folder, path, scratch);
}

/* Nobody sees the folder of a first build before all is in it. */
static bool
put_first(struct str path, struct str bytes, bool *changed, struct report *report)
{
	*changed = true;
	return file_create(path, bytes, report);
}

bool
writer_put(struct writer *writer, struct str path, struct str bytes, bool *changed)
{
	*changed = false;
	if (writer->failed)
		return false;
	struct arena *scratch = arena_open();
	struct str place = path_of(writer, path, scratch);
	bool good = writer->first ? put_first(place, bytes, changed, writer->report)
				  : file_update(place, bytes, changed, writer->report);
	arena_close(scratch);
	writer->failed = !good;
	return good;
}

bool
writer_holds(const struct writer *writer, struct str path, struct str bytes)
{
	struct arena *scratch = arena_open();
	bool holds = file_holds(path_of(writer, path, scratch), bytes);
	arena_close(scratch);
	return holds;
}

bool
writer_look(const struct writer *writer, struct str path, struct file_info *info)
{
	struct arena *scratch = arena_open();
	bool there = file_look(path_of(writer, path, scratch), info);
	arena_close(scratch);
	return there;
}

bool
writer_remove(struct writer *writer, struct str path)
{
	if (writer->failed)
		return false;
	struct arena *scratch = arena_open();
	writer->failed = !file_remove(path_of(writer, path, scratch), writer->report);
	for (struct str folder = file_folder(path); folder.len;
		folder = file_folder(folder))
		file_remove_empty_folder(path_of(writer, folder, scratch));
	arena_close(scratch);
	return !writer->failed;
}

bool
writer_close(struct writer *writer)
{
	if (writer->failed)
		return false;
	return !writer->first ||
	       file_rename(writer->folder, writer->target, writer->report);
}
