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
	struct str_list changed; /* paths written or removed */
	size_t rendered, written, unchanged, removed;
};

/* Opens the output folder; false after an error. A dry run touches nothing. */
bool delivery_open(struct delivery *delivery, struct run *run, struct cache *cache);

/* What a file is made from is the same as the last time, and it still stands there. */
bool delivery_is_current(
	const struct delivery *delivery, struct str path, struct digest fingerprint);

/* Writes the bytes where they differ; *fate says what happened. For workers: keeps no
 * account. */
bool delivery_write(
	struct delivery *delivery, struct str path, struct str bytes, enum fate *fate);

/* Takes down what happened to an output. The path must live as long as the run. */
void delivery_note(struct delivery *delivery, struct str path, enum fate fate,
	const struct cached_output *output);

/* A file that is ready: written unless it is current, and noted. Fits search_sink. */
bool delivery_put(void *delivery, struct str path, struct str bytes);

/* Removes what earlier builds made and this one did not. When the content could not be
 * read whole, all of it is kept instead: a page may only seem to be gone. */
bool delivery_remove_stale(struct delivery *delivery, bool complete);

/* A first build comes to its place, the cache is saved. */
bool delivery_close(struct delivery *delivery);

#endif
