/* One build in a process of its own, while the preview goes on answering: it begins
 * afresh with the settings as they are now, and sends back its messages. */
#ifndef REBUILD_H
#define REBUILD_H

#include <sys/types.h>

#include "run.h"

struct rebuild {
	pid_t process; /* 0: none runs */
	int pipe;      /* becomes readable when there is something to take */
	struct strbuf bytes;
};

/* Begins one; false, with a fault reported, when it cannot. */
bool rebuild_begin(struct rebuild *rebuild, struct run *run);

/* Takes what has come; true when that was the end, with the messages ("" for none) and
 * the exit status of the build. */
bool rebuild_take(struct rebuild *rebuild, struct str *messages, enum status *status);

/* Ends a build that is still going on. */
void rebuild_cancel(struct rebuild *rebuild);

#endif
