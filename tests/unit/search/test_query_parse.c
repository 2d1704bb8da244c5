#include "vectors.h"

#include "search/query_parse.h"

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

static struct query
parse(struct fixture *fixture, struct str typed)
{
	return query_parse(typed, fixture->text, fixture->fold, fixture->arena);
}

static bool
flag(const json_t *vector, const char *key)
{
	return json_is_true(json_object_get(vector, key));
}

static void
test_query_parse_of_shared_cases(void **state)
{
	json_t *cases = vectors_read("tests/search/query.json"), *vector, *expected;
	size_t i, k;
	json_array_foreach(cases, i, vector)
	{
		struct query query = parse(*state, vector_text(vector, "typed"));
		size_t wanted = 0;
		const json_t *pieces = json_object_get(vector, "pieces");
		assert_int_equal(query.pieces.count, json_array_size(pieces));
		json_array_foreach(pieces, k, expected)
		{
			const struct query_piece *piece = &query.pieces.items[k];
			assert_str(piece->folded, vector_text(expected, "folded").data);
			assert_vector_list(&piece->terms, expected, "terms");
			assert_int_equal(piece->single, flag(expected, "single"));
			assert_int_equal(piece->exact, flag(expected, "exact"));
			assert_int_equal(piece->excluded, flag(expected, "excluded"));
			wanted += !piece->excluded;
		}
		assert_int_equal(query.wanted, wanted);
	}
	json_decref(cases);
}

static void
test_query_parse_of_a_thousand_words(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf typed = strbuf_open(fixture->arena);
	for (size_t i = 0; i < 1000; i++)
		strbuf_printf(&typed, "第%zu词 ", i);
	assert_int_equal(parse(fixture, strbuf_str(&typed)).pieces.count, PIECES_MOST);
}

static bool
all_match(struct fixture *fixture, const struct query *query, const json_t *texts)
{
	for (size_t p = 0; p < query->pieces.count; p++) {
		bool found = false;
		for (size_t i = 0; i < json_array_size(texts); i++) {
			struct str folded = fold_text(fixture->fold,
				vector_str(json_array_get(texts, i)), fixture->arena);
			found |= query_piece_in(&query->pieces.items[p], folded);
		}
		if (found == query->pieces.items[p].excluded)
			return false;
	}
	return true;
}

static void
test_query_piece_in_of_shared_cases(void **state)
{
	json_t *cases = vectors_read("tests/search/match.json"), *vector;
	size_t i;
	json_array_foreach(cases, i, vector)
	{
		struct query query = parse(*state, vector_text(vector, "query"));
		if (all_match(*state, &query, json_object_get(vector, "texts")) !=
			flag(vector, "matches"))
			fail_msg("case %zu: %s", i, vector_text(vector, "query").data);
	}
	json_decref(cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_query_parse_of_shared_cases, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_query_parse_of_a_thousand_words, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_query_piece_in_of_shared_cases, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
