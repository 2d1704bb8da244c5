/* Records: a page with all its articles as bytes, for the catalog file and between
 * processes.
 *
 *     "bfr" version, checksum (16 bytes) of the rest, the fields of page and articles
 *
 * Fields are as in base/bytes.h, lists are a count and their items. What is settled
 * anew in each build (continues, continued, evidence) is left out. */
#ifndef ARCHIVE_RECORD_H
#define ARCHIVE_RECORD_H

#include "archive/page.h"

/* Raised with every change of what a record holds: records of other versions are not
 * read. */
#define RECORD_VERSION 2

struct str record_write(const struct page *page, struct arena *arena);

/* The page, in the arena; its texts are views of the record, which must live as long.
 * NULL when the record is damaged, cut or of another version. */
struct page *record_read(struct str record, struct arena *arena);

#endif
