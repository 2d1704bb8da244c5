#include "content.h"

#include "read/markdown.h"

static struct page *
read_page(struct fixture *fixture, const char *text)
{
	struct page *page = arena_new(fixture->arena, struct page);
	*page = (struct page){.source = STR("2024-03-05/02.md"),
		.number = STR("02"),
		.date = {2024, 3, 5},
		.picture = STR("")};
	bool good = markdown_read(page, str_from(text),
		(struct place){STR("02.md"), 0, 0}, fixture->arena, &fixture->report);
	return good ? page : NULL;
}

static struct article *
read_article(void **state, const char *text)
{
	struct page *page = read_page(*state, text);
	if (!page)
		print_error("%s\n", messages(*state, SEVERITY_NOTE).data);
	assert_non_null(page);
	assert_int_equal(page->articles.count, 1);
	return page->articles.items[0];
}

static const struct block *
block(const struct article *article, size_t number)
{
	assert_true(number < article->blocks.count);
	return &article->blocks.items[number];
}

/* --- front matter --- */

static void
test_markdown_read_own_keys(void **state)
{
	struct article *article =
		read_article(state, "---\ntitle: 堤上一夜\nkicker: 汛期特写\nsubtitle: "
				    "——值守手记\ndate: 2020-07-14\n"
				    "page: A3\nname: 特写\ncolumn: 江边\nauthor: [记者 "
				    "葛小禾, 宋知秋]\nphotographer: 石既明\n"
				    "tags: [防汛, 手记]\nkind: feature\nseries: "
				    "江边纪事\npart: 2\nevent_date: 2020-07-12\n"
				    "summary: 一夜\naliases: [/old/1.html]\nslug: "
				    "one-night\ndateline: 本报讯\n---\n正文。\n");
	assert_str(article->title, "堤上一夜");
	assert_str(article->kicker, "汛期特写");
	assert_str(article->subtitle, "——值守手记");
	assert_int_equal(article->date.year, 2020);
	assert_str(article->page, "A3");
	assert_str(article->column, "江边");
	assert_str(article->byline, "记者 葛小禾 宋知秋");
	assert_int_equal(article->credits.count, 3);
	assert_str(article->credits.items[0].role, "记者");
	assert_str(article->credits.items[1].name, "宋知秋");
	assert_true(article->credits.items[2].photo);
	assert_int_equal(article->tags.count, 2);
	assert_str(article->tags.items[1].name, "手记");
	assert_int_equal(article->kind, ARTICLE_FEATURE);
	assert_str(article->series, "江边纪事");
	assert_int_equal(article->part, 2);
	assert_int_equal(article->event_date.day, 12);
	assert_str(article->summary, "一夜");
	assert_str(article->aliases.items[0], "/old/1.html");
	assert_str(article->slug, "one-night");
	assert_str(article->dateline, "本报讯");
	assert_true(article->curated);
	assert_false(article->draft);
	assert_int_equal(article->marks, 0);
}

static void
test_markdown_read_foreign_posts(void **state)
{
	struct article *hugo =
		read_article(state, "---\ntitle: \"Five numbers\"\ndate: "
				    "2023-10-08T09:00:00+08:00\nlastmod: 2023-10-09\n"
				    "draft: true\ncategories: [\"特稿\"]\ntags: "
				    "[\"数据\", \"特稿\"]\nweight: 5\n---\nText.\n");
	assert_true(hugo->draft);
	assert_int_equal(hugo->tags.count, 2);
	struct article *hexo =
		read_article(state, "---\ntitle: 江边\ndate: 2023-10-08 "
				    "09:00:00\nupdated: 2023-10-08 09:00:00\n"
				    "tags:\n  - 甲\ncategories:\n  - [乙, 丙]\ncover: "
				    "/a.jpg\n---\n正文。<!-- more -->\n");
	assert_int_equal(hexo->tags.count, 3);
	struct article *jekyll = read_article(state,
		"---\nlayout: post\ntitle: Welcome\ndate: 2015-11-17 16:16:01 -0600\n"
		"author: {name: John Smith}\npublished: false\ncategories: a, "
		"b\n---\nText.\n");
	assert_true(jekyll->draft);
	assert_str(jekyll->credits.items[0].name, "John Smith");
	assert_int_equal(
		report_count(&((struct fixture *)*state)->report, SEVERITY_WARNING), 0);
}

