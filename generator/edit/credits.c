#include "edit/credits.h"

#include "base/list.h"
#include "base/text.h"
#include "edit/lines.h"

LEXICON(roles);
LEXICON(ledes);
LEXICON(surnames);
LEXICON(surnames_compound);

struct credit_words *
credit_words_read(struct arena *arena)
{
	struct credit_words *words = arena_new(arena, struct credit_words);
	const struct lexicon *roles = lexicon_read(LEXICON_BYTES(roles), arena);
	words->before = lexicon_group(roles, "before", arena);
	words->writer = lexicon_group(roles, "writer", arena);
	words->photo = lexicon_group(roles, "photo", arena);
	words->said = lexicon_group(roles, "said", arena);
	words->shot = lexicon_group(roles, "shot", arena);
	words->nobody = lexicon_group(roles, "nobody", arena);
	words->giver_end = lexicon_group(roles, "giver_end", arena);
	const struct lexicon *ledes = lexicon_read(LEXICON_BYTES(ledes), arena);
	words->paper = lexicon_group(ledes, "paper", arena);
	words->wire = lexicon_group(ledes, "wire", arena);
	words->surnames = lexicon_read(LEXICON_BYTES(surnames), arena);
	words->compounds = lexicon_read(LEXICON_BYTES(surnames_compound), arena);
	return words;
}

/* --- names --- */

static bool
parts_words(uint32_t c)
{
	return text_is_space(c) || c == 0x3001 || c == ':' || c == 0xFF1A ||
	       line_is_opener(c) || line_is_closer(c) || c == '/' || c == '|' ||
	       c == 0xFF0F || c == 0xFF5C;
}

static bool
is_name_letter(uint32_t c)
{
	return text_is_han(c) || c == 0xB7 || c == 0x2022 || c == 0x30FB;
}

static size_t
word_start(const struct lexicon *lexicon, struct str text)
{
	const struct lexicon_word *found = lexicon_start(lexicon, text);
	return found ? found->word.len : 0;
}

static size_t
word_end(const struct lexicon *lexicon, struct str text)
{
	const struct lexicon_word *found = lexicon_end(lexicon, text);
	return found ? found->word.len : 0;
}

static bool
is_surname(const struct credit_words *words, struct str name)
{
	return lexicon_find(words->surnames, str_points(name, 0, 1)) ||
	       word_start(words->compounds, name);
}

bool
credit_is_name(const struct credit_words *words, struct str text)
{
	enum { MOST_BYTES = 4 * 4 };
	if (text.len > MOST_BYTES)
		return false;
	size_t points = str_count(text), letters = 0;
	for (struct str rest = text; rest.len;)
		letters += text_is_han(str_next(&rest));
	if (letters != points || points < 2 || points > 4)
		return false;
	if (points == 4)
		return word_start(words->compounds, text) > 0;
	/* Surnames that are first of all common words prove nothing. */
	const struct lexicon_word *surname =
		lexicon_find(words->surnames, str_points(text, 0, 1));
	return (surname && str_compare(surname->value, STR("3")) >= 0) ||
	       (points == 3 && word_start(words->compounds, text));
}

/* --- roles and names, one after the other --- */

/* 本报 全媒体 记者: any number of words before, then the role itself. */
static size_t
role_start(const struct credit_words *words, struct str text, bool *photo)
{
	size_t at = 0;
	for (int i = 0; i < 4; i++) {
		struct str rest = str_slice(text, at, text.len);
		size_t shot = word_start(words->photo, rest);
		size_t wrote = word_start(words->writer, rest);
		if (shot || wrote) {
			*photo = shot >= wrote;
			return at + (shot > wrote ? shot : wrote);
		}
		size_t before = word_start(words->before, rest);
		if (!before)
			return 0;
		at += before;
	}
	return 0;
}

/* A name at the start of text, at most to the next role; 白 雪 with its space counts as
 * one. */
