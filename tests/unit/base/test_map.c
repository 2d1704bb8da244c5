#include "unit.h"

#include "base/map.h"

static void
test_map_find_in_an_empty_map(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct map map = map_open(arena);
	assert_null(map_find(&map, STR("临江")));
	assert_null(map_find(&map, STR("")));
	arena_close(arena);
}

static void
test_map_at_adds_null_once(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct map map = map_open(arena);
	int value = 1;
	void **place = map_at(&map, STR("临江"));
	assert_null(*place);
	*place = &value;
	assert_ptr_equal(*map_at(&map, STR("临江")), &value);
	assert_int_equal(map.count, 1);
	assert_ptr_equal(map_find(&map, STR("临江")), &value);
	assert_null(map_find(&map, STR("临")));
	arena_close(arena);
}

static void
test_map_at_tells_keys_with_nul_bytes_apart(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct map map = map_open(arena);
	int one, two, three;
	*map_at(&map, STR("a")) = &one;
	*map_at(&map, STR("a\0")) = &two;
	*map_at(&map, STR("")) = &three;
	assert_ptr_equal(map_find(&map, STR("a")), &one);
	assert_ptr_equal(map_find(&map, STR("a\0")), &two);
	assert_ptr_equal(map_find(&map, STR_NONE), &three);
	arena_close(arena);
}

static void
test_map_at_hundred_thousand_keys_in_order_of_adding(void **state)
{
	(void)state;
	enum { COUNT = 100000 };
	struct arena *arena = arena_open();
	struct map map = map_open(arena);
	int *values = arena_array(arena, int, COUNT);
	for (int i = 0; i < COUNT; i++)
		*map_at(&map, str_format(arena, "键%d", i * 7 % COUNT)) = &values[i];
	assert_int_equal(map.count, COUNT);
	for (int i = 0; i < COUNT; i++) {
		struct str key = str_format(arena, "键%d", i * 7 % COUNT);
		assert_ptr_equal(map_find(&map, key), &values[i]);
		assert_true(str_equal(map.entries[i].key, key));
		assert_ptr_equal(map.entries[i].value, &values[i]);
	}
	assert_null(map_find(&map, STR("键100000")));
	arena_close(arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_map_find_in_an_empty_map),
		cmocka_unit_test(test_map_at_adds_null_once),
		cmocka_unit_test(test_map_at_tells_keys_with_nul_bytes_apart),
		cmocka_unit_test(test_map_at_hundred_thousand_keys_in_order_of_adding),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
