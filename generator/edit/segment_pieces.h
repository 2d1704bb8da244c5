/* Pieces: the passages of a page grouped into what belongs together, articles in the
 * making. */
#ifndef EDIT_SEGMENT_PIECES_H
#define EDIT_SEGMENT_PIECES_H

#include "edit/titles.h"
#include "edit/titles_affinity.h"

struct piece {
	struct index_list
		body; /* passages in reading order: paragraphs, subheads, verse */
	struct index_list captions; /* passages */
	struct index_list jumps;
	struct index_list notes; /* on the author, at the foot of the text */
	size_t first;            /* the passage it begins with */
	size_t into; /* the piece it was merged into, counted from 1; 0 for none */
	size_t head; /* its headline, counted from 1; 0 for none */
	int column;  /* width, 0 when not known */
	bool column_sure;
	int widest; /* of its passages' columns that were measured well */
	bool lede, verse;
	bool photo; /* nothing but a caption */
	int doubt;  /* of the cut, 0 to 1000 */
};

struct piece_list {
	struct piece *items;
	size_t count, capacity;
};

/* The whole of a page in pieces. */
struct cutting {
	struct draft *draft;
	struct piece_list pieces;
	struct headset_list heads;
	struct affinity *affinity; /* of headlines and captions to pieces by number */
	bool heads_last;           /* headlines mostly stand behind their bodies */
};

/* Cuts at ledes, at headlines that are no subheads, at changes of column; then puts
 * together again what the links say. */
void pieces_cut(struct cutting *cutting);

/* The piece that number n was merged into in the end. */
size_t piece_root(const struct cutting *cutting, size_t n);

/* Moves all of the piece `from` to the piece `to`, behind its body or, if `ahead`, before
 * it; numbers count from 1. */
void piece_merge(struct cutting *cutting, size_t to, size_t from, bool ahead);

/* The first few hundred characters of the piece. */
struct str piece_opening(const struct cutting *cutting, const struct piece *piece);

/* Pieces left without any headline or lede go to the piece they continue. */
void pieces_gather(struct cutting *cutting);

void index_add(struct index_list *list, size_t index, struct arena *arena);

#endif
