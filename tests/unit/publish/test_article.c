#include "paper.h"

static const char *const path = "2021/03/05/01-2.html";

/* Two pages of an issue with two articles each; the second of the first page is the one
 * looked at. */
static struct article *
second_of_four(struct paper *paper)
{
	const struct date day = {2021, 3, 5};
	struct page *first = paper_page(paper, day, "01"),
		    *second = paper_page(paper, day, "02");
	first->name = STR("要闻");
	paper_article(paper, first, "河堤完工");
	struct article *article = paper_article(paper, first, "春耕　备足");
	paper_article(paper, second, "书店开门");
	paper_article(paper, second, "天气");
	return article;
}

static void
add_every_kind_of_line(struct paper *paper, struct article *article)
{
	article->kicker = STR("农时不等人——");
	article->subtitle = STR("——城北　见闻");
	article->byline = STR("本报记者 宋知远");
	paper_block(paper, article, BLOCK_PARAGRAPH, "种子 <到> 了。");
	paper_block(paper, article, BLOCK_SUBHEAD, "人勤　春早");
	paper_block(paper, article, BLOCK_TABLE, "种子\t三吨\n化肥\t\"五\"吨");
	paper_block(paper, article, BLOCK_VERSE, "一犁春雨\n\n半亩方塘");
	paper_block(paper, article, BLOCK_CAPTION, "图为田间。宋知远 摄");
	paper_block(paper, article, BLOCK_HTML, "旧话")->html =
		STR("<blockquote>旧话</blockquote>");
}

