/* Memory: everything the program builds lives in an arena and dies with it. Three are
 * enough: site (the whole run), build (one build's catalog), scratch (one source or one
 * output, then emptied). Out of memory ends the process here and nowhere else. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

/* Makes the C library give large memory back to the system as soon as an arena is closed
 * or emptied; to be called once, before any arena is opened. Otherwise glibc keeps what
 * it once had, and several processes keep it several times. */
void arena_prepare(void);

struct arena *arena_open(void);
void arena_close(struct arena *arena);

/* Forgets everything in the arena but keeps its largest block for the next round. */
void arena_empty(struct arena *arena);

/* Zeroed memory, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* Grows the arena's latest allocation in place where it can, else moves it; bytes past
 * old_size are zero. The old place is not to be used any more, and is freed where it was
 * large. */
void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size);

/* Gives back the end of the arena's latest allocation; of any other, nothing. */
void arena_trim(struct arena *arena, void *memory, size_t size, size_t used);

/* Bytes handed out since the arena was opened or emptied. */
size_t arena_used(const struct arena *arena);

#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, type, count)                                                  \
	((type *)arena_alloc((arena), sizeof(type) * (size_t)(count)))

#endif
