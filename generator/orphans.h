/* Orphans: files of ours in the output folder that no account knows, because the build
 * that made them was killed or the catalog was lost. They are told by what they are: our
 * pages say who generated them, the files of the search index begin with our call. */
#ifndef ORPHANS_H
#define ORPHANS_H

#include "delivery.h"

/* Removes orphans, and what was left half written. Everything of this build must be
 * saved or kept. Files that somebody else made stay. False after a fault. */
bool orphans_remove(struct delivery *delivery);

#endif
