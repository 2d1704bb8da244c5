/* The cases of the parts: tests/cases/PART/NAME/input.txt is a page, expected.txt what
 * the part makes of it. BLESS=1 writes what came out as the new expectation. */
#include "cut.h"

#include <stdlib.h>

#include "base/file.h"
#include "edit/repeats.h"

#define CASES "tests/cases"

/* --- what the parts make, as text --- */

/* One a line; empty lines before them, and where a frame begins. */
static void
show_lines(struct cut *cut, struct str text, struct strbuf *out)
{
	struct line_list lines = {0};
	lines_read(text, 1, &lines, cut->arena);
	for (size_t i = 0; i < lines.count; i++) {
		const struct line *line = &lines.items[i];
		bool opens = i > 0 && line->frame != line[-1].frame;
		strbuf_add(out, opens          ? STR("---\n")
				: line->blanks ? STR("\n")
					       : STR(""));
		strbuf_add(out, line->text);
		strbuf_add_char(out, '\n');
	}
}

static void
show_blocks(struct cut *cut, struct str text, struct strbuf *out)
{
	struct draft draft = {.words = cut->words, .arena = cut->arena};
	lines_read(text, 1, &draft.lines, cut->arena);
	blocks_find(&draft);
	for (size_t i = 0; i < draft.passages.count; i++) {
		const struct passage *passage = &draft.passages.items[i];
		strbuf_add(out, str_from(label_name(passage->label)));
		strbuf_add(out, STR(" | "));
		strbuf_add(out,
			str_replace(passage->text, STR("\n"), STR(" / "), cut->arena));
		strbuf_add_char(out, '\n');
	}
}

static struct page *
page_of(struct cut *cut, struct str text)
{
	struct page *page = arena_new(cut->arena, struct page);
	page->text = text;
	page->first_line = 1;
	segment_page(cut->segmenter, page, NULL, cut->arena, cut->scratch);
	return page;
}

static void
show_part(struct strbuf *out, struct str name, struct str text)
{
	if (!text.len)
		return;
	strbuf_add(out, name);
	strbuf_add(out, text);
	strbuf_add_char(out, '\n');
}

static void
show_titles(struct cut *cut, struct str text, struct strbuf *out)
{
	const struct page *page = page_of(cut, text);
	for (size_t i = 0; i < page->articles.count; i++) {
		const struct article *article = page->articles.items[i];
		show_part(out, STR("column    "), article->column);
		show_part(out, STR("kicker    "), article->kicker);
		show_part(out, STR("title     "), article->title);
		show_part(out, STR("subtitle  "), article->subtitle);
		show_part(out, STR("byline    "), article->byline);
		if (article->blocks.count)
			show_part(out, STR("text      "),
				str_points(article->blocks.items[0].text, 0, 12));
		strbuf_add_char(out, '\n');
	}
}

static void
show_repeats(struct cut *cut, struct str text, struct strbuf *out)
{
	const struct page *page = page_of(cut, text);
	for (size_t i = 0; i < page->repeats.count; i++) {
		const struct repeat *repeat = &page->repeats.items[i];
		strbuf_add(out, str_format(cut->arena, "%u-%u repeats %u-%u: ",
					repeat->first_line, repeat->last_line,
					repeat->of_first_line, repeat->of_last_line));
		strbuf_add(out, str_points(repeat->text, 0, 12));
		strbuf_add_char(out, '\n');
	}
}

/* --- the cases --- */

static bool
comes_out(struct cut *cut, struct str folder, struct str actual)
{
	struct report report = report_open(cut->arena);
	struct str path = file_join(folder, STR("expected.txt"), cut->arena), expected;
	if (getenv("BLESS"))
		assert_true(file_replace(path, actual, &report));
	assert_true(file_read(path, 1 << 20, &expected, cut->arena, &report));
	if (str_equal(expected, actual))
		return true;
	print_error("%.*s came out otherwise:\n%.*s", STR_ARG(folder), STR_ARG(actual));
	return false;
}

static void
check_part(struct cut *cut, const char *part, unsigned least,
	void (*show)(struct cut *, struct str, struct strbuf *))
{
	struct report report = report_open(cut->arena);
	struct file_list files = {0};
	struct str folder = file_join(STR(CASES), str_from(part), cut->arena);
	assert_true(file_walk(folder, &files, cut->arena, &report));
	unsigned cases = 0, failed = 0;
	for (size_t i = 0; i < files.count; i++) {
		struct str input = file_join(folder, files.items[i].path, cut->arena),
			   bytes;
		if (!str_ends(input, STR("/input.txt")))
			continue;
		assert_true(file_read(input, 1 << 20, &bytes, cut->arena, &report));
		struct strbuf out = strbuf_open(cut->arena);
		show(cut, bytes, &out);
		failed += !comes_out(cut, file_folder(input), strbuf_str(&out));
		cases++;
	}
	assert_true(cases >= least);
	assert_int_equal(failed, 0);
}

static void
test_cases_of_lines(void **state)
{
	check_part(*state, "lines", 5, show_lines);
}

static void
test_cases_of_blocks(void **state)
{
	check_part(*state, "blocks", 3, show_blocks);
}

static void
test_cases_of_titles(void **state)
{
	check_part(*state, "titles", 3, show_titles);
}

static void
test_cases_of_repeats(void **state)
{
	check_part(*state, "repeats", 2, show_repeats);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cases_of_lines),
		cmocka_unit_test(test_cases_of_blocks),
		cmocka_unit_test(test_cases_of_titles),
		cmocka_unit_test(test_cases_of_repeats),
	};
	return CUT_TESTS(tests);
}
