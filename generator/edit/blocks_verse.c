#include "edit/blocks_verse.h"

#include "edit/credits.h"

/* Verse is many short lines in a row, none of them ending a sentence, and not justified:
 * their widths differ. */

enum { LEAST = 6 /* lines of verse */ };

static const struct line *
line_at(const struct draft *draft, const struct shape *shape)
{
	return &draft->lines.items[shape->line];
}

/* Empty lines above the shape that are no mere line spacing. */
static unsigned
gap_above(const struct draft *draft, const struct shape *shape)
{
	return shape->blanks - (shape->blanks && draft->lines.spaced);
}

static bool
may_be_verse(const struct draft *draft, const struct shape_list *shapes, size_t i)
{
	const struct line *line = line_at(draft, &shapes->items[i]);
	bool gap_behind =
		i + 1 < shapes->count && gap_above(draft, &shapes->items[i + 1]) > 0;
	const struct credit_words *words = draft->words->credits;
	if (line->points < 2 || line->points > 20 || line->ends || line->stops ||
		line->level || line->mark)
		return false;
	if ((gap_above(draft, &shapes->items[i]) && gap_behind) ||
		credit_is_name(words, line->text) ||
		credit_is_signed(words, line->text) || lede_starts(words, line->text))
		return false;
	struct credit_list credits = {0};
	return !credits_read(words, line->text, &credits, draft->arena);
}

static bool
is_column(const struct draft *draft, struct str text)
{
	for (size_t i = 0; i < draft->columns.count; i++)
		if (str_equal(draft->columns.items[i], text))
			return true;
	return false;
}

/* How many lines at the end of [from, to) are a headline that ends with a subtitle:
 *
 *     等天亮            verse
 *     一座桥的最后一夜  the line above the subtitle, and up to a gap if there is one
 *     ——某桥合龙侧记    and at most three lines behind it
 */
static size_t
heads_with_subtitle(const struct draft *draft, const struct shape_list *shapes,
	size_t from, size_t to)
{
	size_t dash = to;
	if (to == shapes->count)
		dash--;
	while (dash > from + 1 && to - dash < 4 &&
		!line_is_subtitle(line_at(draft, &shapes->items[dash])->text))
		dash--;
	if (dash == to || !line_is_subtitle(line_at(draft, &shapes->items[dash])->text))
		return 0;
	size_t head = dash - 1;
	while (head > from && line_at(draft, &shapes->items[head])->points <= 2)
		head--;
	for (size_t i = dash; i > from && i + 3 > dash; i--)
		if (gap_above(draft, &shapes->items[i]) && i < dash)
			head = i;
	return to - head;
}

/* How many lines at the end of [from, to) are the headline of a byline that follows. */
static size_t
heads_at_end(const struct draft *draft, const struct shape_list *shapes, size_t from,
	size_t to)
{
	if (to >= shapes->count)
		return 0;
	size_t heads = heads_with_subtitle(draft, shapes, from, to);
	if (heads)
		return heads;
	const struct line *next = line_at(draft, &shapes->items[to]);
	/* 夏至前 over a name is a headline itself, though it begins like one. */
	if (to + 1 < shapes->count && credit_is_name(draft->words->credits, next->text) &&
		credit_is_name(draft->words->credits,
			line_at(draft, &shapes->items[to + 1])->text))
		return 0;
	struct credit_list credits = {0};
	if (!credit_is_name(draft->words->credits, next->text) &&
		!credits_read(draft->words->credits, next->text, &credits, draft->arena))
		return 0;
	for (size_t i = to - 1; i > from && i + 3 >= to; i--)
		if (gap_above(draft, &shapes->items[i]))
			return to - i;
	bool column = to > from + 4 &&
		      is_column(draft, line_at(draft, &shapes->items[to - 2])->text);
	return column ? 2 : 1;
}

static void
mark_line(const struct draft *draft, struct shape *shape)
{
	shape->verse = true;
	shape->blanks = gap_above(draft, shape); /* else it parts stanzas */
}

void
verse_mark(const struct draft *draft, struct shape_list *shapes)
{
	for (size_t i = 0, end; i < shapes->count; i = end + 1) {
		size_t same = 0, gaps = 0;
		for (end = i; end < shapes->count; end++) {
			const struct line *line = line_at(draft, &shapes->items[end]);
			if (!may_be_verse(draft, shapes, end) ||
				(end > i && gap_above(draft, &shapes->items[end]) > 1))
				break;
			const struct line *above =
				end > i ? line_at(draft, &shapes->items[end - 1]) : line;
			same += end > i && line->width - above->width <= 1 &&
				above->width - line->width <= 1;
			gaps += end > i && gap_above(draft, &shapes->items[end]) > 0;
		}
		if (end - i < LEAST || same * 3 > (end - i) * 2 || gaps * 3 > end - i)
			continue;
		/* Above a byline stand the headline's lines. */
		size_t heads = heads_at_end(draft, shapes, i, end);
		if (heads > 2 && end - heads < i + LEAST)
			continue;
		for (size_t j = i; j < end - heads; j++)
			mark_line(draft, &shapes->items[j]);
	}
}
