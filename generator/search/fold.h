/* Folding: text in the form in which it is compared when searching. FORMAT.md, "Folding",
 * is the specification; static/search/fold.js is the same in the browser, and
 * tests/search/fold.json tests both. */
#ifndef SEARCH_FOLD_H
#define SEARCH_FOLD_H

#include "base/digest.h"
#include "base/text.h"

/* What a folded character does to its neighbours. */
enum fold_class {
	FOLD_UNKNOWN, /* not looked up yet */
	FOLD_NOTHING, /* zero-width and the like: as if it were not there */
	FOLD_CLEAR,   /* spaces, quotation marks, middle dots: words reach across it */
	FOLD_BREAK,   /* sentence punctuation and signs: no word reaches across it */
	FOLD_HAN,     /* ideographs, kana, hangul: searched by pairs */
	FOLD_WORD,    /* letters, digits, marks of other scripts: pairs and triples */
};

/* Remembers how each character folds. Borrows text; lives in the arena. */
struct fold;

struct fold *fold_open(struct text *text, struct arena *arena);

/* Of all that decides how characters fold, without opening anything. */
struct digest fold_stamp(struct arena *arena);

/* One text (a title, a paragraph; NFC) folded: ideographs and words in a row, one space
 * between two words that only clear characters part, one newline for each break, none at
 * the ends. */
struct str fold_text(struct fold *fold, struct str text, struct arena *arena);

/* Of a character of folded text: FOLD_HAN, FOLD_WORD (also the point inside 3.5),
 * FOLD_CLEAR for the space, FOLD_BREAK for the newline. */
enum fold_class fold_class_of(struct fold *fold, uint32_t c);

/* The pairs of the table for the browser: each character that folds to another one, in
 * order of code points, beyond what NFKC and lower case do. */
struct fold_pair {
	uint32_t from, to;
};
struct fold_pairs {
	struct fold_pair *items;
	size_t count, capacity;
};
struct fold_pairs fold_pairs(const struct fold *fold, struct arena *arena);

/* Folds by a table as fold_pairs answers it. */
struct fold *
fold_open_with(const struct fold_pairs *pairs, struct text *text, struct arena *arena);

#endif
