/* Terms: what the index lists articles under. FORMAT.md, "Terms", is the specification;
 * static/search/tokens.js is the same in the browser. A term is always in its written
 * form, the one that stands in the files: ASCII characters behind the first are
 * full-width (5g is 5ｇ), so that the ASCII codes of a posting list end it. */
#ifndef SEARCH_TOKENS_H
#define SEARCH_TOKENS_H

#include "search/fold.h"

struct tokens {
	struct str_list terms; /* pairs and triples, in the order of the text, repeated
				  as there; a triple stands between the two pairs of it */
	struct str_list lasts; /* characters behind which nothing stands: they begin no
				  pair there */
};

/* Adds the terms of a folded text. They are views of it where possible, else in the
 * arena. */
void tokens_add(
	struct tokens *tokens, struct fold *fold, struct str folded, struct arena *arena);

/* Of the terms that tokens_add added, those that prove the others: a pair inside a triple
 * is left out. */
struct str_list tokens_needed(const struct str_list *terms, struct arena *arena);

/* The written form of any term: of a pair, or of a name behind its letter in the index of
 * names. */
struct str term_written(struct str term, struct arena *arena);

#endif