static size_t
name_start(const struct credit_words *words, struct str text)
{
	struct str rest = text;
	unsigned points = 0;
	bool photo, dot = false;
	while (rest.len && is_name_letter(str_peek(rest))) {
		if (points > 1 && role_start(words, rest, &photo))
			break;
		dot |= !text_is_han(str_next(&rest));
		points++;
	}
	if (points == 1 && text_is_space(str_peek(rest))) {
		str_next(&rest);
		struct str second = rest;
		if (!text_is_han(str_next(&second)) || is_name_letter(str_peek(second)))
			return 0;
		return text.len - second.len;
	}
	return points >= 2 && (points <= 4 || (dot && points <= 15)) ? text.len - rest.len
								     : 0;
}

static struct str
without_spaces(struct str name, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	while (name.len) {
		uint32_t c = str_next(&name);
		if (!text_is_space(c))
			strbuf_add_point(&out, c);
	}
	return strbuf_str(&out);
}

static void
skip_between(struct str *text)
{
	while (text->len && parts_words(str_peek(*text)))
		str_next(text);
}

static struct str
take(struct str *text, size_t len)
{
	struct str part = str_slice(*text, 0, len);
	*text = str_slice(*text, len, text->len);
	return part;
}

/* Cuts a closing verb off: 摄, 报道; tells whether it speaks of a picture. */
static bool
take_verb(const struct credit_words *words, struct str *text, bool *photo)
{
	size_t shot = word_end(words->shot, *text), said = word_end(words->said, *text);
	size_t len = shot > said ? shot : said;
	if (!len)
		return false;
	*photo = shot >= said;
	*text = str_trim(str_slice(*text, 0, text->len - len));
	return true;
}

/* 本报记者 某某 发自某县: where from is no name. */
static struct str
without_place(struct str text)
{
	size_t at = str_find(text, STR(" 发自"));
	return at != SIZE_MAX && at > 0 && text.len - at < 60 ? str_slice(text, 0, at)
							      : text;
}

bool
credits_read(const struct credit_words *words, struct str text, struct credit_list *list,
	struct arena *arena)
{
	struct str rest = str_trim(text), role = STR_NONE;
	size_t before = list->count;
	bool shot = false, photo = false;
	if (rest.len > 300)
		return false;
	rest = without_place(rest);
	take_verb(words, &rest, &shot);
	for (skip_between(&rest); rest.len; skip_between(&rest)) {
		size_t len = role_start(words, rest, &photo);
		if (len) {
			role = take(&rest, len);
			continue;
		}
		len = role.len ? name_start(words, rest) : 0;
		bool glued = role.len && role.data + role.len == rest.data;
		if (!len || (glued && !is_surname(words, rest))) {
			list->count = before;
			return false;
		}
		*(struct credit *)list_add(list, arena) = (struct credit){.role = role,
			.name = without_spaces(take(&rest, len), arena),
			.photo = shot || photo};
	}
	return list->count > before;
}

bool
credit_is_short_name(const struct credit_words *words, struct str text)
{
	size_t points = str_count(text);
	if (points < 2 || points > 3 || !is_surname(words, text))
		return false;
	while (text.len)
		if (!text_is_han(str_next(&text)))
			return false;
	return true;
}

bool
credit_is_note(struct str text)
{
	if (str_starts(text, STR("（作者")) || str_starts(text, STR("(作者")))
		return (str_ends(text, STR("）")) || str_ends(text, STR(")"))) &&
		       str_count(text) <= 40;
	return str_ends(text, STR("发布")) &&
	       (str_has(text, STR("日")) || str_has(text, STR("时"))) &&
	       str_has(text, STR("气象")) && str_count(text) <= 24;
}

bool
credit_are_names(const struct credit_words *words, struct str text)
{
	size_t names = 0;
	while (text.len) {
		struct str rest = text, name = text;
		while (rest.len && !text_is_space(str_peek(rest)))
			str_next(&rest);
		name.len -= rest.len;
		if (!credit_is_name(words, name))
			return false;
		names++;
		text = str_trim(rest);
	}
	return names == 2 || names == 3;
}

