#include "edit/contexts.h"

#include "edit/lines.h"

LEXICON(offices);
LEXICON(speech_verbs);
LEXICON(people_left);
LEXICON(people_address);
LEXICON(offices_single);

enum { REACH = 12 }; /* points that the longest word of these lexicons has at most */

struct contexts {
	struct lexicon *offices, *verbs, *left, *address, *single;
};

struct contexts *
contexts_read(struct arena *arena)
{
	struct contexts *contexts = arena_new(arena, struct contexts);
	contexts->offices = lexicon_read(LEXICON_BYTES(offices), arena);
	contexts->verbs = lexicon_read(LEXICON_BYTES(speech_verbs), arena);
	contexts->left = lexicon_read(LEXICON_BYTES(people_left), arena);
	contexts->address = lexicon_read(LEXICON_BYTES(people_address), arena);
	contexts->single = lexicon_read(LEXICON_BYTES(offices_single), arena);
	return contexts;
}

static struct str
before(const struct passage *passage, size_t at)
{
	return passage_view(passage, at > REACH ? at - REACH : 0, at);
}

static struct str
behind(const struct passage *passage, size_t at)
{
	size_t to = at + REACH < passage->count ? at + REACH : passage->count;
	return passage_view(passage, at, to);
}

/* --- left --- */

static enum left_context
office_context(struct str group)
{
	if (str_equal(group, STR("credit")))
		return LEFT_CREDIT;
	if (str_equal(group, STR("life")) || str_equal(group, STR("kin")))
		return LEFT_PART;
	return str_equal(group, STR("weak")) ? LEFT_WEAK : LEFT_OFFICE;
}

static enum left_context
word_context(struct str group)
{
	if (str_equal(group, STR("naming")))
		return LEFT_NAMING;
	if (str_equal(group, STR("count")))
		return LEFT_COUNT;
	return str_equal(group, STR("link")) ? LEFT_LINK : LEFT_PLAIN;
}

/* The word must begin where ICU begins one, lest 国务委员 end in 员. */
static bool
begins_word(const struct passage *passage, size_t at, const struct lexicon_word *word)
{
	return passage_is_cut(passage, at - str_count(word->word));
}

static enum left_context
left_of_han(const struct contexts *contexts, const struct passage *passage, size_t at)
{
	struct str text = before(passage, at);
	const struct lexicon_word *word = lexicon_end(contexts->offices, text);
	if (word && (word->word.len > 3 || begins_word(passage, at, word)))
		return office_context(word->group);
	word = lexicon_end(contexts->left, text);
	if (word && begins_word(passage, at, word))
		return word_context(word->group);
	return passage_is_cut(passage, at - 1) ? LEFT_SINGLE : LEFT_WORD;
}

static enum left_context
left_of_sign(uint32_t c)
{
	if (c == 0x3001)
		return LEFT_LIST;
	if (line_is_stop(c))
		return LEFT_STOP;
	if (line_is_comma(c))
		return LEFT_COMMA;
	if (line_is_opener(c))
		return LEFT_OPENER;
	if (line_is_closer(c))
		return LEFT_CLOSER;
	return text_is_digit(c) || text_is_latin(c) ? LEFT_LATIN : LEFT_START;
}

/* 责任编辑：| 指导教师：| , but not 记者：| , behind which he asks. */
static enum left_context
left_of_colon(
	const struct contexts *contexts, const struct passage *passage, size_t colon)
{
	const struct lexicon_word *word =
		lexicon_end(contexts->offices, before(passage, colon));
	if (!word || word->word.len <= 3 || str_ends(word->word, STR("记者")) ||
		str_equal(word->group, STR("weak")))
		return LEFT_COMMA;
	return office_context(word->group);
}

/* The point behind the last character before `at` that is no space. */
static size_t
before_space(const struct passage *passage, size_t at)
{
	while (at > 0 && text_is_space(passage->points[at - 1]) &&
		passage->points[at - 1] != '\n')
		at--;
	return at;
}

static bool
ends_in_han(const struct passage *passage, size_t at)
{
	return at > 0 && text_is_han(passage->points[at - 1]);
}

