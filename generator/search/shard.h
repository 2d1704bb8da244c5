/* Posting lists to files: shards by range of terms, heavy lists by themselves, and the
 * directory terms.js that finds both. FORMAT.md, "Folders of terms". */
#ifndef SEARCH_SHARD_H
#define SEARCH_SHARD_H

#include "search/index_files.h"
#include "search/postings.h"

void shards_write(
	const struct postings *postings, struct index_files *files, struct arena *arena);

#endif
