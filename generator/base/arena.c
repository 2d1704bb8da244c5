#include "base/arena.h"

#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	ALIGNMENT = 16,
	BLOCK_SIZE = 64 * 1024,
	LARGE = 256 * 1024, /* memory of this size is a block of its own */
};

struct block {
	struct block *previous;
	size_t size, used;
	_Alignas(ALIGNMENT) char bytes[];
};

/* Freed as soon as it grows, so that large lists which double waste nothing. */
struct large {
	struct large *previous, *next;
	_Alignas(ALIGNMENT) char bytes[];
};

struct arena {
	struct block *current;
	struct large *large; /* the newest */
	size_t handed_out;
};

_Noreturn static void
out_of_memory(size_t size)
{
	fprintf(stderr, "backfile: out of memory (%zu bytes wanted)\n", size);
	_exit(3);
}

static struct block *
block_open(struct block *previous, size_t size)
{
	if (size > SIZE_MAX / 2)
		out_of_memory(size);
	struct block *block = malloc(sizeof *block + size);
	if (!block)
		out_of_memory(size);
	*block = (struct block){.previous = previous, .size = size};
	return block;
}

/* Fresh pages of the system are zero and take no memory before they are used. */
static struct large *
large_open(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		out_of_memory(size);
	struct large *large = calloc(1, sizeof *large + size);
	if (!large)
		out_of_memory(size);
	large->previous = arena->large;
	if (large->previous)
		large->previous->next = large;
	arena->large = large;
	return large;
}

static void
large_close(struct arena *arena, struct large *large)
{
	if (large->previous)
		large->previous->next = large->next;
	if (large->next)
		large->next->previous = large->previous;
	else
		arena->large = large->previous;
	free(large);
}

void
arena_prepare(void)
{
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}

struct arena *
arena_open(void)
{
	struct arena *arena = calloc(1, sizeof *arena);
	if (!arena)
		out_of_memory(sizeof *arena);
	return arena;
}

void
arena_close(struct arena *arena)
{
	while (arena->large)
		large_close(arena, arena->large);
	for (struct block *block = arena->current; block;) {
		struct block *previous = block->previous;
		free(block);
		block = previous;
	}
	free(arena);
}

static struct block *
largest_block(struct block *block)
{
	struct block *largest = block;
	for (; block; block = block->previous)
		if (block->size > largest->size)
			largest = block;
	return largest;
}

void
arena_empty(struct arena *arena)
{
	struct block *kept = largest_block(arena->current);
	arena->handed_out = 0;
	while (arena->large)
		large_close(arena, arena->large);
	if (!kept)
		return;
	for (struct block *block = arena->current; block;) {
		struct block *previous = block->previous;
		if (block != kept)
			free(block);
		block = previous;
	}
	*kept = (struct block){.size = kept->size};
	arena->current = kept;
}

static size_t
rounded(size_t size)
{
	if (size > SIZE_MAX - ALIGNMENT)
		out_of_memory(size);
	return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	size_t wanted = rounded(size ? size : 1);
	struct block *block = arena->current;
	if (wanted >= LARGE) {
		arena->handed_out += wanted;
		return large_open(arena, wanted)->bytes;
	}
	if (!block || block->size - block->used < wanted) {
		/* Blocks double, so a large arena has few of them. */
		size_t grown = block ? block->size * 2 : BLOCK_SIZE;
		if (grown > 4 * 1024 * 1024)
			grown = 4 * 1024 * 1024;
		block = block_open(block, wanted > grown ? wanted : grown);
		arena->current = block;
	}
	void *memory = block->bytes + block->used;
	block->used += wanted;
	arena->handed_out += wanted;
	return memset(memory, 0, wanted);
}

/* Whether memory of this size stands at the end of the block in use. */
static bool
is_latest(const struct block *block, const void *memory, size_t size)
{
	return memory && block && block->used >= size &&
	       (const char *)memory == block->bytes + block->used - size;
}

void
arena_trim(struct arena *arena, void *memory, size_t size, size_t used)
{
	size_t old_wanted = rounded(size ? size : 1), wanted = rounded(used ? used : 1);
	if (wanted >= old_wanted || !is_latest(arena->current, memory, old_wanted))
		return;
	arena->current->used -= old_wanted - wanted;
	arena->handed_out -= old_wanted - wanted;
}

void *
arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size)
{
	struct block *block = arena->current;
	size_t old_wanted = rounded(old_size ? old_size : 1);
	size_t wanted = rounded(new_size ? new_size : 1);
	if (is_latest(block, old, old_wanted) && wanted >= old_wanted && wanted < LARGE &&
		block->size - block->used >= wanted - old_wanted) {
		memset((char *)old + old_size, 0, wanted - old_size);
		block->used += wanted - old_wanted;
		arena->handed_out += wanted - old_wanted;
		return old;
	}
	void *moved = arena_alloc(arena, new_size);
	if (old)
		memcpy(moved, old, old_size < new_size ? old_size : new_size);
	if (old && old_wanted >= LARGE) {
		arena->handed_out -= old_wanted;
		large_close(arena,
			(struct large *)((char *)old - offsetof(struct large, bytes)));
	}
	return moved;
}

size_t
arena_used(const struct arena *arena)
{
	return arena->handed_out;
}
