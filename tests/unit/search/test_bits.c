#include "vectors.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "search/bits.h"
#include "search/term_codes.h"

static json_t *
cases_of(const char *kind)
{
	json_error_t error;
	json_t *all = json_load_file("tests/search/bits.json", 0, &error);
	json_t *cases = json_incref(json_object_get(all, kind));
	assert_true(json_array_size(cases) >= 3);
	json_decref(all);
	return cases;
}

/* What was written is the case's codes; what was read is all there is. */
static void
assert_codes(const struct bits_out *out, const struct bits_in *in, const json_t *vector)
{
	struct str codes = bits_text(out, out->arena);
	assert_true(str_equal(codes, vector_text(vector, "codes")));
	assert_int_equal(bits_characters(bits_length(out)), codes.len);
	assert_false(in->bad);
	assert_int_equal(in->rest.len, 0);
}

static void
test_bits_number_of_shared_cases(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	json_t *cases = cases_of("numbers"), *vector, *number;
	size_t i, k;
	json_array_foreach(cases, i, vector)
	{
		unsigned order =
			(unsigned)json_integer_value(json_object_get(vector, "order"));
		struct bits_in in = bits_read(vector_text(vector, "codes"));
		struct bits_out out = bits_open(arena);
		json_array_foreach(json_object_get(vector, "numbers"), k, number)
		{
			uint32_t value = (uint32_t)json_integer_value(number);
			bits_add_number(&out, order, value);
			assert_int_equal(bits_number(&in, order), value);
		}
		assert_codes(&out, &in, vector);
	}
	json_decref(cases);
	arena_close(arena);
}

static void
test_bits_postings_of_shared_cases(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	json_t *cases = cases_of("postings"), *vector, *row;
	size_t i, k;
	json_array_foreach(cases, i, vector)
	{
		uint32_t articles =
			(uint32_t)json_integer_value(json_object_get(vector, "articles"));
		struct bits_in in = bits_read(vector_text(vector, "codes"));
		struct bits_out out = bits_open(arena);
		struct posting_array read = {0}, written = {0};
		bits_postings(&in, articles, &read, arena);
		json_array_foreach(json_object_get(vector, "postings"), k, row)
		{
			struct posting *posting = list_add(&written, arena);
			posting->article =
				(uint32_t)json_integer_value(json_array_get(row, 0));
			posting->impact =
				(uint32_t)json_integer_value(json_array_get(row, 1));
			assert_int_equal(read.items[k].article, posting->article);
			assert_int_equal(read.items[k].impact, posting->impact);
		}
		assert_int_equal(read.count, written.count);
		bits_add_postings(&out, &written, articles);
		assert_codes(&out, &in, vector);
	}
	json_decref(cases);
	arena_close(arena);
}

static void
test_term_codes_of_shared_cases(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	json_t *cases = cases_of("terms"), *vector, *row;
	size_t i, k;
	json_array_foreach(cases, i, vector)
	{
		struct bits_in in = bits_read(vector_text(vector, "codes"));
		struct bits_out out = bits_open(arena);
		struct strbuf read = strbuf_open(arena);
		struct str before = STR("");
		json_array_foreach(json_object_get(vector, "terms"), k, row)
		{
			struct str term = str_from(json_string_value(row));
			term_codes_add(&out, before, term);
			term_codes_take(&in, &read);
			assert_str(strbuf_str(&read), term.data);
			before = term;
		}
		assert_codes(&out, &in, vector);
	}
	json_decref(cases);
	arena_close(arena);
}

