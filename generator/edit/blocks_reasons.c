#include "edit/blocks_reasons.h"

/* What the rules weigh, said in the order of its weight:
 *
 *     joined       rows, verse, vertical    the line above breaks off, or inside a word
 *                  a sentence ends above, but the line is full (18 of 18)
 *     not joined   a form of its own        a sentence ends above, in a short line (7 of
 *                  18), or this line is indented (16 of 18), or stands in a column of
 *                  another width */

static const struct line *
line_at(const struct draft *draft, const struct shape *shape)
{
	return &draft->lines.items[shape->line];
}

/* Half cells as characters. */
static int
characters(int width)
{
	return (width + 1) / 2;
}

/* "what (7 of 18)" where the column is known. */
static struct str
measured(const struct draft *draft, const char *what, const struct line *line, int column)
{
	if (!column || line->width > column + 4)
		return str_from(what);
	return str_format(draft->arena, "%s (%d of %d)", what, characters(line->width),
		characters(column));
}

static int
column_at_end(const struct shape *shape)
{
	return shape->before ? shape->before : shape->after;
}

static int
column_at_start(const struct shape *shape)
{
	return shape->after ? shape->after : shape->before;
}

static struct str
reason_to_join(
	const struct draft *draft, const struct shape *above, const struct shape *below)
{
	const struct line *a = line_at(draft, above), *b = line_at(draft, below);
	if (above->verse)
		return STR("verse goes on");
	if (a->table)
		return STR("a row of the same table");
	if (above->vertical)
		return STR("set from top to bottom");
	if (a->ends && shape_is_indented(draft, above))
		return measured(draft,
			"a sentence ends above, but its line is an indented first one", a,
			column_at_start(above));
	if (a->ends)
		return measured(draft, "a sentence ends above, but its line is full", a,
			column_at_end(above));
	if (a->runs)
		return STR("the line above breaks off");
	if (blocks_part_a_word(draft, a->text, b->text))
		return STR("the line end parts a word");
	return STR("no sentence ends above");
}

static bool
columns_differ(const struct shape *above, const struct shape *below)
{
	int off = above->before - below->after;
	return above->before && below->after && (off >= 4 || off <= -4);
}

/* A sentence ends above and the line is narrower than its column. */
static bool
is_last_line(const struct draft *draft, const struct shape *above)
{
	const struct line *line = line_at(draft, above);
	return line->ends && !line_fills(line, column_at_end(above)) &&
	       !shape_is_wide(draft, above);
}

static struct str
reason_of_form(
	const struct draft *draft, const struct shape *above, const struct shape *below)
{
	const struct line *a = line_at(draft, above), *b = line_at(draft, below);
	if (b->level)
		return STR("a heading sign");
	if (below->anew || a->table != b->table || above->verse != below->verse ||
		above->vertical != below->vertical)
		return STR("a form of its own");
	if (above->closed)
		return STR("a picture credit ends above");
	if (above->alone)
		return STR("what stands above is a line of its own");
	return a->frame != b->frame ? STR("another column of the layout") : STR("");
}

static struct str
reason_to_part(
	const struct draft *draft, const struct shape *above, const struct shape *below)
{
	const struct line *a = line_at(draft, above), *b = line_at(draft, below);
	struct str form = reason_of_form(draft, above, below);
	if (form.len)
		return form;
	if (is_last_line(draft, above))
		return measured(draft, "a sentence ends above, in a short line", a,
			column_at_end(above));
	if (columns_differ(above, below))
		return str_format(draft->arena,
			"another column width (%d, above it is %d)",
			characters(below->after), characters(above->before));
	if (a->ends && shape_is_indented(draft, below))
		return measured(draft, "a sentence ends above, and this line is indented",
			b, column_at_start(below));
	if (a->ends)
		return STR("a sentence ends above");
	if (shape_is_short(draft, above))
		return measured(
			draft, "the line above is short", a, column_at_end(above));
	if (shape_is_short(draft, below))
		return measured(
			draft, "narrower than its column", b, column_at_start(below));
	return below->blanks ? STR("behind a gap")
			     : STR("does not go on with the line above");
}

struct str
joint_reason(
	const struct draft *draft, const struct shape_list *shapes, size_t i, bool joined)
{
	const struct shape *above = &shapes->items[i - 1], *below = &shapes->items[i];
	return joined ? reason_to_join(draft, above, below)
		      : reason_to_part(draft, above, below);
}
