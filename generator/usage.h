/* What the archive makes of the authority files: which entries of people.yaml and
 * tags.yaml are in use. */
#ifndef USAGE_H
#define USAGE_H

#include "archive/catalog.h"

enum usage {
	USAGE_NONE, /* neither name nor variant occurs anywhere */
	USAGE_TEXT, /* printed somewhere, but nowhere taken for that person */
	USAGE_FOUND,
};

/* One for each of authority->people, in the arena. A denied name is in use where it is
 * printed. Cost: one search of all texts for each entry that names nobody. */
enum usage *usage_of_people(const struct catalog *catalog, struct arena *arena);

/* One for each of authority->tags: whether an article has it, or another tag is below it.
 */
bool *usage_of_tags(const struct catalog *catalog, struct arena *arena);

#endif
