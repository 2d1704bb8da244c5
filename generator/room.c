#include "room.h"

#include <stdio.h>

enum { LEAST_TIMES = 4, LEAST_FILES = 2, MEGABYTE = 1 << 20 };

bool
room_is_short(struct file_room room, uint64_t sources, uint64_t bytes)
{
	return room.bytes / LEAST_TIMES < bytes || room.files / LEAST_FILES < sources;
}

/* The folder of the site, or the nearest above it that is there. */
static bool
room_above(struct str folder, struct file_room *room)
{
	while (folder.len && !file_is_folder(folder))
		folder = file_folder(folder);
	return file_room(folder.len ? folder : STR("."), room);
}

void
room_warn(const struct run *run, uint64_t sources, uint64_t bytes)
{
	struct file_room room;
	if (run->options.quiet || !room_above(run->site.output, &room) ||
		!room_is_short(room, sources, bytes))
		return;
	fprintf(stderr,
		report_word(&run->report,
			"%.*s: there is hardly room: %zu MB and %zu files are free, "
			"for the pages of %zu sources with %zu MB; trying all the "
			"same"),
		STR_ARG(run->site.output), (size_t)room.bytes / MEGABYTE,
		(size_t)room.files, (size_t)sources, (size_t)bytes / MEGABYTE);
	fputs("\n", stderr);
}
