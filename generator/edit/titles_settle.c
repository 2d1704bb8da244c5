#include "edit/titles_settle.h"

#include "edit/titles_reasons.h"

void
titles_give(struct cutting *cutting, size_t head, size_t piece)
{
	struct headset *set = &cutting->heads.items[head - 1];
	set->piece = piece;
	cutting->pieces.items[piece - 1].head = head;
	bool below = piece_root(cutting, set->after) == piece;
	bool above = piece_root(cutting, set->before) == piece;
	cutting->draft->passages.items[set->passages.items[0]].reason =
		match_side(cutting, set);
	if (!above && !below)
		cutting->pieces.items[piece - 1].doubt += 100;
}

static bool
fill(struct str *part, struct str with)
{
	if (!with.len)
		return true;
	if (part->len)
		return false;
	*part = with;
	return true;
}

void
titles_give_parts(struct cutting *cutting, struct headset *head, size_t index)
{
	size_t before = piece_root(cutting, head->before),
	       after = piece_root(cutting, head->after);
	bool prefers_before = cutting->heads_last ? before != 0 : after == 0;
	if (head->gap_before != head->gap_after && before && after)
		prefers_before = head->gap_before < head->gap_after;
	size_t order[2] = {
		prefers_before ? before : after, prefers_before ? after : before};
	for (int i = 0; i < 2; i++) {
		if (!order[i])
			continue;
		struct piece *piece = &cutting->pieces.items[order[i] - 1];
		if (piece->photo || (head->byline.len && piece->lede))
			continue;
		if (!piece->head) {
			titles_give(cutting, index + 1, order[i]);
			return;
		}
		struct headset *other = &cutting->heads.items[piece->head - 1];
		if (fill(&other->byline, head->byline) &&
			fill(&other->subtitle, head->subtitle) &&
			fill(&other->column, head->column) &&
			fill(&other->kicker, head->kicker)) {
			for (size_t p = 0; p < head->passages.count; p++)
				index_add(&other->passages, head->passages.items[p],
					cutting->draft->arena);
			head->piece = order[i];
			return;
		}
	}
}

/* A headline without a piece, or parts that no piece has room for: the title or kicker of
 * one that has neither, else a subhead. */
static void
settle_rest(struct cutting *cutting, struct headset *head)
{
	size_t before = piece_root(cutting, head->before),
	       after = piece_root(cutting, head->after);
	size_t side = before ? before : after;
	if (!side)
		return;
	struct piece *piece = &cutting->pieces.items[side - 1];
	struct headset *other =
		piece->head ? &cutting->heads.items[piece->head - 1] : NULL;
	if (other && head->title.len && !other->kicker.len && !head->kicker.len &&
		!head->subtitle.len && before && before != after &&
		title_is_balanced(head->title)) {
		other->kicker = other->title;
		other->title = head->title;
		head->piece = side;
		return;
	}
	for (size_t i = 0; i < head->passages.count; i++)
		index_add(&piece->body, head->passages.items[i], cutting->draft->arena);
	head->piece = side;
}

/* A column's name alone is a title where the piece has no other. */
static void
promote_columns(struct cutting *cutting)
{
	for (size_t i = 0; i < cutting->heads.count; i++) {
		struct headset *head = &cutting->heads.items[i];
		if (head->title.len || !head->column.len)
			continue;
		const struct piece *piece =
			head->piece ? &cutting->pieces.items[head->piece - 1] : NULL;
		if (piece && piece->head == i + 1) {
			head->title = head->column;
			head->column = STR("");
		}
	}
}

/* Whether the column stands above what is no opinion: a news item, or a piece without a
 * bare name, where it has a heading sign of its own. */
static bool
opens_with_column(const struct cutting *cutting, const struct headset *head)
{
	const struct draft *draft = cutting->draft;
	const struct passage *first = &draft->passages.items[head->passages.items[0]];
	if (cutting->pieces.items[head->piece - 1].lede)
		return true;
	return first->level && head->level == first->level &&
	       str_equal(first->text, head->column) &&
	       !credit_is_short_name(draft->words->credits, head->byline);
}

/* A column of opinion between a signed piece and another one belongs to the piece above
 * it. */
static void
move_columns(struct cutting *cutting)
{
	const struct segment_words *words = cutting->draft->words;
	for (size_t i = 0; i < cutting->heads.count; i++) {
		struct headset *head = &cutting->heads.items[i];
		size_t before = piece_root(cutting, head->before);
		if (!head->column.len || !head->piece || !before ||
			before == head->piece || !opens_with_column(cutting, head) ||
			!cutting->pieces.items[before - 1].head)
			continue;
		struct headset *above =
			&cutting->heads.items[cutting->pieces.items[before - 1].head - 1];
		if (above->column.len ||
			!credit_is_short_name(words->credits, above->byline))
			continue;
		above->column = head->column;
		head->column = STR("");
	}
}

void
titles_settle(struct cutting *cutting)
{
	move_columns(cutting);
	for (size_t i = 0; i < cutting->heads.count; i++)
		if (!cutting->heads.items[i].title.len && !cutting->heads.items[i].piece)
			titles_give_parts(cutting, &cutting->heads.items[i], i);
	for (size_t i = 0; i < cutting->heads.count; i++)
		if (!cutting->heads.items[i].piece)
			settle_rest(cutting, &cutting->heads.items[i]);
	promote_columns(cutting);
}
