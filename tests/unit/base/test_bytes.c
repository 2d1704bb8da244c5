#include "unit.h"

#include "base/bytes.h"

static void
test_bytes_number_comes_back(void **state)
{
	(void)state;
	static const uint64_t numbers[] = {
		0, 1, 127, 128, 16383, 16384, UINT32_MAX, UINT64_MAX};
	struct arena *arena = arena_open();
	struct strbuf out = strbuf_open(arena);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		bytes_add_number(&out, numbers[i]);
	struct bytes_reader reader = {.rest = strbuf_str(&out)};
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		assert_int_equal(bytes_number(&reader), numbers[i]);
	assert_false(reader.bad);
	assert_int_equal(reader.rest.len, 0);
	arena_close(arena);
}

static void
test_bytes_str_and_digest_come_back(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct strbuf out = strbuf_open(arena);
	struct digest digest = digest_of(STR("临江晚报"));
	bytes_add_str(&out, STR("临江"));
	bytes_add_digest(&out, digest);
	bytes_add_str(&out, STR(""));
	struct bytes_reader reader = {.rest = strbuf_str(&out)};
	assert_str(bytes_str(&reader), "临江");
	assert_true(digest_equal(bytes_digest(&reader), digest));
	assert_str(bytes_str(&reader), "");
	assert_false(reader.bad);
	arena_close(arena);
}

static void
test_bytes_str_longer_than_the_rest_is_bad_for_ever(void **state)
{
	(void)state;
	struct bytes_reader reader = {.rest = STR("\x09short")};
	assert_str(bytes_str(&reader), "");
	assert_true(reader.bad);
	assert_int_equal(bytes_number(&reader), 0);
	assert_true(reader.bad);
}

static void
test_bytes_number_without_end_is_bad(void **state)
{
	(void)state;
	struct bytes_reader cut = {.rest = STR("\xff\xff")};
	assert_int_equal(bytes_number(&cut), 0);
	assert_true(cut.bad);
	struct bytes_reader endless = {
		.rest = STR("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")};
	bytes_number(&endless);
	assert_true(endless.bad);
}

static void
test_bytes_number_to_refuses_more(void **state)
{
	(void)state;
	struct bytes_reader reader = {.rest = STR("\x03\x04")};
	assert_int_equal(bytes_number_to(&reader, 3), 3);
	assert_int_equal(bytes_number_to(&reader, 3), 0);
	assert_true(reader.bad);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bytes_number_comes_back),
		cmocka_unit_test(test_bytes_str_and_digest_come_back),
		cmocka_unit_test(test_bytes_str_longer_than_the_rest_is_bad_for_ever),
		cmocka_unit_test(test_bytes_number_without_end_is_bad),
		cmocka_unit_test(test_bytes_number_to_refuses_more),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
