/* Names found in an article's text become its mentions: one for each name, with its
 * office and a sentence to show. */
#ifndef EDIT_MENTIONS_H
#define EDIT_MENTIONS_H

#include "archive/article.h"
#include "edit/contexts.h"

/* One name in one place. */
struct sighting {
	size_t from, to; /* points of the passage */
	bool strong;     /* the evidence would suffice alone */
	bool faint;      /* the evidence hardly suffices */
};

struct sighting_list {
	struct sighting *items;
	size_t count, capacity;
};

/* Adds the mentions to the article; the sightings are in the order of the text. */
void mentions_add(struct article *article, const struct sighting_list *sightings,
	const struct passage *passage, const struct contexts *contexts,
	struct arena *arena, struct arena *scratch);

#endif