static void
test_markdown_read_every_mistake(void **state)
{
	assert_null(read_page(*state, "---\ntitel: 甲\ndate: 2024-02-30\nkind: "
				      "poam\npart: 2\ndraft: perhaps\n---\n正文。\n"));
	assert_str(messages(*state, SEVERITY_NOTE),
		"02.md:2:1: error: unknown key `titel`; did you mean `title`?\n"
		"02.md:3:7: error: `date` should be a date such as 2024-03-05, not "
		"`2024-02-30`\n"
		"02.md:4:7: error: unknown kind `poam`; did you mean `poem`?\n"
		"02.md:5:7: error: `part` of which series? Add the key `series`\n"
		"02.md:6:8: error: `draft` should be yes or no, not `perhaps`\n");
}

static void
test_markdown_read_toml(void **state)
{
	assert_null(read_page(*state, "+++\ntitle = 'a'\n+++\n正文。\n"));
	assert_str(messages(*state, SEVERITY_NOTE),
		"02.md:1:1: error: front matter in TOML is not read; write YAML between "
		"lines `---`\n");
}

static void
test_markdown_read_byline_makes_credits(void **state)
{
	struct article *article = read_article(state,
		"---\ntitle: 甲\nbyline: 记者 林一苇 通讯员 乔三妹\n---\n正文。\n");
	assert_str(article->byline, "记者 林一苇 通讯员 乔三妹");
	assert_int_equal(article->credits.count, 2);
	assert_str(article->credits.items[1].role, "通讯员");
}

/* --- titles --- */

static void
test_markdown_read_title_from_heading(void **state)
{
	struct article *article =
		read_article(state, "# 水退了\n\n## 清淤\n\n正文。\n\n# 又一题\n");
	assert_str(article->title, "水退了");
	assert_int_equal(article->blocks.count, 3);
	assert_int_equal(block(article, 0)->kind, BLOCK_SUBHEAD);
	assert_str(block(article, 0)->text, "清淤");
	assert_str(block(article, 2)->text, "又一题");
}

static void
test_markdown_read_heading_that_repeats_the_title(void **state)
{
	struct article *article =
		read_article(state, "---\ntitle: 水退了\n---\n# 水退了\n\n正文。\n");
	assert_int_equal(article->blocks.count, 1);
	article = read_article(state, "---\ntitle: 水退了\n---\n# 清淤\n\n正文。\n");
	assert_int_equal(article->blocks.count, 2);
}

static void
test_markdown_read_title_supplied(void **state)
{
	struct article *article = read_article(state, "江水昨天退了。街上有泥。\n");
	assert_str(article->title, "江水昨天退了");
	assert_int_equal(article->marks, MARK_TITLE_SUPPLIED);
	assert_str(block(article, 0)->text, "江水昨天退了。街上有泥。");
}

static void
test_markdown_read_nothing(void **state)
{
	assert_null(read_page(*state, "---\ndate: 2024-03-05\n---\n<!-- later -->\n"));
	assert_str(messages(*state, SEVERITY_NOTE),
		"02.md: error: there is neither a title "
		"nor a text below the front matter; write one, or remove the file\n");
}

/* --- blocks --- */

static void
test_markdown_read_blocks_and_their_lines(void **state)
{
	struct article *article =
		read_article(state, "---\ntitle: 甲\n---\n\n第一段，**重要**。\n\n- "
				    "一\n- 二\n\n---\n\n> 引文\n");
	assert_int_equal(article->blocks.count, 4);
	assert_int_equal(block(article, 0)->kind, BLOCK_HTML);
	assert_str(block(article, 0)->html, "<p>第一段，<strong>重要</strong>。</p>");
	assert_str(block(article, 0)->text, "第一段，重要。");
	assert_int_equal(block(article, 0)->first_line, 5);
	assert_str(block(article, 1)->text, "一\n二");
	assert_int_equal(block(article, 1)->first_line, 7);
	assert_int_equal(block(article, 1)->last_line, 8);
	assert_str(block(article, 2)->html, "<hr>");
	assert_str(block(article, 2)->text, "");
	assert_str(block(article, 3)->text, "引文");
	assert_int_equal(article->first_line, 1);
	assert_int_equal(article->last_line, 12);
}

static void
test_markdown_read_line_ends(void **state)
{
	struct article *article =
		read_article(state, "# 题\n\n江水昨天\n退了，John\nSmith "
				    "说：\n“好。”\n\none\ntwo  \nthree\n");
	assert_str(block(article, 0)->text, "江水昨天退了，John Smith 说：“好。”");
	assert_int_equal(block(article, 0)->kind, BLOCK_PARAGRAPH);
	assert_str(block(article, 0)->html, "");
	assert_int_equal(block(article, 1)->kind, BLOCK_HTML);
	assert_str(block(article, 1)->text, "one two\nthree");
}

