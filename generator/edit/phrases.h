/* Key phrases of an article: runs of words that end in a noun of local news (敬老|餐厅)
 * and stand in the headline, in quotation marks or more than once. Which of them become
 * tags is decided over the whole archive, see edit/tags_settle. */
#ifndef EDIT_PHRASES_H
#define EDIT_PHRASES_H

#include "edit/lexicon.h"
#include "edit/passage.h"

struct phrases; /* the rules: lexicons phrase_heads, phrase_stops */
struct phrases *phrases_read(struct arena *arena);

struct phrase {
	struct str name; /* borrowed from the passage */
	unsigned count;
	bool in_headline, quoted;
	int weight; /* in thousandths: the root of the count, more in a headline */
};

struct phrase_list {
	struct phrase *items;
	size_t count, capacity;
};

/* The best ones first, none inside another, at most eight. */
struct phrase_list phrases_find(const struct phrases *rules,
	const struct passage *passage, struct text *text, struct arena *scratch);

#endif
