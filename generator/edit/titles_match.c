#include "edit/titles_match.h"

#include <stdlib.h>

#include "base/list.h"
#include "edit/titles_reasons.h"
#include "edit/titles_settle.h"

/* Headlines, h, and pieces, p: every pair near each other has a score.
 *
 *           p1   p2   p3
 *     h1   4.1  1.2    -     taken first
 *     h2   2.0  3.3  0.4     then this one; p3 is left for later
 *
 * 1. Affinity: rare bigrams that a headline shares with the bodies around.
 * 2. Direction: over the whole page, do headlines speak of what stands before or behind
 * them? A page that opens with a body, or closes with a headline, has its headlines last.
 * 3. Pairs of a headline and a piece near it are scored: affinity, direction,
 * neighbourhood; the best pairs are taken first, one to one. */

enum {
	NEAR = 4, /* pieces to either side that a headline may belong to */
	FAR = 12, /* pieces back to one with subheads of the same shape */
};

void
titles_measure(struct cutting *cutting)
{
	struct draft *draft = cutting->draft;
	cutting->affinity = affinity_open(draft->arena);
	for (size_t i = 0; i < cutting->heads.count; i++)
		affinity_ask(cutting->affinity,
			headset_text(cutting, &cutting->heads.items[i]));
	for (size_t n = 0; n < cutting->pieces.count; n++) {
		const struct piece *piece = &cutting->pieces.items[n];
		for (size_t i = 0; i < piece->captions.count; i++)
			affinity_ask(cutting->affinity,
				draft->passages.items[piece->captions.items[i]].text);
		if (!piece->into && !piece->lede && piece->body.count)
			affinity_ask(cutting->affinity, piece_opening(cutting, piece));
	}
	for (size_t n = 0; n < cutting->pieces.count; n++) {
		const struct piece *piece = &cutting->pieces.items[n];
		if (piece->into)
			continue;
		for (size_t i = 0; i < piece->body.count; i++)
			affinity_add(cutting->affinity,
				draft->passages.items[piece->body.items[i]].text,
				(uint32_t)n + 1);
		for (size_t i = 0; piece->photo && i < piece->captions.count; i++)
			affinity_add(cutting->affinity,
				draft->passages.items[piece->captions.items[i]].text,
				(uint32_t)n + 1);
	}
}

/* --- direction --- */

static void
find_direction(struct cutting *cutting)
{
	double last = 0;
	const struct headset_list *heads = &cutting->heads;
	for (size_t i = 0; i < heads->count; i++) {
		const struct headset *head = &heads->items[i];
		if (!head->title.len)
			continue;
		struct str text = headset_text(cutting, head);
		size_t before = piece_root(cutting, head->before),
		       after = piece_root(cutting, head->after);
		if (before && after && before != after)
			last += affinity_of(
					cutting->affinity, text, (uint32_t)before, 0) -
				affinity_of(cutting->affinity, text, (uint32_t)after, 0);
		else if (before != after)
			last += before ? 0.5 : -0.5;
	}
	const struct piece *first =
		cutting->pieces.count ? &cutting->pieces.items[0] : NULL;
	if (first && !first->photo && heads->count && heads->items[0].before == 1)
		last += first->lede ? 1 : 0.5;
	cutting->heads_last = last > 0;
}

/* --- pairs --- */

/* A notice has its name right above, with a gap before it, whatever the page does
 * otherwise; so has the last of several headlines in one place. */
static bool
is_over_text(const struct cutting *cutting, const struct headset *head)
{
	if (head->gap_after || !head->gap_before)
		return false;
	return (head->of > 1 && head->order + 1 == head->of) ||
	       title_is_notice(cutting->draft, head->title);
}

static double
score_pair(const struct cutting *cutting, const struct headset *head, size_t n)
{
	const struct piece *piece = &cutting->pieces.items[n - 1];
	double score = 4 * affinity_of(cutting->affinity, headset_text(cutting, head),
				   (uint32_t)n, 0);
	bool before = piece_root(cutting, head->before) == n;
	bool after = piece_root(cutting, head->after) == n;
	bool stands_over = is_over_text(cutting, head);
	if (before || after)
		score += stands_over && before ? 0 : 1;
	if (stands_over ? after : cutting->heads_last ? before : after)
		score += stands_over ? 2 : 1;
	/* A name of a few characters right above a caption is the picture's. */
	bool brief =
		str_count(head->title) <= 8 && !head->subtitle.len && !head->kicker.len;
	if (piece->photo)
		score += after && brief ? (cutting->heads_last ? 1 : 0)
			 : after        ? -0.8
					: -3;
	if (piece->lede && head->byline.len)
		score -= 1.5;
	if (piece->lede && after && head->gap_after == 0)
		score += 0.3;
	/* Several headlines in one place stand for several pieces in the same order. */
	bool in_turn =
		head->of > 1 && ((head->after && head->after + head->order == n) ||
					(head->before + head->order + 1 == n + head->of));
	if (!before && !after)
		score += in_turn ? 1.2 : -0.8;
	return score;
}

static int
by_score(const void *a, const void *b)
{
	const struct match *left = a, *right = b;
	if (left->score > right->score || left->score < right->score)
		return left->score > right->score ? -1 : 1;
	return (left->head > right->head) - (left->head < right->head);
}

