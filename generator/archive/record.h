/* Records: a page with all its articles as bytes, for the cache and between processes. A
 * record has four parts: the head is what the catalog knows of the page and its articles;
 * the signs are what names and tags are settled by, and are let go then; the quotes are
 * the sentences that lists of a person show; the text is what only the pages themselves
 * show and the search index lists.
 *
 *     "bfh" version, checksum (16 bytes) of the rest, the fields of page and articles
 *     "bfs" version, checksum of the rest, the page's census, the tags and spare tags of
 * each article
 *     "bfq" version, checksum of the rest, the contexts of each article's mentions
 *     "bft" version, checksum of the rest, the page's text, furniture and repeats, and
 * the blocks of each article
 *
 * Fields are as in base/bytes.h, lists are a count and their items. What is settled
 * anew in each build (continues, continued, evidence, persons and tags of the catalog) is
 * left out. */
#ifndef ARCHIVE_RECORD_H
#define ARCHIVE_RECORD_H

#include "archive/page.h"

/* Raised with every change of what a record holds: records of other versions are not
 * read. */
#define RECORD_VERSION 7

struct record {
	struct str head, signs, quotes, text;
};

struct record record_write(const struct page *page, struct arena *arena);

/* The whole page, in the arena; its strings are views of the record, which must live as
 * long. NULL when it is damaged, cut or of another version. */
struct page *record_read(const struct record *record, struct arena *arena);

/* The page without its text and signs, with articles that are heads. Otherwise as above.
 */
struct page *record_read_head(struct str head, struct arena *arena);

/* Gives the page, of a head, its signs; false when they are damaged or another page's,
 * which leaves the page of no use. */
bool record_read_signs(struct str signs, struct page *page, struct arena *arena);

/* A page that has nothing but, for each article, one mention with nothing but its context
 * for each that it has. Otherwise as above. */
struct page *record_read_quotes(struct str quotes, struct arena *arena);

/* The rest: a page that has nothing but its text, furniture, repeats, and for each
 * article its blocks. Otherwise as above. */
struct page *record_read_text(struct str text, struct arena *arena);

#endif
