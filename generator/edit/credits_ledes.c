#include "base/text.h"
#include "edit/credits_parts.h"
#include "edit/lines.h"

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
	size_t paper = credit_word_start(words->paper, text);
	if (!paper)
		return 0;
	credit_take(&rest, paper);
	*needs_bracket = false;
	if (str_ends(str_slice(text, 0, paper), STR("讯")))
		return paper;
	for (int i = 0; i < 14 && rest.len; i++) {
		size_t wire = credit_word_start(words->wire, rest);
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
