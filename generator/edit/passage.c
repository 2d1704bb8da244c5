#include "edit/passage.h"

#include <uchar.h>

enum cut { CUT_UNKNOWN, CUT_HERE, CUT_NOT_HERE };

struct passage
passage_open(struct str text, struct arena *arena)
{
	struct passage passage = {.text = text, .printed = text};
	passage.points = arena_array(arena, uint32_t, text.len + 8);
	passage.offsets = arena_array(arena, size_t, text.len + 1);
	struct str rest = text;
	while (rest.len) {
		passage.offsets[passage.count] = text.len - rest.len;
		passage.points[passage.count++] = str_next(&rest);
	}
	passage.offsets[passage.count] = text.len;
	passage.cuts = arena_array(arena, uint8_t, passage.count + 1);
	return passage;
}

static void
add_line(struct strbuf *out, struct str line)
{
	strbuf_add(out, line);
	strbuf_add_char(out, '\n');
}

struct passage
passage_of_article(const struct article *article, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	add_line(&out, article->kicker);
	add_line(&out, article->title);
	add_line(&out, article->subtitle);
	size_t headline = str_count(strbuf_str(&out));
	for (size_t i = 0; i < article->blocks.count; i++)
		add_line(&out, article->blocks.items[i].text);
	struct passage passage = passage_open(strbuf_str(&out), arena);
	passage.headline = headline;
	return passage;
}

struct str
passage_view(const struct passage *passage, size_t from, size_t to)
{
	return str_slice(passage->text, passage->offsets[from], passage->offsets[to]);
}

struct str
passage_printed(const struct passage *passage, size_t from, size_t to)
{
	return str_slice(passage->printed, passage->offsets[from], passage->offsets[to]);
}

/* --- traditional characters --- */

/* Among the most frequent characters, those that simplified text does not have. Source:
 * the table of correspondences that is annexed to the Tongyong Guifan Hanzi Biao. */
static bool
is_traditional(uint32_t c)
{
	static const char32_t common[] =
		U"個們這說國會時來對為後過學業縣長員發開關東車門問間報"
		U"導記書農鄉鎮區黨經濟產動與從進還無義實場點電話應機樣"
		U"現見將種讓辦務總師醫歲謝陳劉張楊趙黃吳鄭馮葉蘇羅鄧";
	for (const char32_t *known = common; *known; known++)
		if (*known == c)
			return true;
	return false;
}

/* The beginning tells; one such character may be a variant in a name, or a quotation. */
static bool
is_in_traditional(const struct passage *passage)
{
	enum { LOOK_AT = 200, LEAST = 3, ONE_IN = 25 };
	size_t found = 0, han = 0;
	for (size_t i = 0; i < passage->count && han < LOOK_AT; i++) {
		if (!text_is_han(passage->points[i]))
			continue;
		han++;
		found += is_traditional(passage->points[i]);
	}
	return found >= LEAST && found * ONE_IN >= han;
}

struct passage
passage_simplify(const struct passage *passage, struct text *text, struct arena *arena)
{
	if (!is_in_traditional(passage))
		return *passage;
	struct passage simple =
		passage_open(text_simplified(text, passage->text, arena), arena);
	if (simple.text.len != passage->text.len || simple.count != passage->count)
		return *passage;
	for (size_t i = 0; i < simple.count; i++)
		if (simple.offsets[i] != passage->offsets[i])
			return *passage;
	simple.printed = passage->printed;
	simple.headline = passage->headline;
	return simple;
}

/* --- words --- */

static void
mark_run(const struct passage *passage, size_t from, size_t to,
	const struct text_words *words)
{
	size_t next = 0;
	for (size_t i = from; i < to; i++) {
		size_t offset = passage->offsets[i] - passage->offsets[from];
		while (next < words->count && words->offsets[next] < offset)
			next++;
		bool here = next < words->count && words->offsets[next] == offset;
		passage->cuts[i] = here ? CUT_HERE : CUT_NOT_HERE;
	}
}

void
passage_find_words(const struct passage *passage, size_t at, struct text *text,
	struct arena *scratch)
{
	if (at >= passage->count || passage->cuts[at] != CUT_UNKNOWN ||
		!text_is_han(passage->points[at]))
		return;
	size_t from = at, to = at;
	while (from > 0 && text_is_han(passage->points[from - 1]))
		from--;
	while (to < passage->count && text_is_han(passage->points[to]))
		to++;
	struct text_words words =
		text_words(text, passage_view(passage, from, to), scratch);
	mark_run(passage, from, to, &words);
}

bool
passage_is_cut(const struct passage *passage, size_t at)
{
	if (at == 0 || at >= passage->count || passage->cuts[at] == CUT_HERE)
		return true;
	return !text_is_han(passage->points[at]) || !text_is_han(passage->points[at - 1]);
}

size_t
passage_word_end(const struct passage *passage, size_t at)
{
	size_t end = at + 1;
	while (!passage_is_cut(passage, end))
		end++;
	return end;
}
