/* Places in a passage where a Chinese name may stand, and the evidence for it, weighed.
 */
#ifndef EDIT_NAME_CANDIDATES_H
#define EDIT_NAME_CANDIDATES_H

#include "edit/contexts.h"
#include "edit/names.h"

enum { NAME_LIKELY = -150 }; /* a score from which on a name is likely */

/* How ICU cut the name itself: an unknown name falls into single characters, while a
 * common word stays whole. Given names of one character first. */
enum name_shape {
	SHAPE_SINGLES_2, /* 邱|岩 */
	SHAPE_WHOLE_2,   /* 高峰 */
	SHAPE_PADDED,    /* 张　恒 */
	SHAPE_SINGLES_3, /* 郭|灵|计 */
	SHAPE_GIVEN_3,   /* 王|有利 */
	SHAPE_HEAD_3,    /* 曾范|涛 */
	SHAPE_WHOLE_3,
	NAME_SHAPES
};

/* Whether the name begins and ends where ICU cuts. */
enum name_edges { EDGES_BOTH, EDGES_LEFT, EDGES_RIGHT, EDGES_NONE, NAME_EDGES };

/* How many likely names stand in one list with this one. */
enum { LIST_GRADES = 6 };

/* An office before and a verb or a sign behind, which together tell more than each. */
enum name_frame { FRAME_NONE, FRAME_VERB, FRAME_SIGN, NAME_FRAMES };

/* Characters of foreign names in the name and on both its sides: none or one, two, three,
 * more. */
enum { NAME_FOREIGN = 4 };

/* Surnames are graded 1 to 5, compound ones 6 and 7. */
enum { COMPOUND_RARE = 6, COMPOUND_SURE = 7, SURNAME_GRADES = 8 };

struct evidence {
	uint8_t surname;
	uint8_t only;          /* grade of a given name of one character, else 0 */
	uint8_t first, second; /* grades of one of two characters, else 0 */
	uint8_t next; /* behind one of one character: the grade of the single next to it
		       */
	uint8_t shape, edges, left, right, frame, list;
	uint8_t place;   /* closed as places are, in a place that is weak for a name */
	uint8_t foreign; /* signs of a foreign name in and beside it */
};

/* All candidates of one name in a passage; counted by name_choice. */
struct name_tally {
	unsigned count, taken;
	int likely, hopeless; /* by their scores */
	bool hopeful;         /* one of them at least could be likely */
	bool found;           /* is a name in this passage */
};

struct candidate {
	size_t from, given, to; /* points: surname, given name, what follows */
	struct evidence evidence;
	struct name_tally *tally;
	int score; /* logarithm of the odds that this is a name, in hundredths */
	bool taken;
};

struct candidate_list {
	struct candidate *items;
	size_t count, capacity;
	struct map tallies; /* by name */
};

/* The printed name without the space that pads it. */
struct str
name_text(const struct passage *passage, size_t from, size_t to, struct arena *arena);

/* All candidates in the order of the text; several may overlap. Where no place of a name
 * could make it likely (NAME_LIKELY), words are not looked for and its candidates score
 * EVIDENCE_NONE: they can be no names, but they count in comparing names. */
struct candidate_list
name_candidates_find(const struct names *names, const struct contexts *contexts,
	const struct passage *passage, struct text *text, struct arena *scratch);

#endif
