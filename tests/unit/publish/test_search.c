#include "paper.h"

static void
test_search_loads_the_client_but_not_the_script_of_articles(void **state)
{
	struct paper *paper = *state;
	paper_print(paper);
	assert_str(paper_probe(paper, "search/index.html",
			   "{{#scripts}}{{href}} {{/scripts}}"),
		"search/client/client-1.js ");
	assert_has(paper_file(paper, "search/index.html"),
		" data-facets=\"search/client/facets-1.js\"");
}

/* What the search client looks for in the page. */
static void
test_search_keeps_to_the_contract_with_the_client(void **state)
{
	struct paper *paper = *state;
	paper_article(paper, paper_page(paper, (struct date){2019, 5, 1}, "01"), "出船");
	paper_article(paper, paper_page(paper, (struct date){2021, 3, 5}, "01"), "合龙");
	paper_print(paper);
	struct str file = paper_file(paper, "search/index.html");
	const char *const parts[] = {"data-root=\"../\"", "<form id=\"search-form\"",
		"action=\"index.html\"", "role=\"search\"", "name=\"q\"",
		"name=\"from\" min=\"2019-05-01\"", "name=\"to\"", "max=\"2021-03-05\"",
		"<select name=\"sort\">", "value=\"relevance\"", "value=\"newest\"",
		"value=\"oldest\"", "name=\"person\"", "name=\"tag\"", "name=\"column\"",
		"name=\"page\"", "name=\"kind\"", "data-paper=\"",
		"<p id=\"search-status\" role=\"status\" aria-live=\"polite\">",
		"<ul id=\"search-conditions\"", "<details id=\"search-facets\" hidden>",
		"<ol id=\"search-results\"", "<p id=\"search-copy\" hidden>",
		"<noscript>", "<a href=\"../2019/index.html\">2019</a>"};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		assert_has(file, parts[i]);
}

/* A browser adds the archive as a search engine by a description with full addresses. */
static void
test_search_is_described_where_the_site_knows_its_address(void **state)
{
	struct paper *paper = *state;
	paper_print(paper);
	assert_null(paper_output(paper, "opensearch.xml"));
	assert_false(str_has(paper_file(paper, "index.html"), STR("opensearch")));
	paper->site.base = STR("https://example.org/a/");
	paper->site.title = STR("一二三四五六七八九十甲乙丙丁戊己庚辛");
	paper_print(paper);
	struct str file = paper_file(paper, "opensearch.xml");
	assert_has(file, "<ShortName>一二三四五六七八九十甲乙丙丁戊己</ShortName>");
	assert_has(file, "template=\"https://example.org/a/search/"
			 "index.html?q={searchTerms}\"");
	assert_has(paper_file(paper, "search/index.html"),
		"type=\"application/opensearchdescription+xml\"");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_search_loads_the_client_but_not_the_script_of_articles),
		TEST(test_search_keeps_to_the_contract_with_the_client),
		TEST(test_search_is_described_where_the_site_knows_its_address),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
