#include "unit.h"

#include <string.h>

#include "base/arena.h"

static bool
is_zero(const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (bytes[i])
			return false;
	return true;
}

static void
test_arena_alloc_is_zeroed_and_aligned(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	for (size_t size = 0; size < 200; size++) {
		char *memory = arena_alloc(arena, size);
		assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
		assert_true(is_zero(memory, size));
		memset(memory, 0xAA, size);
	}
	arena_close(arena);
}

static void
test_arena_alloc_larger_than_any_block(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	const size_t size = 20 * 1024 * 1024;
	char *small = arena_alloc(arena, 16);
	memset(small, 1, 16);
	char *large = arena_alloc(arena, size);
	assert_true(is_zero(large, size));
	large[size - 1] = 2;
	assert_int_equal(small[15], 1);
	arena_close(arena);
}

static void
test_arena_alloc_is_zeroed_again_after_empty(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	char *first = arena_alloc(arena, 1000);
	memset(first, 0xAA, 1000);
	arena_empty(arena);
	char *second = arena_alloc(arena, 1000);
	assert_ptr_equal(first, second);
	assert_true(is_zero(second, 1000));
	arena_close(arena);
}

static void
test_arena_empty_keeps_the_largest_block(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	const size_t size = 200 * 1024;
	arena_alloc(arena, 1000);
	char *largest = arena_alloc(arena, size);
	arena_empty(arena);
	assert_ptr_equal(arena_alloc(arena, size), largest);
	arena_close(arena);
}

/* Memory of this size is by itself: among small pieces, grown, emptied. */
static void
test_arena_grow_of_large_memory(void **state)
{
	(void)state;
	enum { SIZE = 1 << 20 };
	struct arena *arena = arena_open();
	char *small = arena_alloc(arena, 8), *large = arena_alloc(arena, SIZE);
	char *other = arena_alloc(arena, SIZE);
	memset(small, 's', 8), memset(large, 'l', SIZE), memset(other, 'o', SIZE);
	large = arena_grow(arena, large, SIZE, 3 * SIZE);
	assert_int_equal(large[SIZE - 1], 'l');
	assert_true(is_zero(large + SIZE, 2 * SIZE));
	assert_int_equal(small[7], 's');
	assert_int_equal(other[SIZE - 1], 'o');
	assert_int_equal(arena_used(arena), 16 + 4 * SIZE);
	other = arena_grow(arena, other, SIZE, 2 * SIZE);
	assert_int_equal(other[SIZE - 1], 'o');
	arena_empty(arena);
	assert_int_equal(arena_used(arena), 0);
	assert_true(is_zero(arena_alloc(arena, SIZE), SIZE));
	arena_close(arena);
}

static void
test_arena_empty_of_an_unused_arena(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	arena_empty(arena);
	assert_int_equal(arena_used(arena), 0);
	assert_non_null(arena_alloc(arena, 1));
	arena_close(arena);
}

static void
test_arena_grow_in_place_for_the_latest(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	char *old = arena_alloc(arena, 5);
	memcpy(old, "abcde", 5);
	char *grown = arena_grow(arena, old, 5, 5000);
	assert_ptr_equal(grown, old);
	assert_memory_equal(grown, "abcde", 5);
	assert_true(is_zero(grown + 5, 4995));
	arena_close(arena);
}

static void
test_arena_grow_in_place_clears_what_was_used_behind(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	char *old = arena_alloc(arena, 16);
	memset(old, 0xAA, 16);
	char *grown = arena_grow(arena, old, 5, 16);
	assert_ptr_equal(grown, old);
	assert_true(is_zero(grown + 5, 11));
	arena_close(arena);
}

static void
test_arena_grow_moves_when_not_the_latest(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	char *old = arena_alloc(arena, 5);
	memcpy(old, "abcde", 5);
	char *behind = arena_alloc(arena, 5);
	memcpy(behind, "fghij", 5);
	char *grown = arena_grow(arena, old, 5, 100);
	assert_ptr_not_equal(grown, old);
	assert_memory_equal(grown, "abcde", 5);
	assert_true(is_zero(grown + 5, 95));
	assert_memory_equal(behind, "fghij", 5);
	arena_close(arena);
}

static void
test_arena_grow_moves_when_the_block_is_full(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	char *old = arena_alloc(arena, 1000);
	memset(old, 7, 1000);
	const size_t size = 10 * 1024 * 1024;
	char *grown = arena_grow(arena, old, 1000, size);
	assert_int_equal(grown[0], 7);
	assert_int_equal(grown[999], 7);
	assert_true(is_zero(grown + 1000, size - 1000));
	arena_close(arena);
}

/* What comes next stands right behind what is left, and is zero. */
static void
test_arena_trim_gives_back_the_end_of_the_latest(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	char *first = arena_alloc(arena, 64);
	memset(first, 'a', 64);
	arena_trim(arena, first, 64, 20);
	assert_int_equal(arena_used(arena), 32);
	char *second = arena_alloc(arena, 64);
	assert_ptr_equal(second, first + 32);
	for (int i = 0; i < 64; i++)
		assert_int_equal(second[i], 0);
	assert_int_equal(first[19], 'a');
	arena_close(arena);
}

static void
test_arena_trim_of_all_else_does_nothing(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	char *large = arena_alloc(arena, 1 << 20);
	char *first = arena_alloc(arena, 64), *second = arena_alloc(arena, 64);
	size_t used = arena_used(arena);
	arena_trim(arena, first, 64, 1);
	arena_trim(arena, large, 1 << 20, 1);
	arena_trim(arena, second, 64, 64);
	assert_int_equal(arena_used(arena), used);
	assert_ptr_equal(arena_alloc(arena, 1), second + 64);
	arena_close(arena);
}

static void
test_arena_grow_from_nothing(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	char *grown = arena_grow(arena, NULL, 0, 64);
	assert_true(is_zero(grown, 64));
	arena_close(arena);
}

static void
test_arena_used_counts_and_is_reset(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_int_equal(arena_used(arena), 0);
	char *memory = arena_alloc(arena, 100);
	assert_in_range(arena_used(arena), 100, 128);
	arena_grow(arena, memory, 100, 1000);
	assert_in_range(arena_used(arena), 1000, 1128);
	arena_empty(arena);
	assert_int_equal(arena_used(arena), 0);
	arena_close(arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_arena_alloc_is_zeroed_and_aligned),
		cmocka_unit_test(test_arena_alloc_larger_than_any_block),
		cmocka_unit_test(test_arena_alloc_is_zeroed_again_after_empty),
		cmocka_unit_test(test_arena_empty_keeps_the_largest_block),
		cmocka_unit_test(test_arena_grow_of_large_memory),
		cmocka_unit_test(test_arena_empty_of_an_unused_arena),
		cmocka_unit_test(test_arena_grow_in_place_for_the_latest),
		cmocka_unit_test(test_arena_grow_in_place_clears_what_was_used_behind),
		cmocka_unit_test(test_arena_grow_moves_when_not_the_latest),
		cmocka_unit_test(test_arena_grow_moves_when_the_block_is_full),
		cmocka_unit_test(test_arena_trim_gives_back_the_end_of_the_latest),
		cmocka_unit_test(test_arena_trim_of_all_else_does_nothing),
		cmocka_unit_test(test_arena_grow_from_nothing),
		cmocka_unit_test(test_arena_used_counts_and_is_reset),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
