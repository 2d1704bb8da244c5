/* Files of the built site, opened for a reader: below its folder only, no symbolic links,
 * regular files only. */
#ifndef SERVE_SITE_FILE_H
#define SERVE_SITE_FILE_H

#include <stdint.h>

#include "base/str.h"

enum site_file_found { SITE_FILE_NONE, SITE_FILE_FOLDER, SITE_FILE_OPEN };

struct site_file {
	int descriptor; /* whoever opened the file closes it */
	uint64_t size;
	const char
		*coding; /* "br" or "gzip" for a file that stands for another; or NULL */
	struct str tag;  /* its ETag, in quotes */
};

/* Opens a file below the folder; the path has no dot segments. SITE_FILE_FOLDER, with
 * nothing open, when it is a folder. */
enum site_file_found site_file_open(
	struct str folder, struct str path, struct site_file *file, struct arena *arena);

/* The same, but takes `path`.br or `path`.gz when the reader accepts that (the field
 * Accept-Encoding) and it is no older than the file itself. */
enum site_file_found site_file_open_coded(struct str folder, struct str path,
	struct str accepted, struct site_file *file, struct arena *arena);

#endif
