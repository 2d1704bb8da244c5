#include "paper.h"

#include "publish/timeline.h"

struct articles {
	struct article **items;
	size_t count, capacity;
};

static const struct timeline *
timeline_of_articles(struct paper *paper, const struct articles *articles)
{
	const struct entries entries = {
		.articles = articles->items, .count = articles->count};
	return timeline_of(paper_words(paper), &entries, paper->arena);
}

static void
add_article(struct paper *paper, struct articles *articles, struct date date)
{
	struct article *article = arena_new(paper->arena, struct article);
	article->date = date;
	*list_add(articles, paper->arena) = article;
}

static void
test_timeline_of_few_articles_is_none(void **state)
{
	struct paper *paper = *state;
	struct articles articles = {0};
	add_article(paper, &articles, (struct date){2019, 5, 1});
	add_article(paper, &articles, (struct date){2020, 5, 1});
	add_article(paper, &articles, (struct date){0});
	assert_null(timeline_of_articles(paper, &articles));
}

static void
test_timeline_has_a_bar_for_each_year_even_without_articles(void **state)
{
	struct paper *paper = *state;
	struct articles articles = {0};
	add_article(paper, &articles, (struct date){2019, 5, 1});
	add_article(paper, &articles, (struct date){2021, 5, 1});
	add_article(paper, &articles, (struct date){2021, 0, 0});
	add_article(paper, &articles, (struct date){0});
	const struct timeline *timeline = timeline_of_articles(paper, &articles);
	const struct timeline_bar *bars = timeline->bars.items;
	assert_int_equal(timeline->bars.count, 3);
	assert_str(bars[0].name, "2019年");
	assert_str(bars[2].label, "2021");
	assert_int_equal(bars[0].count, 1);
	assert_int_equal(bars[1].count, 0);
	assert_int_equal(bars[1].height, 0);
	assert_int_equal(bars[2].count, 2);
	assert_int_equal(bars[2].height, timeline->base);
	assert_int_equal(bars[0].y + bars[0].height, timeline->base);
}

static void
test_timeline_of_one_year_goes_by_month(void **state)
{
	struct paper *paper = *state;
	struct articles articles = {0};
	for (int month = 10; month <= 12; month++)
		add_article(paper, &articles, (struct date){2021, month, 1});
	add_article(paper, &articles, (struct date){2021, 10, 2});
	add_article(paper, &articles, (struct date){2021, 0, 0});
	const struct timeline *timeline = timeline_of_articles(paper, &articles);
	const struct timeline_bar *bars = timeline->bars.items;
	assert_int_equal(timeline->bars.count, 12);
	assert_str(bars[11].name, "12月");
	assert_int_equal(bars[11].count, 1);
	assert_int_equal(bars[9].count, 2);
	assert_int_equal(bars[8].count, 0);
}

/* Bars never reach over each other or out of the chart, labels never meet. */
static void
test_timeline_of_many_years_keeps_its_bars_apart(void **state)
{
	struct paper *paper = *state;
	for (int years = 2; years <= 120; years++) {
		struct articles articles = {0};
		for (int i = 0; i < years; i++)
			add_article(paper, &articles, (struct date){1900 + i, 1, 1});
		add_article(paper, &articles, (struct date){1900, 1, 1});
		const struct timeline *timeline = timeline_of_articles(paper, &articles);
		const struct timeline_bar *bars = timeline->bars.items;
		long end = 0, label_end = 0;
		for (size_t i = 0; i < timeline->bars.count; i++) {
			assert_true(bars[i].x >= end);
			end = bars[i].x + bars[i].width;
			if (!bars[i].label.len)
				continue;
			assert_true(bars[i].middle - 14 >= label_end);
			label_end = bars[i].middle + 14;
		}
		assert_true(end <= timeline->width);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_timeline_of_few_articles_is_none),
		TEST(test_timeline_has_a_bar_for_each_year_even_without_articles),
		TEST(test_timeline_of_one_year_goes_by_month),
		TEST(test_timeline_of_many_years_keeps_its_bars_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
