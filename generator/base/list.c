#include "base/list.h"

void *
list_grow(void *items, size_t item_size, size_t *capacity, struct arena *arena)
{
	size_t old = *capacity;
	*capacity = old ? old * 2 : 8;
	return arena_grow(arena, items, old * item_size, *capacity * item_size);
}
