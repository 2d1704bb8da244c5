/* What results show of an article before its page is read: one file for each issue, named
 * by its content, and the list of a segment's issues. FORMAT.md, "Issues". */
#ifndef SEARCH_ISSUE_FILE_H
#define SEARCH_ISSUE_FILE_H

#include "archive/catalog.h"
#include "search/index_files.h"
#include "search/segment.h"

/* Articles in one file at most; a larger issue has several files. */
#define ISSUE_MOST 64u

/* Adds the files of a segment's issues to `issues`, named by content, and issues.js,
 * which lists them, to `names`. */
void issue_files_write(const struct catalog *catalog, const struct segment *segment,
	struct index_files *issues, struct index_files *names, struct arena *arena);

/* A date as a number that keeps the order, unknown parts included. */
uint32_t issue_day(struct date date);

#endif
