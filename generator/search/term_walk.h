/* The terms of new articles in their order, each with its articles. */
#ifndef SEARCH_TERM_WALK_H
#define SEARCH_TERM_WALK_H

#include "search/postings.h"

struct term_walk {
	struct strbuf term; /* the next; "" behind the last */
	const struct postings *postings;
	struct posting_list **lists;
	size_t next, count;
};

/* Stands at the first term. Borrows the postings, to which nothing is added any more. */
struct term_walk term_walk_open(const struct postings *postings, struct arena *arena);

/* Whether no term is left. */
bool term_walk_ended(const struct term_walk *walk);

/* Adds the articles of the term to the array and goes on with the next one. */
void
term_walk_take(struct term_walk *walk, struct posting_array *taken, struct arena *arena);

/* Goes, forth or back, to the first term that does not stand before this one. */
void term_walk_go(struct term_walk *walk, struct str term);

/* Leaves out all that are left. */
void term_walk_end(struct term_walk *walk);

#endif
