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

/* Shown as one line, so that order counts. */
static void
test_tokens_needed_leaves_out_pairs_inside_triples(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct text *text = text_open();
	struct fold *fold = fold_open(text, arena);
	static const char *const cases[][2] = {
		{"2024年3", "2０２ 0２４ 4年 年３"},
		{"ab cd发展", "aｂ cｄ d发 发展"},
		{"abc de", "aｂｃ dｅ"},
		{"3.5", "3．５"},
		{"营商", "营商"},
		{"a", ""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct tokens tokens = {0};
		tokens_add(&tokens, fold, str_from(cases[i][0]), arena);
		struct str_list needed = tokens_needed(&tokens.terms, arena);
		assert_str(str_join(&needed, STR(" "), arena), cases[i][1]);
	}
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
		cmocka_unit_test(test_tokens_needed_leaves_out_pairs_inside_triples),
		cmocka_unit_test(
			test_term_written_has_no_ascii_behind_its_first_character),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