/* Random lists of every density, one behind the other in the same codes. */
static void
test_bits_postings_of_random_lists(void **state)
{
	(void)state;
	enum { LISTS = 60, ARTICLES = 3000 };
	struct arena *arena = arena_open();
	struct bits_out out = bits_open(arena);
	struct posting_array lists[LISTS] = {0};
	srand(1);
	for (int n = 0; n < LISTS; n++) {
		for (uint32_t a = 0; a < ARTICLES; a++)
			if (rand() % (1 + n * n) == 0)
				*list_add(&lists[n], arena) = (struct posting){
					a, rand() % 5 ? 0 : (uint32_t)rand() % IMPACTS};
		if (lists[n].count)
			bits_add_postings(&out, &lists[n], ARTICLES);
	}
	struct bits_in in = bits_read(bits_text(&out, arena));
	for (int n = 0; n < LISTS; n++) {
		struct posting_array read = {0};
		if (!lists[n].count)
			continue;
		bits_postings(&in, ARTICLES, &read, arena);
		assert_int_equal(read.count, lists[n].count);
		assert_memory_equal(
			read.items, lists[n].items, read.count * sizeof *read.items);
	}
	assert_false(in.bad);
	arena_close(arena);
}

/* Cut back to any length, and on from there: as if nothing had stood behind. */
static void
test_bits_cut_leaves_no_trace(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	for (unsigned length = 0; length <= 40; length++) {
		struct bits_out out = bits_open(arena), plain = bits_open(arena);
		for (unsigned i = 0; i < length; i++) {
			bits_add(&out, i % 3 == 0, 1);
			bits_add(&plain, i % 3 == 0, 1);
		}
		bits_add(&out, UINT32_MAX, 31);
		bits_cut(&out, length);
		assert_int_equal(bits_length(&out), length);
		bits_add(&out, 5, 4);
		bits_add(&plain, 5, 4);
		assert_true(str_equal(bits_text(&out, arena), bits_text(&plain, arena)));
	}
	arena_close(arena);
}

static void
test_bits_text_needs_no_escape(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	struct bits_out out = bits_open(arena);
	for (uint32_t group = 0; group < 1 << 13; group++)
		bits_add(&out, group, 13);
	struct str text = bits_text(&out, arena);
	struct bits_in in = bits_read(text);
	for (size_t i = 0; i < text.len; i++)
		assert_true(text.data[i] >= ' ' && text.data[i] < 0x7E &&
			    !strchr("\"\\<", text.data[i]));
	for (uint32_t group = 0; group < 1 << 13; group++)
		assert_int_equal(bits_take(&in, 13), group);
	arena_close(arena);
}

/* Whatever the text: an end is reached, and nothing beyond the bounds is answered. */
static void
test_bits_postings_of_damaged_codes(void **state)
{
	(void)state;
	static const char *const damaged[] = {"", " ", "\"\"", "  <", "~~", "\xE5\xE5",
		"}}", "}{", "zzzzzzzzzzzzzzzzzzzz"};
	struct arena *arena = arena_open();
	for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
		struct bits_in in = bits_read(str_from(damaged[i]));
		struct posting_array list = {0};
		bits_postings(&in, 5, &list, arena);
		while (!in.bad)
			bits_postings(&in, 5, &list, arena);
	}
	srand(1);
	for (int round = 0; round < 2000; round++) {
		char text[25] = {0};
		struct posting_array list = {0};
		struct strbuf term = strbuf_open(arena);
		for (size_t i = 0; i + 1 < sizeof text; i++)
			text[i] = (char)(' ' + rand() % 94);
		for (struct bits_in in = bits_read(str_from(text)); !in.bad;) {
			bits_postings(&in, 1000, &list, arena);
			for (size_t i = 0; i < list.count && !in.bad; i++)
				assert_true(list.items[i].article < 1000);
			term_codes_take(&in, &term);
		}
	}
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bits_number_of_shared_cases),
		cmocka_unit_test(test_bits_postings_of_shared_cases),
		cmocka_unit_test(test_term_codes_of_shared_cases),
		cmocka_unit_test(test_bits_postings_of_random_lists),
		cmocka_unit_test(test_bits_cut_leaves_no_trace),
		cmocka_unit_test(test_bits_text_needs_no_escape),
		cmocka_unit_test(test_bits_postings_of_damaged_codes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
