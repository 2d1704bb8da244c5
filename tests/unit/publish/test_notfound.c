#include "paper.h"

static void
test_notfound_links_from_the_root_of_the_host(void **state)
{
	struct paper *paper = *state;
	const char *const bases[][2] = {{"https://example.org/archive/", "/archive/"},
		{"https://example.org/", "/"}, {"", ""}};
	paper_print(paper);
	for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
		paper->site.base = str_from(bases[i][0]);
		assert_str(paper_probe(paper, "404.html",
				   "{{frame.root}}{{frame.canonical}}"),
			bases[i][1]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_notfound_links_from_the_root_of_the_host),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
