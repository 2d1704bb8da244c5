/* Places and organisations by the grammar of their suffixes: 青槐|县, 市水务|局. */
#ifndef EDIT_PROPER_NOUNS_H
#define EDIT_PROPER_NOUNS_H

#include "archive/article.h"
#include "edit/lexicon.h"
#include "edit/passage.h"

struct proper_nouns; /* the rules, read once */
struct proper_nouns *proper_nouns_read(struct arena *arena);

/* One name in all its occurrences. */
struct proper_noun {
	struct str name; /* borrowed from the passage */
	enum tag_kind kind;
	unsigned count;
	bool in_headline;
};

struct proper_noun_list {
	struct proper_noun *items;
	size_t count, capacity;
};

/* In the order of first occurrence. */
struct proper_noun_list proper_nouns_find(const struct proper_nouns *rules,
	const struct passage *passage, struct text *text, struct arena *scratch);

#endif
