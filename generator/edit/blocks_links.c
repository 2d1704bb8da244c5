#include "edit/blocks_links.h"

#include <stdlib.h>

#include "base/date.h"
#include "base/list.h"

/* A column ends in the middle of a paragraph, and the extractor goes on elsewhere:
 *
 *     A …产业立县，先后建  >        an open end
 *     B 另一篇的正文……
 *     C <  成园区三个。             an open start
 *
 * Every open end is scored against the open starts near it, mostly behind it: the same
 * column width, nothing in between, a word that the break parts. The best pairs are taken
 * first. */

enum { AHEAD = 10, BACK = 5, LEAST_SCORE = 1 };

struct pair {
	size_t from, to; /* passages */
	int score;
};

struct pairs {
	struct pair *items;
	size_t count, capacity;
};

struct ends {
	size_t *items;
	size_t count, capacity;
};

static void
adopt_column(struct passage *passage, const struct passage *from)
{
	passage->column = from->column;
	passage->column_sure = from->column_sure;
}

/* Short passages take over the column of their neighbour, where no gap parts them. */
static void
settle_columns(struct draft *draft)
{
	struct passage *passages = draft->passages.items;
	for (size_t i = 1; i < draft->passages.count; i++) {
		struct passage *above = &passages[i - 1], *here = &passages[i];
		if (here->label != LABEL_BODY || above->label != LABEL_BODY ||
			here->blanks)
			continue;
		bool brief = here->last - here->first < 3;
		int widest = draft->lines.items[here->first].width;
		if (brief && above->column &&
			abs(here->column - above->column) <= 4 + above->column / 8 &&
			widest <= above->column + 2)
			adopt_column(here, above);
		else if (brief && widest <= above->column + 2 &&
			 (!here->column ||
				 (here->last == here->first && !here->open_end)))
			adopt_column(here, above);
	}
	for (size_t i = draft->passages.count; i-- > 1;) {
		struct passage *above = &passages[i - 1], *here = &passages[i];
		if (above->label == LABEL_BODY && here->label == LABEL_BODY &&
			!here->blanks && !above->column)
			adopt_column(above, here);
	}
}

/* Passages that agree on their column confirm each other. */
static void
confirm_columns(struct draft *draft)
{
	struct passage *passages = draft->passages.items;
	for (size_t i = 1; i < draft->passages.count; i++) {
		struct passage *above = &passages[i - 1], *here = &passages[i];
		if (above->label == LABEL_BODY && here->label == LABEL_BODY &&
			here->column && abs(here->column - above->column) <= 1)
			above->column_sure = here->column_sure = true;
	}
}

static bool
may_continue(const struct draft *draft, const struct passage *passage)
{
	if (passage->label != LABEL_BODY || passage->lede)
		return false;
	const struct line *line = &draft->lines.items[passage->first];
	return passage->open_start ||
	       (!passage->column && line->ends && line->points < 12);
}

/* Only furniture, captions, a byline stand between the two. */
static bool
is_adjacent(const struct draft *draft, size_t from, size_t to)
{
	if (to <= from || to - from > 4)
		return false;
	for (size_t i = from + 1; i < to; i++) {
		enum label label = draft->passages.items[i].label;
		if (label != LABEL_FURNITURE && label != LABEL_CAPTION &&
			label != LABEL_BYLINE && label != LABEL_REPEAT)
			return false;
	}
	return true;
}

static int
score_pair(const struct draft *draft, size_t from, size_t to)
{
	const struct passage *a = &draft->passages.items[from],
			     *b = &draft->passages.items[to];
	int score = to > from ? 1 : 0, off = abs(a->column - b->column);
	bool sure = a->column_sure && b->column_sure;
	if (a->column && b->column)
		score += off <= 1   ? 2
			 : sure     ? (off <= 3 ? -1 : -5)
			 : off <= 2 ? 1
			 : off <= 5 ? 0
				    : -3;
	bool adjacent = is_adjacent(draft, from, to);
	if (adjacent)
		score += to == from + 1 ? 3 : 2;
	/* A line that stands all by itself goes on with what is right below it or not at
	 * all. */
	if (!adjacent && a->first == a->last && a->blanks && !a->column_sure)
		return 0;
	if (blocks_part_a_word(draft, a->text, b->text))
		score += adjacent ? 3 : 2;
	/* Without columns to compare, mere order proves nothing. */
	return adjacent || (a->column && b->column) ? score : score - 2;
}

