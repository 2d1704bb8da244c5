#include "unit.h"

#include "base/list.h"
#include "review.h"

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct review *review = arena_new(arena, struct review);
	review->arena = arena;
	*state = review;
	return 0;
}

static int
tear_down(void **state)
{
	arena_close(((struct review *)*state)->arena);
	return 0;
}

static struct review_item *
add(struct review *review, enum review_kind kind, int doubt, const char *file,
	unsigned line)
{
	struct review_item *item = list_add(&review->list, review->arena);
	*item = (struct review_item){.kind = kind,
		.doubt = doubt,
		.at = {str_from(file), line, 0},
		.text = STR("text"),
		.advice = STR("advice"),
		.name = STR("")};
	review->counts[kind]++;
	return item;
}

static void
add_name(struct review *review, const char *name, unsigned count, unsigned line)
{
	struct review_item *item = add(review, REVIEW_NAME, 10, "a.txt", line);
	item->name = str_from(name);
	item->count = count;
}

/* Doubt, file, line and name of each item. */
static struct str
order(const struct review *review)
{
	struct strbuf out = strbuf_open(review->arena);
	for (size_t i = 0; i < review->list.count; i++) {
		const struct review_item *item = &review->list.items[i];
		strbuf_printf(&out, "%d %.*s:%u %s%.*s\n", item->doubt,
			STR_ARG(item->at.file), item->at.line,
			review_words[item->kind].name, STR_ARG(item->name));
	}
	return strbuf_str(&out);
}

static void
test_review_sort_puts_the_most_doubtful_first(void **state)
{
	struct review *review = *state;
	add(review, REVIEW_LINE, 100, "a.txt", 1);
	add(review, REVIEW_CUT, 700, "b.txt", 9);
	add(review, REVIEW_HEADLINE, 300, "a.txt", 2);
	review_sort(review);
	assert_str(order(review), "700 b.txt:9 doubtful-cut\n"
				  "300 a.txt:2 no-headline\n"
				  "100 a.txt:1 unknown-line\n");
}

static void
test_review_sort_of_equal_doubts_goes_by_file_line_and_kind(void **state)
{
	struct review *review = *state;
	add(review, REVIEW_END, 300, "b.txt", 1);
	add(review, REVIEW_END, 300, "a.txt", 10);
	add(review, REVIEW_END, 300, "a.txt", 9);
	add(review, REVIEW_HEADLINE, 300, "a.txt", 9);
	review_sort(review);
	assert_str(order(review), "300 a.txt:9 no-headline\n"
				  "300 a.txt:9 end-lost\n"
				  "300 a.txt:10 end-lost\n"
				  "300 b.txt:1 end-lost\n");
}

static void
test_review_sort_puts_the_names_printed_most_first(void **state)
{
	struct review *review = *state;
	add_name(review, "乙", 1, 1);
	add_name(review, "甲", 4, 8);
	add_name(review, "丙", 1, 1);
	add(review, REVIEW_UNUSED, 40, "z.yaml", 3);
	review_sort(review);
	assert_str(order(review), "40 z.yaml:3 unused-entry\n"
				  "10 a.txt:8 new-name甲\n"
				  "10 a.txt:1 new-name丙\n"
				  "10 a.txt:1 new-name乙\n");
}

static void
test_review_sort_of_an_empty_list_is_empty(void **state)
{
	struct review *review = *state;
	review_sort(review);
	assert_str(review_lines(review), "");
	assert_str(review_json(review), "[]");
}

static void
test_review_lines_quotes_names_that_yaml_would_misread(void **state)
{
	struct review *review = *state;
	add_name(review, "O'Neill: a", 2, 3);
	add_name(review, "阿依努尔·卡德尔", 1, 4);
	struct str lines = review_lines(review);
	assert_true(str_has(lines, STR("# a.txt:3: text\n- name: 'O''Neill: a'\n")));
	assert_true(str_has(lines, STR("\n- name: 阿依努尔·卡德尔\n")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_review_sort_puts_the_most_doubtful_first, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_review_sort_of_equal_doubts_goes_by_file_line_and_kind,
			set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_review_sort_puts_the_names_printed_most_first, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(
			test_review_sort_of_an_empty_list_is_empty, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_review_lines_quotes_names_that_yaml_would_misread, set_up,
			tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
