#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "edit/layout.h"
#include "edit/lines.h"

/* Columns set close together stand one space apart where the left one is full:
 *
 *     仍旧每天来码头坐一坐，看水 停了挨不挨得住骂；船上多挤      x
 *     发黄三天，上游就有大水；机 十个人看不看得出来，看出来      x
 *     念出来的。               到今天没有变过。公司一      a cell of its own, at y
 *
 * 1. A space behind five characters and more may be a gutter.
 * 2. It is one if the left parts of two other rows near end at the same width.
 * 3. What stands right of it is moved to where the column begins in rows that show it
 *    (y): extractors count a full line narrower than it is.
 * 4. So on with what stands to the right. */

enum {
	GAP = 2,     /* spaces that part cells */
	LEFT = 5,    /* characters at least that a full line has */
	ROWS = 12,   /* above and below that show a gutter */
	SHOWN = 2,   /* of them that must */
	SLACK = 3,   /* half cells by which full lines differ */
	DRIFT = 8,   /* code points by which a full line is counted too narrow */
	COLUMNS = 8, /* side by side at most */
	MOST_SEAMS = 6,
	MOST_GIVE = 4,
	MOST_CELLS = 10000, /* of a page that is searched for gutters */
};

bool
cells_next(struct str *rest, int *x, struct cell *cell)
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

/* --- hidden gutters --- */

/* Where a cell may be two. */
struct seam {
	size_t at;  /* bytes of the left part */
	int points; /* of it, with the space */
	int width;  /* half cells */
	int end;    /* twice the place where it ends, by its width */
	int give;   /* half cells by which its quotation marks may be wider */
};

struct seams {
	struct seam items[MOST_SEAMS];
	int count;
	int end; /* twice the place where the whole cell ends; 0: letter-spaced */
};

struct splitting {
	struct cell_list *cells;
	struct seams *seams; /* of each cell */
	struct arena *arena;
};

/* 1. The spaces of the cell that may be gutters. */
static struct seams
find_seams(const struct cell *cell)
{
	struct str rest = cell->raw;
	struct seams seams = {.end = 2 * cell->x + line_width(cell->raw)};
	int points = 0, letters = 0, singles = 0, run = 0, quotes = 0;
	while (rest.len) {
		size_t at = cell->raw.len - rest.len;
		uint32_t c = str_next(&rest);
		bool space = text_is_space(c);
		quotes += c >= 0x2018 && c <= 0x201D;
		points++;
		letters += !space;
		run++;
		if (!space)
			continue;
		singles += run == 2; /* with its space */
		run = 0;
		int width = line_width(str_slice(cell->raw, 0, at));
		if (letters >= LEFT && seams.count < MOST_SEAMS)
			seams.items[seams.count++] =
				(struct seam){at, points, width, 2 * cell->x + width,
					quotes < MOST_GIVE ? quotes : MOST_GIVE};
	}
	if (singles > 3)
		seams.end = seams.count = 0;
	return seams;
}

/* Whether the two end at the same place, or are as wide where x is not to be trusted. */
static bool
is_same(const struct seam *a, const struct seam *b)
{
	int slack = SLACK + (a->give > b->give ? a->give : b->give);
	return abs(a->end - b->end) <= slack ||
	       (abs(a->width - b->width) <= slack &&
		       abs(a->end - b->end - a->width + b->width) <= 2 * DRIFT);
}

static bool
has_seam(const struct seams *seams, const struct seam *seam)
{
	for (int i = 0; i < seams->count; i++)
		if (is_same(&seams->items[i], seam))
			return true;
	return false;
}

/* What the cell j says of a gutter in the cell i: 1 that it is there, -1 that text goes
 * over it. */
static int
vote_of(const struct splitting *s, size_t i, size_t j, const struct seam *seam)
{
	const struct cell *cell = &s->cells->items[i], *other = &s->cells->items[j];
	if (other->row == cell->row)
		return 0;
	if (has_seam(&s->seams[j], seam))
		return 1;
	if (abs(other->x - cell->x) > LAYOUT_REACH)
		return 0;
	bool parted = j + 1 < s->cells->count && other[1].row == other->row;
	if (parted && abs(s->seams[j].end - seam->end) <= SLACK)
		return 1;
	return s->seams[j].end > seam->end + SLACK + seam->give ? -1 : 0;
}

