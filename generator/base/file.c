#include "base/file.h"

#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

#include "base/file_system.h"

/* --- names --- */

static void
add_parts(struct strbuf *out, struct str path)
{
	struct str part;
	while (str_cut(&path, '/', &part)) {
		if (part.len == 0 || str_equal(part, STR(".")))
			continue;
		if (out->len && out->data[out->len - 1] != '/')
			strbuf_add_char(out, '/');
		strbuf_add(out, part);
	}
}

enum { SECOND = 1000000000, COARSE_STEP = 2, FINE_STEP = SECOND / 50 };

int64_t
file_clock(void)
{
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * SECOND + now.tv_nsec;
}

bool
file_time_is_settled(int64_t modified, int64_t looked)
{
	int64_t step = modified % SECOND ? FINE_STEP : (int64_t)COARSE_STEP * SECOND;
	return looked - modified > step;
}

struct str
file_join(struct str folder, struct str name, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	if (str_starts(folder, STR("/")))
		strbuf_add_char(&out, '/');
	add_parts(&out, folder);
	add_parts(&out, name);
	return out.len ? strbuf_str(&out) : STR(".");
}

/* The offset behind the last slash. */
static size_t
name_start(struct str path)
{
	const char *slash = path.len ? memrchr(path.data, '/', path.len) : NULL;
	return slash ? (size_t)(slash - path.data) + 1 : 0;
}

struct str
file_folder(struct str path)
{
	size_t start = name_start(path);
	return str_slice(path, 0, start > 1 ? start - 1 : start);
}

struct str
file_name(struct str path)
{
	return str_slice(path, name_start(path), path.len);
}

/* The offset of the point before the extension; s.len when there is none. */
static size_t
extension_start(struct str s)
{
	size_t first = name_start(s) + 1; /* a point in front hides a file, no more */
	for (size_t i = s.len; i > first; i--)
		if (s.data[i - 1] == '.')
			return i < s.len ? i - 1 : s.len;
	return s.len;
}

struct str
file_stem(struct str name)
{
	return str_slice(name, 0, extension_start(name));
}

struct str
file_extension(struct str name)
{
	return str_slice(name, extension_start(name), name.len);
}

/* --- looking --- */

static bool
look(struct str path, int flags, struct stat *status)
{
	struct arena *scratch = arena_open();
	const char *name = file_system_path(path, scratch);
	bool found = name && fstatat(AT_FDCWD, name, status, flags) == 0;
	arena_close(scratch);
	return found;
}

bool
file_exists(struct str path)
{
	struct stat status;
	return look(path, 0, &status);
}

bool
file_is_folder(struct str path)
{
	struct stat status;
	return look(path, 0, &status) && S_ISDIR(status.st_mode);
}

bool
file_writable(struct str folder)
{
	struct arena *scratch = arena_open();
	const char *name = file_system_path(folder, scratch);
	struct stat status;
	/* Root may write anywhere; a folder that nobody else may write was closed on
	 * purpose. */
	bool writable = name && faccessat(AT_FDCWD, name, W_OK | X_OK, AT_EACCESS) == 0 &&
			stat(name, &status) == 0 && (status.st_mode & 0222);
	arena_close(scratch);
	return writable;
}

bool
file_room(struct str folder, struct file_room *room)
{
	struct arena *scratch = arena_open();
	const char *name = file_system_path(folder, scratch);
	struct statvfs disk;
	bool known = name && statvfs(name, &disk) == 0 && disk.f_frsize;
	if (known)
		*room = (struct file_room){(uint64_t)disk.f_bavail * disk.f_frsize,
			disk.f_files ? disk.f_favail : UINT64_MAX};
	arena_close(scratch);
	return known;
}

bool
file_look(struct str path, struct file_info *info)
{
	struct stat status;
	if (!look(path, AT_SYMLINK_NOFOLLOW, &status) || !S_ISREG(status.st_mode))
		return false;
	*info = file_info_of(path, &status);
	return true;
}

struct str
file_real_path(struct str path, struct arena *arena)
{
	struct arena *scratch = arena_open();
	const char *name = file_system_path(path, scratch);
	char *real = arena_alloc(scratch, PATH_MAX);
	struct str found = STR("");
	if (name && realpath(name, real))
		found = str_copy(str_from(real), arena);
	arena_close(scratch);
	return found;
}

/* --- reading --- */

static bool
report_too_long(struct report *report, struct str path, size_t most)
{
	return report_error(report, (struct place){.file = path},
		"the file is longer than %zu bytes; divide it, or raise the limit in "
		"site.conf",
		most);
}

/* One byte more than the file had is asked for, so that one that grew meanwhile is
 * noticed. */
static bool
read_open(int file, struct str path, size_t most, struct str *bytes, struct arena *arena,
	struct report *report)
{
	struct place at = {.file = path};
	struct stat status;
	if (fstat(file, &status) != 0)
		return file_report_errno(report, path, "read");
	if (!S_ISREG(status.st_mode))
		return report_error(
			report, at, "cannot read it: it is not a regular file");
	size_t size = (size_t)status.st_size;
	if (size > most)
		return report_too_long(report, path, most);
	char *data = arena_alloc(arena, size + 1);
	ssize_t len = file_read_fully(file, data, size + 1);
	if (len < 0)
		return file_report_errno(report, path, "read");
	if ((size_t)len > size)
		return report_error(
			report, at, "the file changed while it was read; run this again");
	data[len] = '\0';
	*bytes = (struct str){data, (size_t)len};
	return true;
}

bool
file_read(struct str path, size_t most, struct str *bytes, struct arena *arena,
	struct report *report)
{
	const char *name = file_system_path(path, arena);
	/* Without O_NONBLOCK, opening a FIFO would wait for ever. */
	int file = name ? file_open(name, O_RDONLY | O_NONBLOCK, 0) : -1;
	if (file < 0)
		return file_report_errno(report, path, "read");
	bool good = read_open(file, path, most, bytes, arena, report);
	close(file);
	return good;
}

struct str
file_head(struct str path, size_t most, struct arena *arena)
{
	const char *name = file_system_path(path, arena);
	int file = name ? file_open(name, O_RDONLY | O_NONBLOCK, 0) : -1;
	struct stat status;
	struct str head = STR("");
	if (file < 0)
		return head;
	if (fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
		size_t size =
			(uint64_t)status.st_size < most ? (size_t)status.st_size : most;
		char *bytes = arena_alloc(arena, size + 1);
		ssize_t len = file_read_fully(file, bytes, size);
		if (len > 0)
			head = (struct str){bytes, (size_t)len};
	}
	close(file);
	return head;
}
