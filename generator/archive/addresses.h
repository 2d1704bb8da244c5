/* The ledger of minted addresses, content/addresses.tsv: committed with the archive,
 * so that no address ever changes or is given twice. Calling order: read, assign
 * (articles), then, when the catalog is built, name (people and tags), then write. */
#ifndef ARCHIVE_ADDRESSES_H
#define ARCHIVE_ADDRESSES_H

#include "archive/catalog.h"

enum address_kind {
	ADDRESS_ARTICLE,
	ADDRESS_PERSON,
	ADDRESS_TAG,
	ADDRESS_GONE, /* what stood there is not published any more: a stub points to
			 `target` */
	ADDRESS_KINDS
};

/* A line of the ledger: its fields with tabs between, the target, if any, behind. */
struct address {
	enum address_kind kind;
	struct str address; /* "2024/03/05/01-3.html", "people/guo-lingji/index.html" */
	struct str subject; /* of an article the source, of others person.subject or
			       tag.subject */
	uint64_t sketch;    /* of an article; 0 elsewhere */
	struct str title;   /* of an article that lost text its print alone */
	struct str target;  /* of a gone one, an address that is published; of an article
			       that is held back as a part of one that was taken down, that
			       one's address; "" elsewhere */
	struct str former;  /* the target before the article took the row */
	bool current;       /* seen in this build */
	bool known;         /* the ledger had it */
	bool stood;         /* an article's that the ledger had as published */
};

struct addresses {
	struct arena *arena;
	struct str content;
	struct str path,
		spare_path; /* where it is written; where content cannot be written */
	struct str bytes;   /* of the ledger as read */
	bool damaged;       /* lines were not understood: it will not be written */
	struct {
		struct address *items;
		size_t count, capacity;
	} rows;
	struct map by_address; /* lower-case address to the number of its row, from 1 */
	struct map counters;   /* lower-case address without its number to the highest
				  number */
};

/* Reads the ledger of the content folder and, where that cannot be written, the one in
 * the state folder too; a missing one is empty. Lines that cannot be understood are
 * errors. */
struct addresses *addresses_read(
	struct str content, struct str state, struct arena *arena, struct report *report);

/* Says which sources are there but could not be read: their articles keep their
 * addresses. */
void addresses_keep(struct addresses *addresses, const struct map *sources);

/* Gives every page that is raw text of a known day, and every article that is no
 * draft, its address: articles the one they had, found by source and text, or a new
 * one. What was not found is gone. */
void addresses_assign(struct addresses *addresses, struct page **pages, size_t count,
	struct text *text);

/* Back to what was before addresses_assign, but that the addresses given since stay
 * known: for pages of which some were read again. */
void addresses_reopen(struct addresses *addresses);

/* After addresses_assign: of the articles that the ledger had, how many are gone, and how
 * many there were. */
size_t addresses_gone(const struct addresses *addresses, size_t *stood);

/* What the ledger has instead of the title of an article that was taken down: a number
 * made of it. */
struct str address_title_print(struct str title, struct arena *arena);

/* Gives the catalog's people and tags the slugs that they had, unless the keeper gave
 * others. */
void addresses_name(struct addresses *addresses, struct catalog *catalog);

/* Gives the catalog the redirects of everything that is gone, and of the further
 * addresses that articles asked for. `discreet`, where something was taken down, leaves
 * out names that are nowhere any more: their addresses would still spell them. */
void addresses_add_redirects(
	const struct addresses *addresses, bool discreet, struct catalog *catalog);

/* Writes the ledger where it changed. A content folder that cannot be written is a
 * warning and the ledger goes to the state folder; false, reported, where that fails
 * too. */
bool addresses_write(struct addresses *addresses, struct report *report);

/* Gives the catalog copies of all that it has of the ledger, whose arena can then be
 * closed. */
void addresses_leave(struct catalog *catalog);

/* --- for the parts of this module --- */

/* Adds a row for an address that is not taken. */
struct address *addresses_add(struct addresses *addresses, struct str address);
/* Takes an address without a row; false when it is taken already. */
bool addresses_reserve(struct addresses *addresses, struct str address);
/* The row of an address, whatever the case of its letters; NULL when it has none. */
struct address *addresses_find(const struct addresses *addresses, struct str address);
/* "prefix.html" when nothing was ever there (unless numbered from the start), else
 * "prefix-N.html" with the lowest N above all that were. */
struct str addresses_mint(struct addresses *addresses, struct str prefix, bool numbered);

#endif
