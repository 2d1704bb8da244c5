#include "edit/phrases.h"

#include <stdlib.h>

#include "base/list.h"

LEXICON(phrase_heads);
LEXICON(phrase_stops);

enum {
	MOST_PHRASES = 8,
	MOST_WORDS = 5,
	LEAST_POINTS = 3,
	MOST_POINTS = 10,
	LONGEST_HEAD = 3,
	ENDINGS = 4096,
};

struct phrases {
	struct lexicon *heads, *inside, *start, *end, *whole, *numerals, *measures;
	uint8_t tails[0x10000 / 8]; /* bits: the last characters of heads */
};

/* A phrase in all its places. The same neighbour everywhere makes it a part of a longer
 * one. */
struct found {
	struct phrase phrase;
	uint32_t left, right; /* its neighbours in the first place */
	bool left_varies, right_varies;
	size_t last; /* where it was met last */
};

struct search {
	const struct phrases *rules;
	const struct passage *passage;
	struct arena *scratch;
	struct map indexes;
	struct {
		struct found *items;
		size_t count, capacity;
	} found;
	uint8_t *endings; /* how often phrases end in three characters, by their hash: 0,
			     1, more */
};

struct phrases *
phrases_read(struct arena *arena)
{
	struct phrases *rules = arena_new(arena, struct phrases);
	const struct lexicon *stops = lexicon_read(LEXICON_BYTES(phrase_stops), arena);
	rules->heads = lexicon_read(LEXICON_BYTES(phrase_heads), arena);
	rules->inside = lexicon_group(stops, "inside", arena);
	rules->start = lexicon_group(stops, "start", arena);
	rules->end = lexicon_group(stops, "end", arena);
	rules->whole = lexicon_group(stops, "whole", arena);
	rules->numerals = lexicon_group(stops, "numerals", arena);
	rules->measures = lexicon_group(stops, "measures", arena);
	for (size_t i = 0; i < rules->heads->words.count; i++) {
		struct str word = rules->heads->words.items[i].word;
		uint32_t c = str_last(&word);
		if (c < 0x10000)
			rules->tails[c / 8] |= (uint8_t)(1 << c % 8);
	}
	return rules;
}

/* --- one phrase --- */

static bool
is_listed(const struct search *search, const struct lexicon *lexicon, size_t from,
	size_t to)
{
	return lexicon_find(lexicon, passage_view(search->passage, from, to)) != NULL;
}

static size_t
word_start(const struct passage *passage, size_t end)
{
	size_t from = end - 1;
	while (!passage_is_cut(passage, from))
		from--;
	return from;
}

static struct found *
found_of(struct search *search, size_t from, size_t to)
{
	struct str name = passage_view(search->passage, from, to);
	void **place = map_at(&search->indexes, name);
	if (!*place) {
		size_t *index = arena_new(search->scratch, size_t);
		*index = search->found.count;
		*place = index;
		struct found *added = list_add(&search->found, search->scratch);
		*added = (struct found){.phrase = {.name = name}};
	}
	return &search->found.items[*(size_t *)*place];
}

static bool
is_quoted(const struct passage *passage, size_t from, size_t to)
{
	return from > 0 && passage->points[from - 1] == 0x201C &&
	       passage->points[to] == 0x201D;
}

/* A stop word beside a phrase cannot be a part of it. */
static bool
follows_stop(const struct search *search, size_t from)
{
	if (from == 0 || !text_is_han(search->passage->points[from - 1]))
		return true;
	size_t word = word_start(search->passage, from);
	return is_listed(search, search->rules->inside, word, from) ||
	       is_listed(search, search->rules->start, word, from);
}

static bool
precedes_stop(const struct search *search, size_t to)
{
	if (!text_is_han(search->passage->points[to]))
		return true;
	size_t end = passage_word_end(search->passage, to);
	return is_listed(search, search->rules->inside, to, end) ||
	       is_listed(search, search->rules->start, to, end) ||
	       is_listed(search, search->rules->end, to, end);
}

