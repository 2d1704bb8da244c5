/* Growable arrays in an arena. A list is any struct with the members
 * `type *items; size_t count, capacity;`. */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include <stddef.h>
#include <string.h>

#include "base/arena.h"

/* Adds a zeroed item at the end and yields a pointer to it, valid until the next add. */
#define list_add(list, arena)                                                            \
	((list)->items = list_room((list)->items, sizeof *(list)->items, (list)->count,  \
		 &(list)->capacity, (arena)),                                            \
		&(list)->items[(list)->count++])

/* Moves the items to where no more than these fit: for a list that has grown in a scratch
 * arena and is to stay as it is. */
#define list_settle(list, arena)                                                         \
	((list)->items = list_settled(                                                   \
		 (list)->items, sizeof *(list)->items, (list)->count, (arena)),          \
		(list)->capacity = (list)->count)

/* A copy of the items; NULL of none. */
void *
list_settled(const void *items, size_t item_size, size_t count, struct arena *arena);

/* The items moved to where twice as many fit. */
void *list_grow(void *items, size_t item_size, size_t *capacity, struct arena *arena);

/* The items, moved if need be, with a zeroed place behind `count` of them. */
static inline void *
list_room(void *items, size_t item_size, size_t count, size_t *capacity,
	struct arena *arena)
{
	if (!items || count == *capacity)
		return list_grow(items, item_size, capacity, arena);
	memset((char *)items + count * item_size, 0, item_size);
	return items;
}

#endif
