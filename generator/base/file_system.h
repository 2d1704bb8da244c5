/* System calls as base/file needs them; nobody else includes this. */
#ifndef BASE_FILE_SYSTEM_H
#define BASE_FILE_SYSTEM_H

#include <sys/stat.h>
#include <sys/types.h>

#include "base/file.h"

/* Reports what errno says, "cannot <verb> it: ...": an error where the content is wrong,
 * a fault where the machine failed us, such as for a full disk or a missing permission.
 */
bool file_report_errno(struct report *report, struct str path, const char *verb);

/* The path for a system call, or NULL with errno set when it holds a NUL byte, which
 * would silently name another file. */
const char *file_system_path(struct str path, struct arena *arena);

/* A descriptor, or -1 with errno set. Does not follow a symbolic link and is not
 * interrupted. */
int file_open(const char *name, int flags, mode_t mode);

/* Reads until the bytes wanted are there or the file ends; the number of bytes, -1 on
 * failure. */
ssize_t file_read_fully(int file, char *bytes, size_t wanted);

struct file_info file_info_of(struct str path, const struct stat *status);

#endif
