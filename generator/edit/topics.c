#include "edit/topics.h"

#include <stdlib.h>

#include "base/list.h"

enum { LENGTHS = 4096, LONG = 31 /* the bit of all lengths from there on */ };
enum { WEIGHT_OF_NAME = 3, IN_HEADLINE = 4, MOST_IN_BODY = 3, MOST_IN_HEADLINE = 2 };

/* What a word says for or against an entry. */
struct use {
	size_t entry;
	unsigned weight;
	bool excludes;
	size_t word; /* number of the trigger, for counting */
};

struct uses {
	struct use *items;
	size_t count, capacity;
};

struct topics {
	const struct authority *authority;
	struct map words; /* to struct uses */
	size_t longest;   /* points */
	size_t use_count;
	/* Bits: the first characters of words of one, and by a hash the first two of the
	 * longer ones. Most places of a text begin none. */
	uint8_t singles[0x10000 / 8], pairs[0x10000 / 8];
	uint32_t lengths[LENGTHS]; /* of the words of a pair, as bits, by its hash */
	struct arena *arena;
};

/* --- rules --- */

static uint32_t
pair_hash(uint32_t first, uint32_t second)
{
	return ((first * 0x9E3779B1u ^ second) * 0x85EBCA6Bu) >> 16;
}

static uint32_t
length_bit(size_t points)
{
	return (uint32_t)1 << (points < LONG ? points : LONG);
}

static void
set_bit(uint8_t *bits, uint32_t number)
{
	bits[number / 8] |= (uint8_t)(1 << number % 8);
}

static bool
has_bit(const uint8_t *bits, uint32_t number)
{
	return bits[number / 8] & 1 << number % 8;
}

static void
add_word(struct topics *topics, size_t entry, struct str word, unsigned weight,
	bool excludes)
{
	if (!word.len)
		return;
	void **place = map_at(&topics->words, word);
	if (!*place)
		*place = arena_new(topics->arena, struct uses);
	struct use *use = list_add((struct uses *)*place, topics->arena);
	*use = (struct use){entry, weight, excludes, topics->use_count++};
	struct str rest = word;
	uint32_t first = str_next(&rest);
	size_t points = str_count(word);
	if (rest.len) {
		uint32_t pair = pair_hash(first, str_peek(rest));
		set_bit(topics->pairs, pair);
		topics->lengths[pair % LENGTHS] |= length_bit(points);
	} else {
		set_bit(topics->singles, first & 0xFFFF);
	}
	if (points > topics->longest)
		topics->longest = points;
}

static void
add_entry(struct topics *topics, size_t index)
{
	const struct tag_entry *entry = &topics->authority->tags.items[index];
	bool named = false;
	for (size_t i = 0; i < entry->triggers.count; i++) {
		const struct trigger *trigger = &entry->triggers.items[i];
		add_word(topics, index, trigger->word, (unsigned)trigger->weight, false);
		named = named || str_equal(trigger->word, entry->name);
	}
	if (!named)
		add_word(topics, index, entry->name, WEIGHT_OF_NAME, false);
	for (size_t i = 0; i < entry->exclude.count; i++)
		add_word(topics, index, entry->exclude.items[i], 0, true);
}

struct topics *
topics_read(const struct authority *authority, struct arena *arena)
{
	struct topics *topics = arena_new(arena, struct topics);
	topics->authority = authority;
	topics->arena = arena;
	topics->words = map_open(arena);
	for (size_t i = 0; i < authority->tags.count; i++)
		add_entry(topics, i);
	return topics;
}

/* --- counting --- */

/* What was seen of one use, and of one entry. */
struct tally {
	unsigned headline, body;
};

struct verdict {
	unsigned score;
	bool excluded;
};

static void
count_word(const struct uses *uses, bool in_headline, struct tally *tallies)
{
	for (size_t i = 0; i < uses->count; i++) {
		struct tally *tally = &tallies[uses->items[i].word];
		if (in_headline)
			tally->headline++;
		else
			tally->body++;
	}
}

/* All words that begin at a point, the shorter ones inside longer ones too. */
static void
count_at(const struct topics *topics, const struct passage *passage, size_t at,
	bool in_headline, struct tally *tallies)
{
	const uint32_t *points = passage->points + at;
	bool single = has_bit(topics->singles, points[0] & 0xFFFF);
	uint32_t lengths = single ? length_bit(1) : 0;
	uint32_t pair = at + 1 < passage->count ? pair_hash(points[0], points[1]) : 0;
	if (at + 1 < passage->count && has_bit(topics->pairs, pair))
		lengths |= topics->lengths[pair % LENGTHS];
	if (!lengths)
		return;
	for (size_t len = 1; len <= topics->longest && at + len <= passage->count;
		len++) {
		if (!(lengths & length_bit(len)))
			continue;
		const struct uses *uses =
			map_find(&topics->words, passage_view(passage, at, at + len));
		if (uses)
			count_word(uses, in_headline, tallies);
	}
}

static unsigned
at_most(unsigned n, unsigned most)
{
	return n < most ? n : most;
}

static struct verdict *
weigh(const struct topics *topics, const struct tally *tallies, struct arena *scratch)
{
	struct verdict *verdicts =
		arena_array(scratch, struct verdict, topics->authority->tags.count + 1);
	for (size_t i = 0; i < topics->words.count; i++) {
		const struct uses *uses = topics->words.entries[i].value;
		for (size_t k = 0; k < uses->count; k++) {
			const struct use *use = &uses->items[k];
			const struct tally *tally = &tallies[use->word];
			struct verdict *verdict = &verdicts[use->entry];
			verdict->score +=
				use->weight * (IN_HEADLINE * at_most(tally->headline,
								     MOST_IN_HEADLINE) +
						      at_most(tally->body, MOST_IN_BODY));
			verdict->excluded |=
				use->excludes && tally->headline + tally->body;
		}
	}
	return verdicts;
}

/* --- choosing --- */

/* A long text hits many triggers by the way, so it must hit more. */
static unsigned
enough(const struct passage *passage)
{
	enum { LEAST = 6, POINTS_PER_STEP = 400, MOST = 14 };
	return at_most((unsigned)(LEAST + passage->count / POINTS_PER_STEP), MOST);
}

static int
by_score(const void *a, const void *b)
{
	const struct topic_score *x = a, *y = b;
	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	return str_compare(x->entry->name, y->entry->name);
}

static void
add_topic(struct topic_list *list, const struct tag_entry *entry, unsigned score,
	unsigned least, bool by_kind, struct arena *scratch)
{
	if (by_kind && score < least)
		score = least;
	if (!score)
		return;
	struct topic_score *added = list_add(list, scratch);
	*added = (struct topic_score){entry, score, score >= least, by_kind};
}

struct topic_list
topics_find(const struct topics *topics, const struct passage *passage,
	enum article_kind kind, struct arena *scratch)
{
	struct tally *tallies = arena_array(scratch, struct tally, topics->use_count + 1);
	for (size_t i = 0; i < passage->count; i++)
		count_at(topics, passage, i, i < passage->headline, tallies);
	const struct verdict *verdicts = weigh(topics, tallies, scratch);
	struct topic_list list = {0};
	for (size_t i = 0; i < topics->authority->tags.count; i++) {
		const struct tag_entry *entry = &topics->authority->tags.items[i];
		if (!verdicts[i].excluded)
			add_topic(&list, entry, verdicts[i].score, enough(passage),
				entry->articles & 1u << kind, scratch);
	}
	if (list.count)
		qsort(list.items, list.count, sizeof *list.items, by_score);
	return list;
}
