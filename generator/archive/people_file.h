/* One entry of people.yaml. Included by authority.c alone. */
#ifndef ARCHIVE_PEOPLE_FILE_H
#define ARCHIVE_PEOPLE_FILE_H

#include "archive/authority.h"
#include "base/settings.h"

/* Adds the entry when it is right; false after errors. */
bool people_file_entry(const struct setting *map, struct authority *authority,
	struct arena *arena, struct report *report);

#endif
