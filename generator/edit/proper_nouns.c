#include "edit/proper_nouns.h"

#include "base/list.h"

LEXICON(tags_place_suffixes);
LEXICON(tags_place_generic);
LEXICON(tags_organisation_suffixes);
LEXICON(tags_organisation_generic);
LEXICON(tags_stops);

enum { LONGEST_SUFFIX = 5, LONGEST_ORGANISATION = 16, LEAST_PLACE = 2 };

struct proper_nouns {
	struct lexicon *place_suffixes, *place_generic;
	struct lexicon *organisation_suffixes, *organisation_generic;
	struct lexicon *stops;
	uint8_t tails[0x10000 / 8]; /* bits: the last characters of suffixes */
};

struct search {
	const struct proper_nouns *rules;
	const struct passage *passage;
	struct arena *scratch;
	struct map indexes;
	struct proper_noun_list found;
};

/* --- rules --- */

static void
mark_tails(struct proper_nouns *rules, const struct lexicon *suffixes)
{
	for (size_t i = 0; i < suffixes->words.count; i++) {
		struct str word = suffixes->words.items[i].word;
		uint32_t c = str_last(&word);
		if (c < 0x10000)
			rules->tails[c / 8] |= (uint8_t)(1 << c % 8);
	}
}

struct proper_nouns *
proper_nouns_read(struct arena *arena)
{
	struct proper_nouns *rules = arena_new(arena, struct proper_nouns);
	rules->place_suffixes = lexicon_read(LEXICON_BYTES(tags_place_suffixes), arena);
	rules->place_generic = lexicon_read(LEXICON_BYTES(tags_place_generic), arena);
	rules->organisation_suffixes =
		lexicon_read(LEXICON_BYTES(tags_organisation_suffixes), arena);
	rules->organisation_generic =
		lexicon_read(LEXICON_BYTES(tags_organisation_generic), arena);
	rules->stops = lexicon_read(LEXICON_BYTES(tags_stops), arena);
	mark_tails(rules, rules->place_suffixes);
	mark_tails(rules, rules->organisation_suffixes);
	return rules;
}

/* --- walking --- */

static struct str
view_before(const struct passage *passage, size_t at)
{
	return passage_view(passage, at > LONGEST_SUFFIX ? at - LONGEST_SUFFIX : 0, at);
}

/* Where the word that ends at a point begins, in the same run of Han. */
static size_t
word_start(const struct passage *passage, size_t end)
{
	size_t from = end - 1;
	while (!passage_is_cut(passage, from))
		from--;
	return from;
}

static void
add(struct search *search, size_t from, size_t to, enum tag_kind kind)
{
	struct str name = passage_view(search->passage, from, to);
	void **place = map_at(&search->indexes, name);
	if (!*place) {
		size_t *index = arena_new(search->scratch, size_t);
		*index = search->found.count;
		*place = index;
		struct proper_noun *noun = list_add(&search->found, search->scratch);
		noun->name = name;
		noun->kind = kind;
	}
	struct proper_noun *noun = &search->found.items[*(size_t *)*place];
	noun->count++;
	noun->in_headline |= from < search->passage->headline;
}

/* --- places --- */

static size_t
value_of(const struct lexicon_word *suffix)
{
	return suffix->value.len ? (size_t)(suffix->value.data[0] - '0') : 2;
}

/* 在, 设在: a stop, or a longer word that ends in one. */
static bool
is_stop(const struct search *search, size_t from, size_t to)
{
	const struct lexicon *stops = search->rules->stops;
	return lexicon_find(stops, passage_view(search->passage, from, to)) ||
	       lexicon_find(stops, passage_view(search->passage, to - 1, to));
}

/* 在|青槐|县, 四平市|铁西|区: the proper part goes back to a stop or to the place before.
 */
static size_t
proper_start(const struct search *search, size_t suffix, size_t most)
{
	const struct passage *passage = search->passage;
	size_t from = suffix;
	while (from > 0 && text_is_han(passage->points[from - 1]) &&
		suffix - from < most) {
		size_t word = word_start(passage, from);
		if (suffix - word > most || is_stop(search, word, from))
			break;
		if (from < suffix && lexicon_end(search->rules->place_suffixes,
					     view_before(passage, from)))
			break;
		from = word;
	}
	return from;
}

static bool
follows_place(const struct search *search, size_t at)
{
	return at > 1 && lexicon_end(search->rules->place_suffixes,
				 view_before(search->passage, at)) != NULL;
}