static void
add_pairs(const struct cutting *cutting, size_t h, struct matches *matches)
{
	const struct headset *head = &cutting->heads.items[h];
	size_t middle = head->after ? head->after : head->before;
	size_t from = middle > NEAR ? middle - NEAR : 1, to = middle + NEAR;
	for (size_t n = from; n <= to && n <= cutting->pieces.count; n++) {
		if (cutting->pieces.items[n - 1].into)
			continue;
		double score = score_pair(cutting, head, n);
		if (score >= 1)
			*(struct match *)list_add(matches, cutting->draft->arena) =
				(struct match){h + 1, n, score};
	}
	size_t before = piece_root(cutting, head->before);
	if (before && before < from)
		*(struct match *)list_add(matches, cutting->draft->arena) =
			(struct match){h + 1, before, score_pair(cutting, head, before)};
}

/* Whether the headline looks like a subhead that the piece already has. */
static bool
is_sibling(const struct cutting *cutting, const struct headset *head,
	const struct piece *piece)
{
	int points = (int)str_count(head->title) + (int)str_count(head->kicker) +
		     (int)str_count(head->subtitle),
	    subhead = 0;
	for (size_t i = 0; i < piece->body.count; i++) {
		const struct passage *passage =
			&cutting->draft->passages.items[piece->body.items[i]];
		bool head_line = passage->label == LABEL_HEAD;
		subhead = head_line ? subhead + (int)str_count(passage->text) : 0;
		if (head_line && abs(subhead - points) <= 3)
			return true;
	}
	return false;
}

static void
open_with_subhead(struct cutting *cutting, size_t n, const struct headset *head)
{
	struct piece *piece = &cutting->pieces.items[n - 1];
	struct index_list body = piece->body;
	piece->body = (struct index_list){0};
	for (size_t i = 0; i < head->passages.count; i++)
		index_add(&piece->body, head->passages.items[i], cutting->draft->arena);
	for (size_t i = 0; i < body.count; i++)
		index_add(&piece->body, body.items[i], cutting->draft->arena);
}

/* A headline between pieces that is like the subheads of one of them in the same column:
 * what follows it belongs there too. */
static void
join_siblings(struct cutting *cutting)
{
	for (size_t i = 0; i < cutting->heads.count; i++) {
		struct headset *head = &cutting->heads.items[i];
		size_t after = piece_root(cutting, head->after);
		if (!head->title.len || head->strong || !after || head->level ||
			cutting->pieces.items[after - 1].lede ||
			cutting->pieces.items[after - 1].photo ||
			!cutting->pieces.items[after - 1].column)
			continue;
		for (size_t n = after > FAR ? after - FAR : 1; n < after; n++) {
			struct piece *piece = &cutting->pieces.items[n - 1];
			if (piece->into || piece->photo ||
				!is_sibling(cutting, head, piece) ||
				abs(piece->column -
					cutting->pieces.items[after - 1].column) > 1)
				continue;
			open_with_subhead(cutting, after, head);
			head->piece = after;
			break;
		}
	}
}

/* The piece around the headline with which the text has most in common, and how much. */
static size_t
nearest_piece(const struct cutting *cutting, const struct headset *head, struct str text,
	double *most)
{
	size_t middle = head->after ? head->after : head->before, best = 0;
	*most = 0;
	for (size_t n = middle > NEAR ? middle - NEAR : 1;
		n <= middle + NEAR && n <= cutting->pieces.count; n++) {
		double score = affinity_of(cutting->affinity, text, (uint32_t)n, 0);
		if (!cutting->pieces.items[n - 1].into && score > *most) {
			*most = score;
			best = n;
		}
	}
	return best;
}

/* Two plain lines that speak of two different pieces are two headlines, not kicker and
 * title. */
static void
split_pairs(struct cutting *cutting)
{
	for (size_t i = 0; i < cutting->heads.count; i++) {
		struct headset head = cutting->heads.items[i];
		double one, other;
		if (head.strong || head.passages.count != 2 || !head.kicker.len ||
			!head.title.len || head.level)
			continue;
		size_t a = nearest_piece(cutting, &head, head.kicker, &one);
		size_t b = nearest_piece(cutting, &head, head.title, &other);
		if (!a || !b || a == b || one < 0.3 || other < 0.3 ||
			affinity_of(cutting->affinity, head.kicker, (uint32_t)b, 0) >
				one / 2 ||
			affinity_of(cutting->affinity, head.title, (uint32_t)a, 0) >
				other / 2)
			continue;
		struct headset *added = list_add(&cutting->heads, cutting->draft->arena);
		*added = head;
		added->kicker = STR("");
		added->passages = (struct index_list){0};
		index_add(
			&added->passages, head.passages.items[1], cutting->draft->arena);
		struct headset *first = &cutting->heads.items[i];
		first->title = head.kicker;
		first->kicker = STR("");
		first->passages.count = 1;
	}
}

static void
match_titles(struct cutting *cutting)
{
	struct matches matches = {0};
	for (size_t i = 0; i < cutting->heads.count; i++)
		if (cutting->heads.items[i].title.len && !cutting->heads.items[i].piece)
			add_pairs(cutting, i, &matches);
	if (matches.count)
		qsort(matches.items, matches.count, sizeof *matches.items, by_score);
	for (size_t i = 0; i < matches.count; i++) {
		struct match match = matches.items[i];
		if (!cutting->heads.items[match.head - 1].piece &&
			!cutting->pieces.items[match.piece - 1].head)
			titles_give(cutting, match.head, match.piece);
	}
	matches_weigh(cutting, &matches);
}

void
titles_match(struct cutting *cutting)
{
	join_siblings(cutting);
	split_pairs(cutting);
	find_direction(cutting);
	match_titles(cutting);
	for (size_t i = 0; i < cutting->heads.count; i++)
		if (!cutting->heads.items[i].title.len &&
			cutting->heads.items[i].byline.len)
			titles_give_parts(cutting, &cutting->heads.items[i], i);
}
