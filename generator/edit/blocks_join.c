#include "edit/blocks_join.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/text.h"
#include "edit/blocks_verse.h"

/* A column is set justified, so a line of body text is full unless it opens or ends a
 * paragraph:
 *
 *     ··近年来，某县坚持       first line: two characters narrower, for the indent is
 * lost 产业立县，先后建成       full lines 园区三个。               last line: any width,
 * ends a sentence 从零到一                 narrow without the end of a sentence: no body
 * text
 *
 * "Full" is measured against the lines around: the width that most of the six lines
 * before (or behind) keep to. Blank lines say little: extractors put them at column
 * breaks in the middle of sentences, and one line late.
 *
 * Lines of several dozen characters are a whole column chunk; only their end counts. */

enum {
	WINDOW = 6,       /* lines that settle the width of a column */
	ENOUGH = 3,       /* of them, where a gap follows */
	SLACK = 2,        /* half cells by which full lines differ */
	INDENT_LEAST = 3, /* how much narrower than the column a first line is */
	LEAST = 16,       /* half cells: no column is narrower */
	LONG = 70,        /* half cells: no newspaper column is as wide */
	HEAD_POINTS = 60,
};

static const struct line *
line_at(const struct draft *draft, const struct shape *shape)
{
	return &draft->lines.items[shape->line];
}

/* --- widths --- */

static bool
has_column_width(const struct draft *draft, const struct shape *shape)
{
	const struct line *line = line_at(draft, shape);
	return line->width >= LEAST && line->width < LONG && !shape->alone &&
	       !line->spread;
}

/* The width that most of the shapes [from, to) keep to; at least two must, nearly. */
static int
common_width(const struct draft *draft, const struct shape_list *shapes, size_t from,
	size_t to)
{
	int best = 0, most = 0;
	for (size_t i = from; i < to; i++) {
		int width = line_at(draft, &shapes->items[i])->width, score = 0, like = 0;
		if (!has_column_width(draft, &shapes->items[i]))
			continue;
		for (size_t j = from; j < to; j++) {
			const struct line *line = line_at(draft, &shapes->items[j]);
			int off = abs(line->width - width);
			if (off > SLACK || !has_column_width(draft, &shapes->items[j]))
				continue;
			/* Quotation marks and figures make widths unsure. */
			score += (3 - off) * (line->squeezed ? 1 : 2);
			like++;
		}
		if (like > 1 && (score > most || (score == most && width > best))) {
			most = score;
			best = width;
		}
	}
	return best;
}

/* Two characters, and what justification adds. */
static int
indent_most(int column)
{
	return 4 + column / 16;
}

static void
measure_columns(const struct draft *draft, struct shape_list *shapes)
{
	for (size_t i = 0; i < shapes->count; i++) {
		size_t from = i, to = i + 1;
		bool gap_before = shapes->items[i].blanks > 0, gap_after = false;
		while (from > 0 && i - from < WINDOW &&
			!(i - from >= ENOUGH && shapes->items[from].blanks)) {
			gap_before |= shapes->items[from].blanks > 0;
			from--;
		}
		while (to < shapes->count && to - i <= WINDOW &&
			!(to - i > ENOUGH && shapes->items[to].blanks)) {
			gap_after |= shapes->items[to].blanks > 0;
			to++;
		}
		shapes->items[i].before = common_width(draft, shapes, from, i);
		shapes->items[i].after = common_width(draft, shapes, i + 1, to);
		shapes->items[i].far_before = gap_before;
		shapes->items[i].far_after = gap_after;
	}
}

bool
shape_is_short(const struct draft *draft, const struct shape *shape)
{
	int width = line_at(draft, shape)->width + line_at(draft, shape)->give;
	if (line_at(draft, shape)->spread)
		return false;
	bool before = shape->before && width <= shape->before - INDENT_LEAST;
	bool after = shape->after && width <= shape->after - INDENT_LEAST;
	/* What is narrower than the line itself is no column of its own. */
	bool no_before = !shape->before || shape->before + SLACK < width;
	return (before && after) || (before && !shape->after && !shape->far_before) ||
	       (after && no_before && !shape->far_after);
}

bool
shape_is_wide(const struct draft *draft, const struct shape *shape)
{
	int width = line_at(draft, shape)->width;
	int column = shape->before > shape->after ? shape->before : shape->after;
	return column && width > column + 2 * SLACK && width < LONG;
}

static bool
is_indented_in(const struct line *line, int column)
{
	int lack = column - line->width;
	return column && lack >= INDENT_LEAST && lack <= indent_most(column) + line->give;
}

bool
shape_is_indented(const struct draft *draft, const struct shape *shape)
{
	const struct line *line = line_at(draft, shape);
	if (line->spread)
		return false;
	return is_indented_in(line, shape->after ? shape->after : shape->before) ||
	       (shape->behind_end && is_indented_in(line, shape->before));
}

/* --- forms --- */

/* The line follows one that breaks off in the middle of a list. */
static bool
ends_list(const struct draft *draft, const struct shape *shape)
{
	if (!shape->line || shape->blanks)
		return false;
	const struct line *above = line_at(draft, shape) - 1;
	return !above->ends && str_has(above->text, STR("、")) &&
	       above->width > line_at(draft, shape)->width &&
	       !draft->folios[shape->line - 1].what;
}

