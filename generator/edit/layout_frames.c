#include <stdlib.h>

#include "base/list.h"
#include "edit/layout.h"
#include "edit/lines.h"

/* Frames: the lines of a column, the parts of a headline.
 *
 *          headline of A             1. A cell goes on with the frame above if it stands
 *     A1     A2     A3                  as its next line would: at the left of a column,
 *     A1     A2     A3                  below the middle of a headline; and has the
 *     headline of B                     frame's width to itself.
 *     B1   B2   B3                   2. Centred lines at a column's end part from it.
 *     B1   B2   B3                   3. Columns that a headline beside them pushed
 *                                       apart are joined. */

enum {
	REACH = LAYOUT_REACH,
	MOST_FRAMES = 1000,
	APART = 12,       /* rows that a headline beside may push in */
	FAR = 8,          /* code points between folios */
	COLUMN_LINES = 6, /* that a column has at least */
	HEAD_LINES = 3,   /* that a headline has at most */
};

/* Twice the place where the cell ends, by its width. */
static int
full_end(const struct cell *cell)
{
	return 2 * cell->x + line_width(cell->raw);
}

/* Whether the cell stands below the frame as its next line would: a column's at its left,
 * a headline's in the middle. */
static bool
is_aligned(const struct frame *frame, const struct cell *cell)
{
	bool column = frame->lines > 2;
	if (column && full_end(cell) > frame->full + 2 * REACH)
		return false;
	if (abs(cell->x - frame->x) <= REACH)
		return true;
	if (abs(cell->x + cell->end - frame->x - frame->end) <= 2 * REACH)
		return !column || cell->x > frame->x;
	int from = cell->x > frame->x ? cell->x : frame->x;
	int to = cell->end < frame->end ? cell->end : frame->end;
	return frame->lines > 1 && cell->x > frame->x &&
	       (to - from) * 3 >= (cell->end - cell->x) * 2;
}

/* Whether the cell goes on with the frame; none may that has another one beside it in the
 * frame's column. */
static bool
fits(const struct layout *layout, const struct frame *frame, size_t at)
{
	const struct cell *cell = &layout->cells.items[at - 1];
	unsigned step = cell->row - frame->bottom;
	if (frame->closed || step == 0 ||
		step > (frame->spacing ? frame->spacing : REACH))
		return false;
	bool beside = at < layout->cells.count && cell[1].row == cell->row &&
		      cell[1].x < frame->end - REACH;
	return !beside && is_aligned(frame, cell);
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
	frame->full = full_end(cell) > frame->full ? full_end(cell) : frame->full;
	int width = line_width(cell->raw);
	frame->width = width > frame->width ? width : frame->width;
	frame->lines++;
	layout->cells.items[frame->last - 1].next = at;
	frame->last = at;
}

/* Whether the cell stands in the page's first row, far from the others there. */
static bool
is_folio(const struct layout *layout, size_t at)
{
	const struct cell *cells = layout->cells.items, *cell = &cells[at - 1];
	if (cell->row != cells[0].row)
		return false;
	bool left = at > 1 && cell->x - cell[-1].end >= FAR;
	bool right = at < layout->cells.count && cell[1].row == cell->row &&
		     cell[1].x - cell->end >= FAR;
	return left || right;
}

/* The frame that the cell goes on with; NULL for none. Those that may still grow are few
 * and stand at the end of the list. */
static struct frame *
find_above(const struct layout *layout, size_t at)
{
	size_t count = layout->frames.count;
	size_t least = count > LAYOUT_MOST_CELLS ? count - LAYOUT_MOST_CELLS : 0;
	if (least < layout->oldest)
		least = layout->oldest;
	for (size_t i = count; i-- > least;)
		if (fits(layout, &layout->frames.items[i], at))
			return &layout->frames.items[i];
	return NULL;
}

/* Where columns begin beside it, a cell does not go on with a headline further up. */
static bool
begins_column(const struct layout *layout, const struct frame *frame, size_t at)
{
	const struct cell *cell = &layout->cells.items[at - 1];
	const struct frame *latest = &layout->frames.items[layout->frames.count - 1];
	bool far = frame->lines == 1 && cell->row > frame->bottom + 1;
	return far && at > 1 && cell[-1].row == cell->row && latest->first == at - 1;
}

