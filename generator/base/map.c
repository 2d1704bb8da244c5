#include "base/map.h"

#include <string.h>

#include "base/digest.h"

struct map
map_open(struct arena *arena)
{
	return (struct map){.arena = arena};
}

static uint32_t *
slot_of(const struct map *map, struct str key)
{
	size_t at = digest_hash(key) & (map->slot_count - 1);
	while (map->slots[at] && !str_equal(map->entries[map->slots[at] - 1].key, key))
		at = (at + 1) & (map->slot_count - 1);
	return &map->slots[at];
}

void *
map_find(const struct map *map, struct str key)
{
	if (!map->slot_count)
		return NULL;
	uint32_t index = *slot_of(map, key);
	return index ? map->entries[index - 1].value : NULL;
}

static void
grow(struct map *map)
{
	size_t old = map->capacity;
	map->capacity = old ? old * 2 : 16;
	map->entries = arena_grow(map->arena, map->entries, old * sizeof *map->entries,
		map->capacity * sizeof *map->entries);
	/* Twice as many slots as entries keeps the walk in slot_of short. */
	map->slot_count = map->capacity * 2;
	map->slots = arena_array(map->arena, uint32_t, map->slot_count);
	for (size_t i = 0; i < map->count; i++)
		*slot_of(map, map->entries[i].key) = (uint32_t)i + 1;
}

void **
map_at(struct map *map, struct str key)
{
	if (map->count == map->capacity)
		grow(map);
	uint32_t *slot = slot_of(map, key);
	if (!*slot) {
		map->entries[map->count] = (struct map_entry){.key = key};
		*slot = (uint32_t)++map->count;
	}
	return &map->entries[*slot - 1].value;
}
