/* Delivery: brings outputs to the site folder and keeps account of each, here and in the
 * cache. */
#ifndef DELIVERY_H
#define DELIVERY_H

#include "archive/cache.h"
#include "publish/writer.h"
#include "run.h"

enum fate {
	FATE_KEPT,      /* made from the same as the last time, and still there */
	FATE_UNCHANGED, /* made anew with the same bytes */
	FATE_WRITTEN,
};

struct delivery {
	struct run *run;
	struct cache *cache;
	struct writer writer;
	bool untouched; /* no file of the output folder was changed since we wrote it */
	struct str_list changed; /* paths written or removed, where they are asked for */
	struct digest
		sum; /* of files written, less those that stood there: see stamp.h */
	size_t rendered, written, unchanged, removed;
};

/* Opens the output folder; false after an error. A dry run touches nothing. */
bool delivery_open(struct delivery *delivery, struct run *run, struct cache *cache);

/* What the last build knew of an output, if the file still stands as it left it. */
bool delivery_find(
	const struct delivery *delivery, struct str path, struct cached_output *output);

/* Writes the bytes where they differ; *fate says what happened, and output gets size and
 * time of the file. For workers: keeps no account. False after a fault. */
bool delivery_write(struct delivery *delivery, struct str path, struct str bytes,
	enum fate *fate, struct cached_output *output);

/* Takes down what happened to an output, and why it was made. The path must live as long
 * as the run. */
void delivery_note(struct delivery *delivery, struct str path, enum fate fate,
	const struct cached_output *output, const char *why);

/* A file that is ready: written unless it is current, and noted. Fits search_sink. */
bool delivery_put(void *delivery, struct str path, struct str bytes);

/* An output that could not be made stays as it was. */
void delivery_keep(struct delivery *delivery, struct str path);

/* Removes what earlier builds made and this one did not. When the content could not be
 * read whole, all of it is kept instead: a page may only seem to be gone. */
bool delivery_remove_stale(struct delivery *delivery, bool complete);

/* Removes a file of ours that no account knows. */
bool delivery_remove_orphan(struct delivery *delivery, const struct file_info *file);

/* A first build comes to its place. */
bool delivery_close(struct delivery *delivery);

#endif
