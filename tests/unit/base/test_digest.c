#include "unit.h"

#include "base/digest.h"

/* The vectors are XXH3's own: catalogs written by one build are read by the next. */
static void
test_digest_of_known_vectors(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_str(digest_text(digest_of(STR("")), arena),
		"99aa06d3014798d86001c324468d497f");
	assert_str(digest_text(digest_of(STR("a")), arena),
		"a96faf705af16834e6c632b61e964e1f");
	arena_close(arena);
}

static void
test_digest_of_null_is_that_of_nothing(void **state)
{
	(void)state;
	assert_true(digest_equal(digest_of(STR_NONE), digest_of(STR(""))));
}

static void
test_digest_equal_looks_at_both_halves(void **state)
{
	(void)state;
	assert_true(digest_equal((struct digest){1, 2}, (struct digest){1, 2}));
	assert_false(digest_equal((struct digest){1, 2}, (struct digest){1, 3}));
	assert_false(digest_equal((struct digest){1, 2}, (struct digest){3, 2}));
}

static void
test_digest_text_pads_with_zeros(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_str(digest_text((struct digest){0xA, 0xB}, arena),
		"000000000000000a000000000000000b");
	arena_close(arena);
}

static void
test_digest_hash_differs_by_one_bit(void **state)
{
	(void)state;
	assert_true(digest_hash(STR("临江晚报1")) != digest_hash(STR("临江晚报0")));
	assert_true(digest_hash(STR("a")) == digest_hash(str_from("a")));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_digest_of_known_vectors),
		cmocka_unit_test(test_digest_of_null_is_that_of_nothing),
		cmocka_unit_test(test_digest_equal_looks_at_both_halves),
		cmocka_unit_test(test_digest_text_pads_with_zeros),
		cmocka_unit_test(test_digest_hash_differs_by_one_bit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
