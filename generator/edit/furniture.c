#include "edit/furniture.h"

#include "base/text.h"
#include "edit/folio.h"
#include "edit/lines.h"

LEXICON(furniture);

/* A line is furniture when it is nothing but a sequence of such things as a date, a
 * weekday, a page number, the paper's name, editors; a few of them prove it alone, others
 * only beside furniture (a bare date may sign a notice, 综合 may be anything). */

enum { MOST_POINTS = 120 };

struct furniture_words *
furniture_words_read(const struct credit_words *credits, struct arena *arena)
{
	struct furniture_words *words = arena_new(arena, struct furniture_words);
	const struct lexicon *all = lexicon_read(LEXICON_BYTES(furniture), arena);
	words->editors = lexicon_group(all, "editors", arena);
	words->hotline = lexicon_group(all, "hotline", arena);
	words->number = lexicon_group(all, "number", arena);
	words->paper = lexicon_group(all, "paper", arena);
	words->owner = lexicon_group(all, "owner", arena);
	words->page = lexicon_group(all, "page", arena);
	words->service = lexicon_group(all, "service", arena);
	words->credits = credits;
	return words;
}

/* 讲文明树新风 公益广告; 节约用水 人人有责 */
static bool
is_service(const struct furniture_words *words, struct str line)
{
	enum { MOST = 24 };
	if (line.len > 4 * MOST || line_ends(line))
		return false;
	size_t points = str_count(line), known = 0;
	if (points > MOST)
		return false;
	for (struct str rest = line; rest.len;) {
		const struct lexicon_word *found = lexicon_start(words->service, rest);
		if (found) {
			known += str_count(found->word);
			rest = str_slice(rest, found->word.len, rest.len);
		} else {
			known += text_is_space(str_next(&rest));
		}
	}
	return known * 3 >= points * 2 && (known > 4 || str_has(line, STR("公益广告")));
}

/* Rules, stars and the scraps of a misread picture have none. */
static bool
has_letter(struct str line)
{
	while (line.len) {
		uint32_t c = str_next(&line);
		if (text_is_han(c) || text_is_latin(c) || text_is_digit(c))
			return true;
	}
	return false;
}

/* TANGJIN RIBAO: the paper's name in letters. */
static bool
is_romanised(struct str line)
{
	size_t letters = 0, words = 1;
	for (; line.len; letters++) {
		uint32_t c = str_next(&line);
		words += c == ' ';
		if (c != ' ' && (c < 'A' || c > 'Z'))
			return false;
	}
	return letters >= 8 && letters <= 40 && words > 1;
}

struct folio
furniture_read(const struct furniture_words *words, struct str line)
{
	if (line.len > MOST_POINTS && str_count(line) > MOST_POINTS)
		return (struct folio){0};
	if (!has_letter(line))
		return (struct folio){.what = "other"};
	if (is_service(words, line))
		return (struct folio){.what = "other"};
	if (is_romanised(line))
		return (struct folio){.what = "masthead", .weak = true};
	struct folio_reader reader = {.words = words, .line = line, .rest = line};
	/* One unknown token beside strong ones is the page's name. */
	int unknown = 0;
	for (folio_skip_filler(&reader); reader.rest.len; folio_skip_filler(&reader)) {
		if (folio_take(&reader))
			continue;
		struct str token = str_slice(reader.rest, 0, reader.token);
		if (unknown++ || str_count(token) > 8)
			return (struct folio){0};
		reader.folio.unknown = folio_take_bytes(&reader, token.len);
	}
	if (unknown && !reader.folio.name.len)
		reader.folio.name = reader.folio.unknown;
	bool beside_folio = unknown && reader.weak > 1 && reader.folio.number.len;
	if (unknown && !reader.strong && !beside_folio)
		return (struct folio){0};
	if (reader.rest.len || reader.strong + reader.weak == 0)
		return (struct folio){0};
	reader.folio.weak = reader.strong == 0 && (reader.weak < 2 || unknown);
	if (!reader.folio.what)
		reader.folio.what =
			reader.strong + reader.weak > 1 || !reader.folio.name.len
				? "folio"
				: "name";
	return reader.folio;
}
