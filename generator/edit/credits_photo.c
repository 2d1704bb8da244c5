#include "base/text.h"
#include "edit/credits_parts.h"
#include "edit/lines.h"

bool
credit_is_office(const struct credit_words *words, struct str text)
{
	size_t points = str_count(text);
	if (points < 3 || points > 16 || !lexicon_end(words->giver_end, text))
		return false;
	while (text.len)
		if (!text_is_han(str_next(&text)))
			return false;
	return true;
}

/* Roles and names, or one to three bare names, or a giver without a name (受访者). */
static bool
gives_pictures(const struct credit_words *words, struct str text, struct arena *arena)
{
	struct credit_list list = {0};
	if (lexicon_find(words->nobody, text) || credit_is_office(words, text) ||
		credits_read(words, text, &list, arena))
		return true;
	struct str rest = text;
	int names = 0;
	for (credit_skip(&rest); rest.len; credit_skip(&rest), names++) {
		size_t len = credit_name_start(words, rest);
		if (!len ||
			!credit_is_name(words,
				credit_without_spaces(credit_take(&rest, len), arena)))
			return false;
	}
	return names > 0 && names <= 3;
}

/* A bracket at the end such as （资料图片） or （某某 摄）. */
static size_t
bracketed_credit(const struct credit_words *words, struct str text, struct arena *arena)
{
	struct str rest = text;
	uint32_t c = str_last(&rest);
	if (c != ')' && c != 0xFF09)
		return SIZE_MAX;
	for (int i = 0; i < 40 && rest.len; i++) {
		struct str inside = rest;
		c = str_last(&rest);
		if (c != '(' && c != 0xFF08)
			continue;
		inside = str_slice(text, inside.len, text.len);
		str_last(&inside);
		bool photo = false;
		inside = str_trim(inside);
		if (lexicon_find(words->nobody, inside) ||
			(credit_take_verb(words, &inside, &photo) && photo &&
				gives_pictures(words, inside, arena)))
			return rest.len;
		return SIZE_MAX;
	}
	return SIZE_MAX;
}

size_t
photo_credit_find(
	const struct credit_words *words, struct str text, struct arena *scratch)
{
	size_t found = bracketed_credit(words, text, scratch);
	if (found != SIZE_MAX)
		return found;
	struct str rest = text;
	bool photo = false;
	if (!credit_take_verb(words, &rest, &photo) || !photo)
		return SIZE_MAX;
	/* The leftmost start that leaves nothing but givers is the credit's. */
	struct str head = rest;
	for (int i = 0; i < 45 && head.len; i++) {
		struct str part = str_trim(str_slice(rest, head.len, rest.len));
		struct str left = head;
		uint32_t before = str_last(&left);
		bool edge = text_is_space(before) || line_is_stop(before) ||
			    line_is_closer(before);
		if (edge && part.len && gives_pictures(words, part, scratch))
			found = (size_t)(part.data - text.data);
		head = left;
	}
	if (rest.len < 200 && gives_pictures(words, rest, scratch))
		found = 0;
	if (found == SIZE_MAX || found == 0)
		return found;
	/* （资料图片） 某某 供图 */
	size_t bracket =
		bracketed_credit(words, str_trim(str_slice(text, 0, found)), scratch);
	return bracket == SIZE_MAX ? found : bracket;
}
