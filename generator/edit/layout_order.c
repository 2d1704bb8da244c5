#include <stdlib.h>

#include "edit/layout.h"
#include "edit/lines.h"

/* Reading order by cutting the page recursively (X-Y cut):
 *
 *          headline of A     |  headline of B        x of a headline reaches over the
 *     A1     A2     A3       |  B1    B2             columns below, as far as the
 *     A1     A2              |  B1    B2             headlines beside it let it
 *     -----------------------+--------------
 *     C1     C2     headline of D
 *
 * 1. Headlines are widened over the columns that they stand above.
 * 2. A part is cut at an empty row, unless only headlines stand above it; else at the
 *    leftmost gutter that none crosses; else between any two rows.
 * 3. So on within the parts. */

enum {
	HEAD_ROWS = 6, /* a headline has at most */
	BELOW = 4,     /* rows between a headline and its columns at most */
	DEPTH = 40,
	MOST_FRAMES = 1000,
};

/* --- 1. headlines --- */

static bool
stands_beside(const struct frame *a, const struct frame *b)
{
	return a->top <= b->bottom && b->top <= a->bottom;
}

/* How far from its middle the headline may reach until it meets what stands beside it or
 * the end of the page. Twice, for middles lie between points. */
static int
room_of(const struct frame_list *frames, const struct frame *head)
{
	int middle = head->x + head->end, left = 0, right = 0;
	for (size_t i = 0; i < frames->count; i++)
		right = frames->items[i].end > right ? frames->items[i].end : right;
	for (size_t i = 0; i < frames->count; i++) {
		const struct frame *other = &frames->items[i];
		if (other == head || !stands_beside(other, head))
			continue;
		if (other->end <= head->x && other->end > left)
			left = other->end;
		if (other->x >= head->end && other->x < right)
			right = other->x;
	}
	int to_left = middle - 2 * left, to_right = 2 * right - middle;
	return to_left < to_right ? to_left : to_right;
}

static void
widen(const struct frame_list *frames, struct frame *head)
{
	int middle = head->x + head->end, room = room_of(frames, head), columns = 0;
	struct frame wide = *head;
	for (size_t i = 0; i < frames->count; i++) {
		const struct frame *column = &frames->items[i];
		int away = abs(column->x + column->end - middle);
		if (column->bottom - column->top < 2 || column->top <= head->bottom ||
			column->top > head->bottom + BELOW ||
			away > room + 2 * LAYOUT_REACH)
			continue;
		wide.x = column->x < wide.x ? column->x : wide.x;
		wide.end = column->end > wide.end ? column->end : wide.end;
		columns++;
	}
	if (columns)
		wide.heads = true;
	*head = wide;
}

static void
widen_headlines(struct frame_list *frames)
{
	for (size_t i = 0; i < frames->count; i++)
		if (frames->items[i].bottom - frames->items[i].top < HEAD_ROWS)
			widen(frames, &frames->items[i]);
}

/* --- 2. cuts --- */

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

/* The number of frames above the first cut with at least so many empty rows, or count
 * where there is none. Headlines alone are not cut off from what they stand above. */
static size_t
cut_rows(struct frame *frames, size_t count, unsigned empty)
{
	qsort(frames, count, sizeof *frames, by_top);
	unsigned bottom = frames[0].bottom;
	bool heads = frames[0].heads;
	for (size_t i = 1; i < count; i++) {
		if (frames[i].top > bottom + empty && (!empty || !heads))
			return i;
		bottom = frames[i].bottom > bottom ? frames[i].bottom : bottom;
		bool brief = frames[i].top <= bottom + 1 &&
			     frames[i].bottom - frames[i].top < 2;
		heads = frames[i].heads || (heads && brief);
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
	while (count > 1 && depth < DEPTH) {
		size_t cut = cut_rows(frames, count, 1);
		if (cut == count)
			cut = cut_gutter(frames, count);
		if (cut == count)
			cut = cut_rows(frames, count, 0);
		if (cut == count)
			return;
		order(frames, cut, depth + 1);
		frames += cut;
		count -= cut;
	}
}

void
frames_order(struct frame_list *frames)
{
	if (!frames->count || frames->count > MOST_FRAMES)
		return;
	widen_headlines(frames);
	order(frames->items, frames->count, 0);
}
