/* The sandbox of worker processes: what a job may use of the machine, whatever its source
 * makes our libraries do. Limits of the system hold always; Landlock (Linux 5.13 and
 * later, https://docs.kernel.org/userspace-api/landlock.html), which keeps a process to
 * some folders, where the kernel has it. */
#ifndef SANDBOX_H
#define SANDBOX_H

#include "base/str.h"

struct sandbox {
	size_t memory; /* bytes beyond what the process has on entering; 0: no limit */
	bool writes;   /* may write files at all */
	/* Folders, ended by one without data; with none at all every folder is open. */
	struct str readable[4], writable[3];
};

/* Shuts the calling process in, for good. What the system cannot do is left undone: the
 * limits that it can keep still hold. */
void sandbox_enter(const struct sandbox *sandbox);

/* From here on the process may compute so many seconds more; then SIGXCPU ends it. */
void sandbox_allow_seconds(unsigned seconds);

#endif
