#include "edit/lines_layout.h"

#include <stdlib.h>

#include "base/list.h"
#include "edit/layout.h"

/* A page as printed by a layout-keeping extractor; x counts code points:
 *
 *      headline of A        | lede of B            rest of B
 *      text A    rest of A  | text B               of the text
 *      text A    rest of A  |
 *                           | headline of C
 *      text A    rest of A  | text C               text C
 *
 * 1. Every line is taken apart into cells at runs of two spaces and more.
 * 2. Cells that stand below one another at a steady distance make a frame.
 * 3. The frames are ordered by cutting: at an empty row, else at the leftmost
 *    gutter that none crosses, and so on within the parts. */

enum { MOST_POINTS = 2000, REACH = LAYOUT_REACH };

bool
layout_is_wide(struct str text)
{
	unsigned lines = 0, wide = 0;
	struct str raw;
	while (str_cut(&text, '\n', &raw)) {
		struct cell cell;
		unsigned cells = 0;
		int x = 0, gap = 0, end = 0;
		while (cells_next(&raw, &x, &cell)) {
			if (cells++ && cell.x - end > gap)
				gap = cell.x - end;
			end = cell.end;
			if (cells > LAYOUT_MOST_CELLS || x > MOST_POINTS)
				return false;
		}
		lines += cells > 0;
		wide += gap >= 3;
	}
	return wide >= 5 && wide * 5 >= lines * 2;
}

/* --- lines --- */

static void
add_frame(const struct layout *layout, size_t index, unsigned first,
	struct line_list *lines)
{
	const struct frame *frame = &layout->frames.items[index];
	unsigned above = frame->top, usual = 1;
	for (unsigned step = 2; step <= REACH; step++)
		if (frame->steps[step] > frame->steps[usual])
			usual = step;
	for (size_t at = frame->first; at;) {
		const struct cell *cell = &layout->cells.items[at - 1];
		unsigned step = cell->row - above;
		unsigned blanks = at == frame->first ? 1 : step > usual ? 1 : 0;
		size_t before = lines->count;
		lines_add(lines, cell->raw, first + cell->row, blanks,
			(unsigned)index + 1, layout->arena);
		if (lines->count > before)
			lines->items[before].indent = 2 * (cell->x - frame->x);
		above = cell->row;
		at = cell->next;
	}
}

void
layout_read(struct str text, unsigned first, struct line_list *lines, struct arena *arena)
{
	struct layout layout = {.arena = arena};
	cells_read(text, &layout.cells, arena);
	frames_find(&layout);
	frames_order(&layout.frames);
	for (size_t i = 0; i < layout.frames.count; i++)
		add_frame(&layout, i, first, lines);
}
