/* Workers are forked processes; there are no threads. Jobs are handed out in slices,
 * results come back as bytes, each for its own job, so the outcome is the same with any
 * number of workers. A worker that crashes, or takes more time or memory than one job
 * may, costs that job: it is named and left out. */
#ifndef WORKERS_H
#define WORKERS_H

#include "base/report.h"
#include "progress.h"
#include "sandbox.h"

struct work {
	size_t count;      /* jobs, numbered from 0 */
	unsigned workers;  /* processes; 0 or 1 still forks one */
	unsigned seconds;  /* most computing time for one job */
	unsigned patience; /* most seconds until it ends, however little it computes; 0:
			      sixty times as many */
	const struct sandbox *sandbox; /* what jobs may use of the machine; or NULL */
	/* Does one job in a worker: appends its result, reports its mistakes. The scratch
	 * arena is emptied after each job. */
	void (*job)(void *context, size_t job, struct strbuf *result,
		struct arena *scratch, struct report *report);
	/* Takes the result of a job, in the order in which results arrive; the bytes are
	 * valid during the call only. Not called for a job that failed: its mistake is in
	 * the report. */
	void (*take)(void *context, size_t job, struct str result);
	/* Names a job in messages. */
	struct str (*name)(void *context, size_t job);
	void *context;
};

/* False, with a fault reported, when no worker could be started. */
bool
workers_run(const struct work *work, struct progress *progress, struct report *report);

/* The same in two steps, for what the parent can do meanwhile: the workers have their
 * first jobs, and get more once it comes to the end. Work and report are borrowed until
 * then. */
struct crew;
struct crew *workers_begin(const struct work *work, struct report *report);
bool workers_end(struct crew *crew, struct progress *progress);

/* The number of cores this process may use. */
unsigned workers_cores(void);

#endif
