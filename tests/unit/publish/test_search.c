#include "paper.h"

static void
test_search_loads_the_client_but_not_the_script_of_articles(void **state)
{
	struct paper *paper = *state;
	paper_print(paper);
	assert_str(paper_probe(paper, "search/index.html",
			   "{{#scripts}}{{href}} {{/scripts}}"),
		"search/client/fold-1.js search/client/search-1.js ");
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
		"value=\"oldest\"", "name=\"person\"", "name=\"tag\"",
		"<p id=\"search-status\" role=\"status\" aria-live=\"polite\">",
		"<div id=\"search-facets\">", "<ol id=\"search-results\">", "<noscript>",
		"<a href=\"../2019/index.html\">2019</a>"};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		assert_has(file, parts[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_search_loads_the_client_but_not_the_script_of_articles),
		TEST(test_search_keeps_to_the_contract_with_the_client),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
