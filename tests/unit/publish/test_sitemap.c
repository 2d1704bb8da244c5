#include "paper.h"

static void
add_two_years(struct paper *paper)
{
	paper_article(paper, paper_page(paper, (struct date){2019, 5, 1}, "01"), "出船");
	paper_article(paper, paper_page(paper, (struct date){2021, 3, 5}, "01"), "合龙");
	paper_article(paper, paper_page(paper, (struct date){0}, "jiuhua"), "旧话");
}

static void
test_sitemap_without_base_is_none(void **state)
{
	struct paper *paper = *state;
	add_two_years(paper);
	paper_print(paper);
	assert_null(paper_output(paper, "sitemap.xml"));
	assert_str(paper_file(paper, "robots.txt"), "User-agent: *\nAllow: /\n");
}

static void
test_sitemap_is_an_index_of_a_map_each_year(void **state)
{
	struct paper *paper = *state;
	paper->site.base = STR("https://example.org/a/");
	add_two_years(paper);
	paper_print(paper);
	struct str file = paper_file(paper, "sitemap.xml");
	assert_has(file, "<sitemapindex");
	assert_has(file, "<loc>https://example.org/a/sitemap-2019.xml</loc>");
	assert_has(file, "<loc>https://example.org/a/sitemap-2021.xml</loc>");
	assert_has(file, "<loc>https://example.org/a/sitemap-names.xml</loc>");
	assert_has(paper_file(paper, "robots.txt"),
		"Sitemap: https://example.org/a/sitemap.xml\n");
}

static void
test_sitemap_of_a_year_has_its_pages_alone(void **state)
{
	struct paper *paper = *state;
	paper->site.base = STR("https://example.org/");
	add_two_years(paper);
	paper_print(paper);
	assert_str(paper_probe(paper, "sitemap-2019.xml",
			   "{{#addresses}}{{href}} {{/addresses}}"),
		"https://example.org/2019/index.html "
		"https://example.org/2019/05/01/index.html "
		"https://example.org/2019/05/01/01.html "
		"https://example.org/2019/05/01/01-1.html ");
	assert_has(paper_file(paper, "sitemap-2019.xml"),
		"01-1.html</loc><lastmod>2019-05-01</lastmod>");
	assert_has(paper_file(paper, "sitemap-names.xml"),
		"<loc>https://example.org/undated/jiuhua-1.html</loc>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_sitemap_without_base_is_none),
		TEST(test_sitemap_is_an_index_of_a_map_each_year),
		TEST(test_sitemap_of_a_year_has_its_pages_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
