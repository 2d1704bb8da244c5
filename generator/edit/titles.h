/* Headlines: runs of headline lines taken apart into kicker, title, subtitle, byline and
 * column. */
#ifndef EDIT_TITLES_H
#define EDIT_TITLES_H

#include "edit/blocks.h"

struct index_list {
	size_t *items;
	size_t count, capacity;
};

/* One headline; parts that are not there are "". Couplet parts are joined by one U+3000.
 */
struct headset {
	struct str kicker, title, subtitle, byline, column;
	struct index_list passages;     /* all that it is made of */
	size_t before, after;           /* pieces around it, counted from 1, 0 for none */
	size_t piece;                   /* the piece it was given to, likewise */
	int level;                      /* of the title; 0 without Markdown signs */
	bool strong;                    /* surely no subhead */
	size_t order, of;               /* which one of how many in its run, from 0 */
	unsigned gap_before, gap_after; /* empty lines */
};

struct headset_list {
	struct headset *items;
	size_t count, capacity;
};

/* Takes the run of headline and byline passages apart; there may be several headlines in
 * one. */
void titles_read(const struct draft *draft, const struct index_list *run,
	struct headset_list *list);

/* Whether the passage is by its own form part of an article's headline, not of a subhead.
 */
bool title_is_strong(const struct draft *draft, const struct passage *passage);

/* The word by which the line announces a notice (公告, 遗失声明), or NULL; its value is
 * "advert" for small ads. */
const struct lexicon_word *title_is_notice(const struct draft *draft, struct str text);

/* Two parts of one length round the gap, as couplets are: 比武展风采　擂台练尖兵. */
bool title_is_balanced(struct str text);

/* A headline as printed: gaps inside become one U+3000. */
struct str title_text(struct str text, struct arena *arena);

#endif
