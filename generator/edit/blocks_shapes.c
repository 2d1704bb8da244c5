#include <stdlib.h>

#include "base/list.h"
#include "edit/blocks_join.h"
#include "edit/blocks_verse.h"

/* A column is set justified, so a line of body text is full unless it opens or ends a
 * paragraph:
 *
 *     ··近年来，某县坚持   first line: narrower by the indent, which is lost
 *     产业立县，先后建成   full lines
 *     园区三个。           last line: any width, ends a sentence
 *     从零到一             narrow, no sentence ends: no body text
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
	NAMES_POINTS = 14, /* three names with spaces between */
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
int
column_indent(int column)
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

bool
line_is_indented(const struct line *line, int column)
{
	int lack = column - line->width;
	return column && lack >= INDENT_LEAST &&
	       lack <= column_indent(column) + line->give;
}

bool
shape_is_indented(const struct draft *draft, const struct shape *shape)
{
	const struct line *line = line_at(draft, shape);
	if (line->spread)
		return false;
	return line_is_indented(line, shape->after ? shape->after : shape->before) ||
	       (shape->behind_end && line_is_indented(line, shape->before));
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
	shape->alone =
		line->level > 0 || line->jump == 0 || is_notice(draft, shape) ||
		(brief && credits_read(draft->words->credits, line->text, &credits,
				  draft->arena)) ||
		(line->points <= NAMES_POINTS && !line->ends &&
			!ends_list(draft, shape) && shape_is_name(draft, shapes, i)) ||
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
