/* Hash map from strings to pointers; walks in the order of adding, so nothing depends on
 * hash values. Keys are borrowed. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

struct map_entry {
	struct str key;
	void *value;
};

struct map {
	struct arena *arena;
	struct map_entry *entries; /* in order of adding */
	size_t count, capacity;
	struct map_slot {
		uint32_t entry; /* index + 1 into entries, 0 is free */
		uint32_t hash;  /* of its key: where it belongs, and most others are told
				   apart by it alone */
	} * slots;
	size_t slot_count;
};

struct map map_open(struct arena *arena);

/* The value, or NULL. */
void *map_find(const struct map *map, struct str key);

/* The place of the key's value, added as NULL when new; valid until the next add. */
void **map_at(struct map *map, struct str key);

#endif