/* 2. Whether rows near show the same gutter. */
static bool
is_gutter(const struct splitting *s, size_t i, const struct seam *seam)
{
	const struct cell *cells = s->cells->items;
	unsigned row = cells[i].row;
	int shown = 0, against = 0;
	size_t first = i, last = i;
	while (first > 0 && cells[first - 1].row + ROWS >= row)
		first--;
	while (last + 1 < s->cells->count && cells[last + 1].row <= row + ROWS)
		last++;
	for (size_t j = first; j <= last; j++) {
		int vote = vote_of(s, i, j, seam);
		shown += vote > 0;
		against += vote < 0;
	}
	return shown >= SHOWN && shown > against;
}

/* The first gutter of the cell; NULL for none. */
static const struct seam *
find_gutter(const struct splitting *s, size_t i)
{
	for (int n = 0; n < s->seams[i].count; n++)
		if (is_gutter(s, i, &s->seams[i].items[n]))
			return &s->seams[i].items[n];
	return NULL;
}

/* Whether the cell j begins the column that is looked for, right of one that begins like
 * the cell. */
static bool
shows_column(const struct splitting *s, const struct cell *cell, size_t j, int from)
{
	const struct cell *other = &s->cells->items[j];
	if (j == 0 || other->x < from || other->x > from + DRIFT)
		return false;
	const struct cell *left = other - 1;
	return left->row == other->row && abs(left->x - cell->x) <= LAYOUT_REACH;
}

/* 3. Where the column right of the gutter begins. */
static int
column_start(const struct splitting *s, size_t i, const struct seam *seam)
{
	const struct cell *cell = &s->cells->items[i];
	int from = cell->x + seam->points, found = from + DRIFT + 1;
	unsigned row = cell->row;
	for (size_t j = i; j-- > 0 && s->cells->items[j].row + 2 * ROWS >= row;)
		if (shows_column(s, cell, j, from) && s->cells->items[j].x < found)
			found = s->cells->items[j].x;
	for (size_t j = i + 1;
		j < s->cells->count && s->cells->items[j].row <= row + 2 * ROWS; j++)
		if (shows_column(s, cell, j, from) && s->cells->items[j].x < found)
			found = s->cells->items[j].x;
	return found > from + DRIFT ? from : found;
}

static void
add_halves(const struct splitting *s, size_t i, const struct seam *seam,
	struct cell_list *out)
{
	struct cell left = s->cells->items[i], right = left;
	left.raw.len = seam->at;
	left.end = left.x + seam->points - 1;
	right.raw = str_trim(str_slice(right.raw, seam->at, right.raw.len));
	right.x = column_start(s, i, seam);
	right.end = right.x + (int)str_count(right.raw);
	*(struct cell *)list_add(out, s->arena) = left;
	*(struct cell *)list_add(out, s->arena) = right;
}

/* Splits every cell at its first gutter; whether there were any. */
static bool
split_cells(struct splitting *s)
{
	struct cell_list out = {0};
	for (size_t i = 0; i < s->cells->count; i++)
		s->seams[i] = find_seams(&s->cells->items[i]);
	for (size_t i = 0; i < s->cells->count; i++) {
		const struct seam *gutter = find_gutter(s, i);
		if (gutter)
			add_halves(s, i, gutter, &out);
		else
			*(struct cell *)list_add(&out, s->arena) = s->cells->items[i];
	}
	bool found = out.count > s->cells->count;
	*s->cells = out;
	return found;
}

void
cells_read(struct str text, struct cell_list *cells, struct arena *arena)
{
	struct str raw;
	for (unsigned row = 0; str_cut(&text, '\n', &raw); row++) {
		struct cell cell;
		int x = 0;
		while (cells_next(&raw, &x, &cell)) {
			cell.row = row;
			*(struct cell *)list_add(cells, arena) = cell;
		}
	}
	struct splitting splitting = {.cells = cells, .arena = arena};
	for (int column = 1; column < COLUMNS && cells->count < MOST_CELLS; column++) {
		splitting.seams = arena_array(arena, struct seams, cells->count + 1);
		if (!split_cells(&splitting))
			break;
	}
}
