/* One entry of tags.yaml, or its wish for the default topics. Included by authority.c
 * alone. */
#ifndef ARCHIVE_TAGS_FILE_H
#define ARCHIVE_TAGS_FILE_H

#include "archive/authority.h"
#include "base/settings.h"

/* Adds the entry when it is right; false after errors. */
bool tags_file_entry(const struct setting *map, struct authority *authority,
	struct arena *arena, struct report *report);

#endif
