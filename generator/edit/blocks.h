/* Blocks: the lines of a page joined into passages and labelled by form, before anybody
 * asks which belongs to which article. */
#ifndef EDIT_BLOCKS_H
#define EDIT_BLOCKS_H

#include "base/text.h"
#include "edit/blocks_bigrams.h"
#include "edit/credits.h"
#include "edit/furniture.h"
#include "edit/lines.h"

enum label {
	LABEL_BODY,
	LABEL_HEAD, /* part of a headline, a subhead, a column's name */
	LABEL_BYLINE,
	LABEL_CAPTION,
	LABEL_VERSE,
	LABEL_TABLE, /* rows kept, cells parted by tabs */
	LABEL_JUMP,  /* 下转第3版 */
	LABEL_FURNITURE,
	LABEL_REPEAT,
	LABELS
};

/* A run of lines that are one paragraph, one line of a headline, one caption ... */
struct passage {
	enum label label;
	struct str text;    /* joined */
	size_t first, last; /* lines, by index */
	unsigned blanks;    /* empty lines before */
	int column;         /* width of its column in half cells, 0 when not known */
	bool column_sure;   /* measured on lines of its own, or of its neighbour without a
			       gap */
	int level;          /* of a Markdown heading */
	uint32_t mark;      /* taken off its first line */
	bool lede;          /* opens as a news item does */
	bool signs;         /* the date at the foot of a notice */
	bool open_start;    /* begins in the middle of a paragraph */
	bool open_end;      /* breaks off without the end of a sentence */
	size_t next, previous; /* passages, counted from 1, that go on with its paragraph;
				  0: none */
	const char *what;      /* of furniture */
	struct str reason;     /* for the notes, or "" */
};

struct passage_list {
	struct passage *items;
	size_t count, capacity;
};

/* All words that the segmentation knows. */
struct segment_words {
	struct text *text;
	struct credit_words *credits;
	struct furniture_words *furniture;
	struct lexicon *kicker_end, *attendance, *presence, *column_end, *notice_end,
		*weather, *obituary, *series; /* heads.txt */
};

/* A page while it is being cut; everything in it lives in the scratch arena. */
struct draft {
	const struct segment_words *words;
	struct arena *arena;
	struct line_list lines;
	struct folio *folios; /* one for each line */
	struct bigrams pairs; /* of all lines */
	struct passage_list passages;
	struct str_list
		columns;    /* names that folio lines or repetition prove to be columns */
	struct str *joints; /* one for each line: why it was joined or not; NULL when
			       nobody asks */
	bool gapless;       /* no empty lines to speak of */
	int title_level;    /* Markdown level of headlines, 0 for none */
};

struct segment_words *segment_words_read(struct text *text, struct arena *arena);

/* Finds the furniture among the lines, then joins the others into labelled passages. */
void blocks_find(struct draft *draft);

/* Whether the break between a and b most likely parts a word: the two characters stand
 * side by side elsewhere on the page, or the dictionary knows a word over the break. */
bool blocks_part_a_word(const struct draft *draft, struct str a, struct str b);

/* a and b as one text: without a space unless Latin meets Latin. */
struct str blocks_join(struct str a, struct str b, struct arena *arena);

const char *label_name(enum label label);

#endif
