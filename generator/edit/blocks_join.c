#include "edit/blocks_join.h"

#include "base/text.h"

/* Two lines are joined unless the upper one ends a sentence and is short for its column
 * or stands before a blank; blocks_shapes.c measures what is short. Where nothing can be
 * measured, a word over the line end joins them. */

enum {
	SLACK = 2,        /* half cells by which full lines differ */
	INDENT_LEAST = 3, /* how much narrower than the column a first line is */
	LONG = 70,        /* half cells: no newspaper column is as wide */
	HEAD_POINTS = 60,
};

static const struct line *
line_at(const struct draft *draft, const struct shape *shape)
{
	return &draft->lines.items[shape->line];
}

struct joint {
	const struct draft *draft;
	const struct shape *above, *below, *first; /* first of the run that above ends */
	const struct shape *behind;                /* below the one below, or NULL */
	const struct line *a, *b;
	unsigned stops, points, periods; /* of the run so far */
	int widest;                      /* of the run's lines before a; 0 for none */
};

static bool
parts_a_word(const struct joint *joint)
{
	uint32_t c = str_peek(joint->b->text);
	return line_is_comma(c) || line_is_stop(c) || (c > 0x7F && line_is_closer(c)) ||
	       blocks_part_a_word(joint->draft, joint->a->text, joint->b->text);
}

/* The lines stand in columns of different widths. */
static bool
columns_differ(const struct joint *joint)
{
	int above = joint->above->before, below = joint->below->after;
	if (!joint->below->blanks || !above || !below)
		return false;
	if (below < joint->b->width)
		below = joint->b->width;
	return above - below >= 4 || below - above >= 4;
}

/* 记者：, 王某某： at the start of a line. */
static bool
opens_speech(struct str text)
{
	struct str rest = text;
	for (int i = 0; i < 5 && rest.len; i++) {
		uint32_t c = str_next(&rest);
		if (c == 0xFF1A || c == ':')
			return i >= 1 && !text_is_digit(str_peek(str_trim(rest)));
		if (!text_is_han(c))
			return false;
	}
	return false;
}

static bool
has_colon(struct str text)
{
	return str_has(text, STR("：")) || str_has(text, STR(":"));
}

/* The line behind b is a full one of the column, without a gap between: then b opens a
 * paragraph. */
static bool
goes_on_full(const struct joint *joint, int column)
{
	if (!joint->behind || joint->behind->blanks)
		return false;
	return line_fills(line_at(joint->draft, joint->behind), column) &&
	       !shape_is_indented(joint->draft, joint->behind);
}

/* The column that the line is indented in as the first of a paragraph; 0 when it is not.
 */
static int
opened_column(const struct draft *draft, const struct shape *shape)
{
	if (!shape_is_indented(draft, shape))
		return 0;
	return line_is_indented(line_at(draft, shape), shape->after) ? shape->after
								     : shape->before;
}

static bool
joins_after_end(const struct joint *joint)
{
	const struct line *a = joint->a, *b = joint->b;
	const struct shape *above = joint->above, *below = joint->below;
	if (a->width >= LONG || b->indent >= 4 || opens_speech(b->text) ||
		columns_differ(joint))
		return false;
	bool opens = above == joint->first && shape_is_indented(joint->draft, above);
	int column = joint->widest > a->width ? joint->widest : a->width;
	if (joint->widest ? b->width > column + 2 * SLACK
			  : shape_is_wide(joint->draft, below))
		return false;
	int measure = joint->widest  ? column
		      : above->after ? above->after
				     : above->before;
	if (!opens && !line_fills(a, measure))
		return false;
	/* The lines of the paragraph know their column better than those behind. */
	if (!joint->widest || (below->blanks && below->after))
		column = below->after;
	if (column && b->width <= column - INDENT_LEAST && !b->spread) {
		if (b->ends && line_is_indented(b, column) && goes_on_full(joint, column))
			return false;
		return !below->blanks &&
		       (b->ends || (has_colon(b->text) &&
					   b->width < column - column_indent(column)));
	}
	if (opens)
		return line_fills(b, opened_column(joint->draft, above));
	int own = joint->widest ? column : above->before ? above->before : column;
	if (line_fills(b, own))
		return true;
	return !below->blanks && (b->ends || line_fills(b, column));
}

/* Without columns to measure by: long chunks, single lines. */
static bool
joins_unmeasured(const struct joint *joint)
{
	const struct line *a = joint->a, *b = joint->b;
	if (a->runs || a->width >= LONG)
		return true;
	bool brief = joint->points <= 30;
	if (b->width >= LONG && brief)
		return joint->periods > 0 || parts_a_word(joint);
	if (joint->stops > 0)
		return b->width <= a->width + SLACK || parts_a_word(joint);
	return parts_a_word(joint) && b->points <= a->points;
}

