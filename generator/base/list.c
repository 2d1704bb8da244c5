#include "base/list.h"

/* Most lists stay short, and those of large items are many: 8 of the smallest, 2 of the
 * largest to begin with. */
static size_t
first_capacity(size_t item_size)
{
	enum { FIRST = 128 /* bytes */, FEWEST = 2, MOST = 8 };
	size_t count = FIRST / item_size;
	return count < FEWEST ? FEWEST : count > MOST ? MOST : count;
}

void *
list_grow(void *items, size_t item_size, size_t *capacity, struct arena *arena)
{
	size_t old = *capacity;
	*capacity = old ? old * 2 : first_capacity(item_size);
	return arena_grow(arena, items, old * item_size, *capacity * item_size);
}

void *
list_settled(const void *items, size_t item_size, size_t count, struct arena *arena)
{
	return count ? memcpy(arena_alloc(arena, item_size * count), items,
			       item_size * count)
		     : NULL;
}
