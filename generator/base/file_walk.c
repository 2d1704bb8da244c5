#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file_system.h"
#include "base/digest.h"
#include "base/list.h"

enum { DEEPEST = 64 }; /* folders within folders; each holds a descriptor during a walk */

struct walk {
	struct str root;
	struct file_list *list;
	struct arena *arena;
	struct report *report;
	unsigned depth;
};

static bool walk_folder(struct walk *walk, int folder, struct str below);

static bool
is_utf8(struct str s)
{
	while (s.len) {
		size_t before = s.len;
		if (str_next(&s) == 0xFFFD && before - s.len == 1)
			return false;
	}
	return true;
}

/* A folder opened for reading; takes the descriptor. */
static bool
enter(struct walk *walk, int folder, struct str below)
{
	struct str path = file_join(walk->root, below, walk->arena);
	if (folder < 0)
		return file_report_errno(walk->report, path, "read");
	if (walk->depth == DEEPEST) {
		close(folder);
		return report_error(walk->report, (struct place){.file = path},
			"more than %d folders within one another", DEEPEST);
	}
	walk->depth++;
	bool good = walk_folder(walk, folder, below);
	walk->depth--;
	return good;
}

static int
open_folder(int parent, const char *name, int flags)
{
	int opened;
	do
		opened = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags);
	while (opened < 0 && errno == EINTR);
	return opened;
}

static bool
walk_entry(struct walk *walk, int folder, const char *name, struct str below)
{
	struct str path = file_join(below, str_from(name), walk->arena);
	struct place at = {.file = file_join(walk->root, path, walk->arena)};
	struct stat status;
	if (!is_utf8(path)) {
		report_warning(walk->report, at, "passed over: its name is not UTF-8");
		return true;
	}
	if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
		/* Removed while we looked: as if it had never been there. */
		return errno == ENOENT ||
		       file_report_errno(walk->report, at.file, "read");
	if (S_ISDIR(status.st_mode))
		return enter(walk, open_folder(folder, name, O_NOFOLLOW), path);
	if (S_ISREG(status.st_mode))
		*list_add(walk->list, walk->arena) = file_info_of(path, &status);
	else
		report_warning(walk->report, at,
			"passed over: it is %s; put the file itself there",
			report_word(walk->report, S_ISLNK(status.st_mode)
							  ? "a symbolic link"
							  : "not a regular file"));
	return true;
}

/* The next entry that is not hidden; NULL, with errno 0, at the end. */
static const char *
next_name(DIR *stream)
{
	const struct dirent *entry;
	do {
		errno = 0;
		entry = readdir(stream);
	} while (entry && entry->d_name[0] == '.');
	return entry ? entry->d_name : NULL;
}

/* Reads an open folder to its end and closes it. */
static bool
walk_folder(struct walk *walk, int folder, struct str below)
{
	struct str path = file_join(walk->root, below, walk->arena);
	DIR *stream = fdopendir(folder);
	if (!stream) {
		file_report_errno(walk->report, path, "read");
		close(folder);
		return false;
	}
	bool good = true;
	for (const char *name; good && (name = next_name(stream));)
		good = walk_entry(walk, folder, name, below);
	if (good && errno)
		good = file_report_errno(walk->report, path, "read");
	closedir(stream);
	return good;
}

static int
by_path(const void *a, const void *b)
{
	const struct file_info *x = a, *y = b;
	return str_compare(x->path, y->path);
}

bool
file_walk(struct str folder, struct file_list *list, struct arena *arena,
	struct report *report)
{
	struct walk walk = {
		.root = folder, .list = list, .arena = arena, .report = report};
	const char *name = file_system_path(folder, arena);
	size_t before = list->count;
	/* The folder itself was named by the keeper and may be a link. */
	bool good = enter(&walk, name ? open_folder(AT_FDCWD, name, 0) : -1, STR(""));
	if (list->count > before)
		qsort(list->items + before, list->count - before, sizeof *list->items,
			by_path);
	return good;
}

/* --- without order or memory --- */

struct looking {
	void (*look)(void *context, const struct file_info *file);
	void *context;
	struct strbuf path;
	unsigned share, shares;
};

/* Entries of the first two levels belong to a share by their names, all that is deeper
 * where its folder does. */
enum { SHARED_DEPTH = 1 };

static bool
is_of_share(const struct looking *looking, mode_t mode, unsigned depth)
{
	bool parted = depth == SHARED_DEPTH || (depth < SHARED_DEPTH && S_ISREG(mode));
	return !parted || digest_hash(strbuf_str(&looking->path)) % looking->shares ==
				  looking->share;
}

static bool look_into(struct looking *looking, int folder, unsigned depth);

static bool
look_at(struct looking *looking, int folder, const char *name, unsigned depth)
{
	struct stat status;
	size_t len = looking->path.len;
	if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
		return false;
	if (len)
		strbuf_add_char(&looking->path, '/');
	strbuf_add(&looking->path, str_from(name));
	bool good = true;
	if (!is_of_share(looking, status.st_mode, depth))
		good = true;
	else if (S_ISDIR(status.st_mode))
		good = look_into(
			looking, open_folder(folder, name, O_NOFOLLOW), depth + 1);
	else if (S_ISREG(status.st_mode)) {
		struct file_info info = file_info_of(strbuf_str(&looking->path), &status);
		looking->look(looking->context, &info);
	}
	strbuf_cut(&looking->path, len);
	return good;
}

static bool
look_into(struct looking *looking, int folder, unsigned depth)
{
	DIR *stream = folder < 0 || depth > DEEPEST ? NULL : fdopendir(folder);
	if (!stream) {
		if (folder >= 0)
			close(folder);
		return false;
	}
	bool good = true;
	for (const char *name; good && (name = next_name(stream));)
		good = look_at(looking, folder, name, depth);
	good = good && errno == 0;
	closedir(stream);
	return good;
}

bool
file_look_at_share(struct str folder, unsigned share, unsigned shares,
	void (*look)(void *context, const struct file_info *file), void *context)
{
	struct arena *scratch = arena_open();
	struct looking looking = {look, context, strbuf_open(scratch), share, shares};
	const char *name = file_system_path(folder, scratch);
	bool good = look_into(&looking, name ? open_folder(AT_FDCWD, name, 0) : -1, 0);
	arena_close(scratch);
	return good;
}

bool
file_look_at_all(struct str folder,
	void (*look)(void *context, const struct file_info *file), void *context)
{
	return file_look_at_share(folder, 0, 1, look, context);
}
