/* How articles come to their addresses, for the addresses_*.c files only. Calling order:
 * match, mint (in addresses_assign.c), retire. */
#ifndef ARCHIVE_ADDRESSES_ASSIGN_H
#define ARCHIVE_ADDRESSES_ASSIGN_H

#include "archive/addresses.h"

struct assignment {
	struct addresses *addresses;
	struct page **pages; /* by source */
	size_t count;
	struct map live; /* what is published: articles, pages, issues; the values are not
			    NULL */
	struct text *text;
	struct arena *arena; /* working memory */
};

/* Articles take the rows that they had, by text and title. */
void addresses_match(struct assignment *assignment);

/* Rows that no article took are gone, and lead to where their text is now. */
void addresses_retire(struct assignment *assignment);

/* The article stands at the row's address from now on. */
void address_take(struct address *row, struct article *article);

/* Whether the row is neither a person's nor a tag's. */
bool address_is_of_article(const struct address *row);

/* In how many bits of 64 two sketches differ: none for one text, about half for texts
 * that have nothing to do with each other. */
int sketch_distance(uint64_t a, uint64_t b);

enum {
	SLIP = 3,  /* bits that a slip or two changes */
	NEAR = 12, /* two versions of a text */
	AKIN = 22, /* texts with a good part in common; under one title they are one */
};

/* The source that the page was cut from: of frozen articles the page's text. */
struct str origin_of_page(const struct page *page);

/* The page that a source and its frozen articles stand for: 2024-03-05/01 for both 01.txt
 * and 01-3.md. */
struct str stem_of_page(struct str source);

#endif