static void
test_markdown_read_table(void **state)
{
	struct article *article = read_article(
		state, "# 题\n\n| 时间 | 事件 |\n|---|---|\n| 三月 | **开工** |\n");
	assert_int_equal(block(article, 0)->kind, BLOCK_TABLE);
	assert_str(block(article, 0)->text, "时间\t事件\n三月\t开工");
	assert_str(block(article, 0)->html, "");
}

static void
test_markdown_read_fences(void **state)
{
	struct article *article = read_article(state,
		"# 题\n\n```verse\n　江水\n\n  *东流*\n```\n\n~~~table\n甲\t|\n~~~\n\n"
		"```c\nx\n```\n");
	assert_int_equal(block(article, 0)->kind, BLOCK_VERSE);
	assert_str(block(article, 0)->text, "　江水\n\n  *东流*");
	assert_int_equal(block(article, 0)->first_line, 3);
	assert_int_equal(block(article, 1)->kind, BLOCK_TABLE);
	assert_str(block(article, 1)->text, "甲\t|");
	assert_int_equal(block(article, 2)->kind, BLOCK_HTML);
}

static void
test_markdown_read_caption_without_picture(void **state)
{
	struct page *page = read_page(*state, "# 题\n\n![桥 \\[夜\\] 石既明 摄]()\n");
	const struct article *article = page->articles.items[0];
	assert_int_equal(block(article, 0)->kind, BLOCK_CAPTION);
	assert_str(block(article, 0)->text, "桥 [夜] 石既明 摄");
	assert_str(page->picture, "");
	assert_str(messages(*state, SEVERITY_WARNING), "");
}

static void
test_markdown_read_says_that_there_is_no_title(void **state)
{
	struct article *article =
		read_article(state, "---\ntitle: \"\"\n---\n江水退了。\n");
	assert_str(article->title, "");
	assert_int_equal(article->marks, 0);
	assert_null(read_page(*state, "---\ntitle: \"\"\n---\n"));
}

/* --- what a frozen article says --- */

static void
test_markdown_read_credits_one_by_one(void **state)
{
	struct article *article = read_article(state,
		"---\ntitle: 甲\nbyline: 记者 林一苇\ncredits:\n  - name: 葛小禾\n    "
		"role: 特约\n  - {name: 石既明, photo: yes}\n  - 通讯员 "
		"范琼\n---\n正文。\n");
	assert_int_equal(article->credits.count, 3);
	assert_str(article->credits.items[0].name, "葛小禾");
	assert_str(article->credits.items[0].role, "特约");
	assert_true(article->credits.items[1].photo);
	assert_str(article->credits.items[2].role, "通讯员");
	article = read_article(
		state, "---\ntitle: 甲\nbyline: 记者 林一苇\ncredits: []\n---\n正文。\n");
	assert_int_equal(article->credits.count, 0);
	assert_str(article->byline, "记者 林一苇");
}

static void
test_markdown_read_jumps_marks_and_lines(void **state)
{
	struct article *article = read_article(state,
		"---\ntitle: 甲\njump_to: 03\njump_from: A1\n"
		"marks: [end-lost, date-inferred]\nlines: 12-48\n---\n正文。\n");
	assert_str(article->jump_to, "03");
	assert_str(article->jump_from, "A1");
	assert_int_equal(article->marks, MARK_END_LOST | MARK_DATE_INFERRED);
	assert_int_equal(article->evidence_first, 12);
	assert_int_equal(article->evidence_last, 48);
	article = read_article(state, "---\ntitle: 甲\nlines: 7\n---\n正文。\n");
	assert_int_equal(article->evidence_last, 7);
}

static void
test_markdown_read_mistakes_of_frozen_fields(void **state)
{
	assert_null(read_page(*state,
		"---\ntitle: 甲\nmarks: lost\nlines: 9-3\ncredits:\n  - role: 记者\n"
		"---\n正文。\n"));
	assert_str(messages(*state, SEVERITY_NOTE),
		"02.md:3:8: error: unknown mark `lost`; write title-supplied, "
		"beginning-lost, end-lost or date-inferred\n"
		"02.md:4:8: error: `lines` should be line numbers such as 12-48, not "
		"`9-3`\n"
		"02.md:6:5: error: a credit needs a `name`\n");
	assert_null(read_page(*state, "---\ntitle: 甲\ncredits: 记者 某\n---\n正文。\n"));
}

/* --- what is not let through --- */

