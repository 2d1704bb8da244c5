#include "edit/blocks_widths.h"

#include <stdlib.h>

static int
nearer(int width, int one, int other)
{
	int a = one ? abs(one - width) : 99, b = other ? abs(other - width) : 99;
	int near = a < b ? one : other;
	return near && abs(near - width) <= 2 ? near : 0;
}

/* A last line that ends a sentence does not count; of a few lines, two that are wider
 * settle it, for lines fall short more often. */
int
widths_own(const struct draft *draft, const struct shape_list *shapes, size_t first,
	size_t last)
{
	int weight[128] = {0}, count[128] = {0}, best = 0, most = 1;
	for (size_t i = first; i <= last && i < first + 60; i++) {
		const struct line *line = &draft->lines.items[shapes->items[i].line];
		if (line->width <= 8 || line->width >= 126 || line->spread ||
			(i == last && line->ends))
			continue;
		weight[line->width] += line->squeezed ? 1 : 2;
		count[line->width]++;
	}
	for (int width = 9; width < 126; width++) {
		int score = 2 * weight[width] + weight[width - 1] + weight[width + 1];
		if (count[width] > 1 && score >= most) {
			most = score;
			best = width;
		}
	}
	int lines = (int)(last - first + 1);
	for (int width = 125; best && width >= best + 3; width--)
		if (count[width] &&
			(count[width] + count[width - 1] + count[width - 2]) * 2 >=
				lines &&
			lines > 2)
			return width;
	return best;
}

int
widths_around(const struct draft *draft, const struct shape_list *shapes, size_t first,
	size_t last)
{
	const struct shape *middle = &shapes->items[(first + last) / 2];
	int widest = 0;
	for (size_t i = first; i <= last && i < first + 40; i++) {
		const struct line *line = &draft->lines.items[shapes->items[i].line];
		int width = line->width + (line->give < 2 ? line->give : 2);
		if (i == last && last > first && line->ends)
			break;
		widest = width > widest ? width : widest;
	}
	int after = shapes->items[first].after;
	if (shape_is_indented(draft, &shapes->items[first]) && last <= first + 1 && after)
		return after;
	int found =
		nearer(widest, shapes->items[first].before, shapes->items[last].after);
	if (!found)
		found = nearer(
			widest, shapes->items[first].after, shapes->items[last].before);
	if (!found && last > first)
		return widest < 70 ? widest : 0;
	if (!found && shape_is_indented(draft, middle))
		return middle->after && abs(middle->after - widest) <= 6 ? middle->after
									 : middle->before;
	return found;
}
