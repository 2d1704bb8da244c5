#include "edit/lines_layout.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"

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

enum { GAP = 2, MOST_CELLS = 64, MOST_POINTS = 2000, MOST_FRAMES = 1000, REACH = 3 };

struct cell {
	struct str raw;
	unsigned row;
	int x, end;
	size_t next; /* in its frame, 0 for none */
};

struct frame {
	unsigned top, bottom, spacing; /* rows; spacing 0 while it has one line */
	unsigned steps[REACH + 1];     /* how often each distance between lines occurs */
	int x, end;
	size_t first, last; /* cells, counted from 1 */
};

struct layout {
	struct {
		struct cell *items;
		size_t count, capacity;
	} cells;
	struct {
		struct frame *items;
		size_t count, capacity;
	} frames;
	struct arena *arena;
};

/* --- 1. cells --- */

/* Takes the next cell off the line, x being where the line now stands. */
static bool
next_cell(struct str *rest, int *x, struct cell *cell)
{
	while (rest->len && text_is_space(str_peek(*rest))) {
		str_next(rest);
		++*x;
	}
	if (!rest->len)
		return false;
	*cell = (struct cell){.raw = *rest, .x = *x};
	int gap = 0;
	while (rest->len && gap < GAP) {
		gap = text_is_space(str_next(rest)) ? gap + 1 : 0;
		++*x;
		if (!gap) {
			cell->raw.len = (size_t)(rest->data - cell->raw.data);
			cell->end = *x;
		}
	}
	return true;
}

bool
layout_is_wide(struct str text)
{
	unsigned lines = 0, wide = 0;
	struct str raw;
	while (str_cut(&text, '\n', &raw)) {
		struct cell cell;
		unsigned cells = 0;
		int x = 0, gap = 0, end = 0;
		while (next_cell(&raw, &x, &cell)) {
			if (cells++ && cell.x - end > gap)
				gap = cell.x - end;
			end = cell.end;
			if (cells > MOST_CELLS || x > MOST_POINTS)
				return false;
		}
		lines += cells > 0;
		wide += gap >= 3;
	}
	return wide >= 5 && wide * 5 >= lines * 2;
}

/* --- 2. frames --- */

static bool
fits(const struct frame *frame, const struct cell *cell)
{
	unsigned step = cell->row - frame->bottom;
	if (step == 0 || step > (frame->spacing ? frame->spacing : REACH))
		return false;
	if (abs(cell->x - frame->x) <= REACH)
		return true;
	int from = cell->x > frame->x ? cell->x : frame->x;
	int to = cell->end < frame->end ? cell->end : frame->end;
	return cell->x > frame->x && (to - from) * 3 >= (cell->end - cell->x) * 2;
}

static void
extend(struct layout *layout, struct frame *frame, size_t at)
{
	struct cell *cell = &layout->cells.items[at - 1];
	unsigned step = cell->row - frame->bottom;
	if (!frame->spacing || step < frame->spacing)
		frame->spacing = step;
	frame->steps[step < REACH ? step : REACH]++;
	frame->bottom = cell->row;
	frame->x = cell->x < frame->x ? cell->x : frame->x;
	frame->end = cell->end > frame->end ? cell->end : frame->end;
	layout->cells.items[frame->last - 1].next = at;
	frame->last = at;
}

/* The frames that may still grow are few and stand at the end of the list. */
static void
place(struct layout *layout, size_t at, size_t *oldest)
{
	const struct cell cell = layout->cells.items[at - 1];
	size_t count = layout->frames.count;
	while (*oldest < count && layout->frames.items[*oldest].bottom + REACH < cell.row)
		++*oldest;
	size_t least = count > MOST_CELLS ? count - MOST_CELLS : 0;
	for (size_t i = count; i-- > (*oldest > least ? *oldest : least);)
		if (fits(&layout->frames.items[i], &cell)) {
			extend(layout, &layout->frames.items[i], at);
			return;
		}
	*(struct frame *)list_add(&layout->frames, layout->arena) =
		(struct frame){.top = cell.row,
			.bottom = cell.row,
			.x = cell.x,
			.end = cell.end,
			.first = at,
			.last = at};
}

static void
find_frames(struct layout *layout, struct str text)
{
	struct str raw;
	size_t oldest = 0;
	for (unsigned row = 0; str_cut(&text, '\n', &raw); row++) {
		struct cell cell;
		int x = 0;
		while (next_cell(&raw, &x, &cell)) {
			cell.row = row;
			*(struct cell *)list_add(&layout->cells, layout->arena) = cell;
			place(layout, layout->cells.count, &oldest);
		}
	}
}

/* --- 3. order --- */

static int
by_top(const void *a, const void *b)
{
	const struct frame *left = a, *right = b;
	if (left->top != right->top)
		return left->top < right->top ? -1 : 1;
	return (left->x > right->x) - (left->x < right->x);
}

static int
by_left(const void *a, const void *b)
{
	const struct frame *left = a, *right = b;
	if (left->x != right->x)
		return left->x < right->x ? -1 : 1;
	return (left->top > right->top) - (left->top < right->top);
}

/* The number of frames before the first cut, or count where there is none. */
static size_t
cut_rows(struct frame *frames, size_t count)
{
	qsort(frames, count, sizeof *frames, by_top);
	unsigned bottom = frames[0].bottom;
	for (size_t i = 1; i < count; i++) {
		if (frames[i].top > bottom + 1)
			return i;
		bottom = frames[i].bottom > bottom ? frames[i].bottom : bottom;
	}
	return count;
}

static size_t
cut_gutter(struct frame *frames, size_t count)
{
	qsort(frames, count, sizeof *frames, by_left);
	int end = frames[0].end;
	for (size_t i = 1; i < count; i++) {
		if (frames[i].x > end)
			return i;
		end = frames[i].end > end ? frames[i].end : end;
	}
	return count;
}

static void
order(struct frame *frames, size_t count, int depth)
{
	while (count > 1 && depth < 40) {
		size_t cut = cut_rows(frames, count);
		if (cut == count)
			cut = cut_gutter(frames, count);
		if (cut == count) {
			qsort(frames, count, sizeof *frames, by_top);
			return;
		}
		order(frames, cut, depth + 1);
		frames += cut;
		count -= cut;
	}
}

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
	find_frames(&layout, text);
	if (layout.frames.count > 0 && layout.frames.count <= MOST_FRAMES)
		order(layout.frames.items, layout.frames.count, 0);
	for (size_t i = 0; i < layout.frames.count; i++)
		add_frame(&layout, i, first, lines);
}
