/* The files of one folder of the index while they are made, and the forms all of them
 * share. FORMAT.md, "Files". */
#ifndef SEARCH_INDEX_FILES_H
#define SEARCH_INDEX_FILES_H

#include "base/str.h"

struct index_file {
	struct str name, bytes;
};

struct index_files {
	struct index_file *items;
	size_t count, capacity;
};

/* JSON as a classic script carries it: backfile(<json>) and a newline. */
struct str script_of(struct str json, struct arena *arena);

/* Adds a file whose content is this JSON. */
void index_files_add(
	struct index_files *files, struct str name, struct str json, struct arena *arena);

/* Name of the folder: 16 hexadecimal digits of the digest of all names and contents. */
struct str index_files_folder(const struct index_files *files, struct arena *arena);

#endif