/* The text of an element: tags dropped, references resolved. */
static struct str
text_of(struct str html, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	bool in_tag = false;
	for (size_t i = 0; i < html.len; i++) {
		in_tag = in_tag || html.data[i] == '<';
		if (!in_tag)
			strbuf_add_char(&out, html.data[i]);
		in_tag = in_tag && html.data[i] != '>';
	}
	struct str text = strbuf_str(&out);
	const char *const references[][2] = {{"&#9;", "\t"}, {"&#10;", "\n"},
		{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
	for (size_t i = 0; i < sizeof references / sizeof *references; i++)
		text = str_replace(text, str_from(references[i][0]),
			str_from(references[i][1]), arena);
	return text;
}

/* The texts of all elements with data-text, one a line. The tests nest no equal elements.
 */
static struct str
data_texts(struct str file, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct str rest = file;
	for (size_t at; (at = str_find(rest, STR(" data-text>"))) != SIZE_MAX;) {
		size_t name = at;
		while (rest.data[name - 1] != '<')
			name--;
		struct str element = str_slice(rest, name, name + 1);
		while (rest.data[name + element.len] >= 'a' &&
			rest.data[name + element.len] <= 'z')
			element.len++;
		if (rest.data[name + element.len] == '1' ||
			rest.data[name + element.len] == '2')
			element.len++;
		rest = str_slice(rest, at + STR(" data-text>").len, rest.len);
		struct str end = str_format(arena, "</%.*s>", STR_ARG(element));
		if (out.len)
			strbuf_add_char(&out, '\n');
		strbuf_add(&out, text_of(str_slice(rest, 0, str_find(rest, end)), arena));
	}
	return strbuf_str(&out);
}

static void
test_article_shows_the_lines_of_its_text_in_order(void **state)
{
	struct paper *paper = *state;
	struct article *article = second_of_four(paper);
	add_every_kind_of_line(paper, article);
	paper_print(paper);
	struct str expected = article_text(article, paper->arena);
	assert_str(data_texts(paper_file(paper, path), paper->arena),
		str_terminated(expected, paper->arena));
}

/* A dateline that the cut took off the text is printed, but is no part of the searched
 * text. */
static void
test_article_prints_the_dateline_beside_the_text(void **state)
{
	struct paper *paper = *state;
	struct article *article = second_of_four(paper);
	article->dateline = STR("本报讯");
	paper_block(paper, article, BLOCK_SUBHEAD, "小题");
	paper_block(paper, article, BLOCK_PARAGRAPH, "种子到了。");
	paper_block(paper, article, BLOCK_PARAGRAPH, "化肥也到了。");
	paper_print(paper);
	assert_str(paper_probe(paper, path, "{{#blocks}}{{lead}}|{{text}};{{/blocks}}"),
		"|小题;本报讯|种子到了。;|化肥也到了。;");
	article->blocks.items[1].text = STR("本报讯 种子到了。");
	assert_str(paper_probe(paper, path, "{{#blocks}}{{lead}}|{{/blocks}}"), "|||");
}

static void
link_parts(struct article *first, struct article *second)
{
	first->jump_to = second->page;
	second->jump_from = first->page;
}

/* One reads on where an article goes on, but the other part is searched on its own page.
 */
static void
test_article_goes_on_where_it_jumps(void **state)
{
	struct paper *paper = *state;
	struct article *first = second_of_four(paper);
	struct article *second = paper->pages.items[1]->articles.items[0];
	link_parts(first, second);
	paper_block(paper, first, BLOCK_PARAGRAPH, "种子到了。");
	paper_block(paper, second, BLOCK_PARAGRAPH, "化肥也到了。");
	paper_print(paper);
	struct str file = paper_file(paper, path);
	assert_has(file, "<p>化肥也到了。</p>");
	assert_str(data_texts(file, paper->arena), "春耕　备足\n种子到了。");
	file = paper_file(paper, "2021/03/05/02-1.html");
	assert_has(file, "上接第1版：<a href=\"01-2.html\">");
	assert_lacks(file, "种子到了");
	assert_lacks(file, "没有找到");
}

static void
test_article_says_that_a_part_was_not_found(void **state)
{
	struct paper *paper = *state;
	struct article *article = second_of_four(paper);
	article->jump_to = STR("07");
	article->jump_from = STR("01");
	paper_print(paper);
	assert_str(paper_probe(paper, path, "{{lost_from}} {{lost_to}}"), "第1版 第7版");
}

/* The part in the middle leads both ways and repeats neither. */
static void
test_article_between_two_jumps_leads_both_ways(void **state)
{
	struct paper *paper = *state;
	struct article *first = second_of_four(paper);
	struct article *second = paper->pages.items[1]->articles.items[0];
	struct page *page = paper_page(paper, first->date, "03");
	link_parts(first, second);
	link_parts(second, paper_article(paper, page, "其三"));
	paper_print(paper);
	assert_str(
		paper_probe(paper, path, "{{#continuation}}{{page}} {{/continuation}}"),
		"第2版 第3版 ");
	assert_str(paper_probe(paper, "2021/03/05/02-1.html",
			   "{{#continues}}{{href}}{{/continues}} "
			   "{{#continued}}{{href}}{{/continued}}"
			   "{{#continuation}}!{{/continuation}}{{lost_to}}"),
		"01-2.html 03-1.html");
}

static void
test_article_stands_between_its_neighbours_in_the_issue(void **state)
{
	struct paper *paper = *state;
	second_of_four(paper);
	paper_article(paper, paper_page(paper, (struct date){2021, 3, 6}, "01"), "次日");
	paper_print(paper);
	const char *source = "{{#pager}}{{#previous}}{{href}} {{name}}{{/previous}}, "
			     "{{#next}}{{href}} {{name}}{{/next}}{{/pager}}";
	assert_str(paper_probe(paper, path, source),
		"01-1.html 河堤完工, 02-1.html 书店开门");
	assert_str(paper_probe(paper, "2021/03/05/02-2.html", source),
		"02-1.html 书店开门, ");
	assert_str(paper_probe(paper, "2021/03/06/01-1.html", source), "");
}

static void
test_article_leads_to_page_issue_and_year(void **state)
{
	struct paper *paper = *state;
	struct article *article = second_of_four(paper);
	article->first_line = 12;
	article->last_line = 34;
	paper_print(paper);
	assert_str(paper_probe(paper, path,
			   "{{#year}}{{href}} {{/year}}{{#issue}}{{href}} "
			   "{{name}}{{/issue}} "
			   "{{#leaf}}{{href}} {{name}}{{/leaf}} {{leaf_name}} "
			   "{{source_href}} {{lines}}"),
		"../../index.html index.html 2021年3月5日星期五 01.html 第1版 要闻 "
		"01.html#L12 12–34");
}

/* The page's text is its evidence, though its source is a file of its own. */
static void
test_article_that_was_frozen_leads_to_its_evidence(void **state)
{
	struct paper *paper = *state;
	struct article *article = second_of_four(paper);
	article->evidence = article->source;
	article->source = STR("2021-03-05/01-2.md");
	article->curated = true;
	article->last_line = 99;
	article->evidence_first = 12;
	article->evidence_last = 34;
	paper_print(paper);
	assert_str(paper_probe(paper, path, "{{source_href}} {{lines}}"),
		"01.html#L12 12–34");
}

static void
test_article_of_a_page_without_file_leads_to_its_place_in_the_issue(void **state)
{
	struct paper *paper = *state;
	second_of_four(paper);
	paper->pages.items[0]->address = STR("");
	paper_print(paper);
	assert_str(paper_probe(paper, path, "{{#leaf}}{{href}}{{/leaf}}"),
		"index.html#page-01");
}

static void
test_article_without_date_has_no_place(void **state)
{
	struct paper *paper = *state;
	paper_article(paper, paper_page(paper, (struct date){0}, "jiuhua"), "旧话");
	paper_article(paper, paper_page(paper, (struct date){0}, "xinhua"), "新话");
	paper_print(paper);
	assert_str(paper_probe(paper, "undated/jiuhua-1.html",
			   "{{name}}{{#issue}}!{{/issue}}{{#leaf}}!{{/"
			   "leaf}}{{#pager}}!{{/pager}}"),
		"旧话");
	assert_has(paper_file(paper, "undated/jiuhua-1.html"),
		"href=\"../undated/index.html\"");
}

static void
test_article_parts_people_of_the_news_from_those_who_sign(void **state)
{
	struct paper *paper = *state;
	struct article *article = second_of_four(paper);
	paper_mention(paper, article, "何秋实", "局长", "局长何秋实说。");
	paper_credit(paper, article, "记者", "宋知远", false);
	paper_print(paper);
	assert_str(paper_probe(paper, path,
			   "{{#people}}{{name}} {{href}};{{/people}} "
			   "{{#credits}}{{role}} {{name}} {{href}};{{/credits}}"),
		"何秋实 ../../../people/he-qiushi/index.html; "
		"记者 宋知远 ../../../people/song-zhiyuan/index.html;");
}

/* A reporter who took the picture is told from one who wrote. */
static void
test_article_says_who_took_the_picture(void **state)
{
	struct paper *paper = *state;
	struct article *article = second_of_four(paper);
	paper_credit(paper, article, "记者", "宋知远", false);
	paper_credit(paper, article, "记者", "石既明", true);
	paper_credit(paper, article, "摄影记者", "贺兰亭", true);
	paper_print(paper);
	assert_str(
		paper_probe(paper, path,
			"{{#credits}}{{name}}{{#is_photo}} 摄{{/is_photo}};{{/credits}}"),
		"宋知远;石既明 摄;贺兰亭;");
}

static void
test_article_explains_its_doubts(void **state)
{
	struct paper *paper = *state;
	second_of_four(paper)->marks = MARK_TITLE_SUPPLIED | MARK_END_LOST;
	paper_print(paper);
	struct str file = paper_file(paper, path);
	assert_has(file, "<b>〔代拟题〕</b>");
	assert_has(file, "<b>〔下文缺〕</b>");
	assert_lacks(file, "〔上文缺〕");
}

static void
test_article_without_title_has_a_heading_that_is_not_searched(void **state)
{
	struct paper *paper = *state;
	struct article *article = second_of_four(paper);
	article->title = STR("");
	paper_block(paper, article, BLOCK_PARAGRAPH, "种子到了。");
	article->opening = article_opening(article, paper->arena);
	paper_print(paper);
	struct str file = paper_file(paper, path);
	assert_has(file, "<h1>种子到了。</h1>");
	assert_str(data_texts(file, paper->arena), "种子到了。");
}

static void
test_article_shows_what_else_is_on_its_page(void **state)
{
	struct paper *paper = *state;
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "01");
	paper_article(paper, page, "甲");
	paper_article(paper, page, "乙");
	paper_article(paper, paper_page(paper, (struct date){2021, 3, 5}, "02"), "丙");
	paper_print(paper);
	const char *source =
		"{{#has_on_page}}{{#on_page}}{{#is_here}}*{{/is_here}}{{href}} "
		"{{name}} {{/on_page}}{{/has_on_page}}";
	assert_str(paper_probe(paper, "2021/03/05/01-2.html", source),
		"01-1.html 甲 *01-2.html 乙 ");
	assert_str(paper_probe(paper, "2021/03/05/02-1.html", source), "");
}

static void
test_article_is_reported_by_title_and_address(void **state)
{
	struct paper *paper = *state;
	struct page *page = paper_page(paper, (struct date){2021, 3, 5}, "01");
	paper_article(paper, page, "a & b");
	paper_print(paper);
	assert_str(paper_probe(paper, "2021/03/05/01-1.html", "{{report_href}}"), "");
	paper->site.mail = STR("archive@example.org");
	paper->site.base = STR("https://example.org/");
	assert_str(paper_probe(paper, "2021/03/05/01-1.html", "{{report_href}}"),
		"mailto:archive@example.org?subject=a%20%26%20b&amp;body="
		"https%3A%2F%2Fexample.org%2F2021%2F03%2F05%2F01-1.html");
}

/* An article of a day that stands on no page that is known. */
static void
test_article_without_a_page_number_has_a_place(void **state)
{
	struct paper *paper = *state;
	paper_article(paper, paper_page(paper, (struct date){2021, 3, 5}, ""), "甲");
	paper_print(paper);
	assert_str(paper_probe(paper, "2021/03/05/index.html",
			   "{{#leaves}}{{label}} {{id}}{{/leaves}}"),
		"版次不详 page-");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_article_shows_the_lines_of_its_text_in_order),
		TEST(test_article_prints_the_dateline_beside_the_text),
		TEST(test_article_goes_on_where_it_jumps),
		TEST(test_article_says_that_a_part_was_not_found),
		TEST(test_article_between_two_jumps_leads_both_ways),
		TEST(test_article_stands_between_its_neighbours_in_the_issue),
		TEST(test_article_leads_to_page_issue_and_year),
		TEST(test_article_that_was_frozen_leads_to_its_evidence),
		TEST(test_article_of_a_page_without_file_leads_to_its_place_in_the_issue),
		TEST(test_article_without_date_has_no_place),
		TEST(test_article_parts_people_of_the_news_from_those_who_sign),
		TEST(test_article_says_who_took_the_picture),
		TEST(test_article_explains_its_doubts),
		TEST(test_article_without_title_has_a_heading_that_is_not_searched),
		TEST(test_article_shows_what_else_is_on_its_page),
		TEST(test_article_is_reported_by_title_and_address),
		TEST(test_article_without_a_page_number_has_a_place),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
