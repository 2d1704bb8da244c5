#include "base/map.h"

#include <string.h>

#include "base/digest.h"

struct map
map_open(struct arena *arena)
{
	return (struct map){.arena = arena};
}

/* The slot of the key, or the free one where it belongs. */
static struct map_slot *
slot_of(const struct map *map, struct str key, uint64_t hash)
{
	size_t at = hash & (map->slot_count - 1);
	for (;; at = (at + 1) & (map->slot_count - 1)) {
		struct map_slot *slot = &map->slots[at];
		if (!slot->entry ||
			(slot->hash == (uint32_t)(hash >> 32) &&
				str_equal(map->entries[slot->entry - 1].key, key)))
			return slot;
	}
}

void *
map_find(const struct map *map, struct str key)
{
	if (!map->count)
		return NULL;
	uint32_t entry = slot_of(map, key, digest_hash(key))->entry;
	return entry ? map->entries[entry - 1].value : NULL;
}

/* Twice as many slots as entries keeps the walk in slot_of short. */
static void
grow(struct map *map)
{
	size_t old = map->capacity;
	map->capacity = old ? old * 2 : 16;
	map->entries = arena_grow(map->arena, map->entries, old * sizeof *map->entries,
		map->capacity * sizeof *map->entries);
	map->slots =
		arena_grow(map->arena, map->slots, map->slot_count * sizeof *map->slots,
			map->capacity * 2 * sizeof *map->slots);
	map->slot_count = map->capacity * 2;
	memset(map->slots, 0, map->slot_count * sizeof *map->slots);
	for (size_t i = 0; i < map->count; i++) {
		uint64_t hash = digest_hash(map->entries[i].key);
		*slot_of(map, map->entries[i].key, hash) =
			(struct map_slot){(uint32_t)i + 1, (uint32_t)(hash >> 32)};
	}
}

void **
map_at(struct map *map, struct str key)
{
	if (map->count == map->capacity)
		grow(map);
	uint64_t hash = digest_hash(key);
	struct map_slot *slot = slot_of(map, key, hash);
	if (!slot->entry) {
		map->entries[map->count] = (struct map_entry){.key = key};
		*slot = (struct map_slot){(uint32_t)++map->count, (uint32_t)(hash >> 32)};
	}
	return &map->entries[slot->entry - 1].value;
}
