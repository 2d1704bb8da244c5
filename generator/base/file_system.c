#include "base/file_system.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* What a keeper can do about it; "" where only they can tell. */
static const char *
cure_of(int cause)
{
	switch (cause) {
	case ENOENT: return "; is the name right?";
	case EACCES:
	case EPERM: return "; ask for the right to, or run this as its owner";
	case ENOSPC:
	case EDQUOT: return "; make room, then run it again";
	case EROFS: return "; choose another folder";
	case ELOOP: return "; put the file itself there";
	default: return "";
	}
}

bool
file_report_errno(struct report *report, struct str path, const char *verb)
{
	int cause = errno;
	struct place at = {.file = path};
	const char *what = cause == ELOOP ? "it is a symbolic link" : strerror(cause);
	const char *cure = cure_of(cause);
	verb = report_word(report, verb);
	what = report_word(report, what);
	cure = *cure ? report_word(report, cure) : cure;
	switch (cause) {
	case ELOOP:
	case ENOENT:
	case ENOTDIR:
	case EISDIR:
	case EINVAL:
	case ENAMETOOLONG:
		return report_error(report, at, "cannot %s it: %s%s", verb, what, cure);
	default: return report_fault(report, at, "cannot %s it: %s%s", verb, what, cure);
	}
}

const char *
file_system_path(struct str path, struct arena *arena)
{
	if (path.len && memchr(path.data, '\0', path.len)) {
		errno = EINVAL;
		return NULL;
	}
	return path.len ? str_terminated(path, arena) : ".";
}

int
file_open(const char *name, int flags, mode_t mode)
{
	int file;
	do
		file = open(name, flags | O_NOFOLLOW | O_CLOEXEC, mode);
	while (file < 0 && errno == EINTR);
	return file;
}

ssize_t
file_read_fully(int file, char *bytes, size_t wanted)
{
	size_t len = 0;
	while (len < wanted) {
		ssize_t got = read(file, bytes + len, wanted - len);
		if (got == 0)
			break;
		if (got < 0 && errno != EINTR)
			return -1;
		len += got > 0 ? (size_t)got : 0;
	}
	return (ssize_t)len;
}

struct file_info
file_info_of(struct str path, const struct stat *status)
{
	return (struct file_info){
		.path = path,
		.size = (uint64_t)status->st_size,
		.modified = (int64_t)status->st_mtim.tv_sec * 1000000000 +
			    status->st_mtim.tv_nsec,
	};
}
