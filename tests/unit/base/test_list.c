#include "unit.h"

#include "base/list.h"

struct numbers {
	uint32_t *items;
	size_t count, capacity;
};

static void
test_list_add_keeps_order_through_growth(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct numbers list = {0};
	for (uint32_t i = 0; i < 100000; i++) {
		*list_add(&list, arena) = i;
		/* Something else in between, so that the list has to move. */
		if (i % 1000 == 0)
			arena_alloc(arena, 1);
	}
	assert_int_equal(list.count, 100000);
	assert_true(list.capacity >= list.count);
	for (uint32_t i = 0; i < 100000; i++)
		assert_int_equal(list.items[i], i);
	arena_close(arena);
}

static void
test_list_add_is_zeroed_where_an_item_was_dropped(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct numbers list = {0};
	*list_add(&list, arena) = 7;
	*list_add(&list, arena) = 8;
	list.count = 1;
	assert_int_equal(*list_add(&list, arena), 0);
	assert_int_equal(list.items[0], 7);
	assert_int_equal(list.count, 2);
	arena_close(arena);
}

static void
test_list_add_two_lists_in_one_arena(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct numbers odd = {0}, even = {0};
	for (uint32_t i = 0; i < 1000; i++)
		*list_add(i % 2 ? &odd : &even, arena) = i;
	assert_int_equal(odd.count, 500);
	for (uint32_t i = 0; i < 500; i++) {
		assert_int_equal(even.items[i], 2 * i);
		assert_int_equal(odd.items[i], 2 * i + 1);
	}
	arena_close(arena);
}

static void
test_list_settle_moves_the_items_to_another_arena(void **state)
{
	struct arena *scratch = arena_open(), *arena = arena_open();
	struct numbers list = {0}, empty = {0};
	(void)state;
	for (uint32_t i = 0; i < 100; i++)
		*list_add(&list, scratch) = i;
	list_settle(&list, arena);
	list_settle(&empty, arena);
	arena_close(scratch);
	assert_int_equal(list.count, 100);
	assert_int_equal(list.capacity, 100);
	for (uint32_t i = 0; i < 100; i++)
		assert_int_equal(list.items[i], i);
	*list_add(&list, arena) = 100;
	assert_int_equal(list.items[99], 99);
	assert_null(empty.items);
	assert_true(arena_used(arena) < 100 * sizeof(int) * 4);
	arena_close(arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_list_add_keeps_order_through_growth),
		cmocka_unit_test(test_list_add_is_zeroed_where_an_item_was_dropped),
		cmocka_unit_test(test_list_add_two_lists_in_one_arena),
		cmocka_unit_test(test_list_settle_moves_the_items_to_another_arena),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