bool
credit_is_signed(const struct credit_words *words, struct str text)
{
	struct str rest = text;
	if (!line_is_closer(str_last(&rest)))
		return false;
	size_t at = str_find(text, STR("作者系"));
	struct str name = str_slice(text, 0, at == SIZE_MAX ? 0 : at);
	uint32_t before = str_last(&name);
	return line_is_opener(before) && credit_is_name(words, str_trim(name));
}

bool
credit_is_role(const struct credit_words *words, struct str text)
{
	bool photo;
	size_t len = role_start(words, text, &photo);
	return len > 0 && len == text.len && str_count(text) > 2;
}

/* --- ledes --- */

/* The end of the bracket that text opens with, at most 90 characters away; 0 for none. */
static size_t
bracket_end(struct str text)
{
	struct str rest = text;
	if (!line_is_opener(str_next(&rest)))
		return 0;
	for (int i = 0; i < 90 && rest.len; i++) {
		uint32_t c = str_next(&rest);
		if (c == ')' || c == 0xFF09 || c == 0x3011 || c == 0x3009)
			return text.len - rest.len;
	}
	return 0;
}

static bool
names_a_reporter(const struct credit_words *words, struct str inside)
{
	for (size_t i = 0; i < words->writer->words.count; i++)
		if (str_has(inside, words->writer->words.items[i].word))
			return true;
	return false;
}

/* 本报讯, 新华社北京3月5日电: the length up to the bracket, 0 when it is no lede. Without
 * a word such as 讯 only a bracket with a reporter makes it one, and bracket is set to
 * true. */
static size_t
opening_len(const struct credit_words *words, struct str text, bool *needs_bracket)
{
	struct str rest = text;
	size_t paper = word_start(words->paper, text);
	if (!paper)
		return 0;
	take(&rest, paper);
	*needs_bracket = false;
	if (str_ends(str_slice(text, 0, paper), STR("讯")))
		return paper;
	for (int i = 0; i < 14 && rest.len; i++) {
		size_t wire = word_start(words->wire, rest);
		if (wire)
			return text.len - rest.len + wire;
		uint32_t c = str_peek(rest);
		if (line_is_opener(c)) {
			*needs_bracket = true;
			return text.len - rest.len;
		}
		if (!text_is_han(c) && !text_is_digit(c) && !text_is_space(c))
			return 0;
		str_next(&rest);
	}
	return 0;
}

bool
lede_starts(const struct credit_words *words, struct str text)
{
	bool needs_bracket = false;
	size_t len = opening_len(words, text, &needs_bracket);
	if (!len)
		return false;
	return !needs_bracket ||
	       names_a_reporter(words, str_points(str_slice(text, len, text.len), 0, 24));
}

size_t
lede_find(const struct credit_words *words, struct str text, struct str *byline)
{
	bool needs_bracket = false;
	size_t len = opening_len(words, text, &needs_bracket);
	*byline = STR("");
	if (!len)
		return 0;
	struct str rest = str_slice(text, len, text.len);
	size_t gap = rest.len - str_trim(rest).len;
	gap = gap && text_is_space(str_peek(rest)) ? 1 : 0;
	rest = str_slice(rest, gap, rest.len);
	size_t end = bracket_end(rest);
	struct str opener = rest, inside;
	str_next(&opener);
	inside = str_slice(rest, rest.len - opener.len, end);
	if (end && names_a_reporter(words, inside)) {
		str_last(&inside);
		*byline = str_trim(inside);
		return len + gap + end;
	}
	return needs_bracket ? 0 : len;
}

/* --- picture credits --- */

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
	for (skip_between(&rest); rest.len; skip_between(&rest), names++) {
		size_t len = name_start(words, rest);
		if (!len ||
			!credit_is_name(words, without_spaces(take(&rest, len), arena)))
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
			(take_verb(words, &inside, &photo) && photo &&
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
	if (!take_verb(words, &rest, &photo) || !photo)
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
