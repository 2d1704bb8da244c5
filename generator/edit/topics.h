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
};

struct topic_list {
	struct topic_score *items;
	size_t count, capacity;
};

/* The topics that the text is about, best first. The points before `headline` are its
 * headline, where a trigger counts four times. */
struct topic_list topics_find(const struct topics *topics, const struct passage *passage,
	size_t headline, struct arena *scratch);

#endif
