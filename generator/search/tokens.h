/* Terms: what the index lists articles under. FORMAT.md, "Terms", is the specification;
 * static/search/tokens.js is the same in the browser. A term is always in its written
 * form, the one that stands in the files: ASCII characters behind the first are
 * full-width (5g is 5ｇ), so that the ASCII codes of a posting list end it. */
#ifndef SEARCH_TOKENS_H
#define SEARCH_TOKENS_H

#include "search/fold.h"

/* A term as a number: its characters, 21 bits each, from the highest on. The order of
 * numbers is the order of the written forms. */
struct token {
	uint64_t term;
	bool last; /* a character behind which nothing stands: it begins no pair there */
};

/* The terms of a folded text in its order, repeated as there; a triple stands between the
 * two pairs of it. */
struct token_walk {
	struct fold *fold;
	struct str rest;
	uint32_t points[3]; /* the next characters, gaps among them; 0 at the end */
	bool words[3];      /* which of them are of class word */
	bool triple;        /* the next term */
};
struct token_walk token_walk(struct fold *fold, struct str folded);
bool token_next(struct token_walk *walk, struct token *token);

/* Its first character. */
uint32_t term_head(uint64_t term);
/* Its written form. */
void term_add(struct strbuf *out, uint64_t term);

struct tokens {
	struct str_list terms; /* pairs and triples */
	struct str_list lasts; /* characters behind which nothing stands */
};

/* Adds the terms of a folded text, in the arena. */
void tokens_add(
	struct tokens *tokens, struct fold *fold, struct str folded, struct arena *arena);

/* Of the terms that tokens_add added, those that prove the others: a pair inside a triple
 * is left out. */
struct str_list tokens_needed(const struct str_list *terms, struct arena *arena);

/* The written form of a name behind its letter in the index of names. */
struct str term_written(struct str term, struct arena *arena);

#endif
