#include "edit/titles_reasons.h"

enum { DOUBT_CLOSE = 200 };
static const double CLOSE = 0.3; /* scores nearer than this could be the other way */
static const double IN_PLACE =
	1.5; /* beside the text, on the side of the page's headlines */

struct str
headset_text(const struct cutting *cutting, const struct headset *head)
{
	return str_format(cutting->draft->arena, "%.*s\n%.*s\n%.*s",
		STR_ARG(head->kicker), STR_ARG(head->title), STR_ARG(head->subtitle));
}

struct str
match_side(const struct cutting *cutting, const struct headset *head)
{
	if (piece_root(cutting, head->before) == head->piece)
		return STR("of the text above");
	if (piece_root(cutting, head->after) == head->piece)
		return STR("of the text below");
	return STR("not beside its article, but speaks of it");
}

/* The line that the piece begins with. */
static unsigned
line_of_piece(const struct cutting *cutting, size_t n)
{
	const struct draft *draft = cutting->draft;
	const struct passage *first =
		&draft->passages.items[cutting->pieces.items[n - 1].first];
	return draft->lines.items[first->first].number;
}

static double
score_of_words(const struct cutting *cutting, const struct match *match)
{
	const struct headset *head = &cutting->heads.items[match->head - 1];
	return 4 * affinity_of(cutting->affinity, headset_text(cutting, head),
			   (uint32_t)match->piece, 0);
}

/* Where the headline stands as headlines of the page do, its place is proof enough. */
static bool
is_close(const struct cutting *cutting, const struct match *match,
	const struct match *rival)
{
	return rival && match->score - rival->score < CLOSE &&
	       match->score - score_of_words(cutting, match) < IN_PLACE;
}

static void
explain(const struct cutting *cutting, const struct match *match,
	const struct match *rival)
{
	struct arena *arena = cutting->draft->arena;
	const struct headset *head = &cutting->heads.items[match->head - 1];
	double words = score_of_words(cutting, match);
	struct str next =
		rival ? str_format(arena, "next best line %u with %.1f",
				line_of_piece(cutting, rival->piece), rival->score)
		      : STR("no other near");
	struct passage *first = &cutting->draft->passages.items[head->passages.items[0]];
	first->reason =
		str_format(arena, "%.*s (score %.1f: words %.1f, place %.1f; %.*s)",
			STR_ARG(match_side(cutting, head)), match->score, words,
			match->score - words, STR_ARG(next));
}

void
matches_weigh(struct cutting *cutting, const struct matches *matches)
{
	size_t heads = cutting->heads.count;
	const struct match **taken =
		arena_array(cutting->draft->arena, const struct match *, 2 * heads + 1);
	const struct match **rivals = taken + heads;
	for (size_t i = 0; i < matches->count; i++) {
		const struct match *match = &matches->items[i];
		size_t h = match->head - 1;
		if (cutting->heads.items[h].piece == match->piece)
			taken[h] = match;
		else if (!rivals[h])
			rivals[h] = match;
	}
	for (size_t h = 0; h < heads; h++) {
		if (!taken[h])
			continue;
		if (is_close(cutting, taken[h], rivals[h]))
			cutting->pieces.items[taken[h]->piece - 1].doubt += DOUBT_CLOSE;
		if (cutting->draft->joints)
			explain(cutting, taken[h], rivals[h]);
	}
}
