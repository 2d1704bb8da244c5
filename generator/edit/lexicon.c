#include "edit/lexicon.h"

#include <string.h>

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
	/* Only now do the words stay where they are. */
	lexicon->by_word = map_open(arena);
	for (size_t i = 0; i < lexicon->words.count; i++)
		*map_at(&lexicon->by_word, lexicon->words.items[i].word) =
			&lexicon->words.items[i];
	return lexicon;
}

const struct lexicon_word *
lexicon_find(const struct lexicon *lexicon, struct str word)
{
	return map_find(&lexicon->by_word, word);
}

const struct lexicon_word *
lexicon_start(const struct lexicon *lexicon, struct str s)
{
	size_t len = s.len < lexicon->longest ? s.len : lexicon->longest;
	for (; len > 0; len--) {
		const struct lexicon_word *found = lexicon_find(lexicon, str_slice(s, 0, len));
		if (found)
			return found;
	}
	return NULL;
}

const struct lexicon_word *
lexicon_end(const struct lexicon *lexicon, struct str s)
{
	size_t len = s.len < lexicon->longest ? s.len : lexicon->longest;
	for (; len > 0; len--) {
		struct str tail = str_slice(s, s.len - len, s.len);
		const struct lexicon_word *found = lexicon_find(lexicon, tail);
		if (found)
			return found;
	}
	return NULL;
}
