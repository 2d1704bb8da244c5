/* The files of the index on their way out, and the forms all of them share. FORMAT.md,
 * "Files". */
#ifndef SEARCH_INDEX_FILES_H
#define SEARCH_INDEX_FILES_H

#include "search/search.h"

/* JSON as a classic script carries it: backfile(<json>) and a newline. */
struct str script_of(struct str json, struct arena *arena);

/* Whether a path below search/ is one that a file of the index has, and, the manifest
 * excepted, no other: it has a digest in it. */
bool index_file_is_ours(struct str path);

/* Where the files go: the sink, until it refuses one. */
struct index_out {
	search_sink *sink;
	void *context;
	bool refused;
};

/* Sends a file below search/ whose content is this JSON. */
void index_out_put(struct index_out *out, struct str path, struct str json);

/* A folder of files that are named by their content: NAME_DIGITS digits of its digest. */
struct index_folder {
	struct str name; /* "text-2024" */
	struct index_out *out;
};

/* Sends a file; answers its name as a number. */
uint64_t index_folder_put(const struct index_folder *folder, struct str json);

/* "text-2024/0123456789ab", to which ".js" is to be added. */
struct str index_folder_path(struct str folder, uint64_t name, struct arena *arena);

#endif
