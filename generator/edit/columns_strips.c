#include "edit/columns_strips.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"

/* A space that stands at the same place in lines near each other parts two columns:
 *
 *     色，听机器声。师傅说，江 十个人看不看得出来，看出
 *     发黄三天，上游就有大水； 了舍不得喊他们下去。
 *
 * The column of a strip is the width that most strips near it keep to. */

enum {
	NEAR = 8,    /* lines that may prove a gutter */
	AROUND = 14, /* strips that settle a column */
	LEAST = 16,  /* half cells: no column is narrower */
	MOST = 70,   /* or wider */
	SLACK = 2,
	PROOFS = 2,
	INDENT_LEAST = 3,
	INDENT_MOST = 6,
};

/* --- lines taken apart --- */

/* Width of the text before its first space that may be a gutter; 0 for none. */
static int
gutter_of(const struct line *line, struct str text, size_t *at)
{
	if (line->table || line->level)
		return 0;
	for (size_t i = 0; i + 1 < text.len; i++) {
		if (text.data[i] != ' ')
			continue;
		int width = line_width(str_slice(text, 0, i));
		if (width < LEAST)
			continue;
		*at = i;
		return width < MOST ? width : 0;
	}
	return 0;
}

static bool
is_gutter(const struct strip_list *strips, const int *gutters, size_t count, size_t i)
{
	unsigned proofs = 0;
	size_t first = i > NEAR ? i - NEAR : 0;
	for (size_t j = first; j < count && j <= i + NEAR; j++) {
		const struct strip *other = &strips->items[j];
		bool same = gutters[j] && abs(gutters[j] - gutters[i]) <= SLACK;
		bool alone = !gutters[j] && abs(other->width - gutters[i]) <= SLACK;
		proofs += j != i && (same || alone) ? (same ? 2 : 1) : 0;
	}
	return proofs >= 2 * PROOFS;
}

static struct strip
strip_of(const struct line *line, struct str text)
{
	struct str rest = text;
	return (struct strip){.line = line,
		.text = text,
		.blanks = line->blanks,
		.width = line_width(text),
		.ends = line_ends(text),
		.first = str_peek(text),
		.last = str_last(&rest)};
}

static struct strip
whole_strip(const struct line *line)
{
	struct strip strip = strip_of(line, line->spread ? line->text : line->raw);
	strip.width = line->width;
	strip.ends = line->ends;
	return strip;
}

/* The column that lines near by prove; 0 for none. */
static int
proven_near(const int *proven, size_t count, size_t i)
{
	for (size_t step = 1; step <= NEAR; step++) {
		if (step <= i && proven[i - step])
			return proven[i - step];
		if (i + step < count && proven[i + step])
			return proven[i + step];
	}
	return 0;
}

/* They are set wide or narrow. */
static int
quotes_of(struct str text)
{
	int quotes = 0;
	while (text.len) {
		uint32_t c = str_next(&text);
		quotes += c >= 0x2018 && c <= 0x201D;
	}
	return quotes;
}

/* Where a strip too wide for its column is parted, though its left side is the first line
 * or the last one of a paragraph; 0 for nowhere. */
static size_t
loose_gutter(const struct strip *strip, int column)
{
	size_t found = 0;
	if (!column || strip->width < column + LEAST / 2 || strip->line->table)
		return 0;
	for (size_t i = 1; i + 1 < strip->text.len; i++) {
		if (strip->text.data[i] != ' ')
			continue;
		struct str left = str_slice(strip->text, 0, i);
		int lack = column - line_width(left);
		if (lack >= -INDENT_LEAST - 1 &&
			(lack <= INDENT_MOST + 1 + quotes_of(left) || line_ends(left)))
			found = i;
	}
	return found;
}

static void
part_strip(
	const struct strip *strip, size_t at, struct strip_list *out, struct arena *arena)
{
	struct str left = str_trim(str_slice(strip->text, 0, at));
	struct str right = str_trim(str_slice(strip->text, at, strip->text.len));
	*(struct strip *)list_add(out, arena) = strip_of(strip->line, left);
	*(struct strip *)list_add(out, arena) = strip_of(strip->line, right);
}

