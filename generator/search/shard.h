/* Posting lists to files: shards by range of terms, and the directory terms.js that
 * finds them. FORMAT.md, "Folders of terms". */
#ifndef SEARCH_SHARD_H
#define SEARCH_SHARD_H

#include "search/index_files.h"
#include "search/postings.h"

struct shards;

/* Prepares the lists for writing. `names` are the terms in order, by their numbers; NULL
 * where a term is its characters (tokens.h). Borrows both. */
struct shards *shards_open(const struct postings *postings, const struct str_list *names,
	struct arena *arena);

/* Adds the files to the folder; may be repeated. */
void shards_write(struct shards *shards, struct index_folder *folder);

#endif