static int
by_score(const void *a, const void *b)
{
	const struct pair *left = a, *right = b;
	if (left->score != right->score)
		return left->score > right->score ? -1 : 1;
	/* Columns break off and go on in the same order. */
	if (left->from != right->from)
		return left->from < right->from ? -1 : 1;
	return (left->to > right->to) - (left->to < right->to);
}

static void
find_pairs(const struct draft *draft, const struct ends *starts, struct pairs *pairs)
{
	size_t at = 0;
	for (size_t from = 0; from < draft->passages.count; from++) {
		const struct passage *passage = &draft->passages.items[from];
		while (at < starts->count && starts->items[at] <= from)
			at++;
		if (passage->label != LABEL_BODY || !passage->open_end)
			continue;
		size_t first = at > BACK ? at - BACK : 0;
		for (size_t i = first; i < at + AHEAD && i < starts->count; i++) {
			size_t to = starts->items[i];
			int score = to == from ? 0 : score_pair(draft, from, to);
			if (score >= LEAST_SCORE)
				*(struct pair *)list_add(pairs, draft->arena) =
					(struct pair){from, to, score};
		}
	}
}

/* Whether going on from `to` one comes back to `from`. */
static bool
makes_circle(const struct draft *draft, size_t from, size_t to)
{
	size_t steps = 0;
	for (size_t at = to + 1; at && steps < 64;
		at = draft->passages.items[at - 1].next, steps++)
		if (at == from + 1)
			return true;
	return steps == 64;
}

/* A lone line, narrower than the column by an indent, above a chunk that begins in the
 * middle of a paragraph is the first line of that paragraph. */
static void
relabel_first_lines(struct draft *draft)
{
	struct passage *passages = draft->passages.items;
	for (size_t i = 0; i + 1 < draft->passages.count; i++) {
		struct passage *here = &passages[i], *below = &passages[i + 1];
		const struct line *line = &draft->lines.items[here->first];
		if (here->label != LABEL_HEAD || here->level || here->mark ||
			(here->blanks &&
				lexicon_end(draft->words->notice_end, here->text)) ||
			here->last > here->first || below->label != LABEL_BODY ||
			!below->column || below->lede)
			continue;
		const struct line *next = &draft->lines.items[below->first];
		bool inside = line_fills(next, below->column) &&
			      next->width + 2 > below->column;
		int lack = below->column - line->width;
		if (inside && lack >= 2 && lack <= 7 + line->give &&
			!str_has(here->text, STR(" "))) {
			here->label = LABEL_BODY;
			here->open_end = below->open_start = true;
			here->column = below->column;
		}
	}
}

/* 2024年3月6日, nothing else. */
static bool
is_date(struct str text)
{
	struct date date;
	size_t end;
	return str_count(text) <= 12 && date_find(text, &date, &end) && date.day &&
	       end == text.len;
}

/* 县水务局 right below the text of a notice. */
static bool
signs_notice(const struct draft *draft, size_t i)
{
	const struct passage *passages = draft->passages.items;
	return i > 1 && passages[i - 1].label == LABEL_BODY &&
	       passages[i - 2].label == LABEL_HEAD &&
	       lexicon_end(draft->words->notice_end, passages[i - 2].text) &&
	       credit_is_office(draft->words->credits, passages[i].text);
}

/* 东城区 读者 某某 below a reader's letter. */
static bool
signs_letter(const struct draft *draft, size_t i)
{
	const struct passage *passages = draft->passages.items;
	struct str text = passages[i].text, last = text;
	size_t at = str_find(text, STR("读者 "));
	if (at == SIZE_MAX || passages[i - 1].label != LABEL_BODY)
		return false;
	last = str_slice(text, at + STR("读者 ").len, text.len);
	return credit_is_name(draft->words->credits, last);
}

