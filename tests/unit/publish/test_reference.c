#include "paper.h"

#include "publish/reference.h"

static struct reference
reference(struct paper *paper)
{
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "02");
	struct article *article = paper_article(paper, page, "春耕 {备足} 90%");
	paper_credit(paper, article, "记者", "宋知远", false);
	paper_credit(paper, article, "记者", "林小满", false);
	paper->site.publisher = STR("青石报社");
	paper->site.place = STR("青石");
	paper->site.base = STR("https://example.org/qs/");
	struct reference made =
		reference_of(paper_words(paper), article, &paper->site, paper->arena);
	made.issue_number = STR("120");
	made.section = STR("要闻");
	made.description = STR("种子</script>到了");
	return made;
}

static void
test_reference_ris(void **state)
{
	struct paper *paper = *state;
	struct reference made = reference(paper);
	assert_str(reference_ris(&made, paper->arena),
		"TY  - NEWS\nAU  - 宋知远\nAU  - 林小满\nTI  - 春耕 {备足} 90%\n"
		"T2  - 青石晚报\nPY  - 2021\nDA  - 2021/03/05\nIS  - 120\nSP  - 2\n"
		"SE  - 要闻\nPB  - 青石报社\nCY  - 青石\n"
		"UR  - https://example.org/qs/2021/03/05/02-1.html\nER  - ");
}

static void
test_reference_ris_keeps_a_text_on_its_line(void **state)
{
	struct paper *paper = *state;
	struct reference made = reference(paper);
	made.title = STR("春耕\nER  - 备足");
	made.date = (struct date){2021, 0, 0};
	struct str ris = reference_ris(&made, paper->arena);
	assert_has(ris, "\nTI  - 春耕 ER  - 备足\n");
	assert_has(ris, "\nPY  - 2021\n");
	assert_lacks(ris, "DA  - ");
}

static void
test_reference_bibtex_escapes_what_tex_reads(void **state)
{
	struct paper *paper = *state;
	struct reference made = reference(paper);
	struct str bibtex = reference_bibtex(&made, paper->arena);
	assert_has(bibtex, "@article{2021-03-05-02-1,\n  entrysubtype = {newspaper},\n");
	assert_has(bibtex,
		"  author = {宋知远 and 林小满},\n  title = {春耕 备足 90\\%},\n");
	assert_has(bibtex, "  date = {2021-03-05},\n  number = {120},\n  pages = {2},\n");
	assert_has(bibtex, "  url = {https://example.org/qs/2021/03/05/02-1.html}\n}");
}

static void
test_reference_csl_json(void **state)
{
	struct paper *paper = *state;
	struct reference made = reference(paper);
	assert_str(reference_csl_json(&made, paper->arena),
		"{\"id\":\"2021-03-05-02-1\",\"type\":\"article-newspaper\","
		"\"title\":\"春耕 {备足} 90%\",\"author\":[{\"literal\":\"宋知远\"},"
		"{\"literal\":\"林小满\"}],\"container-title\":\"青石晚报\","
		"\"issued\":{\"date-parts\":[[2021,3,5]]},\"issue\":\"120\",\"page\":"
		"\"2\","
		"\"section\":\"要闻\",\"publisher\":\"青石报社\","
		"\"publisher-place\":\"青石\","
		"\"URL\":\"https://example.org/qs/2021/03/05/02-1.html\"}");
}

static void
test_reference_json_ld_cannot_end_its_element(void **state)
{
	struct paper *paper = *state;
	struct reference made = reference(paper);
	struct str json = reference_json_ld(&made, paper->arena).text;
	assert_lacks(json, "<");
	assert_has(json, "\"@type\":\"NewsArticle\"");
	assert_has(json, "\"description\":\"种子\\u003c/script>到了\"");
	assert_has(json, "\"printPage\":\"2\",\"printSection\":\"要闻\"");
	assert_has(json,
		"\"isPartOf\":{\"@type\":\"PublicationIssue\",\"issueNumber\":\"120\","
		"\"datePublished\":\"2021-03-05\",\"isPartOf\":{\"@type\":"
		"\"Newspaper\",\"name\":\"青石晚报\"");
}

static void
test_plain_text_is_not_escaped(void **state)
{
	struct paper *paper = *state;
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "02");
	struct article *article = paper_article(paper, page, "甲 & 乙 <三>");
	paper_block(paper, article, BLOCK_PARAGRAPH, "“一”'二'");
	paper_print(paper);
	assert_str(paper_file(paper, "2021/03/05/02-1.txt"),
		"甲 & 乙 <三>\n“一”'二'\n\n甲 & 乙 <三>[N]. 青石晚报, 2021-03-05 (2).\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_reference_ris),
		TEST(test_reference_ris_keeps_a_text_on_its_line),
		TEST(test_reference_bibtex_escapes_what_tex_reads),
		TEST(test_reference_csl_json),
		TEST(test_reference_json_ld_cannot_end_its_element),
		TEST(test_plain_text_is_not_escaped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