static enum left_context
left_of_other(const struct contexts *contexts, const struct passage *passage, size_t at)
{
	if (at == 0 || passage->points[at - 1] == '\n')
		return LEFT_START;
	if (passage->points[at - 1] == 0xFF1A)
		return left_of_colon(contexts, passage, at - 1);
	return left_of_sign(passage->points[at - 1]);
}

/* Behind a space only an office and the like tell. */
static enum left_context
parted(enum left_context left, bool by_space)
{
	return by_space && left > LEFT_NAMING ? LEFT_SPACE : left;
}

enum left_context
contexts_left(const struct contexts *contexts, const struct passage *passage, size_t at)
{
	size_t k = before_space(passage, at);
	if (!ends_in_han(passage, k))
		return left_of_other(contexts, passage, k);
	return parted(left_of_han(contexts, passage, k), k < at);
}

unsigned
contexts_lefts(const struct contexts *contexts, const struct passage *passage, size_t at)
{
	size_t k = before_space(passage, at);
	if (!ends_in_han(passage, k))
		return 1u << left_of_other(contexts, passage, k);
	struct str text = before(passage, k);
	const struct lexicon_word *office = lexicon_end(contexts->offices, text);
	const struct lexicon_word *left = lexicon_end(contexts->left, text);
	unsigned lefts = 0;
	if (office)
		lefts |= 1u << parted(office_context(office->group), k < at);
	if (office && office->word.len > 3)
		return lefts;
	if (left)
		lefts |= 1u << parted(word_context(left->group), k < at);
	return lefts | 1u << parted(LEFT_SINGLE, k < at) |
	       1u << parted(LEFT_WORD, k < at);
}

/* --- right --- */

static enum right_context
verb_context(struct str group)
{
	if (str_equal(group, STR("speech")))
		return RIGHT_SPEECH;
	if (str_equal(group, STR("after")))
		return RIGHT_AFTER;
	if (str_equal(group, STR("work")))
		return RIGHT_WORK;
	if (str_equal(group, STR("thing")))
		return RIGHT_THING;
	return str_equal(group, STR("conduct")) ? RIGHT_CONDUCT : RIGHT_PARTICLE;
}

static bool
is_office(const struct lexicon_word *word)
{
	return word && word->word.len > 3 && !str_equal(word->group, STR("credit")) &&
	       !str_equal(word->group, STR("kin"));
}

/* The longer word counts: 县长 is an office, though 县 is a place. */
static enum right_context
right_of_han(const struct contexts *contexts, const struct passage *passage, size_t at)
{
	struct str text = behind(passage, at);
	const struct lexicon_word *verb = lexicon_start(contexts->verbs, text);
	const struct lexicon_word *office = lexicon_start(contexts->offices, text);
	if (is_office(office) && (!verb || office->word.len > verb->word.len))
		return RIGHT_OFFICE;
	if (verb)
		return verb_context(verb->group);
	return passage_is_cut(passage, at + 1) ? RIGHT_SINGLE : RIGHT_WORD;
}

/* （女，  ，男，  ，1955年  ，45岁 */
static bool
tells_life(const struct passage *passage, size_t at)
{
	uint32_t c = passage->points[at + 1];
	if (c == 0x7537 || c == 0x5973)
		return !text_is_han(passage->points[at + 2]);
	size_t k = at + 1;
	while (k < passage->count && k < at + 6 && text_is_digit(passage->points[k]))
		k++;
	c = passage->points[k];
	return k >= at + 3 && (c == 0x5C81 || (c == 0x5E74 && k == at + 5));
}

static enum right_context
right_of_sign(const struct passage *passage, size_t at)
{
	uint32_t c = passage->points[at];
	bool opener = line_is_opener(c);
	if ((opener || c == 0xFF0C) && tells_life(passage, at))
		return RIGHT_LIFE;
	if (c == 0x3001)
		return RIGHT_LIST;
	if (line_is_stop(c))
		return RIGHT_STOP;
	if (line_is_comma(c))
		return RIGHT_COMMA;
	if (opener)
		return RIGHT_OPENER;
	if (line_is_closer(c))
		return RIGHT_CLOSER;
	return text_is_digit(c) || text_is_latin(c) ? RIGHT_LATIN : RIGHT_SPACE;
}

