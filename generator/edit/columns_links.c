#include "edit/columns_links.h"

#include <stdlib.h>

#include "base/text.h"

enum {
	ATTACHED = 10, /* what printed order is worth without the empty line that most
			  have */
	BREAK = -5,    /* a form as bad as this is none */
};

/* What the characters on both sides of the seam say. */
static int
score_seam(
	const struct columns_links *links, const struct strip *a, const struct strip *b)
{
	if (!text_is_han(a->last) || !text_is_han(b->first))
		return text_is_digit(a->last) && text_is_digit(b->first) ? 4 : 0;
	if (bigrams_find(&links->pairs, a->last, b->first))
		return 8;
	if (!links->text)
		return 2;
	struct str tail =
		str_slice(a->text, a->text.len > 12 ? a->text.len - 12 : 0, a->text.len);
	struct str both = str_format(links->arena, "%.*s%.*s", STR_ARG(tail),
		STR_ARG(str_points(b->text, 0, 4)));
	struct text_words words = text_words(links->text, both, links->arena);
	for (size_t i = 0; i < words.count; i++)
		if (words.offsets[i] == tail.len)
			return -3;
	return 6;
}

/* What the shapes of the two say: where sentences and paragraphs end, which width they
 * have. Sets goes_on where a paragraph does. */
static int
score_form(const struct strip *a, const struct strip *b, bool *goes_on)
{
	int score = 0;
	*goes_on = false;
	if (a->line == b->line)
		return COLUMNS_NEVER;
	if (a->column && b->column && (!b->ends || b->column > a->column))
		score += abs(a->column - b->column) > 3 ? -10 : 1;
	if (a->ends)
		return score + (b->shape == STRIP_FIRST          ? 5
				       : b->shape == STRIP_OTHER ? 0
				       : a->shape == STRIP_SHORT ? -5
								 : -2);
	/* A paragraph goes on. */
	bool verse = b->shape == STRIP_SHORT && !b->ends;
	if (a->shape == STRIP_SHORT)
		return score + (verse ? 2 : b->shape == STRIP_FIRST ? 0 : -4);
	if (b->shape == STRIP_FIRST && !b->ends)
		score -= 8;
	*goes_on = true;
	return score + (verse ? -4 : 1);
}

int
columns_score_link(
	const struct columns_links *links, const struct strip *a, const struct strip *b)
{
	bool goes_on;
	int score = score_form(a, b, &goes_on);
	return goes_on ? score + score_seam(links, a, b) : score;
}

bool
columns_break_form(const struct columns_links *links, size_t strip)
{
	bool goes_on;
	return score_form(&links->strips.items[strip - 1], &links->strips.items[strip],
		       &goes_on) <= BREAK;
}

/* Whether the extractor itself says that the strip stands below the one before. */
bool
columns_are_attached(const struct columns_links *links, size_t strip)
{
	return links->strips.gappy && !links->strips.items[strip].blanks;
}

/* What the printed order is worth between the strip and the one before it. */
int
columns_score_printed(const struct columns_links *links, size_t strip)
{
	return columns_are_attached(links, strip) ? ATTACHED : 0;
}
