#include "serve/watch.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/list.h"

enum { DEEPEST = 64 };

static const uint32_t EVENTS = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
			       IN_MOVED_TO | IN_ONLYDIR | IN_EXCL_UNLINK;

struct watched {
	struct str path; /* of the folder; STR_NONE when it is watched no more */
	bool only_file;  /* only the one file in it counts */
};

struct watch {
	struct arena *arena;
	struct str_list folders;
	struct str file;
	int inotify; /* -1: looking in turns */
	struct {     /* by watch descriptor */
		struct watched *items;
		size_t count, capacity;
	} watched;
	struct digest sum; /* of all files, when looking in turns */
};

/* --- looking in turns --- */

/* Hidden and backup files of editors do not, nor what builds write. */
static bool
counts(struct str name)
{
	return !str_starts(name, STR(".")) && !str_ends(name, STR("~")) &&
	       !str_equal(name, STR("addresses.tsv"));
}

static void
add_file(void *context, const struct file_info *file)
{
	struct digest *sum = context, one = digest_of(file->path);
	uint64_t parts[] = {one.high, one.low, file->size, (uint64_t)file->modified};
	if (!counts(file_name(file->path)))
		return;
	one = digest_of((struct str){(const char *)parts, sizeof parts});
	sum->high += one.high;
	sum->low += one.low;
}

static struct digest
sum_of_all(const struct watch *watch)
{
	struct digest sum = {0};
	struct file_info file;
	for (size_t i = 0; i < watch->folders.count; i++)
		file_look_at_all(watch->folders.items[i], add_file, &sum);
	if (file_look(watch->file, &file))
		add_file(&sum, &file);
	return sum;
}

static void
look_in_turns(struct watch *watch)
{
	if (watch->inotify >= 0)
		close(watch->inotify);
	watch->inotify = -1;
	watch->sum = sum_of_all(watch);
}

/* --- inotify --- */

/* False when the kernel takes no more. A folder that is gone is no failure. */
static bool
watch_folder(struct watch *watch, struct str path, bool only_file)
{
	int number = inotify_add_watch(
		watch->inotify, str_terminated(path, watch->arena), EVENTS);
	if (number < 0)
		return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
	while (watch->watched.count <= (size_t)number)
		list_add(&watch->watched, watch->arena);
	watch->watched.items[number] =
		(struct watched){str_copy(path, watch->arena), only_file};
	return true;
}

static bool
watch_tree(struct watch *watch, struct str path, unsigned depth)
{
	if (!watch_folder(watch, path, false))
		return false;
	DIR *stream =
		depth < DEEPEST ? opendir(str_terminated(path, watch->arena)) : NULL;
	bool good = true;
	const struct dirent *entry;
	while (stream && good && (entry = readdir(stream))) {
		if (entry->d_name[0] == '.')
			continue;
		struct str below = file_join(path, str_from(entry->d_name), watch->arena);
		if (entry->d_type == DT_DIR ||
			(entry->d_type == DT_UNKNOWN && file_is_folder(below)))
			good = watch_tree(watch, below, depth + 1);
	}
	if (stream)
		closedir(stream);
	return good;
}

static bool
watch_all(struct watch *watch)
{
	watch->inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (watch->inotify < 0)
		return false;
	struct str beside = file_folder(watch->file);
	if (!watch_folder(watch, beside.len ? beside : STR("."), true))
		return false;
	for (size_t i = 0; i < watch->folders.count; i++)
		if (!watch_tree(watch, watch->folders.items[i], 0))
			return false;
	return true;
}

/* Takes one event; whether it counts. */
static bool
take_event(struct watch *watch, const struct inotify_event *event)
{
	if (event->mask & IN_Q_OVERFLOW)
		return true;
	if (event->wd < 0 || (size_t)event->wd >= watch->watched.count || !event->len)
		return false;
	const struct watched *folder = &watch->watched.items[event->wd];
	struct str name = str_from(event->name);
	if (folder->only_file)
		return str_equal(name, file_name(watch->file));
	if (!counts(name) || !folder->path.data)
		return false;
	bool is_folder = event->mask & IN_ISDIR;
	/* What was put into a new folder before it is watched is found by the build. */
	if (is_folder && event->mask & (IN_CREATE | IN_MOVED_TO) &&
		!watch_tree(watch, file_join(folder->path, name, watch->arena), 0))
		look_in_turns(watch);
	/* A file is read when it is whole. */
	return is_folder || !(event->mask & IN_CREATE);
}

static bool
take_events(struct watch *watch)
{
	_Alignas(struct inotify_event) char
		bytes[16 * (sizeof(struct inotify_event) + NAME_MAX + 1)];
	bool changed = false;
	ssize_t got;
	while (watch->inotify >= 0 &&
		(got = read(watch->inotify, bytes, sizeof bytes)) > 0) {
		const struct inotify_event *event;
		for (const char *at = bytes; at < bytes + got;
			at += sizeof *event + event->len) {
			event = (const void *)at;
			changed |= take_event(watch, event);
		}
	}
	return changed;
}

/* --- both --- */

struct watch *
watch_open(const struct str_list *folders, struct str file, bool polling,
	struct arena *arena)
{
	struct watch *watch = arena_new(arena, struct watch);
	*watch = (struct watch){
		.arena = arena, .folders = *folders, .file = file, .inotify = -1};
	if (polling || !watch_all(watch))
		look_in_turns(watch);
	return watch;
}

int
watch_descriptor(const struct watch *watch)
{
	return watch->inotify;
}

bool
watch_changed(struct watch *watch)
{
	if (watch->inotify >= 0)
		return take_events(watch);
	struct digest sum = sum_of_all(watch);
	bool changed = !digest_equal(sum, watch->sum);
	watch->sum = sum;
	return changed;
}

void
watch_close(struct watch *watch)
{
	if (watch->inotify >= 0)
		close(watch->inotify);
}
