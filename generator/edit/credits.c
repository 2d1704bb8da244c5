#include "edit/credits.h"

#include "base/list.h"
#include "base/text.h"
#include "edit/credits_parts.h"
#include "edit/lines.h"

LEXICON(roles);
LEXICON(ledes);
LEXICON(furniture);
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
	words->editors = lexicon_group(
		lexicon_read(LEXICON_BYTES(furniture), arena), "editors", arena);
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

size_t
credit_word_start(const struct lexicon *lexicon, struct str text)
{
	const struct lexicon_word *found = lexicon_start(lexicon, text);
	return found ? found->word.len : 0;
}

size_t
credit_word_end(const struct lexicon *lexicon, struct str text)
{
	const struct lexicon_word *found = lexicon_end(lexicon, text);
	return found ? found->word.len : 0;
}

static bool
is_surname(const struct credit_words *words, struct str name)
{
	return lexicon_find(words->surnames, str_points(name, 0, 1)) ||
	       credit_word_start(words->compounds, name);
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
		return credit_word_start(words->compounds, text) > 0;
	/* Surnames that are first of all common words prove nothing. */
	const struct lexicon_word *surname =
		lexicon_find(words->surnames, str_points(text, 0, 1));
	return (surname && str_compare(surname->value, STR("3")) >= 0) ||
	       (points == 3 && credit_word_start(words->compounds, text));
}

/* --- roles and names, one after the other --- */

/* 本报 全媒体 记者: any number of words before, then the role itself. */
static size_t
role_start(const struct credit_words *words, struct str text, bool *photo)
{
	size_t at = 0;
	for (int i = 0; i < 4; i++) {
		struct str rest = str_slice(text, at, text.len);
		size_t shot = credit_word_start(words->photo, rest);
		size_t wrote = credit_word_start(words->writer, rest);
		if (shot || wrote) {
			*photo = shot >= wrote;
			return at + (shot > wrote ? shot : wrote);
		}
		size_t before = credit_word_start(words->before, rest);
		if (!before)
			return 0;
		at += before;
	}
	return 0;
}

size_t
credit_name_start(const struct credit_words *words, struct str text)
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

struct str
credit_without_spaces(struct str name, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	while (name.len) {
		uint32_t c = str_next(&name);
		if (!text_is_space(c))
			strbuf_add_point(&out, c);
	}
	return strbuf_str(&out);
}

void
credit_skip(struct str *text)
{
	while (text->len && parts_words(str_peek(*text)))
		str_next(text);
}

struct str
credit_take(struct str *text, size_t len)
{
	struct str part = str_slice(*text, 0, len);
	*text = str_slice(*text, len, text->len);
	return part;
}

bool
credit_take_verb(const struct credit_words *words, struct str *text, bool *photo)
{
	size_t shot = credit_word_end(words->shot, *text),
	       said = credit_word_end(words->said, *text);
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
	credit_take_verb(words, &rest, &shot);
	for (credit_skip(&rest); rest.len; credit_skip(&rest)) {
		size_t len = role_start(words, rest, &photo);
		if (len) {
			role = credit_take(&rest, len);
			continue;
		}
		len = role.len ? credit_name_start(words, rest) : 0;
		bool glued = role.len && role.data + role.len == rest.data;
		if (!len || (glued && !is_surname(words, rest))) {
			list->count = before;
			return false;
		}
		*(struct credit *)list_add(list, arena) = (struct credit){.role = role,
			.name = credit_without_spaces(credit_take(&rest, len), arena),
			.photo = shot || photo};
	}
	return list->count > before;
}

bool
credits_read_editors(const struct credit_words *words, struct str text,
	struct credit_list *list, struct arena *arena)
{
	struct str rest = str_trim(text), role = STR_NONE;
	size_t before = list->count;
	for (credit_skip(&rest); rest.len; credit_skip(&rest)) {
		size_t len = credit_word_start(words->editors, rest);
		if (len) {
			role = credit_take(&rest, len);
			continue;
		}
		len = role.len ? credit_name_start(words, rest) : 0;
		if (!len || !is_surname(words, rest)) {
			list->count = before;
			return false;
		}
		*(struct credit *)list_add(list, arena) = (struct credit){.role = role,
			.name = credit_without_spaces(credit_take(&rest, len), arena)};
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
