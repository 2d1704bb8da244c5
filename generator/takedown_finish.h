/* The end of a build that takes something down: what earlier runs left of it is removed,
 * and the keeper hears what no build can reach. */
#ifndef TAKEDOWN_FINISH_H
#define TAKEDOWN_FINISH_H

#include "gather.h"

/* After the commit of a build whose takedown was pending: rewrites the catalog, removes
 * the list of doubts, and notes that this is done. False, with a fault reported, when
 * something could not be removed. */
bool takedown_finish(struct run *run, struct gathered *gathered);

#endif
