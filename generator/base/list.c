#include "base/list.h"

#include <string.h>

void *
list_room(void *items, size_t item_size, size_t count, size_t *capacity,
	struct arena *arena)
{
	if (count < *capacity) {
		memset((char *)items + count * item_size, 0, item_size);
		return items;
	}
	size_t old = *capacity;
	*capacity = old ? old * 2 : 8;
	return arena_grow(arena, items, old * item_size, *capacity * item_size);
}
