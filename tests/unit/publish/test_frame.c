#include "paper.h"

#include "publish/frame.h"

static void
test_frame_root_climbs_a_step_for_each_folder(void **state)
{
	struct paper *paper = *state;
	assert_str(frame_root(STR("index.html"), paper->arena), "");
	assert_str(frame_root(STR("tags/index.html"), paper->arena), "../");
	assert_str(frame_root(STR("2024/03/05/01-3.html"), paper->arena), "../../../");
}

static void
test_frame_address_is_full_only_with_a_base(void **state)
{
	struct paper *paper = *state;
	assert_str(frame_address(&paper->site, STR("2024/index.html"), paper->arena), "");
	paper->site.base = STR("https://example.org/archive/");
	assert_str(frame_address(&paper->site, STR("2024/index.html"), paper->arena),
		"https://example.org/archive/2024/index.html");
}

static void
test_frame_of_names_assets_and_site(void **state)
{
	struct paper *paper = *state;
	paper->site.mail = STR("archive@example.org");
	paper_print(paper);
	assert_str(paper_probe(paper, "people/index.html",
			   "{{frame.title}} {{frame.root}}{{frame.style}} {{frame.icon}} "
			   "{{frame.mail}} [{{frame.canonical}}]"),
		"青石晚报 ../assets/style-1.css assets/icon-1.svg archive@example.org "
		"[]");
}

/* A page without articles and an undated article make no feed. */
static void
test_frame_of_offers_a_feed_when_there_is_one(void **state)
{
	struct paper *paper = *state;
	paper_page(paper, (struct date){2021, 3, 5}, "01");
	paper_article(paper, paper_page(paper, (struct date){0}, "jiuhua"), "旧话");
	paper_print(paper);
	assert_str(paper_probe(paper, "index.html",
			   "{{#frame.has_feed}}feed{{/frame.has_feed}}"),
		"");
	assert_null(paper_output(paper, "feed.xml"));
}

static void
test_frame_of_dated_articles_offers_the_feed(void **state)
{
	struct paper *paper = *state;
	paper_article(
		paper, paper_page(paper, (struct date){2021, 3, 5}, "01"), "河堤完工");
	paper_print(paper);
	assert_str(paper_probe(paper, "index.html",
			   "{{#frame.has_feed}}feed{{/frame.has_feed}}"),
		"feed");
	assert_non_null(paper_output(paper, "feed.xml"));
}

/* Charset first, then the policy; no script, style or handler in the text of any page. */
static void
test_frame_template_keeps_to_the_policy(void **state)
{
	struct paper *paper = *state;
	paper_article(
		paper, paper_page(paper, (struct date){2021, 3, 5}, "01"), "<b>&\"'");
	paper_print(paper);
	for (size_t i = 0; i < paper->outputs.count; i++) {
		struct str path = paper->outputs.items[i].path;
		if (!str_ends(path, STR(".html")))
			continue;
		struct str file = paper_file(paper, str_terminated(path, paper->arena));
		assert_has(file, "<head>\n<meta charset=\"utf-8\">\n"
				 "<meta http-equiv=\"Content-Security-Policy\" "
				 "content=\"default-src 'none';");
		assert_lacks(file, "<style");
		assert_lacks(file, "style=");
		assert_lacks(file, "<script>");
		assert_lacks(file, "onclick");
		assert_lacks(file, "<b>&\"");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_frame_root_climbs_a_step_for_each_folder),
		TEST(test_frame_address_is_full_only_with_a_base),
		TEST(test_frame_of_names_assets_and_site),
		TEST(test_frame_of_offers_a_feed_when_there_is_one),
		TEST(test_frame_of_dated_articles_offers_the_feed),
		TEST(test_frame_template_keeps_to_the_policy),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
