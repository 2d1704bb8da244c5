#include <stdlib.h>

#include "edit/layout.h"

/* Reading order by cutting the page recursively (X-Y cut). */

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

void
frames_order(struct frame_list *frames)
{
	if (frames->count)
		order(frames->items, frames->count, 0);
}
