/* Posting lists to files: shards by range of terms, and the directory that finds them.
 * FORMAT.md, "Folders of terms". */
#ifndef SEARCH_SHARD_H
#define SEARCH_SHARD_H

#include "search/bits.h"
#include "search/directory.h"

/* The shards of a folder while they are made: no more than one is in memory. */
struct shards;

/* Of texts or of names, of so many articles. Borrows the folder. */
struct shards *shards_open(const struct index_folder *folder, uint32_t articles,
	bool names, struct arena *arena);

/* Adds a term with its articles; in order of the terms. */
void
shards_add(struct shards *shards, struct str term, const struct posting_array *postings);

/* The term that the shard being made begins with; "" when there is none yet. */
struct str shards_begin(const struct shards *shards);

/* Gives up the terms of the shard being made. */
void shards_give_up(struct shards *shards);

/* A shard that is there already; none is being made. */
void shards_take(struct shards *shards, struct str term, uint64_t name);

/* Sends what is left, and the directory with `more` in its root; answers the root's path,
 * in the arena. */
struct str shards_close(struct shards *shards, struct str more, struct arena *arena);

/* Ends without sending what is left: of the files sent, each is one of the folder. */
void shards_drop(struct shards *shards);

#endif