/* Parts the strips of the list where gutters are; true if there were any. */
static bool
part_strips(struct strip_list *strips, struct arena *arena)
{
	size_t count = strips->count;
	int *gutters = arena_array(arena, int, count + 1);
	int *proven = arena_array(arena, int, count + 1);
	size_t *at = arena_array(arena, size_t, count + 1);
	struct strip_list out = {.gappy = strips->gappy};
	bool found = false;
	for (size_t i = 0; i < count; i++)
		gutters[i] =
			gutter_of(strips->items[i].line, strips->items[i].text, &at[i]);
	for (size_t i = 0; i < count; i++)
		proven[i] = gutters[i] && is_gutter(strips, gutters, count, i)
				    ? gutters[i]
				    : 0;
	for (size_t i = 0; i < count; i++) {
		const struct strip *strip = &strips->items[i];
		size_t cut = proven[i]
				     ? at[i]
				     : loose_gutter(strip, proven_near(proven, count, i));
		found |= cut > 0;
		if (cut)
			part_strip(strip, cut, &out, arena);
		else
			*(struct strip *)list_add(&out, arena) = *strip;
	}
	*strips = out;
	return found;
}

static void
number_cells(struct strip_list *strips)
{
	for (size_t i = 0, end; i < strips->count; i = end) {
		for (end = i; end < strips->count &&
			      strips->items[end].line == strips->items[i].line;)
			end++;
		for (size_t j = i; j < end; j++) {
			strips->items[j].cell = (unsigned)(j - i);
			strips->items[j].cells = (unsigned)(end - i);
			strips->items[j].blanks *= j == i;
		}
		if (end == i + 1)
			strips->items[i].text = strips->items[i].line->text;
	}
}

/* --- columns --- */

static unsigned
support(const struct strip_list *strips, size_t at, int width)
{
	unsigned count = 0;
	size_t first = at > AROUND ? at - AROUND : 0;
	for (size_t i = first; i < strips->count && i <= at + AROUND; i++)
		count += abs(strips->items[i].width - width) <= 1;
	return count;
}

static void
measure(struct strip_list *strips, size_t at)
{
	struct strip *strip = &strips->items[at];
	strip->shape = STRIP_OTHER;
	if (strip->width >= MOST || strip->line->table)
		return;
	if (str_starts(strip->text, STR("——"))) {
		strip->shape = STRIP_SHORT;
		return;
	}
	unsigned own = strip->width >= LEAST ? support(strips, at, strip->width) : 0;
	unsigned most = 0;
	int column = 0;
	size_t first = at > AROUND ? at - AROUND : 0;
	for (size_t i = first; i < strips->count && i <= at + AROUND; i++) {
		int width = strips->items[i].width;
		if (abs(width - strip->width) <= 1 ||
			width + INDENT_LEAST < strip->width || width < LEAST ||
			width >= MOST)
			continue;
		unsigned count = support(strips, at, width);
		if (count > most || (count == most && width < column)) {
			most = count;
			column = width;
		}
	}
	int lack = column - strip->width;
	bool first_line = most > own && lack >= INDENT_LEAST && lack <= INDENT_MOST;
	if (own >= 3 && !first_line && (own * 2 >= most || lack > INDENT_MOST)) {
		strip->shape = STRIP_FULL;
		strip->column = strip->width;
		return;
	}
	if (most < 3)
		return;
	strip->shape = first_line            ? STRIP_FIRST
		       : lack < INDENT_LEAST ? STRIP_FULL
					     : STRIP_SHORT;
	strip->column = strip->shape == STRIP_SHORT ? 0 : column;
}

void
strips_cut(const struct line_list *lines, struct strip_list *strips, struct arena *arena)
{
	size_t gaps = 0;
	for (size_t i = 0; i < lines->count; i++) {
		*(struct strip *)list_add(strips, arena) = whole_strip(&lines->items[i]);
		gaps += lines->items[i].blanks > 0;
	}
	strips->gappy = gaps * 2 > lines->count;
	for (int most = 4; most && part_strips(strips, arena); most--)
		;
	number_cells(strips);
	for (size_t i = 0; i < strips->count; i++)
		measure(strips, i);
}

struct line
strips_line(const struct strip *strip, unsigned frame, struct arena *arena)
{
	struct line line = *strip->line;
	if (strip->cells > 1) {
		struct line_list one = {0};
		lines_add(&one, strip->text, line.number, 0, frame, arena);
		if (one.count)
			line = one.items[0];
	}
	line.blanks = 0;
	line.frame = frame;
	return line;
}
