/* The writer: puts bytes where the plan says, touching only what differs. A first build
 * is written beside the output folder and renamed into place at the end; later builds
 * write each changed file under a temporary name and rename it. Files that we did not
 * make are never touched. Sticky: after a fault it does nothing more. */
#ifndef PUBLISH_WRITER_H
#define PUBLISH_WRITER_H

#include "base/file.h"

struct writer {
	struct str target; /* the output folder */
	struct str
		folder; /* where files go now: target, or its sibling of a first build */
	bool first;     /* the target does not exist yet */
	bool failed;
	struct report *report;
};

/* Refuses, with an error, an output folder inside the content folder or the other way
 * round. Writes nothing. Its paths live in the arena. */
bool writer_open(struct writer *writer, struct str target, struct str content,
	struct arena *arena, struct report *report);

/* Before the first writer_put: makes the folder of a first build, `<target>.new`, without
 * what a build that was killed may have left there. */
bool writer_begin(struct writer *writer);

/* Writes the file unless it stands there with the same bytes; *changed says which. Safe
 * to be called from forked workers for different paths. False after a fault. */
bool writer_put(struct writer *writer, struct str path, struct str bytes, bool *changed);

/* Whether the file stands there with these bytes. */
bool writer_holds(const struct writer *writer, struct str path, struct str bytes);

/* Size and time of the file that stands there; false, silently, when there is none. */
bool writer_look(const struct writer *writer, struct str path, struct file_info *info);

/* Removes a file that an earlier build made, and the folders that it leaves empty. */
bool writer_remove(struct writer *writer, struct str path);

/* Renames a first build into place. */
bool writer_close(struct writer *writer);

#endif
