/* Room on the disk for what a build is going to write, looked at before it writes: a
 * keeper makes room more gladly before an hour of work than behind it. */
#ifndef ROOM_H
#define ROOM_H

#include "base/file.h"
#include "run.h"

/* Whether so much room is clearly too little for the pages of these sources: the site of
 * page text is some eight times its size, two files an article at least. */
bool room_is_short(struct file_room room, uint64_t sources, uint64_t bytes);

/* Says so on standard error at once, unless --quiet: sources that no page stands for yet,
 * how many and their bytes. */
void room_warn(const struct run *run, uint64_t sources, uint64_t bytes);

#endif
