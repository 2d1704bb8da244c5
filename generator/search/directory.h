/* The directory of a folder of terms: nodes that tell the first term and the name of each
 * shard, and, where there are many, a root that tells those of the nodes. FORMAT.md,
 * "Folders of terms". */
#ifndef SEARCH_DIRECTORY_H
#define SEARCH_DIRECTORY_H

#include "search/index_files.h"

/* A file and the first term in it or below it. */
struct directory_entry {
	struct str term;
	uint64_t name;
};

struct directory {
	struct directory_entry *items;
	size_t count, capacity;
	struct arena *arena;
};

struct directory directory_open(struct arena *arena);

/* Adds a file; in order. */
void directory_add(struct directory *directory, struct str term, uint64_t name);

/* Sends the files of the directory; answers the path of the root, in the arena. `more`
 * stands behind what else is in the root: "" or `,"key":value`. */
struct str directory_write(const struct directory *directory,
	const struct index_folder *folder, struct str more, struct arena *arena);

#endif
