#include "edit/columns.h"

#include "base/file.h"
#include "cut.h"

#define CASES "tests/cases/segment/"

static struct line_list
untangled(struct cut *cut, struct str text)
{
	struct line_list lines = {0};
	lines_read(text, 1, &lines, cut->arena);
	columns_untangle(&lines, cut->text, cut->arena);
	return lines;
}

static struct str
case_text(struct cut *cut, const char *name)
{
	struct report report = report_open(cut->arena);
	struct str text = STR_NONE;
	assert_true(file_read(str_from(name), 1 << 24, &text, cut->arena, &report));
	return text;
}

/* How often the character stands in the lines. */
static size_t
count_in_lines(const struct line_list *lines, uint32_t wanted)
{
	size_t count = 0;
	for (size_t i = 0; i < lines->count; i++)
		for (struct str rest = lines->items[i].text; rest.len;)
			count += str_next(&rest) == wanted;
	return count;
}

static size_t
count_in(struct str text, uint32_t wanted)
{
	size_t count = 0;
	while (text.len)
		count += str_next(&text) == wanted;
	return count;
}

/* The line right behind the one that begins as given, or "". */
static struct str
line_behind(const struct line_list *lines, const char *start)
{
	for (size_t i = 0; i + 1 < lines->count; i++)
		if (str_starts(lines->items[i].text, str_from(start)))
			return lines->items[i + 1].text;
	return STR("");
}

static void
test_columns_untangle_columns_in_turns(void **state)
{
	struct line_list lines =
		untangled(*state, case_text(*state, CASES "columns_in_turns/input.txt"));
	assert_str(line_behind(&lines, "梨树湾的渡船停了三年"),
		"春天又开了。撑船的还是老艄公贺");
	assert_str(line_behind(&lines, "县图书馆的流动书车"),
		"里。车厢两边打开，就是四排书架，");
	for (size_t i = 1; i < lines.count; i++)
		if (lines.items[i].frame == lines.items[i - 1].frame)
			assert_true(lines.items[i].number > lines.items[i - 1].number);
}

/* Also where the mixed lines are the first ones of the page. */
static void
test_columns_untangle_loses_nothing(void **state)
{
	static const char *const names[] = {CASES "columns_in_turns/input.txt",
		CASES "columns_in_one_line/input.txt"};
	for (size_t n = 0; n < 2; n++) {
		struct str text = case_text(*state, names[n]);
		for (int cut = 0; cut < 4; cut++) {
			struct line_list lines = untangled(*state, text);
			for (struct str rest = text; rest.len;) {
				uint32_t c = str_next(&rest);
				if (!text_is_space(c))
					assert_int_equal(count_in_lines(&lines, c),
						count_in(text, c));
			}
			struct str line;
			str_cut(&text, '\n', &line);
		}
	}
}

static void
test_columns_untangle_leaves_an_ordered_page(void **state)
{
	struct str text = case_text(*state, CASES "chunks_apart/input.txt");
	struct line_list lines = untangled(*state, text);
	for (size_t i = 0; i < lines.count; i++) {
		assert_int_equal(lines.items[i].frame, 0);
		if (i)
			assert_true(lines.items[i].number > lines.items[i - 1].number);
	}
}

static void
test_columns_untangle_nothing(void **state)
{
	assert_int_equal(untangled(*state, STR("")).count, 0);
	assert_int_equal(untangled(*state, STR("一行\n")).count, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_columns_untangle_columns_in_turns),
		cmocka_unit_test(test_columns_untangle_loses_nothing),
		cmocka_unit_test(test_columns_untangle_leaves_an_ordered_page),
		cmocka_unit_test(test_columns_untangle_nothing),
	};
	return CUT_TESTS(tests);
}
