/* Tallies: that nothing of a page is lost. All characters are counted but spaces and
 * signs. */
#ifndef TALLY_H
#define TALLY_H

#include <stdlib.h>

#include "archive/page.h"
#include "base/text.h"

struct tally {
	long counts[1 << 16];
};

static inline bool
tally_counts(uint32_t c)
{
	return text_is_han(c) || text_is_digit(c) || text_is_latin(c) ||
	       (text_is_punctuation(c) && c != '#' && c != '*');
}

static inline void
tally_text(struct tally *tally, struct str text, long by)
{
	while (text.len) {
		uint32_t c = str_next(&text);
		if (tally_counts(c))
			tally->counts[c & 0xFFFF] += by;
	}
}

static inline void
tally_article(struct tally *tally, const struct article *article)
{
	bool photo = article->kind == ARTICLE_PHOTO;
	tally_text(tally, article->kicker, -1);
	if (!(article->marks & MARK_TITLE_SUPPLIED))
		tally_text(tally, article->title, -1);
	tally_text(tally, article->subtitle, -1);
	tally_text(tally, article->column, -1);
	/* A byline out of a lede or a caption is there once more. */
	if (!article->dateline.len && !photo)
		tally_text(tally, article->byline, -1);
	for (size_t i = 0; i < article->blocks.count; i++)
		tally_text(tally, article->blocks.items[i].text, -1);
}

/* How many characters of the page stand in none of its articles, furniture and repeats.
 */
static inline long
tally_lost(const struct page *page)
{
	struct tally *tally = calloc(1, sizeof *tally);
	tally_text(tally, page->text, 1);
	for (size_t i = 0; i < page->articles.count; i++)
		tally_article(tally, page->articles.items[i]);
	for (size_t i = 0; i < page->furniture.count; i++)
		tally_text(tally, page->furniture.items[i].text, -1);
	for (size_t i = 0; i < page->repeats.count; i++)
		tally_text(tally, page->repeats.items[i].text, -1);
	long lost = 0;
	for (size_t c = 0; c < 1 << 16; c++)
		lost += tally->counts[c] > 0 ? tally->counts[c] : 0;
	free(tally);
	return lost;
}

#endif