static void
place(struct layout *layout, size_t at)
{
	const struct cell cell = layout->cells.items[at - 1];
	size_t count = layout->frames.count;
	while (layout->oldest < count &&
		layout->frames.items[layout->oldest].bottom + REACH < cell.row)
		layout->oldest++;
	struct frame *above = find_above(layout, at);
	if (above && !begins_column(layout, above, at)) {
		extend(layout, above, at);
		return;
	}
	*(struct frame *)list_add(&layout->frames, layout->arena) =
		(struct frame){.top = cell.row,
			.bottom = cell.row,
			.x = cell.x,
			.end = cell.end,
			.full = full_end(&cell),
			.width = line_width(cell.raw),
			.lines = 1,
			.closed = is_folio(layout, at),
			.first = at,
			.last = at};
}

static void
place_cells(struct layout *layout)
{
	for (size_t i = 1; i <= layout->cells.count; i++)
		place(layout, i);
}

/* Whether a column stops at the end of the frame in the middle of a sentence. */
static bool
is_unfinished(const struct layout *layout, const struct frame *frame)
{
	const struct cell *last = &layout->cells.items[frame->last - 1];
	return frame->lines > 1 && !line_ends(last->raw) &&
	       last->end + REACH >= frame->end;
}

/* The frame right below in the same column; NULL where another one stands between. */
static struct frame *
find_below(const struct layout *layout, const struct frame *frame)
{
	struct frame *found = NULL;
	for (size_t i = 0; i < layout->frames.count; i++) {
		struct frame *other = &layout->frames.items[i];
		if (other->top > frame->bottom && other->x < frame->end &&
			frame->x < other->end && (!found || other->top < found->top))
			found = other;
	}
	return found;
}

/* Makes a frame of its own of what follows the cell in the frame. */
static void
part_frame(struct layout *layout, size_t index, size_t kept, unsigned lines)
{
	struct frame *tail = list_add(&layout->frames, layout->arena);
	struct frame *frame = &layout->frames.items[index];
	struct cell *last = &layout->cells.items[kept - 1];
	*tail = (struct frame){.first = last->next, .last = frame->last, .lines = lines};
	frame->last = kept;
	frame->lines -= lines;
	frame->bottom = last->row;
	const struct cell *cell = &layout->cells.items[tail->first - 1];
	tail->top = cell->row;
	tail->x = cell->x;
	for (size_t at = tail->first; at; at = cell->next) {
		cell = &layout->cells.items[at - 1];
		tail->bottom = cell->row;
		tail->x = cell->x < tail->x ? cell->x : tail->x;
		tail->end = cell->end > tail->end ? cell->end : tail->end;
	}
	last->next = 0;
}

/* Whether the cell stands in the middle of the frame's column, with room on both sides.
 */
static bool
is_centered(const struct frame *frame, const struct cell *cell)
{
	return cell->x > frame->x + REACH && full_end(cell) < frame->full - 2 * REACH &&
	       abs(2 * cell->x + full_end(cell) - 2 * frame->x - frame->full) <=
		       4 * REACH;
}

/* Takes lines in the middle off the end of a column: the next headline. */
static void
part_tails(struct layout *layout)
{
	size_t count = layout->frames.count;
	for (size_t i = 0; i < count; i++) {
		struct frame *frame = &layout->frames.items[i];
		if (frame->lines < COLUMN_LINES)
			continue;
		size_t kept = 0, lines = 0;
		for (size_t at = frame->first; at;
			at = layout->cells.items[at - 1].next, lines++)
			if (!is_centered(frame, &layout->cells.items[at - 1])) {
				kept = at;
				lines = 0;
			}
		struct cell *last = &layout->cells.items[kept - 1];
		if (!kept || !last->next || lines > HEAD_LINES + 1)
			continue;
		part_frame(layout, i, kept, (unsigned)lines - 1);
	}
}

/* A headline beside a column may push its lines apart. */
static void
join_columns(struct layout *layout)
{
	for (size_t i = layout->frames.count; i-- > 0;) {
		struct frame *frame = &layout->frames.items[i];
		struct frame *below =
			is_unfinished(layout, frame) ? find_below(layout, frame) : NULL;
		if (!below || below->top > frame->bottom + APART ||
			below->spacing != frame->spacing ||
			abs(below->x - frame->x) > 2 * REACH ||
			abs(below->width - frame->width) > REACH)
			continue;
		layout->cells.items[frame->last - 1].next = below->first;
		frame->last = below->last;
		frame->bottom = below->bottom;
		frame->x = below->x < frame->x ? below->x : frame->x;
		frame->end = below->end > frame->end ? below->end : frame->end;
		frame->lines += below->lines;
		for (unsigned step = 0; step <= REACH; step++)
			frame->steps[step] += below->steps[step];
		*below = layout->frames.items[--layout->frames.count];
	}
}

void
frames_find(struct layout *layout)
{
	place_cells(layout);
	if (layout->frames.count > MOST_FRAMES)
		return;
	part_tails(layout);
	join_columns(layout);
}