/* 省直, 市级 */
static bool
is_rank(const struct passage *passage, size_t end)
{
	uint32_t next = passage->points[end];
	return next == 0x76F4 || next == 0x7EA7;
}

static bool
is_one_word(const struct passage *passage, size_t from, size_t to)
{
	return passage_word_end(passage, from) == to;
}

/* Names fall into single characters (青|槐|县) or are known whole (吉林省). Other words
 * before a suffix are mostly descriptions (北部|山区, 经济|区), but counties, towns,
 * streets like them (柳塘|镇, 春晖|社区). */
static bool
is_proper(const struct search *search, size_t from, size_t to, size_t end, bool open)
{
	const struct passage *passage = search->passage;
	if (is_rank(passage, end) || lexicon_find(search->rules->place_generic,
					     passage_view(passage, from, to)))
		return false;
	if (!passage_is_cut(passage, to))
		return is_one_word(passage, from, end);
	for (size_t i = from + 1; i < to; i++)
		if (!passage_is_cut(passage, i))
			return follows_place(search, from) ||
			       ((open || end - to > 1) && is_one_word(passage, from, to));
	return true;
}

static void
try_place(struct search *search, size_t end, const struct lexicon_word *suffix)
{
	const struct passage *passage = search->passage;
	if (!passage_is_cut(passage, end))
		return;
	size_t to = end - str_count(suffix->word);
	size_t from = proper_start(search, to, value_of(suffix));
	bool open = str_equal(suffix->group, STR("open"));
	if (to - from >= LEAST_PLACE && is_proper(search, from, to, end, open))
		add(search, from, end, TAG_PLACE);
}

/* --- organisations --- */

static size_t
noun_start(const struct search *search, size_t suffix)
{
	const struct passage *passage = search->passage;
	size_t from = suffix;
	while (from > 0 && text_is_han(passage->points[from - 1])) {
		size_t word = word_start(passage, from);
		if (suffix - word > LONGEST_ORGANISATION || is_stop(search, word, from))
			break;
		from = word;
	}
	return from;
}

static void
try_organisation(struct search *search, size_t end, const struct lexicon_word *suffix)
{
	const struct passage *passage = search->passage;
	const struct proper_nouns *rules = search->rules;
	if (!passage_is_cut(passage, end))
		return;
	if (lexicon_find(rules->organisation_generic,
		    passage_view(passage, word_start(passage, end), end)))
		return;
	size_t to = end - str_count(suffix->word);
	if (end - to > 1 && !passage_is_cut(passage, to))
		return;
	size_t from = noun_start(search, to);
	if (to - from < value_of(suffix))
		return;
	if (lexicon_find(rules->organisation_generic, passage_view(passage, from, end)))
		return;
	add(search, from, end, TAG_ORGANISATION);
}

/* The suffix that ends at a point with so much Han before it as a name needs, or NULL. */
static const struct lexicon_word *
suffix_at(const struct passage *passage, size_t end, const struct lexicon *suffixes,
	size_t least)
{
	const struct lexicon_word *suffix =
		lexicon_end(suffixes, view_before(passage, end));
	if (!suffix)
		return NULL;
	size_t to = end - str_count(suffix->word), from = to;
	size_t needed = least ? least : value_of(suffix);
	while (from > 0 && to - from < needed && text_is_han(passage->points[from - 1]))
		from--;
	return to - from == needed ? suffix : NULL;
}

static void
try_end(struct search *search, size_t end, struct text *text)
{
	const struct proper_nouns *rules = search->rules;
	const struct lexicon_word *place =
		suffix_at(search->passage, end, rules->place_suffixes, LEAST_PLACE);
	const struct lexicon_word *organisation =
		suffix_at(search->passage, end, rules->organisation_suffixes, 0);
	if (!place && !organisation)
		return;
	passage_find_words(search->passage, end - 1, text, search->scratch);
	if (place)
		try_place(search, end, place);
	if (organisation)
		try_organisation(search, end, organisation);
}

struct proper_noun_list
proper_nouns_find(const struct proper_nouns *rules, const struct passage *passage,
	struct text *text, struct arena *scratch)
{
	struct search search = {
		.rules = rules,
		.passage = passage,
		.scratch = scratch,
		.indexes = map_open(scratch),
	};
	for (size_t i = 0; i < passage->count; i++) {
		uint32_t c = passage->points[i];
		if (c < 0x10000 && rules->tails[c / 8] & 1 << c % 8)
			try_end(&search, i + 1, text);
	}
	return search.found;
}
