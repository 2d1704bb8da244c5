#include "vectors.h"

#include "search/tokens.h"

static void
test_tokens_add_of_shared_cases(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct text *text = text_open();
	struct fold *fold = fold_open(text, arena);
	json_t *cases = vectors_read("tests/search/fold.json"), *vector;
	size_t i;
	json_array_foreach(cases, i, vector)
	{
		struct tokens tokens = {0};
		tokens_add(&tokens, fold, vector_text(vector, "folded"), arena);
		assert_vector_list(&tokens.terms, vector, "terms");
		assert_vector_list(&tokens.lasts, vector, "lasts");
	}
	json_decref(cases);
	text_close(text);
	arena_close(arena);
}

static void
test_tokens_add_a_word_longer_than_any(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct text *text = text_open();
	struct fold *fold = fold_open(text, arena);
	struct strbuf word = strbuf_open(arena);
	for (size_t i = 0; i < 200; i++)
		strbuf_add(&word, STR("ж"));
	struct tokens tokens = {0};
	tokens_add(&tokens, fold, strbuf_str(&word), arena);
	assert_int_equal(tokens.terms.count, 1);
	assert_int_equal(str_count(tokens.terms.items[0]), TOKEN_LONGEST);
	text_close(text);
	arena_close(arena);
}

static void
test_term_written_has_no_ascii_behind_its_first_character(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_str(term_written(STR("covid"), arena), "cｏｖｉｄ");
	assert_str(term_written(STR("3.5"), arena), "3．５");
	assert_str(term_written(STR("pguo-ling"), arena), "pｇｕｏ－ｌｉｎｇ");
	assert_str(term_written(STR("c快语 \"新言\""), arena), "c快语　＂新言＂");
	assert_str(term_written(STR("c~{}|z"), arena), "c～｛｝｜ｚ");
	assert_str(term_written(STR("a"), arena), "a");
	assert_str(term_written(STR(""), arena), "");
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tokens_add_of_shared_cases),
		cmocka_unit_test(test_tokens_add_a_word_longer_than_any),
		cmocka_unit_test(
			test_term_written_has_no_ascii_behind_its_first_character),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
