/* Whether files that a site is made from were changed. Folders are watched by inotify;
 * where that is not to be had (too many folders, a network drive), they are looked at in
 * turns instead. */
#ifndef SERVE_WATCH_H
#define SERVE_WATCH_H

#include "base/str.h"

struct watch;

/* Watches what is below the folders, and the one file; hidden files, temporary files and
 * the ledger of addresses, which builds write, do not count. Folders that do not exist
 * are passed over. `polling` asks for looking in turns from the beginning. */
struct watch *watch_open(const struct str_list *folders, struct str file, bool polling,
	struct arena *arena);

/* A descriptor that becomes readable when something happened; -1: look in turns. */
int watch_descriptor(const struct watch *watch);

/* Whether anything that counts was changed since the last call. */
bool watch_changed(struct watch *watch);

void watch_close(struct watch *watch);

#endif
