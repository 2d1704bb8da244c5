/* A text taken apart for close reading: its code points, where each begins, and ICU's
 * word boundaries in those runs of Chinese that somebody asked about. */
#ifndef EDIT_PASSAGE_H
#define EDIT_PASSAGE_H

#include "archive/article.h"
#include "base/text.h"

struct passage {
	struct str text;
	struct str printed; /* the same, or what it was before passage_simplify */
	uint32_t *points;   /* `count` of them and some zeros behind the last */
	size_t *offsets;    /* in bytes; `count` + 1 of them */
	uint8_t *cuts;      /* what is known of the boundary before each point */
	size_t count;
	size_t headline; /* points of the headline, with which an article's text begins */
};

/* Borrows the text. */
struct passage passage_open(struct str text, struct arena *arena);

/* An article's headline, then its blocks, each with a line end. */
struct passage passage_of_article(const struct article *article, struct arena *arena);

/* The text of the points [from, to), and the same as printed. */
struct str passage_view(const struct passage *passage, size_t from, size_t to);
struct str passage_printed(const struct passage *passage, size_t from, size_t to);

/* The passage to be read in simplified characters, point by point, where it is printed in
 * traditional ones: no list of words needs to know both. Any other is returned as it is.
 * Costs about 1 s for a million bytes of traditional text. */
struct passage
passage_simplify(const struct passage *passage, struct text *text, struct arena *arena);

/* Finds the words of the run of Han around a point, once for each run. Costs about 0.3 s
 * for a million bytes. */
void passage_find_words(const struct passage *passage, size_t at, struct text *text,
	struct arena *scratch);

/* Whether a word begins at the point; true at both ends of every run, false inside a run
 * of which the words were not asked for. */
bool passage_is_cut(const struct passage *passage, size_t at);

/* The point after the word that begins at `at`. */
size_t passage_word_end(const struct passage *passage, size_t at);

#endif
