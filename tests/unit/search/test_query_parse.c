#include "vectors.h"

#include "search/places.h"

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
	return query_parse(typed, false, fixture->text, fixture->fold, fixture->arena);
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
		struct fixture *fixture = *state;
		struct strbuf clauses = strbuf_open(fixture->arena);
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
			strbuf_printf(&clauses, "%s%u.%u", k ? " " : "", piece->clause,
				piece->alternative);
		}
		if (json_object_get(vector, "clauses"))
			assert_str(strbuf_str(&clauses),
				vector_text(vector, "clauses").data);
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
any_has(struct fixture *fixture, const struct query_piece *piece, const json_t *texts)
{
	bool found = false;
	for (size_t i = 0; i < json_array_size(texts); i++) {
		struct folded_text text = folded_text_of(fixture->fold,
			vector_str(json_array_get(texts, i)), fixture->arena);
		found |= places_any(&text, piece, fixture->fold, fixture->arena);
	}
	return found;
}

static bool
all_match(struct fixture *fixture, const struct query *query, const json_t *texts)
{
	bool has[PIECES_MOST] = {false};
	for (size_t p = 0; p < query->pieces.count; p++)
		has[p] = any_has(fixture, &query->pieces.items[p], texts);
	return query_matches(query, has);
}

/* The parts that are marked, of a case that lists them. */
static void
check_marks(struct fixture *fixture, const struct query *query, const json_t *vector)
{
	const json_t *texts = json_object_get(vector, "texts");
	struct str_list marks = {0};
	for (size_t i = 0; i < json_array_size(texts); i++) {
		struct str text = vector_str(json_array_get(texts, i));
		struct folded_text folded =
			folded_text_of(fixture->fold, text, fixture->arena);
		struct parts parts =
			places_wanted(&folded, query, fixture->fold, fixture->arena);
		for (size_t k = 0; k < parts.count; k++)
			str_list_add(&marks,
				str_slice(text, parts.items[k].start, parts.items[k].end),
				fixture->arena);
	}
	assert_vector_list(&marks, vector, "marks");
}

static void
test_query_matches_of_shared_cases(void **state)
{
	json_t *cases = vectors_read("tests/search/match.json"), *vector;
	size_t i;
	json_array_foreach(cases, i, vector)
	{
		struct query query = parse(*state, vector_text(vector, "query"));
		if (all_match(*state, &query, json_object_get(vector, "texts")) !=
			flag(vector, "matches"))
			fail_msg("case %zu: %s", i, vector_text(vector, "query").data);
		if (json_object_get(vector, "marks"))
			check_marks(*state, &query, vector);
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
			test_query_matches_of_shared_cases, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
