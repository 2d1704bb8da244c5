/* Progress of long work: a bar on a terminal, plain lines elsewhere with -v, silent when
 * the work is short (under half a second). */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/messages.h"

struct progress {
	enum language language;
	bool bar;   /* standard error is a terminal, and -q is not given */
	bool plain; /* one line a stage */
	const char *stage;
	size_t total;
	int64_t started, shown; /* nanoseconds */
};

struct progress progress_open(bool quiet, bool verbose, enum language language);

/* A new stage of `total` steps; ends the one before. */
void progress_stage(struct progress *progress, const char *stage, size_t total);

/* `done` steps of the stage are done. Cheap: draws at most ten times a second. */
void progress_step(struct progress *progress, size_t done);

/* Clears the bar. */
void progress_close(struct progress *progress);

#endif