/* One to three characters that a headline's line had no room for. */
static bool
is_remnant(const struct joint *joint)
{
	bool title = joint->stops == 0 || (joint->a->stops == 0 && joint->points < 30);
	return title && !joint->b->ends && joint->a->points >= 6 &&
	       joint->below->blanks <= 1 &&
	       joint->b->points <= (joint->below->blanks ? 2 : 3);
}

static bool
joins_open(const struct joint *joint)
{
	const struct draft *draft = joint->draft;
	const struct shape *above = joint->above, *below = joint->below;
	const struct line *a = joint->a, *b = joint->b;
	if (a->width < LONG && columns_differ(joint) && !parts_a_word(joint))
		return false;
	/* A shorter line that ends a sentence is the tail of what stands above it. */
	if (!below->blanks && b->ends && b->stops > 1 &&
		a->width >= b->width - column_indent(b->width) && a->width < LONG)
		return true;
	bool opens = above == joint->first && shape_is_indented(draft, above);
	int column = joint->widest ? joint->widest : above->before;
	bool lone = above == joint->first && (!opens || !line_fills(a, column));
	if (lone && shape_is_indented(draft, below) &&
		goes_on_full(joint, below->after) && !a->runs &&
		!(opens && joint->stops > 0 && !below->blanks) &&
		!(b->ends && line_fills(a, column) && !below->blanks))
		return parts_a_word(joint);
	bool known = (above->before && !above->far_before) || above->after;
	if (!known || a->width >= LONG)
		return joins_unmeasured(joint);
	if (shape_is_wide(draft, above))
		return joint->stops > 0 || (parts_a_word(joint) && b->width <= a->width);
	if (b->width >= LONG)
		return joint->stops > 0 || parts_a_word(joint);
	if (shape_is_short(draft, above) && !opens && !a->runs)
		return is_remnant(joint) ||
		       (parts_a_word(joint) && b->width <= a->width + SLACK);
	bool narrow = shape_is_short(draft, below) && !b->ends && !b->runs;
	if (narrow && !a->runs)
		return parts_a_word(joint) || is_remnant(joint) ||
		       (!below->blanks && joint->stops > 0);
	/* At a blank the column may end: which chunk goes on is settled over the whole
	 * page. */
	if (below->blanks && !parts_a_word(joint))
		return false;
	if (opens && !a->runs && !line_fills(joint->b, above->after) && !b->ends)
		return joint->stops > 0 || parts_a_word(joint);
	if (shape_is_wide(draft, below) && b->width > a->width + 3 * SLACK)
		return joint->stops > 0 && parts_a_word(joint);
	/* A couplet or a headline above the first line of a paragraph. */
	if (!below->blanks && joint->stops == 0 && !a->runs &&
		shape_is_indented(draft, below) && !b->ends && !opens)
		return false;
	return true;
}

/* 电话：0000-1234567, whole: the next line does not go on with figures. */
static bool
ends_with_number(struct str text, struct str below)
{
	size_t digits = 0;
	uint32_t c = 0;
	while (text.len) {
		c = str_last(&text);
		if (!text_is_digit(c) && c != '-')
			break;
		digits++;
	}
	return digits >= 7 && (c == 0xFF1A || c == ':') &&
	       !text_is_digit(str_peek(below));
}

bool
shapes_join(const struct draft *draft, const struct shape_list *shapes, size_t first,
	size_t i)
{
	struct joint joint = {.draft = draft,
		.above = &shapes->items[i - 1],
		.below = &shapes->items[i],
		.first = &shapes->items[first]};
	joint.behind = i + 1 < shapes->count ? &shapes->items[i + 1] : NULL;
	joint.a = line_at(draft, joint.above);
	joint.b = line_at(draft, joint.below);
	for (size_t j = i; j-- > first && i - j < 10;) {
		int width = line_at(draft, &shapes->items[j])->width;
		if (j + 1 < i && width > joint.widest && width < LONG)
			joint.widest = width;
	}
	for (size_t j = i; j-- > first && joint.points <= HEAD_POINTS;) {
		joint.stops += line_at(draft, &shapes->items[j])->stops;
		joint.periods += line_at(draft, &shapes->items[j])->periods;
		joint.points += line_at(draft, &shapes->items[j])->points;
	}
	if (joint.above->verse && joint.below->verse)
		return true;
	if (joint.a->table || joint.b->table)
		return joint.a->table && joint.b->table;
	if (joint.above->vertical && joint.below->vertical)
		return true;
	if (joint.a->ends && (joint.a->jump != SIZE_MAX || joint.above->closed))
		return false;
	if (joint.below->anew || joint.above->closed || joint.above->alone ||
		joint.above->verse || joint.above->vertical != joint.below->vertical)
		return false;
	if (joint.a->frame != joint.b->frame ||
		ends_with_number(joint.a->text, joint.b->text))
		return false;
	return joint.a->ends ? joins_after_end(&joint) : joins_open(&joint);
}
