/* Places in a passage where a Chinese name may stand, and the evidence for it, weighed.
 */
#ifndef EDIT_NAME_CANDIDATES_H
#define EDIT_NAME_CANDIDATES_H

#include "edit/contexts.h"
#include "edit/names.h"

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
	uint8_t foreign; /* signs of a foreign name in and beside it */
};

struct candidate {
	size_t from, to; /* points */
	struct evidence evidence;
	int score; /* logarithm of the odds that this is a name, in hundredths */
	bool taken;
};

struct candidate_list {
	struct candidate *items;
	size_t count, capacity;
};

/* All candidates in the order of the text; several may overlap. */
struct candidate_list
name_candidates_find(const struct names *names, const struct contexts *contexts,
	const struct passage *passage, struct text *text, struct arena *scratch);

#endif
