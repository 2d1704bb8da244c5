#include "vectors.h"

#include <string.h>

#include "search/dense.h"

static void
test_dense_add_and_next_of_shared_cases(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	json_t *cases = vectors_read("tests/search/dense.json"), *vector, *number;
	size_t i, k;
	json_array_foreach(cases, i, vector)
	{
		unsigned stoppers =
			(unsigned)json_integer_value(json_object_get(vector, "stoppers"));
		struct str codes = vector_text(vector, "codes");
		struct strbuf out = strbuf_open(arena);
		json_array_foreach(json_object_get(vector, "numbers"), k, number)
		{
			uint32_t read = 0, written = (uint32_t)json_integer_value(number);
			dense_add(&out, stoppers, written);
			assert_true(dense_next(&codes, stoppers, &read));
			assert_int_equal(read, written);
		}
		assert_int_equal(codes.len, 0);
		assert_str(strbuf_str(&out), vector_text(vector, "codes").data);
	}
	json_decref(cases);
	arena_close(arena);
}

static void
test_dense_next_every_number_of_stoppers(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	for (unsigned s = DENSE_LEAST; s <= DENSE_MOST; s++) {
		struct strbuf out = strbuf_open(arena);
		for (uint32_t n = 0; n < 3000; n++)
			dense_add(&out, s, n * n);
		struct str codes = strbuf_str(&out);
		assert_null(strpbrk(out.data, "\"\\<" DENSE_MARKS));
		for (uint32_t n = 0, read = 1; n < 3000; n++) {
			assert_true(dense_next(&codes, s, &read));
			assert_int_equal(read, n * n);
		}
		assert_int_equal(codes.len, 0);
	}
	arena_close(arena);
}

static void
test_dense_next_of_damaged_codes(void **state)
{
	(void)state;
	const char *const damaged[] = {
		"", "\"", "|", "} ", "~!", "z", "zzzzzzzzzzzzzzzzzzzzzzzzz ", "\xE5"};
	for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
		struct str codes = str_from(damaged[i]);
		uint32_t number;
		assert_false(dense_next(&codes, 60, &number));
	}
}

static void
test_dense_best_is_the_smallest(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct dense_counts counts = dense_counts_open(arena);
	for (uint32_t n = 0; n < 1000; n++)
		dense_count(&counts, n * n % 7919);
	unsigned best = dense_best(&counts);
	size_t sizes[DENSE_MOST + 1] = {0};
	for (unsigned s = DENSE_LEAST; s <= DENSE_MOST; s++) {
		struct strbuf out = strbuf_open(arena);
		for (uint32_t n = 0; n < 1000; n++)
			dense_add(&out, s, n * n % 7919);
		sizes[s] = out.len;
	}
	for (unsigned s = DENSE_LEAST; s <= DENSE_MOST; s++)
		assert_true(sizes[best] <= sizes[s]);
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dense_add_and_next_of_shared_cases),
		cmocka_unit_test(test_dense_next_every_number_of_stoppers),
		cmocka_unit_test(test_dense_next_of_damaged_codes),
		cmocka_unit_test(test_dense_best_is_the_smallest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
