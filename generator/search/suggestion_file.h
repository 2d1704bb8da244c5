/* The file of persons and tags that the search page suggests while one types. FORMAT.md,
 * "Suggestions". */
#ifndef SEARCH_SUGGESTION_FILE_H
#define SEARCH_SUGGESTION_FILE_H

#include "archive/catalog.h"

/* Of an archive with more, those with the most articles. */
#define SUGGESTED_PEOPLE_MOST 4000u
#define SUGGESTED_TAGS_MOST   1000u

/* Its JSON. */
struct str suggestion_json(const struct catalog *catalog, struct arena *arena);

#endif
