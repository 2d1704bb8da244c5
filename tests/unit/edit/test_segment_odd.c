/* Odd pages: whatever they are made of, nothing of them is lost, their lines keep to the
 * page, and eight times the page takes no more than eight times the memory. */
#include "cut.h"

#include <string.h>

#include "odd_pages.h"
#include "tally.h"

static const struct page *
cut_odd(struct cut *cut, const struct odd_page *odd, size_t times)
{
	struct page *page = arena_new(cut->arena, struct page);
	page->text = odd_text(odd, times, cut->arena);
	page->first_line = 1;
	arena_empty(cut->scratch);
	segment_page(cut->segmenter, page, NULL, cut->arena, cut->scratch);
	return page;
}

static unsigned
count_lines(struct str text)
{
	unsigned lines = 0;
	for (struct str line; str_cut(&text, '\n', &line);)
		lines++;
	return lines;
}

static void
check_lines(const struct page *page)
{
	unsigned last = count_lines(page->text);
	for (size_t i = 0; i < page->articles.count; i++) {
		const struct article *article = page->articles.items[i];
		assert_int_equal(article->ordinal, i + 1);
		assert_in_range(article->first_line, 1, article->last_line);
		assert_in_range(article->last_line, 1, last);
	}
}

static void
test_segment_page_odd_loses_nothing(void **state)
{
	for (size_t i = 0; i < ODD_PAGES; i++) {
		const struct page *page =
			cut_odd(*state, &odd_pages[i], odd_pages[i].times / 40);
		long lost = tally_lost(page);
		if (lost)
			print_error("%s: %ld characters lost\n", odd_pages[i].name, lost);
		assert_int_equal(lost, 0);
		check_lines(page);
	}
}

static void
test_segment_page_odd_memory_grows_as_the_page(void **state)
{
	struct cut *cut = *state;
	for (size_t i = 0; i < ODD_PAGES; i++) {
		size_t times = odd_pages[i].times / 40, used[2];
		for (size_t n = 0; n < 2; n++) {
			cut_odd(cut, &odd_pages[i], times << 3 * n);
			used[n] = arena_used(cut->scratch);
		}
		/* Lists double, so memory grows by steps. */
		bool linear = used[1] <= used[0] * 10 + 64 * 1024;
		if (!linear)
			print_error("%s: %zu, then %zu bytes\n", odd_pages[i].name,
				used[0], used[1]);
		assert_true(linear);
	}
}

static size_t
articles_of(struct cut *cut, const char *name)
{
	for (size_t i = 0; i < ODD_PAGES; i++)
		if (!strcmp(odd_pages[i].name, name))
			return cut_odd(cut, &odd_pages[i], 600)->articles.count;
	fail_msg("no odd page %s", name);
	return 0;
}

/* Thousands of scraps in a row are no subhead of one article. */
static void
test_segment_page_odd_has_no_endless_subhead(void **state)
{
	enum { LONGEST = 1000 };
	for (size_t i = 0; i < ODD_PAGES; i++) {
		const struct page *page =
			cut_odd(*state, &odd_pages[i], odd_pages[i].times / 10);
		for (size_t k = 0; k < page->articles.count; k++) {
			const struct article *article = page->articles.items[k];
			for (size_t b = 0; b < article->blocks.count; b++)
				if (article->blocks.items[b].kind == BLOCK_SUBHEAD)
					assert_in_range(article->blocks.items[b].text.len,
						1, LONGEST);
		}
	}
}

/* What has neither a lede nor a gap of columns is one text. */
static void
test_segment_page_odd_is_one_article(void **state)
{
	static const char *const names[] = {"one line", "the same headline",
		"the same headline, no gap", "lines of one character", "spaces",
		"ideographic spaces", "digits", "numbers", "nested brackets",
		"nested quotes", "empty lines"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t count = articles_of(*state, names[i]);
		if (count != 1)
			print_error("%s: %zu articles\n", names[i], count);
		assert_int_equal(count, 1);
	}
}

/* Short ones are not repeats, long ones are. */
static void
test_segment_page_odd_ledes_are_articles(void **state)
{
	assert_int_equal(articles_of(*state, "other ledes"), 600);
	assert_int_equal(articles_of(*state, "the same lede"), 600);
	assert_int_equal(articles_of(*state, "the same long lede"), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_segment_page_odd_loses_nothing),
		cmocka_unit_test(test_segment_page_odd_memory_grows_as_the_page),
		cmocka_unit_test(test_segment_page_odd_has_no_endless_subhead),
		cmocka_unit_test(test_segment_page_odd_is_one_article),
		cmocka_unit_test(test_segment_page_odd_ledes_are_articles),
	};
	return CUT_TESTS(tests);
}
