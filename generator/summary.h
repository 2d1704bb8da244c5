/* What a build did, in numbers: the line at its end, or the answer to --json. */
#ifndef SUMMARY_H
#define SUMMARY_H

#include "run.h"

struct summary {
	size_t articles, issues; /* of the whole archive */
	size_t read;             /* sources */
	size_t indexed;          /* parts of the search index made anew */
	size_t rendered, written, unchanged, removed; /* files of the site */
	double seconds;
	struct str_list changed; /* files written or removed, for --json */
};

/* Says it on standard output, unless the run is to be quiet. */
void summary_print(const struct summary *summary, struct run *run);

#endif