/* A count of something is no topic: 二十六年, 一座桥. */
static bool
is_count(const struct search *search, size_t from, size_t to)
{
	size_t at = from;
	while (at < to && is_listed(search, search->rules->numerals, at, at + 1))
		at++;
	return at > from && at < to && to - at <= 2 &&
	       is_listed(search, search->rules->measures, at, at + 1);
}

static void
note(struct search *search, size_t from, size_t to)
{
	if (is_count(search, from, to))
		return;
	const struct passage *passage = search->passage;
	struct found *found = found_of(search, from, to);
	uint32_t left = from ? passage->points[from - 1] : 0;
	uint32_t right = passage->points[to];
	if (found->phrase.count && found->last == from)
		return;
	found->last = from;
	if (!found->phrase.count++) {
		found->left = left;
		found->right = right;
	}
	found->left_varies |= found->left != left || follows_stop(search, from);
	found->right_varies |= found->right != right || precedes_stop(search, to);
	found->phrase.in_headline |= from < search->passage->headline;
	found->phrase.quoted |= is_quoted(passage, from, to);
}

/* --- places where phrases end --- */

/* 老|粮库 is a phrase; a single character before a longer one is mostly the end of a name
 * or a verb. */
static bool
may_begin(const struct search *search, size_t from, size_t word_end, size_t to)
{
	if (is_listed(search, search->rules->start, from, word_end))
		return false;
	return word_end - from > 1 || to - from <= 4;
}

/* All phrases that end at a point, from short to long. */
static void
try_end(struct search *search, size_t to)
{
	const struct passage *passage = search->passage;
	const struct phrases *rules = search->rules;
	size_t from = to;
	for (int words = 0; words < MOST_WORDS && from > 0; words++) {
		if (!text_is_han(passage->points[from - 1]))
			return;
		size_t word_end = from;
		from = word_start(passage, from);
		if (to - from > MOST_POINTS ||
			is_listed(search, rules->inside, from, word_end))
			return;
		if (words == 0 && is_listed(search, rules->end, from, to))
			return;
		size_t least = from < search->passage->headline ? LEAST_POINTS - 1
								: LEAST_POINTS;
		if (to - from >= least && may_begin(search, from, word_end, to) &&
			!is_listed(search, rules->whole, from, to))
			note(search, from, to);
	}
}

/* “接诉即办”: what somebody set in quotation marks is a phrase, whatever it ends in. */
static void
try_quotation(struct search *search, size_t opener)
{
	const struct passage *passage = search->passage;
	size_t from = opener + 1, to = from;
	while (to < passage->count && to - from <= MOST_POINTS &&
		text_is_han(passage->points[to]))
		to++;
	if (passage->points[to] == 0x201D && to - from >= LEAST_POINTS &&
		to - from <= MOST_POINTS &&
		!is_listed(search, search->rules->whole, from, to))
		note(search, from, to);
}

static bool
ends_head(const struct search *search, size_t to)
{
	const struct passage *passage = search->passage;
	uint32_t c = passage->points[to - 1];
	if (c >= 0x10000 || !(search->rules->tails[c / 8] & 1 << c % 8))
		return false;
	size_t from = to > LONGEST_HEAD ? to - LONGEST_HEAD : 0;
	return lexicon_end(search->rules->heads, passage_view(passage, from, to)) != NULL;
}

/* The place to count the three characters at which a phrase ends. */
static uint8_t *
ending_of(const struct search *search, size_t to)
{
	const uint32_t *last = search->passage->points + to - LEAST_POINTS;
	uint32_t sum = (last[0] * 31 + last[1]) * 0x9E3779B1u + last[2];
	return &search->endings[sum * 0x9E3779B1u >> 20 & (ENDINGS - 1)];
}

