#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	ALIGNMENT = 16,
	BLOCK_SIZE = 64 * 1024,
};

struct block {
	struct block *previous;
	size_t size, used;
	_Alignas(ALIGNMENT) char bytes[];
};

struct arena {
	struct block *current;
	size_t handed_out;
};

static void
out_of_memory(size_t size)
{
	fprintf(stderr, "backfile: out of memory (%zu bytes wanted)\n", size);
	exit(3);
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

void *
arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size)
{
	struct block *block = arena->current;
	size_t old_wanted = rounded(old_size ? old_size : 1);
	size_t wanted = rounded(new_size ? new_size : 1);
	int is_latest = old && block && block->used >= old_wanted &&
			(char *)old == block->bytes + block->used - old_wanted;
	if (is_latest && wanted >= old_wanted &&
		block->size - block->used >= wanted - old_wanted) {
		memset((char *)old + old_size, 0, wanted - old_size);
		block->used += wanted - old_wanted;
		arena->handed_out += wanted - old_wanted;
		return old;
	}
	void *moved = arena_alloc(arena, new_size);
	if (old)
		memcpy(moved, old, old_size < new_size ? old_size : new_size);
	return moved;
}

size_t
arena_used(const struct arena *arena)
{
	return arena->handed_out;
}
