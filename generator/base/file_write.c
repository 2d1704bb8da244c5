#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file_system.h"

/* Set outright, so that outputs do not depend on the umask. */
enum { FILE_MODE = 0644, FOLDER_MODE = 0755 };

/* --- folders --- */

static bool
make_one_folder(struct str path, struct arena *scratch)
{
	const char *name = file_system_path(path, scratch);
	if (!name)
		return false;
	if (mkdir(name, FOLDER_MODE) == 0)
		return chmod(name, FOLDER_MODE) == 0;
	if (errno != EEXIST || file_is_folder(path))
		return errno == EEXIST;
	errno = ENOTDIR;
	return false;
}

static bool
make_folders(struct str path, struct arena *scratch)
{
	if (path.len == 0 || make_one_folder(path, scratch))
		return true;
	struct str above = file_folder(path);
	if (errno != ENOENT || above.len == path.len)
		return false;
	return make_folders(above, scratch) && make_one_folder(path, scratch);
}

bool
file_make_folder(struct str path, struct report *report)
{
	struct arena *scratch = arena_open();
	struct str plain = file_join(path, STR(""), scratch);
	bool good =
		make_folders(plain, scratch) || file_report_errno(report, path, "make");
	arena_close(scratch);
	return good;
}

void
file_remove_empty_folder(struct str path)
{
	struct arena *scratch = arena_open();
	const char *name = file_system_path(path, scratch);
	if (name)
		rmdir(name);
	arena_close(scratch);
}

/* --- writing --- */

static bool
write_fully(int file, struct str bytes)
{
	while (bytes.len) {
		ssize_t put = write(file, bytes.data, bytes.len);
		if (put < 0 && errno != EINTR)
			return false;
		if (put > 0)
			bytes = str_slice(bytes, (size_t)put, bytes.len);
	}
	return true;
}

static const struct str temporary_ending = STR_INIT(".backfile-tmp");

/* `.name.backfile-tmp` beside the target; a name near the limit of 255 bytes becomes its
 * digest. */
static const char *
temporary_name(struct str path, struct arena *scratch)
{
	struct str name = file_name(path);
	struct str folder = str_slice(path, 0, path.len - name.len);
	if (name.len > 200)
		name = digest_text(digest_of(name), scratch);
	struct str temporary = str_format(scratch, "%.*s.%.*s%.*s", STR_ARG(folder),
		STR_ARG(name), STR_ARG(temporary_ending));
	return temporary.data;
}

/* A file of that name can only be left from a run that was killed. */
static int
open_new(const char *name, struct str path, struct arena *scratch)
{
	const int flags = O_WRONLY | O_CREAT | O_EXCL;
	int file = file_open(name, flags, FILE_MODE);
	if (file < 0 && errno == ENOENT && make_folders(file_folder(path), scratch))
		file = file_open(name, flags, FILE_MODE);
	if (file < 0 && errno == EEXIST && unlink(name) == 0)
		file = file_open(name, flags, FILE_MODE);
	return file;
}

/* Writes a new file of that name; removed again after a failure, which errno tells. */
static bool
create(const char *name, struct str path, struct str bytes, struct arena *scratch)
{
	int file = open_new(name, path, scratch);
	if (file < 0)
		return false;
	bool good = write_fully(file, bytes) && fchmod(file, FILE_MODE) == 0;
	int cause = errno;
	if (close(file) != 0 && good) {
		good = false;
		cause = errno;
	}
	if (!good)
		unlink(name);
	errno = cause;
	return good;
}

static bool
replace(struct str path, struct str bytes, struct arena *scratch)
{
	const char *target = file_system_path(path, scratch);
	if (!target)
		return false;
	const char *name = temporary_name(path, scratch);
	if (!create(name, path, bytes, scratch))
		return false;
	if (rename(name, target) == 0)
		return true;
	int cause = errno;
	unlink(name);
	errno = cause;
	return false;
}

bool
file_create(struct str path, struct str bytes, struct report *report)
{
	struct arena *scratch = arena_open();
	const char *name = file_system_path(path, scratch);
	bool good = (name && create(name, path, bytes, scratch)) ||
		    file_report_errno(report, path, "write");
	arena_close(scratch);
	return good;
}

bool
file_replace(struct str path, struct str bytes, struct report *report)
{
	struct arena *scratch = arena_open();
	bool good =
		replace(path, bytes, scratch) || file_report_errno(report, path, "write");
	arena_close(scratch);
	return good;
}

static bool
holds(int file, struct str bytes)
{
	enum { PIECE = 16 * 1024 };
	struct stat status;
	if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) ||
		(uint64_t)status.st_size != bytes.len)
		return false;
	while (bytes.len) {
		char piece[PIECE];
		ssize_t len = file_read_fully(file, piece, PIECE);
		if (len <= 0 || !str_starts(bytes, (struct str){piece, (size_t)len}))
			return false;
		bytes = str_slice(bytes, (size_t)len, bytes.len);
	}
	return true;
}

bool
file_holds(struct str path, struct str bytes)
{
	struct arena *scratch = arena_open();
	const char *name = file_system_path(path, scratch);
	int file = name ? file_open(name, O_RDONLY | O_NONBLOCK, 0) : -1;
	bool same = file >= 0 && holds(file, bytes);
	if (file >= 0)
		close(file);
	arena_close(scratch);
	return same;
}

bool
file_update(struct str path, struct str bytes, bool *changed, struct report *report)
{
	*changed = !file_holds(path, bytes);
	return !*changed || file_replace(path, bytes, report);
}

/* --- removing and renaming --- */

bool
file_remove(struct str path, struct report *report)
{
	struct arena *scratch = arena_open();
	const char *name = file_system_path(path, scratch);
	bool good = (name && unlink(name) == 0) || errno == ENOENT || errno == ENOTDIR ||
		    file_report_errno(report, path, "remove");
	arena_close(scratch);
	return good;
}

enum { OPEN_FOLDERS = 16 };

static int
remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status, (void)type, (void)walk;
	return remove(path);
}

static int
remove_temporary(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status;
	bool ours = type == FTW_F && path[walk->base] == '.' &&
		    str_ends(str_from(path), temporary_ending);
	return ours ? remove(path) : 0;
}

bool
file_remove_temporary(struct str folder, struct report *report)
{
	struct arena *scratch = arena_open();
	const char *name = file_system_path(folder, scratch);
	bool good = !name || !file_exists(folder) ||
		    nftw(name, remove_temporary, OPEN_FOLDERS, FTW_PHYS) == 0 ||
		    file_report_errno(report, folder, "clean");
	arena_close(scratch);
	return good;
}

bool
file_remove_tree(struct str path, struct report *report)
{
	struct arena *scratch = arena_open();
	const char *name = file_system_path(path, scratch);
	bool good = (name && nftw(name, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) ==
				     0) ||
		    file_report_errno(report, path, "remove");
	arena_close(scratch);
	return good;
}

bool
file_rename(struct str from, struct str to, struct report *report)
{
	struct arena *scratch = arena_open();
	const char *old = file_system_path(from, scratch),
		   *new = file_system_path(to, scratch);
	bool good = (old && new &&rename(old, new) == 0) ||
		    file_report_errno(report, from, "rename");
	arena_close(scratch);
	return good;
}
