/* Taking down: what a page loses when the keeper withdraws articles of it or has passages
 * replaced. Done to a page that was just read, before anything of it is kept anywhere, so
 * that nothing made from the page later can have what it lost. */
#ifndef ARCHIVE_WITHDRAWAL_H
#define ARCHIVE_WITHDRAWAL_H

#include "archive/page.h"
#include "archive/withdrawn_file.h"

/* What one article of a page loses. */
struct article_loss {
	const struct withdrawal *entry; /* NULL: nothing */
	struct str address;             /* kept in its record, since text and title go */
	bool parted; /* passages may stand in another part of what was one article */
};

struct page_loss {
	struct digest digest;          /* of all below; 0 when nothing is lost */
	struct article_loss *articles; /* by their place on the page */
	size_t count;
	bool text;         /* all raw text, since a withdrawn article is in it */
	bool articles_too; /* its articles are others' evidence only, and go */
	struct {
		const struct redaction **items;
		size_t count, capacity;
	} redactions; /* of the raw text */
};

/* Adds what a withdrawn or redacted article takes from the raw text of a page. */
void page_loss_add(
	struct page_loss *loss, const struct withdrawal *entry, struct arena *arena);

/* Settles the digest once all is added. */
void page_loss_settle(struct page_loss *loss);

/* Takes it out of a whole page (no head). False, with an error, when a passage to be
 * replaced is nowhere in its article: what was meant may stand there in other words. */
bool page_lose(struct page *page, const struct page_loss *loss, struct arena *arena,
	struct report *report);

#endif