/* The foot of a notice, owner and date, is no headline. */
static void
relabel_signatures(struct draft *draft)
{
	struct passage *passages = draft->passages.items;
	for (size_t i = 1; i < draft->passages.count; i++) {
		struct passage *here = &passages[i], *above = here - 1;
		bool head = here->label == LABEL_HEAD;
		if (head && (signs_notice(draft, i) || signs_letter(draft, i)))
			here->label = LABEL_BODY;
		if (!head || !is_date(here->text))
			continue;
		bool signed_above = i > 1 && above->label == LABEL_HEAD &&
				    passages[i - 2].label == LABEL_BODY &&
				    str_count(above->text) <= 24;
		if (signed_above)
			above->label = LABEL_BODY;
		if (signed_above || above->label == LABEL_BODY) {
			here->label = LABEL_BODY;
			here->signs = true;
		}
	}
}

static bool
is_bare_name(const struct draft *draft, const struct passage *passage)
{
	return passage->label == LABEL_BYLINE &&
	       credit_is_name(draft->words->credits, passage->text);
}

/* Of two names in a row the first is a headline that looks like one, unless a headline
 * stands above it. */
static void
relabel_names(struct draft *draft)
{
	struct passage *passages = draft->passages.items;
	for (size_t i = 0; i + 1 < draft->passages.count; i++)
		if (is_bare_name(draft, &passages[i]) &&
			is_bare_name(draft, &passages[i + 1]) &&
			(i == 0 || passages[i - 1].label != LABEL_HEAD))
			passages[i].label = LABEL_HEAD;
}

/* 记者 某某 文/图 below a headline is its byline, no picture's credit. */
static void
relabel_credits(struct draft *draft)
{
	struct passage *passages = draft->passages.items;
	for (size_t i = 1; i < draft->passages.count; i++)
		if (passages[i].label == LABEL_CAPTION &&
			passages[i - 1].label == LABEL_HEAD &&
			photo_credit_find(draft->words->credits, passages[i].text,
				draft->arena) == 0)
			passages[i].label = LABEL_BYLINE;
}

/* A single line that goes on with nothing and stands beside a byline or a headline is one
 * itself, though it has a comma. */
static void
relabel_headlines(struct draft *draft)
{
	struct passage *passages = draft->passages.items;
	for (size_t i = 0; i < draft->passages.count; i++) {
		struct passage *here = &passages[i];
		const struct line *line = &draft->lines.items[here->first];
		if (here->label != LABEL_BODY || here->lede ||
			here->last > here->first + 1 || str_has(here->text, STR("。")) ||
			line->ends || line->periods || line->points > 40 || here->next ||
			here->previous || !here->open_end)
			continue;
		enum label below = i + 1 < draft->passages.count ? passages[i + 1].label
								 : LABEL_BODY;
		enum label above = i > 0 ? passages[i - 1].label : LABEL_BODY;
		bool lede = i + 1 < draft->passages.count && passages[i + 1].lede;
		if (lede || below == LABEL_BYLINE || below == LABEL_HEAD ||
			above == LABEL_HEAD)
			here->label = LABEL_HEAD;
	}
}

/* What stands before 下转 goes on on another page. */
static void
close_before_jumps(struct draft *draft)
{
	for (size_t i = 1; i < draft->passages.count; i++)
		if (draft->passages.items[i].label == LABEL_JUMP &&
			str_has(draft->passages.items[i].text, STR("下转")))
			draft->passages.items[i - 1].open_end = false;
}

void
links_find(struct draft *draft)
{
	close_before_jumps(draft);
	settle_columns(draft);
	confirm_columns(draft);
	relabel_first_lines(draft);
	relabel_signatures(draft);
	relabel_names(draft);
	relabel_credits(draft);
	struct ends starts = {0};
	for (size_t i = 0; i < draft->passages.count; i++)
		if (may_continue(draft, &draft->passages.items[i]))
			*(size_t *)list_add(&starts, draft->arena) = i;
	struct pairs pairs = {0};
	find_pairs(draft, &starts, &pairs);
	if (pairs.count)
		qsort(pairs.items, pairs.count, sizeof *pairs.items, by_score);
	for (size_t i = 0; i < pairs.count; i++) {
		struct pair pair = pairs.items[i];
		struct passage *from = &draft->passages.items[pair.from];
		struct passage *to = &draft->passages.items[pair.to];
		if (from->next || to->previous || makes_circle(draft, pair.from, pair.to))
			continue;
		to->reason = str_format(draft->arena, "goes on from line %u (score %d)",
			draft->lines.items[from->last].number, pair.score);
		from->next = pair.to + 1;
		to->previous = pair.from + 1;
	}
	relabel_headlines(draft);
}