/* 公告, 遗失声明 at the head of an item. */
static bool
is_notice(const struct draft *draft, const struct shape *shape)
{
	const struct line *line = line_at(draft, shape);
	return line->points <= 30 && !line->ends && !line->stops && shape->blanks > 0 &&
	       !str_has(line->text, STR(" ")) &&
	       lexicon_end(draft->words->notice_end, line->text);
}

/* Two or three names below a headline and above a text: in a list of names they stand
 * below and above others. */
static bool
are_authors(const struct draft *draft, const struct shape_list *shapes, size_t i)
{
	const struct credit_words *words = draft->words->credits;
	if (i == 0 || i + 1 >= shapes->count ||
		!credit_are_names(words, line_at(draft, &shapes->items[i])->text))
		return false;
	const struct line *above = line_at(draft, &shapes->items[i - 1]);
	const struct line *below = line_at(draft, &shapes->items[i + 1]);
	return !above->ends && !above->runs && above->points >= 5 &&
	       above->points <= 30 && !above->stops &&
	       !credit_are_names(words, above->text) && below->points >= 5 &&
	       !credit_are_names(words, below->text) &&
	       !credit_is_name(words, below->text);
}

bool
shape_is_name(const struct draft *draft, const struct shape_list *shapes, size_t i)
{
	const struct line *line = line_at(draft, &shapes->items[i]);
	const struct credit_words *words = draft->words->credits;
	/* A heading over a name is no name. */
	if (line->level && i + 1 < shapes->count &&
		credit_is_short_name(words, line_at(draft, &shapes->items[i + 1])->text))
		return false;
	if (line->points > 4)
		return are_authors(draft, shapes, i);
	if (lexicon_find(draft->words->notice_end, line->text))
		return false;
	if (credit_is_name(words, line->text))
		return true;
	if (i == 0 || i + 1 >= shapes->count || !credit_is_short_name(words, line->text))
		return false;
	const struct line *above = line_at(draft, &shapes->items[i - 1]);
	const struct line *below = line_at(draft, &shapes->items[i + 1]);
	return shapes->items[i].blanks && shapes->items[i + 1].blanks && !above->ends &&
	       (above->points >= 5 || above->level) && above->width < LONG &&
	       below->width >= LONG;
}

static void
judge_form(const struct draft *draft, const struct shape_list *shapes, size_t i)
{
	struct shape *shape = &shapes->items[i];
	const struct line *line = line_at(draft, shape);
	struct credit_list credits = {0};
	bool brief = line->points <= HEAD_POINTS;
	shape->alone = line->level > 0 || line->jump == 0 || is_notice(draft, shape) ||
		       (brief && credits_read(draft->words->credits, line->text, &credits,
					 draft->arena)) ||
		       (brief && !line->ends && !ends_list(draft, shape) &&
			       shape_is_name(draft, shapes, i)) ||
		       credit_is_note(line->text) ||
		       credit_is_signed(draft->words->credits, line->text);
	shape->anew = shape->alone || line->mark ||
		      lede_starts(draft->words->credits, line->text) ||
		      (line_is_subtitle(line->text) && brief) ||
		      str_peek(line->text) == 0x3010 || shape->verse;
	size_t credit =
		photo_credit_find(draft->words->credits, line->text, draft->arena);
	shape->closed = credit != SIZE_MAX;
	/* A whole caption on one line. */
	shape->anew |= shape->closed && shape->blanks > 0 && credit > 36;
}

/* Single characters, at least two in a row. */
static void
mark_vertical(const struct draft *draft, struct shape_list *shapes)
{
	for (size_t i = 1; i < shapes->count; i++) {
		const struct line *above = line_at(draft, &shapes->items[i - 1]);
		const struct line *line = line_at(draft, &shapes->items[i]);
		if (above->points == 1 && line->points == 1 && !above->ends &&
			!line->ends && !shapes->items[i].blanks)
			shapes->items[i - 1].vertical = shapes->items[i].vertical = true;
	}
}

void
shapes_measure(const struct draft *draft, struct shape_list *shapes)
{
	unsigned skipped = 0;
	for (size_t i = 0; i < draft->lines.count; i++) {
		unsigned blanks = draft->lines.items[i].blanks;
		if (draft->folios[i].what) {
			skipped += blanks + 1;
			continue;
		}
		*(struct shape *)list_add(shapes, draft->arena) =
			(struct shape){.line = i, .blanks = blanks + skipped};
		skipped = 0;
	}
	verse_mark(draft, shapes);
	for (size_t i = 0; i < shapes->count; i++)
		judge_form(draft, shapes, i);
	for (size_t i = 1; i < shapes->count; i++)
		shapes->items[i].behind_end = !shapes->items[i].blanks &&
					      line_at(draft, &shapes->items[i - 1])->ends;
	mark_vertical(draft, shapes);
	measure_columns(draft, shapes);
}

/* --- joints --- */

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
	return is_indented_in(line_at(draft, shape), shape->after) ? shape->after
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
		if (b->ends && is_indented_in(b, column) && goes_on_full(joint, column))
			return false;
		return !below->blanks &&
		       (b->ends || (has_colon(b->text) &&
					   b->width < column - indent_most(column)));
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
		a->width >= b->width - indent_most(b->width) && a->width < LONG)
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
