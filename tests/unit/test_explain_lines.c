#include "cut.h"

#include <string.h>

#include "base/list.h"
#include "explain_lines.h"

static const char PAGE[] = "河口日报 2022年5月7日 星期六\n"
			   "春灌会议\n"
			   "\n"
			   "本报讯（记者 田小禾）5月6日，会议召开，\n"
			   "要求各乡镇把水源调度排出日程，按渠系逐\n"
			   "段放水。\n"
			   "各村已经清淤。\n"
			   "\n"
			   "湿地 罗星 摄\n";

static struct str
explained(struct cut *cut, const char *text, struct look look)
{
	struct page *page = arena_new(cut->arena, struct page);
	struct line_notes notes = {0};
	page->source = STR("2022-05-07/02.txt");
	page->number = STR("02");
	page->text = str_from(text);
	page->first_line = 1;
	segment_page(cut->segmenter, page, &notes, cut->arena, cut->scratch);
	return page_explained(page, &notes, look, cut->arena);
}

/* The line that shows this text behind the bar of the margin. */
static struct str
line_with(struct str text, const char *words)
{
	struct str line;
	while (str_cut(&text, '\n', &line))
		if (str_has(line, STR("| ")) && str_has(line, str_from(words)))
			return line;
	fail_msg("no line with %s", words);
	return STR("");
}

static void
assert_line(struct str text, const char *words, const char *begins, const char *reason)
{
	struct str line = line_with(text, words);
	if (!str_starts(line, str_from(begins)) || !str_has(line, str_from(reason)))
		fail_msg("%.*s", STR_ARG(line));
}

static void
test_page_explained_says_what_became_of_each_line(void **state)
{
	struct str text = explained(*state, PAGE, (struct look){0});
	assert_line(text, "河口日报", "    1   - furniture", "the masthead");
	assert_line(text, "春灌会议", "    2   1 title", "of the text below (score ");
	assert_line(text, "本报讯", "    4   1 body       |", "a lede begins a piece");
	assert_line(
		text, "要求各", "    5   1 body     + |", "the line above breaks off");
	assert_line(text, "段放水", "    6   1 body     + |", "no sentence ends above");
	assert_line(text, "清淤", "    7   1 body       |",
		"a sentence ends above, in a short line (4 of ");
	assert_line(text, "罗星", "    9   2 caption", "");
	assert_true(str_has(text, STR("\n    3                |\n")));
}

static void
test_page_explained_lists_the_articles(void **state)
{
	struct str text = explained(*state,
		"本报讯（记者 田小禾）县图书馆即日起延时开放，读者可待到九点。\n",
		(struct look){0});
	assert_true(str_starts(text,
		STR("2022-05-07/02.txt  page 02  articles: 1, dropped repeats: 0\n")));
	assert_true(str_has(text, STR("   1  brief       70%  1-1        "
				      "县图书馆即日起延时开放[title-supplied]\n")));
}

static int
width_of(struct str text)
{
	int width = 0;
	while (text.len)
		width += text_width(str_next(&text));
	return width;
}

static void
test_page_explained_aligns_full_width_characters(void **state)
{
	struct str text = explained(*state, PAGE, (struct look){0});
	static const char *const reasons[] = {
		"a lede", "the line above", "no sentence", "a sentence ends above, in"};
	for (size_t i = 0; i < 4; i++) {
		struct str line = line_with(text, reasons[i]);
		size_t at = str_find(line, str_from(reasons[i]));
		assert_int_equal(width_of(str_slice(line, 0, at)),
			23 + width_of(STR("本报讯（记者 田小禾）5月6日，会议召开，")) +
				2);
	}
}

static struct str
without_escapes(struct str text, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	while (text.len) {
		uint32_t c = str_next(&text);
		while (c == 0x1B) {
			while (c != 'm')
				c = str_next(&text);
			c = str_next(&text);
		}
		if (c)
			strbuf_add_point(&out, c);
	}
	return strbuf_str(&out);
}

static void
test_page_explained_in_colour_says_the_same(void **state)
{
	struct cut *cut = *state;
	struct str plain = explained(cut, PAGE, (struct look){0});
	struct str colour = explained(cut, PAGE, (struct look){.colour = true});
	assert_false(str_has(plain, STR("\033")));
	assert_true(str_has(colour, STR("\033[1m春灌会议\033[0m")));
	assert_str(without_escapes(colour, cut->arena), plain.data);
}

static void
test_page_explained_folds_at_the_terminals_end(void **state)
{
	struct str text = explained(*state, PAGE, (struct look){.columns = 60});
	struct str rest = text, line;
	size_t folded = 0;
	for (int n = 0; str_cut(&rest, '\n', &line); n++) {
		assert_true(n < 7 || width_of(line) <= 60);
		folded += str_starts(line, STR("                       ^ "));
	}
	assert_true(folded >= 4);
	assert_true(str_has(text, STR("会议召开\n                       ，\n")));
}

static void
test_page_explained_folds_long_lines(void **state)
{
	struct cut *cut = *state;
	struct strbuf page = strbuf_open(cut->arena);
	strbuf_add(&page, STR("本报讯（记者 田小禾）"));
	for (int i = 0; i < 40; i++)
		strbuf_add(&page, STR("渠水清清"));
	strbuf_add(&page, STR("。\n"));
	struct str text = explained(cut, page.data, (struct look){.columns = 80});
	struct str rest = text, line;
	size_t letters = 0;
	for (int n = 0; str_cut(&rest, '\n', &line); n++) {
		assert_true(n < 4 || width_of(line) <= 80);
		for (struct str words = line; words.len;)
			letters += str_next(&words) == 0x6E05; /* 清 */
	}
	assert_true(letters >= 80); /* none was lost; the headline has some too */
}

static void
test_page_explained_keeps_controls_from_the_terminal(void **state)
{
	struct cut *cut = *state;
	struct article article = {.title = STR("a\033[2Jb"), .confidence = 1000};
	struct article *articles[] = {&article};
	struct page page = {.source = STR("a.md"), .text = STR("c\033d\n")};
	page.articles.items = articles;
	page.articles.count = 1;
	struct line_notes none = {0};
	struct str text = page_explained(&page, &none, (struct look){0}, cut->arena);
	assert_false(str_has(text, STR("\033")));
	assert_true(str_has(text, STR("c\xEF\xBF\xBD"
				      "d")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_page_explained_says_what_became_of_each_line),
		cmocka_unit_test(test_page_explained_lists_the_articles),
		cmocka_unit_test(test_page_explained_aligns_full_width_characters),
		cmocka_unit_test(test_page_explained_in_colour_says_the_same),
		cmocka_unit_test(test_page_explained_folds_at_the_terminals_end),
		cmocka_unit_test(test_page_explained_folds_long_lines),
		cmocka_unit_test(test_page_explained_keeps_controls_from_the_terminal),
	};
	return CUT_TESTS(tests);
}
