#include "edit/lexicon.h"

#include <assert.h>

#include "base/list.h"

static void
add_line(struct lexicon *lexicon, struct str line, struct str group, struct arena *arena)
{
	struct str rest = line, word;
	str_cut(&rest, '\t', &word);
	struct lexicon_word *added = list_add(&lexicon->words, arena);
	*added = (struct lexicon_word){.word = word, .value = rest, .group = group};
}

static unsigned
hash_of(const char *bytes, size_t count)
{
	unsigned sum = 0;
	for (size_t i = 0; i < count; i++)
		sum = sum * 67 + (unsigned char)bytes[i];
	return sum % LEXICON_HEADS;
}

/* Of the first character; 0 of an empty text. */
static unsigned
start_hash(struct str s)
{
	unsigned char lead = s.len ? (unsigned char)s.data[0] : 0;
	size_t count = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
	return hash_of(s.data, count < s.len ? count : s.len);
}

/* Of the last character, whose last two bytes suffice. */
static unsigned
end_hash(struct str s)
{
	size_t count = s.len && (unsigned char)s.data[s.len - 1] >= 0x80 ? 2 : 1;
	count = count < s.len ? count : s.len;
	return hash_of(s.data + s.len - count, count);
}

enum { PAIR = 6 /* bytes */ };

/* The bit of six bytes among those of all words. */
static unsigned
pair_hash(const char *bytes)
{
	uint64_t pair = 0;
	memcpy(&pair, bytes, PAIR);
	return (unsigned)(pair * 0x9E3779B97F4A7C15u >> 32) % (LEXICON_PAIRS * 64);
}

static void
add_pair(uint64_t *pairs, const char *bytes)
{
	unsigned hash = pair_hash(bytes);
	pairs[hash / 64] |= (uint64_t)1 << hash % 64;
}

/* Of the lengths of words, those that are left for a text with these six bytes. */
static uint64_t
without_pairs(uint64_t lengths, const uint64_t *pairs, const char *bytes)
{
	const uint64_t shorter = ((uint64_t)1 << PAIR) - 1;
	if (!(lengths & ~shorter))
		return lengths;
	unsigned hash = pair_hash(bytes);
	return pairs[hash / 64] >> hash % 64 & 1 ? lengths : lengths & shorter;
}

static void
add_length(uint64_t *lengths, size_t len)
{
	assert(len < 64);
	*lengths |= (uint64_t)1 << len;
}

/* The greatest of the lengths that is at most `most`; 0 when there is none. */
static size_t
next_length(uint64_t lengths, size_t most)
{
	if (most < 63)
		lengths &= ((uint64_t)2 << most) - 1;
	return lengths ? 63 - (size_t)__builtin_clzll(lengths) : 0;
}

/* Called when the words stay where they are. */
static void
index_words(struct lexicon *lexicon, struct arena *arena)
{
	lexicon->by_word = map_open(arena);
	for (size_t i = 0; i < lexicon->words.count; i++) {
		struct str word = lexicon->words.items[i].word;
		*map_at(&lexicon->by_word, word) = &lexicon->words.items[i];
		add_length(&lexicon->starts[start_hash(word)], word.len);
		add_length(&lexicon->ends[end_hash(word)], word.len);
		if (word.len < PAIR)
			continue;
		add_pair(lexicon->start_pairs, word.data);
		add_pair(lexicon->end_pairs, word.data + word.len - PAIR);
	}
}

struct lexicon *
lexicon_read(struct str text, struct arena *arena)
{
	struct lexicon *lexicon = arena_new(arena, struct lexicon);
	struct str line, group = STR("");
	while (str_cut(&text, '\n', &line)) {
		if (line.len == 0 || line.data[0] == '#')
			continue;
		if (line.data[0] == '[' && str_ends(line, STR("]")))
			group = str_slice(line, 1, line.len - 1);
		else
			add_line(lexicon, line, group, arena);
	}
	index_words(lexicon, arena);
	return lexicon;
}

struct lexicon *
lexicon_group(const struct lexicon *lexicon, const char *group, struct arena *arena)
{
	struct lexicon *part = arena_new(arena, struct lexicon);
	for (size_t i = 0; i < lexicon->words.count; i++) {
		const struct lexicon_word *word = &lexicon->words.items[i];
		if (!str_equal(word->group, str_from(group)))
			continue;
		*(struct lexicon_word *)list_add(&part->words, arena) = *word;
	}
	index_words(part, arena);
	return part;
}

const struct lexicon_word *
lexicon_find(const struct lexicon *lexicon, struct str word)
{
	return map_find(&lexicon->by_word, word);
}

const struct lexicon_word *
lexicon_start(const struct lexicon *lexicon, struct str s)
{
	uint64_t lengths = lexicon->starts[start_hash(s)];
	if (s.len >= PAIR)
		lengths = without_pairs(lengths, lexicon->start_pairs, s.data);
	for (size_t len = s.len; (len = next_length(lengths, len)) > 0; len--) {
		const struct lexicon_word *found =
			lexicon_find(lexicon, str_slice(s, 0, len));
		if (found)
			return found;
	}
	return NULL;
}

const struct lexicon_word *
lexicon_end(const struct lexicon *lexicon, struct str s)
{
	uint64_t lengths = lexicon->ends[end_hash(s)];
	if (s.len >= PAIR)
		lengths =
			without_pairs(lengths, lexicon->end_pairs, s.data + s.len - PAIR);
	for (size_t len = s.len; (len = next_length(lengths, len)) > 0; len--) {
		struct str tail = str_slice(s, s.len - len, s.len);
		const struct lexicon_word *found = lexicon_find(lexicon, tail);
		if (found)
			return found;
	}
	return NULL;
}
