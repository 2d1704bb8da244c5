#include "unit.h"

#include "room.h"

enum { MEGABYTE = 1 << 20 };

static void
test_room_is_short_of_bytes(void **state)
{
	(void)state;
	struct file_room room = {.bytes = 100 * MEGABYTE, .files = UINT64_MAX};
	assert_false(room_is_short(room, 1000, 20 * MEGABYTE));
	assert_true(room_is_short(room, 1000, 30 * MEGABYTE));
	assert_true(room_is_short((struct file_room){0}, 1, 1));
}

static void
test_room_is_short_of_files(void **state)
{
	(void)state;
	struct file_room room = {.bytes = UINT64_MAX, .files = 1000};
	assert_false(room_is_short(room, 500, 1));
	assert_true(room_is_short(room, 501, 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_room_is_short_of_bytes),
		cmocka_unit_test(test_room_is_short_of_files),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
