/* A page laid out in columns side by side, as cells and frames. For lines_layout.c and
 * the layout_ files only. */
#ifndef EDIT_LAYOUT_H
#define EDIT_LAYOUT_H

#include "base/str.h"

enum {
	LAYOUT_REACH = 3,       /* code points, rows: as far as things count as near */
	LAYOUT_MOST_CELLS = 64, /* in a row */
};

/* A piece of a row; x counts code points. */
struct cell {
	struct str raw;
	unsigned row;
	int x, end;
	size_t next; /* in its frame, 0 for none */
};

/* All of the page, row by row, each from left to right. */
struct cell_list {
	struct cell *items;
	size_t count, capacity;
};

/* Cells that stand below one another. */
struct frame {
	unsigned top, bottom, spacing;    /* rows; spacing 0 while it has one line */
	unsigned steps[LAYOUT_REACH + 1]; /* how often each distance of lines occurs */
	int x, end;
	int full;  /* twice the place where its widest line ends, by width */
	int width; /* of its widest line, half cells */
	unsigned lines;
	size_t first, last; /* cells, counted from 1 */
	bool closed;        /* nothing is added to it */
	bool heads;         /* a headline over columns */
};

struct frame_list {
	struct frame *items;
	size_t count, capacity;
};

struct layout {
	struct cell_list cells;
	struct frame_list frames;
	size_t oldest; /* frame that may still grow */
	struct arena *arena;
};

/* Takes the next cell off the row: up to two spaces or more. x is where the row now
 * stands; false at its end. */
bool cells_next(struct str *rest, int *x, struct cell *cell);

/* Cells of a page, also where the gutter is one space wide. */
void cells_read(struct str text, struct cell_list *cells, struct arena *arena);

/* Fills the frames from the cells. */
void frames_find(struct layout *layout);

/* Puts the frames in reading order; more than a thousand stay as they are. */
void frames_order(struct frame_list *frames);

#endif
