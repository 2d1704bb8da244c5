#include "edit/captions.h"

/* A caption belongs to a body when most of what it names is named there too; a mere
 * shared place or a shared topic of the day is not enough. */

static const double LEAST_SHARE = 0.42;

enum { REACH = 8 };

/* The caption's text without its credit. */
static struct str
caption_words(const struct cutting *cutting, const struct piece *photo)
{
	const struct draft *draft = cutting->draft;
	struct str text = draft->passages.items[photo->captions.items[0]].text;
	size_t at = photo_credit_find(draft->words->credits, text, draft->arena);
	return at == SIZE_MAX ? text : str_slice(text, 0, at);
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
		double most = LEAST_SHARE;
		for (size_t other = n > REACH ? n - REACH : 1;
			other <= n + REACH && other <= cutting->pieces.count; other++) {
			const struct piece *piece = &cutting->pieces.items[other - 1];
			if (piece->photo || piece->into)
				continue;
			double share = affinity_of(
				cutting->affinity, words, (uint32_t)other, (uint32_t)n);
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
