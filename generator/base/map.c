#include "base/map.h"

#include <string.h>

#include "base/digest.h"

struct map
map_open(struct arena *arena)
{
	return (struct map){.arena = arena};
}

static uint32_t
hash_of(struct str key)
{
	return (uint32_t)digest_hash(key);
}

/* The slot of the key, or the free one where it belongs. */
static struct map_slot *
slot_of(const struct map *map, struct str key, uint32_t hash)
{
	size_t at = hash & (map->slot_count - 1);
	for (;; at = (at + 1) & (map->slot_count - 1)) {
		struct map_slot *slot = &map->slots[at];
		if (!slot->entry ||
			(slot->hash == hash &&
				str_equal(map->entries[slot->entry - 1].key, key)))
			return slot;
	}
}

void *
map_find(const struct map *map, struct str key)
{
	if (!map->count)
		return NULL;
	uint32_t entry = slot_of(map, key, hash_of(key))->entry;
	return entry ? map->entries[entry - 1].value : NULL;
}

static void
place(struct map *map, struct map_slot slot)
{
	size_t at = slot.hash & (map->slot_count - 1);
	while (map->slots[at].entry)
		at = (at + 1) & (map->slot_count - 1);
	map->slots[at] = slot;
}

/* The slots know where they belong: no key is looked at. */
static void
grow_slots(struct map *map, size_t count)
{
	struct arena *scratch = arena_open();
	size_t old = map->slot_count;
	struct map_slot *slots = arena_array(scratch, struct map_slot, old + 1);
	if (old)
		memcpy(slots, map->slots, old * sizeof *slots);
	map->slots = arena_grow(
		map->arena, map->slots, old * sizeof *slots, count * sizeof *slots);
	memset(map->slots, 0, old * sizeof *slots);
	map->slot_count = count;
	for (size_t i = 0; i < old; i++)
		if (slots[i].entry)
			place(map, slots[i]);
	arena_close(scratch);
}

/* Twice as many slots as entries keeps the walk in slot_of short. */
static void
grow(struct map *map)
{
	size_t old = map->capacity;
	map->capacity = old ? old * 2 : 16;
	map->entries = arena_grow(map->arena, map->entries, old * sizeof *map->entries,
		map->capacity * sizeof *map->entries);
	grow_slots(map, map->capacity * 2);
}

void **
map_at(struct map *map, struct str key)
{
	if (map->count == map->capacity)
		grow(map);
	uint32_t hash = hash_of(key);
	struct map_slot *slot = slot_of(map, key, hash);
	if (!slot->entry) {
		map->entries[map->count] = (struct map_entry){.key = key};
		*slot = (struct map_slot){(uint32_t)++map->count, hash};
	}
	return &map->entries[slot->entry - 1].value;
}
