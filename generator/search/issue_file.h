/* What results show of an article before its page is read, and, in a file of its own, its
 * persons and tags: two files for each issue, named by their content, and the list of a
 * segment's issues. FORMAT.md, "Issues". */
#ifndef SEARCH_ISSUE_FILE_H
#define SEARCH_ISSUE_FILE_H

#include "archive/catalog.h"
#include "search/bits.h"

/* Articles in one file at most; a larger issue has several files. */
#define ISSUE_MOST 64u

/* How many of the articles [from, to) of the catalog are in one file, from `from` on. */
size_t issue_length(const struct catalog *catalog, size_t from, size_t to);

/* The two files of these articles. */
struct str
issue_json(const struct catalog *catalog, size_t from, size_t to, struct arena *arena);
struct str issue_names_json(
	const struct catalog *catalog, size_t from, size_t to, struct arena *arena);

/* Adds all that the files are made of, at a tenth of their cost. */
void
issue_see(const struct catalog *catalog, size_t from, size_t to, struct strbuf *seen);

/* Their name, from the digest of what was seen: of the first `<name>.js`, of the second
 * `<name>n.js`. */
struct str issue_name(struct date date, struct digest digest, struct arena *arena);

/* The files of a segment in their order, as they stand in the root of its names:
 * `,"issues":2,"list":"…"`. */
struct issue_list {
	struct bits_out codes;
	size_t count;
	uint32_t day; /* of the latest */
};
struct issue_list issue_list_open(struct arena *arena);
void issue_list_add(
	struct issue_list *list, struct date date, size_t count, struct digest digest);
struct str issue_list_json(const struct issue_list *list, struct arena *arena);

/* A date as a number that keeps the order, unknown parts included. */
uint32_t issue_day(struct date date);

#endif
