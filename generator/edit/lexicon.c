#include "edit/lexicon.h"

#include <stdbool.h>

#include "base/list.h"

static void
add_line(struct lexicon *lexicon, struct str line, struct str group, struct arena *arena)
{
	struct str rest = line, word;
	str_cut(&rest, '\t', &word);
	struct lexicon_word *added = list_add(&lexicon->words, arena);
	*added = (struct lexicon_word){.word = word, .value = rest, .group = group};
	if (word.len > lexicon->longest)
		lexicon->longest = word.len;
}

/* One of 64 bits for the character of three bytes, or the byte, at the start or the end.
 */
static uint64_t
bit_of(struct str s, bool end)
{
	size_t len = s.len < 3 ? s.len : 3;
	if (!len || (unsigned char)s.data[end ? s.len - 1 : 0] < 0x80)
		len = len ? 1 : 0;
	const char *data = end ? s.data + s.len - len : s.data;
	unsigned sum = 0;
	for (size_t i = 0; i < len; i++)
		sum = sum * 31 + (unsigned char)data[i];
	return (uint64_t)1 << (sum & 63);
}

/* Called when the words stay where they are. */
static void
index_words(struct lexicon *lexicon, struct arena *arena)
{
	lexicon->by_word = map_open(arena);
	for (size_t i = 0; i < lexicon->words.count; i++) {
		struct str word = lexicon->words.items[i].word;
		*map_at(&lexicon->by_word, word) = &lexicon->words.items[i];
		lexicon->starts |= bit_of(word, false);
		lexicon->ends |= bit_of(word, true);
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
		if (word->word.len > part->longest)
			part->longest = word->word.len;
	}
	index_words(part, arena);
	return part;
}

const struct lexicon_word *
lexicon_find(const struct lexicon *lexicon, struct str word)
{
	return map_find(&lexicon->by_word, word);
}

/* Whether the byte at a place goes on with a character begun before it. */
static bool
inside_point(struct str s, size_t at)
{
	return at < s.len && ((unsigned char)s.data[at] & 0xC0) == 0x80;
}

const struct lexicon_word *
lexicon_start(const struct lexicon *lexicon, struct str s)
{
	if (!(lexicon->starts & bit_of(s, false)))
		return NULL;
	size_t len = s.len < lexicon->longest ? s.len : lexicon->longest;
	for (; len > 0; len--) {
		if (inside_point(s, len))
			continue;
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
	if (!(lexicon->ends & bit_of(s, true)))
		return NULL;
	size_t len = s.len < lexicon->longest ? s.len : lexicon->longest;
	for (; len > 0; len--) {
		if (inside_point(s, s.len - len))
			continue;
		struct str tail = str_slice(s, s.len - len, s.len);
		const struct lexicon_word *found = lexicon_find(lexicon, tail);
		if (found)
			return found;
	}
	return NULL;
}
