#include "serve/site_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

/* Goes down name by name, so that no link on the way is followed. */
static int
open_below(struct str folder, struct str path, struct arena *arena)
{
	const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
	int at = open(str_terminated(folder, arena), flags | O_DIRECTORY);
	struct str name;
	while (at >= 0 && str_cut(&path, '/', &name)) {
		int above = at;
		if (!name.len)
			continue;
		at = openat(above, str_terminated(name, arena), flags | O_NOFOLLOW);
		close(above);
	}
	return at;
}

static struct str
tag_of(const struct stat *status, struct arena *arena)
{
	return str_format(arena, "\"%llx-%llx-%llx\"",
		(unsigned long long)status->st_mtim.tv_sec * 1000000000u +
			(unsigned long long)status->st_mtim.tv_nsec,
		(unsigned long long)status->st_size, (unsigned long long)status->st_ino);
}

enum site_file_found
site_file_open(
	struct str folder, struct str path, struct site_file *file, struct arena *arena)
{
	struct stat status;
	int opened = open_below(folder, path, arena);
	if (opened < 0)
		return SITE_FILE_NONE;
	bool known = fstat(opened, &status) == 0;
	if (known && S_ISREG(status.st_mode)) {
		*file = (struct site_file){
			opened, (uint64_t)status.st_size, NULL, tag_of(&status, arena)};
		return SITE_FILE_OPEN;
	}
	close(opened);
	return known && S_ISDIR(status.st_mode) ? SITE_FILE_FOLDER : SITE_FILE_NONE;
}

/* Whether the field names the coding, and not with a weight of nothing. */
static bool
accepts(struct str field, struct str coding)
{
	struct str one;
	while (str_cut(&field, ',', &one)) {
		struct str name;
		str_cut(&one, ';', &name);
		name = str_trim(name);
		struct str weight = str_trim(one.data ? one : STR(""));
		bool none = str_equal(weight, STR("q=0")) ||
			    str_equal(weight, STR("q=0.0")) ||
			    str_equal(weight, STR("q=0.00")) ||
			    str_equal(weight, STR("q=0.000"));
		if (name.len == coding.len &&
			strncasecmp(name.data, coding.data, name.len) == 0)
			return !none;
	}
	return false;
}

static bool
is_current(struct str folder, struct str path, struct str coded, struct arena *arena)
{
	struct file_info plain, other;
	return file_look(file_join(folder, path, arena), &plain) &&
	       file_look(file_join(folder, coded, arena), &other) &&
	       other.modified >= plain.modified;
}

enum site_file_found
site_file_open_coded(struct str folder, struct str path, struct str accepted,
	struct site_file *file, struct arena *arena)
{
	static const char *const codings[][2] = {{"br", ".br"}, {"gzip", ".gz"}};
	for (size_t i = 0; i < sizeof codings / sizeof *codings; i++) {
		struct str coded =
			str_format(arena, "%.*s%s", STR_ARG(path), codings[i][1]);
		if (!accepts(accepted, str_from(codings[i][0])) ||
			!is_current(folder, path, coded, arena) ||
			site_file_open(folder, coded, file, arena) != SITE_FILE_OPEN)
			continue;
		file->coding = codings[i][0];
		return SITE_FILE_OPEN;
	}
	return site_file_open(folder, path, file, arena);
}