static bool
has_ending(const struct search *search, size_t to)
{
	size_t from = to;
	while (from > 0 && to - from < LEAST_POINTS &&
		text_is_han(search->passage->points[from - 1]))
		from--;
	return to - from == LEAST_POINTS;
}

static void
count_endings(struct search *search)
{
	const struct passage *passage = search->passage;
	for (size_t to = 1; to <= passage->count; to++) {
		bool quoted = to < passage->count && passage->points[to] == 0x201D;
		if ((!quoted && !ends_head(search, to)) || !has_ending(search, to))
			continue;
		uint8_t *count = ending_of(search, to);
		if (*count < 2)
			++*count;
	}
}

/* What stands once and not in the headline is no phrase: its words are not looked for. */
static bool
may_be_enough(const struct search *search, size_t to)
{
	if (to <= search->passage->headline)
		return true;
	return has_ending(search, to) && *ending_of(search, to) > 1;
}

static void
collect(struct search *search, struct text *text)
{
	const struct passage *passage = search->passage;
	count_endings(search);
	for (size_t i = 0; i < passage->count; i++) {
		if (passage->points[i] == 0x201C)
			try_quotation(search, i);
		if (!ends_head(search, i + 1) || !may_be_enough(search, i + 1))
			continue;
		passage_find_words(passage, i, text, search->scratch);
		if (passage_is_cut(passage, i + 1))
			try_end(search, i + 1);
	}
}

/* --- weighing --- */

/* The square root of a number of thousands, in thousandths. */
static int
root(unsigned n)
{
	int64_t square = (int64_t)n * 1000000, r = 1000;
	while ((r + 1) * (r + 1) <= square)
		r++;
	return (int)r;
}

static int
weigh(const struct phrase *phrase)
{
	enum { MOST_COUNT = 16 };
	static const int by_length[] = {0, 0, 55, 85, 110, 115, 115, 105, 95, 85, 75};
	int weight = root(phrase->count < MOST_COUNT ? phrase->count : MOST_COUNT);
	size_t length = str_count(phrase->name);
	weight = weight * by_length[length] / 100;
	weight = phrase->in_headline ? weight * 17 / 10 : weight;
	return phrase->quoted ? weight * 15 / 10 : weight;
}

static bool
is_enough(const struct found *found)
{
	const struct phrase *phrase = &found->phrase;
	if (phrase->in_headline || (phrase->quoted && phrase->count >= 2))
		return true;
	return phrase->count >= 2 && found->left_varies && found->right_varies;
}

static int
by_weight(const void *a, const void *b)
{
	const struct phrase *x = a, *y = b;
	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return x->name.data < y->name.data ? -1 : x->name.data > y->name.data;
}

static bool
overlaps(const struct phrase_list *list, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_has(list->items[i].name, name) ||
			str_has(name, list->items[i].name))
			return true;
	return false;
}

/* The best, each outside those before it. */
static void
keep_best(struct phrase_list *list)
{
	size_t kept = 0;
	if (list->count)
		qsort(list->items, list->count, sizeof *list->items, by_weight);
	for (size_t i = 0; i < list->count && kept < MOST_PHRASES; i++)
		if (!overlaps(list, kept, list->items[i].name))
			list->items[kept++] = list->items[i];
	list->count = kept;
}

struct phrase_list
phrases_find(const struct phrases *rules, const struct passage *passage,
	struct text *text, struct arena *scratch)
{
	struct search search = {
		.rules = rules,
		.passage = passage,
		.scratch = scratch,
		.indexes = map_open(scratch),
		.endings = arena_alloc(scratch, ENDINGS),
	};
	struct phrase_list list = {0};
	collect(&search, text);
	for (size_t i = 0; i < search.found.count; i++) {
		struct found *found = &search.found.items[i];
		found->phrase.weight = weigh(&found->phrase);
		if (is_enough(found))
			*list_add(&list, scratch) = found->phrase;
	}
	keep_best(&list);
	return list;
}
