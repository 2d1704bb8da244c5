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

/* A folder is named by its part and the digests of its files, and may be too large to be
 * held: so all of its files are added twice, the same ones in the same order. The first
 * time they are only looked at; index_folder_name ends that; the second time they go out.
 */
struct index_folder {
	struct str name; /* 16 hexadecimal digits; "" at first */
	struct index_out *out;
	struct strbuf digests;
};

struct index_folder
index_folder_open(struct index_out *out, struct str part, struct arena *arena);
void index_folder_add(struct index_folder *folder, struct str name, struct str json);
void index_folder_name(struct index_folder *folder);

#endif