static void
test_markdown_read_raw_html(void **state)
{
	struct fixture *fixture = *state;
	struct article *article = read_article(state,
		"# 题\n\n<div "
		"onclick=\"x()\">盒中的字</div>\n\n<script>alert(1)</script>\n\n"
		"一<b>二</b>三<br>四\n");
	assert_int_equal(article->blocks.count, 2);
	assert_int_equal(block(article, 0)->kind, BLOCK_PARAGRAPH);
	assert_str(block(article, 0)->text, "盒中的字");
	assert_str(block(article, 1)->html, "<p>一二三<br>\n四</p>");
	assert_str(block(article, 1)->text, "一二三\n四");
	assert_str(messages(fixture, SEVERITY_WARNING),
		"02.md:3: warning: raw HTML is not published; its text is kept without "
		"the tags\n");
}

static void
test_markdown_read_links(void **state)
{
	struct fixture *fixture = *state;
	struct article *article = read_article(state,
		"# 题\n\n[甲](https://example.org/) [乙](javascript:alert(1)) "
		"[丙](&#106;avascript:x) <data:x> [丁](//host/x) [戊](../01.md)\n");
	assert_str(block(article, 0)->html,
		"<p><a href=\"https://example.org/\">甲</a> 乙 丙 data:x 丁 "
		"<a href=\"../01.md\">戊</a></p>");
	assert_int_equal(report_count(&fixture->report, SEVERITY_WARNING), 4);
}

static void
test_markdown_read_picture(void **state)
{
	struct page *page = read_page(*state,
		"# 题\n\n![三桥 "
		"*夜景*](pics/a.jpg)\n\n文中![乙](../../etc/b.jpg)还有。\n\n"
		"![丙](https://example.org/c.jpg)\n");
	assert_non_null(page);
	const struct article *article = page->articles.items[0];
	assert_str(page->picture, "2024-03-05/pics/a.jpg");
	assert_int_equal(block(article, 0)->kind, BLOCK_CAPTION);
	assert_str(block(article, 0)->text, "三桥 夜景");
	assert_str(block(article, 1)->text, "文中乙还有。");
	assert_int_equal(
		report_count(&((struct fixture *)*state)->report, SEVERITY_WARNING), 2);
}

static void
test_markdown_read_text_is_escaped(void **state)
{
	struct article *article =
		read_article(state, "# <\"&'>\n\na < b & c {{x}} `<i>`\n");
	assert_str(article->title, "<\"&'>");
	assert_str(block(article, 0)->html,
		"<p>a &lt; b &amp; c {{x}} <code>&lt;i&gt;</code></p>");
	assert_str(block(article, 0)->text, "a < b & c {{x}} <i>");
}

static void
test_markdown_read_first_of_two_pictures(void **state)
{
	struct page *page = read_page(*state, "# 题\n\n![甲](a.jpg)\n\n![乙](b.jpg)\n");
	assert_str(page->picture, "2024-03-05/a.jpg");
	assert_str(messages(*state, SEVERITY_WARNING),
		"02.md:5: warning: the picture `b.jpg` is not published: one picture an "
		"article, "
		"from the content folder\n");
}

/* Unfinished and nested marks cost nothing but themselves. */
static void
test_markdown_read_odd_marks(void **state)
{
	struct fixture *fixture = *state;
	static const char *const parts[] = {"![[]()", "> ", "- ", "*a ", "[", "<!--",
		"| ", "#", "`", "<div>", "&#0;", "1. "};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct strbuf text = strbuf_open(fixture->arena);
		strbuf_add(&text, STR("# 题\n\n"));
		for (int n = 0; n < 300; n++)
			strbuf_add(&text, str_from(parts[i]));
		assert_non_null(read_page(fixture, text.data));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_markdown_read_own_keys),
		content_test(test_markdown_read_foreign_posts),
		content_test(test_markdown_read_every_mistake),
		content_test(test_markdown_read_toml),
		content_test(test_markdown_read_byline_makes_credits),
		content_test(test_markdown_read_title_from_heading),
		content_test(test_markdown_read_heading_that_repeats_the_title),
		content_test(test_markdown_read_title_supplied),
		content_test(test_markdown_read_nothing),
		content_test(test_markdown_read_blocks_and_their_lines),
		content_test(test_markdown_read_line_ends),
		content_test(test_markdown_read_table),
		content_test(test_markdown_read_fences),
		content_test(test_markdown_read_caption_without_picture),
		content_test(test_markdown_read_says_that_there_is_no_title),
		content_test(test_markdown_read_credits_one_by_one),
		content_test(test_markdown_read_jumps_marks_and_lines),
		content_test(test_markdown_read_mistakes_of_frozen_fields),
		content_test(test_markdown_read_raw_html),
		content_test(test_markdown_read_links),
		content_test(test_markdown_read_picture),
		content_test(test_markdown_read_first_of_two_pictures),
		content_test(test_markdown_read_text_is_escaped),
		content_test(test_markdown_read_odd_marks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
