/* Lexicons: word lists kept as data files in edit/lexicon/ and compiled in. One word a
 * line, then optionally a tab and a value; `#` begins a comment line, `[name]` begins a
 * group. */
#ifndef EDIT_LEXICON_H
#define EDIT_LEXICON_H

#include "base/map.h"
#include "base/str.h"

enum { LEXICON_HEADS = 1024, LEXICON_PAIRS = 128 };

struct lexicon_word {
	struct str word;
	struct str value; /* "" when none is given */
	struct str group; /* "" before the first group */
};

struct lexicon {
	struct {
		struct lexicon_word *items;
		size_t count, capacity;
	} words;            /* in file order */
	struct map by_word; /* to struct lexicon_word; the last one of equal words wins */
	/* The lengths in bytes, as bits, of the words that begin or end with a character,
	 * by the character's hash: most texts stop there. No word is longer than 63. */
	uint64_t starts[LEXICON_HEADS], ends[LEXICON_HEADS];
	/* The same of the first or last six bytes, two characters as a rule: a bit for
	 * each hash that a word has. Most of the other texts stop here. */
	uint64_t start_pairs[LEXICON_PAIRS], end_pairs[LEXICON_PAIRS];
};

/* Declares the compiled-in bytes of edit/lexicon/<name>.txt at file scope. */
#define LEXICON(name)                                                                    \
	extern const char lexicon_##name[];                                              \
	extern const size_t lexicon_##name##_size

/* lexicon_read(LEXICON_BYTES(offices), arena) */
#define LEXICON_BYTES(name) ((struct str){lexicon_##name, lexicon_##name##_size})

/* Borrows the text. */
struct lexicon *lexicon_read(struct str text, struct arena *arena);

/* The words of one group as a lexicon of their own. */
struct lexicon *
lexicon_group(const struct lexicon *lexicon, const char *group, struct arena *arena);

/* The word itself, or NULL. */
const struct lexicon_word *lexicon_find(const struct lexicon *lexicon, struct str word);

/* The longest word that s begins with, or ends with; NULL when there is none. */
const struct lexicon_word *lexicon_start(const struct lexicon *lexicon, struct str s);
const struct lexicon_word *lexicon_end(const struct lexicon *lexicon, struct str s);

#endif
