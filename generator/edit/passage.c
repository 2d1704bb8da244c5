#include "edit/passage.h"

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
	static const uint32_t common[] = {
		U'個',
		U'們',
		U'這',
		U'說',
		U'國',
		U'會',
		U'時',
		U'來',
		U'對',
		U'為',
		U'後',
		U'過',
		U'學',
		U'業',
		U'縣',
		U'長',
		U'員',
		U'發',
		U'開',
		U'關',
		U'東',
		U'車',
		U'門',
		U'問',
		U'間',
		U'報',
		U'導',
		U'記',
		U'書',
		U'農',
		U'鄉',
		U'鎮',
		U'區',
		U'黨',
		U'經',
		U'濟',
		U'產',
		U'動',
		U'與',
		U'從',
		U'進',
		U'還',
		U'無',
		U'義',
		U'實',
		U'場',
		U'點',
		U'電',
		U'話',
		U'應',
		U'機',
		U'樣',
		U'現',
		U'見',
		U'將',
		U'種',
		U'讓',
		U'辦',
		U'務',
		U'總',
		U'師',
		U'醫',
		U'歲',
		U'謝',
		U'陳',
		U'劉',
		U'張',
		U'楊',
		U'趙',
		U'黃',
		U'吳',
		U'鄭',
		U'馮',
		U'葉',
		U'蘇',
		U'羅',
		U'鄧',
	};
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		if (common[i] == c)
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