/* 支海洋 |摄 */
static bool
tells_work(const struct contexts *contexts, const struct passage *passage, size_t at)
{
	while (at < passage->count && text_is_space(passage->points[at]) &&
		passage->points[at] != '\n')
		at++;
	const struct lexicon_word *word =
		lexicon_start(contexts->verbs, behind(passage, at));
	return word && str_equal(word->group, STR("work"));
}

enum right_context
contexts_right(const struct contexts *contexts, const struct passage *passage, size_t at)
{
	if (at >= passage->count || passage->points[at] == '\n')
		return RIGHT_END;
	if (text_is_space(passage->points[at]))
		return tells_work(contexts, passage, at) ? RIGHT_WORK : RIGHT_SPACE;
	if (text_is_han(passage->points[at]))
		return right_of_han(contexts, passage, at);
	return right_of_sign(passage, at);
}

/* --- addresses and offices --- */

bool
contexts_is_address(
	const struct contexts *contexts, const struct passage *passage, size_t at)
{
	struct str text = behind(passage, at);
	if (lexicon_start(contexts->address, text))
		return true;
	const struct lexicon_word *word = lexicon_start(contexts->offices, text);
	return word && word->word.len > 3;
}

/* 在, 来到: what a title phrase cannot contain. 市委, 公司 it can, and the single
 * characters of 管委会 or 第一医院. */
static bool
ends_phrase(const struct contexts *contexts, struct str word)
{
	const struct lexicon_word *left = lexicon_find(contexts->left, word);
	const struct lexicon_word *verb = lexicon_find(contexts->verbs, word);
	return (left && !str_equal(left->group, STR("count"))) ||
	       (verb && word.len > 3 && !str_equal(verb->group, STR("thing")));
}

/* Where the part of a title phrase begins that an office word closes before `at`: words
 * are taken in leftwards as far as they can belong to it. */
static size_t
part_start(const struct contexts *contexts, const struct passage *passage, size_t at)
{
	const struct lexicon_word *head =
		lexicon_end(contexts->offices, before(passage, at));
	if (!head || head->word.len <= 3)
		return at;
	size_t from = at - str_count(head->word);
	while (from > 0 && at - from < LONGEST_OFFICE &&
		text_is_han(passage->points[from - 1])) {
		size_t word = from - 1;
		while (!passage_is_cut(passage, word) && at - word <= LONGEST_OFFICE)
			word--;
		if (at - word > LONGEST_OFFICE ||
			ends_phrase(contexts, passage_view(passage, word, from)))
			break;
		from = word;
	}
	return from;
}

size_t
contexts_office(const struct contexts *contexts, const struct passage *passage, size_t at)
{
	size_t end = at;
	while (end > 0 &&
		(passage->points[end - 1] == ' ' || passage->points[end - 1] == 0x3000))
		end--;
	size_t from = part_start(contexts, passage, end);
	if (from == end)
		return at;
	while (from > 1 && passage->points[from - 1] == 0x3001 &&
		at - from < LONGEST_OFFICE) {
		size_t further = part_start(contexts, passage, from - 1);
		if (further == from - 1)
			break;
		from = further;
	}
	return from;
}

bool
contexts_is_shared(const struct contexts *contexts, struct str office)
{
	const struct lexicon_word *single = lexicon_end(contexts->single, office);
	if (!single)
		return office.len > 0;
	return str_ends(str_slice(office, 0, office.len - single->word.len), STR("副"));
}

struct str
contexts_office_behind(
	const struct contexts *contexts, const struct passage *passage, size_t at)
{
	const struct lexicon_word *word =
		lexicon_start(contexts->offices, behind(passage, at));
	return word && word->word.len > 3 && !str_equal(word->group, STR("weak"))
		       ? word->word
		       : STR("");
}
