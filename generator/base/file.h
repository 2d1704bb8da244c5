/* Files and folders. Listings are sorted, writing replaces atomically, symlinks and
 * special files are never followed when reading content. Paths are str views, relative or
 * absolute. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdint.h>

#include "base/report.h"
#include "base/str.h"

struct file_info {
	struct str path; /* below the listed folder, `/` between */
	uint64_t size;
	int64_t modified; /* nanoseconds since 1970 */
};

struct file_list {
	struct file_info *items;
	size_t count, capacity;
};

/* The time by the clock that files are stamped with: nanoseconds since 1970. */
int64_t file_clock(void);

/* Whether a file of this time that was looked at then would get another time if it were
 * changed from then on. Clocks of file systems go by steps: of two seconds on FAT, where
 * times are even seconds, elsewhere of hundredths of a second at most. */
bool file_time_is_settled(int64_t modified, int64_t looked);

/* Joins with one slash; "." and empty parts vanish. */
struct str file_join(struct str folder, struct str name, struct arena *arena);
struct str file_folder(struct str path);    /* the part before the last slash, or "" */
struct str file_name(struct str path);      /* the part after the last slash */
struct str file_stem(struct str name);      /* the name without its last extension */
struct str file_extension(struct str name); /* ".txt", with the point; "" when none */

/* The regular files below a folder, sorted by bytes; names that begin with a point are
 * passed over. Symlinks and special files are reported as warnings and passed over.
 * False, with one error, when the folder or one below it cannot be read. */
bool file_walk(struct str folder, struct file_list *list, struct arena *arena,
	struct report *report);

/* The regular files below a folder, one by one in no order, those in hidden files and
 * folders excepted; `look` sees paths that are valid during the call. Silent: false when
 * something cannot be read. */
bool file_look_at_all(struct str folder,
	void (*look)(void *context, const struct file_info *file), void *context);

/* One share of them: 0 to `shares` - 1 have together seen each file once. */
bool file_look_at_share(struct str folder, unsigned share, unsigned shares,
	void (*look)(void *context, const struct file_info *file), void *context);

/* The whole file, at most `most` bytes. False, with one error, for a longer one and for
 * anything but a regular file. */
bool file_read(struct str path, size_t most, struct str *bytes, struct arena *arena,
	struct report *report);

/* At most the first `most` bytes of a regular file; "" silently when there is none. */
struct str file_head(struct str path, size_t most, struct arena *arena);

bool file_exists(struct str path);
bool file_is_folder(struct str path);
/* Whether we may write in the folder, and its mode bits let anybody. */
bool file_writable(struct str folder);

/* Size and time of a file; false, silently, when there is no such regular file. */
bool file_look(struct str path, struct file_info *info);

/* What a user may still write on the disk of a folder; UINT64_MAX for files where the
 * disk does not count them. False, silently, when there is no telling. */
struct file_room {
	uint64_t bytes, files;
};
bool file_room(struct str folder, struct file_room *room);

/* Makes the folder and those above it. */
bool file_make_folder(struct str path, struct report *report);

/* Writes beside the target under a temporary name, then renames: readers see the old
 * bytes or the new ones. Folders above are made. */
bool file_replace(struct str path, struct str bytes, struct report *report);

/* Writes in place, for folders that nobody reads yet: a run that is killed may leave half
 * a file. Folders above are made. */
bool file_create(struct str path, struct str bytes, struct report *report);

/* Whether a regular file stands there with exactly these bytes. */
bool file_holds(struct str path, struct str bytes);

/* Writes only when the bytes differ from what stands there; *changed says which. */
bool file_update(struct str path, struct str bytes, bool *changed, struct report *report);

/* Removes a file; a file that is not there is fine. */
bool file_remove(struct str path, struct report *report);

/* Removes what a file_replace that was killed left, anywhere below the folder. */
bool file_remove_temporary(struct str folder, struct report *report);

/* Removes a folder if nothing is in it; silent when something is. */
void file_remove_empty_folder(struct str path);

/* Removes a folder and everything in it; symlinks are removed, never followed. */
bool file_remove_tree(struct str path, struct report *report);

bool file_rename(struct str from, struct str to, struct report *report);

/* The folder's own absolute path without symlinks; "" when there is none. */
struct str file_real_path(struct str path, struct arena *arena);

#endif
