/* Stamps: whether anything changed since the last build, told from the sizes and times of
 * files alone. One stands for all that the site is made from, one for the files of the
 * site as they were left. Where both are as they were, there is nothing to build.
 *
 * A stamp is the sum of one digest for each file, of its path, size and time. Sums need
 * no order, and a file that is written takes its old part out and puts its new one in. */
#ifndef STAMP_H
#define STAMP_H

#include <sys/types.h>

#include "base/file.h"
#include "gather.h"

/* Adds, or takes out, one file. */
void stamp_add(struct digest *stamp, const struct file_info *file);
void stamp_remove(struct digest *stamp, const struct file_info *file);

/* Of all that a site is made from: sources, templates, static files, site.conf as it was
 * understood, the program itself. `settled` becomes false when a file is so new that it
 * may change again without getting another time. */
struct digest
stamp_of_input(const struct run *run, const struct gathered *gathered, bool *settled);

/* The ledger of addresses lies among the sources, and the build itself may have written
 * it. */
void stamp_renew_ledger(
	struct digest *stamp, const struct run *run, const struct source_list *sources);

/* Of the files in the output folder; zero when there is none. Processes of their own take
 * it meanwhile, each a share; end waits for them, and is false when one failed. */
enum { STAMP_SHARES = 2 };
struct output_stamp {
	struct stamp_share {
		pid_t process; /* -1: could not be started */
		int pipe;
	} shares[STAMP_SHARES];
	bool taken;
};
struct output_stamp stamp_output_begin(struct str folder);
bool stamp_output_end(struct output_stamp *output, struct digest *stamp);

#endif
