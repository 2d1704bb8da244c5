/* Topics of a text by the triggers of tags.yaml: words with weights, excluders. */
#ifndef EDIT_TOPICS_H
#define EDIT_TOPICS_H

#include "archive/authority.h"
#include "edit/passage.h"

struct topics; /* the triggers, read once */
struct topics *topics_read(const struct authority *authority, struct arena *arena);

struct topic_score {
	const struct tag_entry *entry;
	unsigned score;
	bool enough;  /* the text is about it, rather than touching on it */
	bool by_kind; /* such articles have it by themselves */
};

struct topic_list {
	struct topic_score *items;
	size_t count, capacity;
};

/* The topics that the text is about or touches on, best first. In its headline a trigger
 * counts four times. */
struct topic_list topics_find(const struct topics *topics, const struct passage *passage,
	enum article_kind kind, struct arena *scratch);

#endif
