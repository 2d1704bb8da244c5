#include "edit/captions.h"

/* A caption belongs to a body when most of what it names is named there too; a mere
 * shared place or a shared topic of the day is not enough. */

static const double LEAST_SHARE = 0.42, LEAST_AFAR = 0.75, LEAST_BESIDE = 0.36;

enum { REACH = 8 };

/* Whether the caption stands right behind the piece or the headline behind it. */
static bool
is_beside(const struct cutting *cutting, size_t n, size_t other)
{
	return other < n && piece_root(cutting, n - 1) == other;
}

/* The caption's text without its credit. */
static struct str
caption_words(const struct cutting *cutting, const struct piece *photo)
{
	const struct draft *draft = cutting->draft;
	struct str text = draft->passages.items[photo->captions.items[0]].text;
	size_t at = photo_credit_find(draft->words->credits, text, draft->arena);
	return at == SIZE_MAX ? text : str_slice(text, 0, at);
}

/* How much the caption shares with the piece, or 0 when it is too little for the way
 * between them; the piece that it stands beside comes first. */
static double
share_of(const struct cutting *cutting, struct str words, size_t n, size_t other)
{
	double share =
		affinity_of(cutting->affinity, words, (uint32_t)other, (uint32_t)n);
	if (is_beside(cutting, n, other))
		return share > LEAST_BESIDE ? 1 + share : 0;
	bool next = other + 1 == n || other == n + 1;
	return share > (next ? LEAST_SHARE : LEAST_AFAR) ? share : 0;
}

void
captions_place(struct cutting *cutting)
{
	for (size_t n = 1; n <= cutting->pieces.count; n++) {
		struct piece *photo = &cutting->pieces.items[n - 1];
		if (!photo->photo || photo->into || photo->head)
			continue;
		struct str words = caption_words(cutting, photo);
		size_t best = 0;
		double most = 0;
		for (size_t other = n > REACH ? n - REACH : 1;
			other <= n + REACH && other <= cutting->pieces.count; other++) {
			const struct piece *piece = &cutting->pieces.items[other - 1];
			if (piece->photo || piece->into)
				continue;
			double share = share_of(cutting, words, n, other);
			if (share > most) {
				most = share;
				best = other;
			}
		}
		if (!best)
			continue;
		cutting->draft->passages.items[photo->captions.items[0]].reason =
			STR("tells of the same as the article");
		piece_merge(cutting, best, n, false);
	}
}
