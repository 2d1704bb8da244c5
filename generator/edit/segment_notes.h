/* Notes of a cut: what became of each line, for `backfile explain`. For segment.c
 * only. */
#ifndef EDIT_SEGMENT_NOTES_H
#define EDIT_SEGMENT_NOTES_H

#include "edit/segment.h"
#include "edit/segment_pieces.h"

struct noting {
	const struct cutting *cutting;
	unsigned *article_of; /* of each passage, 0 for none */
	const char **part_of; /* "title", "subhead" ...; NULL where its label says it */
};

struct noting noting_open(const struct cutting *cutting);

/* Piece n became the article of this ordinal. */
void note_article(struct noting *noting, size_t n, unsigned ordinal);

/* A note for each line of the page that is not empty, in the order of passages. */
void
notes_write(const struct noting *noting, struct line_notes *notes, struct arena *arena);

/* The same for a page that was not cut: one article of paragraphs. */
void
notes_write_plain(const struct page *page, struct line_notes *notes, struct arena *arena);

#endif
