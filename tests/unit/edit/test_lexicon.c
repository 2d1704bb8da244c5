#include "unit.h"

#include "edit/lexicon.h"

static const char WORDS[] =
	"# comment\n记者\t1\n[end]\n全媒体记者\nCN\n[other]\n记者\t2\n";

static void
test_lexicon_start_and_end_find_the_longest(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	const struct lexicon *lexicon = lexicon_read(str_from(WORDS), arena);
	assert_str(
		lexicon_start(lexicon, str_from("全媒体记者田某"))->word, "全媒体记者");
	assert_str(lexicon_end(lexicon, str_from("一名全媒体记者"))->word, "全媒体记者");
	assert_str(lexicon_end(lexicon, str_from("刊号CN"))->word, "CN");
	assert_null(lexicon_start(lexicon, str_from("田某")));
	assert_null(lexicon_end(lexicon, str_from("")));
	arena_close(arena);
}

/* Whatever shortens the search, it finds what looking at every word finds. */
static void
test_lexicon_start_and_end_of_any_text(void **state)
{
	static const struct str signs[] = {STR_INIT("记"), STR_INIT("者"), STR_INIT("全"),
		STR_INIT("C"), STR_INIT("N"), STR_INIT("é")};
	enum { SIGNS = sizeof signs / sizeof *signs, TEXTS = 6 * 6 * 6 * 6 * 6 };
	(void)state;
	struct arena *arena = arena_open();
	const struct lexicon *lexicon = lexicon_read(
		STR("记者\n全\nCN\nCNC\nNNNNNNN\n全记者\n者é\nééé\n记全C\nC记者\n"),
		arena);
	for (size_t number = 0; number < TEXTS; number++) {
		struct strbuf text = strbuf_open(arena);
		for (size_t rest = number; rest; rest /= SIGNS)
			strbuf_add(&text, signs[rest % SIGNS]);
		struct str s = strbuf_str(&text);
		size_t start = 0, end = 0;
		for (size_t i = 0; i < lexicon->words.count; i++) {
			struct str word = lexicon->words.items[i].word;
			if (str_starts(s, word) && word.len > start)
				start = word.len;
			if (str_ends(s, word) && word.len > end)
				end = word.len;
		}
		const struct lexicon_word *first = lexicon_start(lexicon, s);
		const struct lexicon_word *last = lexicon_end(lexicon, s);
		assert_int_equal(first ? first->word.len : 0, start);
		assert_int_equal(last ? last->word.len : 0, end);
	}
	arena_close(arena);
}

static void
test_lexicon_group_holds_its_words_only(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	const struct lexicon *all = lexicon_read(str_from(WORDS), arena);
	const struct lexicon *part = lexicon_group(all, "end", arena);
	assert_int_equal(part->words.count, 2);
	assert_null(lexicon_find(part, str_from("记者")));
	assert_str(
		lexicon_find(lexicon_group(all, "other", arena), str_from("记者"))->value,
		"2");
	assert_int_equal(lexicon_group(all, "none", arena)->words.count, 0);
	assert_null(lexicon_start(lexicon_group(all, "none", arena), str_from("记者")));
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lexicon_start_and_end_find_the_longest),
		cmocka_unit_test(test_lexicon_start_and_end_of_any_text),
		cmocka_unit_test(test_lexicon_group_holds_its_words_only),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
