#include "vectors.h"

#include "search/bits.h"
#include "search/fold.h"

struct fixture {
	struct arena *arena;
	struct text *text;
	struct fold *fold;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	fixture->arena = arena;
	fixture->text = text_open();
	fixture->fold = fold_open(fixture->text, arena);
	*state = fixture;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	text_close(fixture->text);
	arena_close(fixture->arena);
	return 0;
}

static void
test_fold_text_of_shared_cases(void **state)
{
	struct fixture *fixture = *state;
	json_t *cases = vectors_read("tests/search/fold.json"), *vector;
	size_t i;
	assert_true(json_array_size(cases) >= 38);
	json_array_foreach(cases, i, vector)
	{
		struct str folded = fold_text(
			fixture->fold, vector_text(vector, "text"), fixture->arena);
		assert_str(folded, vector_text(vector, "folded").data);
	}
	json_decref(cases);
}

static void
test_fold_text_twice_is_the_same(void **state)
{
	struct fixture *fixture = *state;
	struct str text = STR("㎡ “5G” 二○二四年營商環境 New  York 3.5%");
	struct str once = fold_text(fixture->fold, text, fixture->arena);
	struct str again = fold_text(fixture->fold, once, fixture->arena);
	assert_str(once, "m2 5g二〇二四年营商环境new york 3.5");
	assert_str(again, once.data);
}

static void
test_fold_class_of_folded_characters(void **state)
{
	struct fold *fold = ((struct fixture *)*state)->fold;
	assert_int_equal(fold_class_of(fold, 0x56FD), FOLD_HAN);
	assert_int_equal(fold_class_of(fold, 0x30AC), FOLD_HAN);
	assert_int_equal(fold_class_of(fold, 'a'), FOLD_WORD);
	assert_int_equal(fold_class_of(fold, '.'), FOLD_WORD);
	assert_int_equal(fold_class_of(fold, ' '), FOLD_CLEAR);
	assert_int_equal(fold_class_of(fold, '\n'), FOLD_BREAK);
}

/* The table that the browser folds with is kept beside the shared cases, so that the
 * scripts are tested with it and a new ICU that folds otherwise is noticed. */
static void
test_fold_pairs_are_the_table_kept_for_scripts(void **state)
{
	struct fixture *fixture = *state;
	struct fold_pairs pairs = fold_pairs(fixture->fold, fixture->arena);
	json_error_t error;
	json_t *table = json_load_file("tests/search/fold_table.json", 0, &error);
	struct str to = vector_text(table, "to");
	struct bits_in gaps = bits_read(vector_text(table, "from"));
	uint32_t from = 0;
	for (size_t i = 0; i < pairs.count; i++) {
		from += bits_number(&gaps, BITS_ORDER);
		assert_int_equal(pairs.items[i].from, from);
		assert_int_equal(pairs.items[i].to, str_next(&to));
	}
	assert_false(gaps.bad);
	assert_int_equal(to.len, 0);
	assert_true(pairs.count > 2500);
	json_decref(table);
}

/* A built site is searched with the table it was made with. */
static void
test_fold_open_with_folds_by_the_given_pairs(void **state)
{
	struct fixture *fixture = *state;
	struct fold_pair pair = {0x8ECA, 0x8F66}, none = {0x110000, 'a'};
	struct fold_pair items[] = {pair, none};
	struct fold_pairs pairs = {items, 2, 2};
	struct fold *fold = fold_open_with(&pairs, fixture->text, fixture->arena);
	assert_str(fold_text(fold, STR("火車 鐵路 ＡB"), fixture->arena), "火车鐵路ab");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_fold_text_of_shared_cases, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_fold_text_twice_is_the_same, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_fold_class_of_folded_characters, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_fold_open_with_folds_by_the_given_pairs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_fold_pairs_are_the_table_kept_for_scripts, set_up,
			tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
