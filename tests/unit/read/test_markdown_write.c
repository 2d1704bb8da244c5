#include "content.h"

#include "base/list.h"
#include "read/markdown.h"
#include "read/markdown_write.h"

/* An article with one block of the kind. */
static struct article
article_with(struct fixture *fixture, enum block_kind kind, const char *text)
{
	struct article article = {.title = STR("题")};
	*list_add(&article.blocks, fixture->arena) =
		(struct block){.kind = kind, .text = str_from(text)};
	return article;
}

/* The article written and read again. */
static struct article *
round_trip(struct fixture *fixture, const struct article *article)
{
	struct str text = markdown_write(article, fixture->arena);
	struct page *page = arena_new(fixture->arena, struct page);
	*page = (struct page){.source = STR("2024-03-05/01-1.md"), .picture = STR("")};
	bool good = markdown_read(page, text, (struct place){STR("01-1.md"), 0, 0},
		fixture->arena, &fixture->report);
	if (!good || fixture->report.count)
		print_error("%s%s\n", messages(fixture, SEVERITY_NOTE).data, text.data);
	assert_true(good && !fixture->report.count);
	return page->articles.items[0];
}

static void
assert_block_survives(struct fixture *fixture, enum block_kind kind, const char *text)
{
	struct article article = article_with(fixture, kind, text);
	struct article *again = round_trip(fixture, &article);
	assert_int_equal(again->blocks.count, 1);
	assert_str(again->blocks.items[0].text, text);
	assert_int_equal(again->blocks.items[0].kind, kind);
}

/* What Markdown, YAML or HTML would take for its own. */
static const char *const awkward[] = {"江水退了。", "# 一", "#标签", "## 二 ##", "> 引",
	"- 项", "-- 破折", "---", "***", "+ 加", "= 等", "===", "1. 一", "12) 二",
	"2024.3.5", "3、三", "~~~", "```verse", "`码`", "*重*", "_下_", "**",
	"[题](a.md)", "![图]()", "[一]: http://a", "<b>粗</b>", "<http://a.b>",
	"&amp; &lt; &#33; A&B", "a\\b\\", "\\*", "| 竖 | 线 |", "甲 | 乙", "{{x}}", "尾#",
	"尾 #", "尾 \\#", "1984", "a: b", "“引” ‘号’", "null", "~", "甲　乙",
	"有  两个空格", "]()", "a]b[c", "!", "甲!"};

enum { AWKWARD = sizeof awkward / sizeof *awkward };

static void
test_markdown_write_awkward_text_in_blocks(void **state)
{
	static const enum block_kind kinds[] = {
		BLOCK_PARAGRAPH, BLOCK_SUBHEAD, BLOCK_CAPTION, BLOCK_VERSE, BLOCK_TABLE};
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (size_t i = 0; i < AWKWARD; i++)
			assert_block_survives(*state, kinds[k], awkward[i]);
}

static void
test_markdown_write_awkward_text_in_fields(void **state)
{
	for (size_t i = 0; i < AWKWARD; i++) {
		struct article article = article_with(*state, BLOCK_PARAGRAPH, "正文。");
		article.title = article.kicker = article.series = str_from(awkward[i]);
		article.dateline = article.column = article.byline = article.title;
		struct article *again = round_trip(*state, &article);
		assert_str(again->title, awkward[i]);
		assert_str(again->kicker, awkward[i]);
		assert_str(again->series, awkward[i]);
		assert_str(again->column, awkward[i]);
		assert_str(again->byline, awkward[i]);
		assert_int_equal(again->credits.count, 0);
	}
}

static void
test_markdown_write_lines_of_verse_and_tables(void **state)
{
	assert_block_survives(
		*state, BLOCK_VERSE, "江水退了\n# 岸还在\n\n　第二节\n  缩进");
	assert_block_survives(*state, BLOCK_VERSE, "```\n````\n尾");
	assert_block_survives(*state, BLOCK_TABLE, "时间\t事件\n3月\t*开工*\n\t竣工");
	assert_block_survives(*state, BLOCK_TABLE, "一\t二\t三\n一格\n1.\t-\t#");
	assert_block_survives(*state, BLOCK_TABLE, "甲|乙\t丙\n\n丁\t");
	assert_block_survives(*state, BLOCK_CAPTION, "桥\n石既明 摄");
}

static void
test_markdown_write_table_as_pipes(void **state)
{
	struct fixture *fixture = *state;
	struct article article =
		article_with(fixture, BLOCK_TABLE, "时间\t事件\n三月\t开工");
	assert_true(str_ends(markdown_write(&article, fixture->arena),
		STR("\n| 时间 | 事件 |\n|---|---|\n| 三月 | 开工 |\n")));
}

static void
test_markdown_write_every_field(void **state)
{
	struct fixture *fixture = *state;
	struct article article = article_with(fixture, BLOCK_PARAGRAPH, "正文。");
	article.kind = ARTICLE_FEATURE;
	article.date = (struct date){2024, 3, 5};
	article.event_date = (struct date){2024, 3, 0};
	article.page = STR("1-2");
	article.subtitle = STR("——副题　二");
	article.series = STR("甲、乙，丙");
	article.part = 3;
	article.jump_to = STR("03");
	article.jump_from = STR("A1");
	article.slug = STR("slug");
	article.summary = STR("要：点");
	article.marks = MARK_TITLE_SUPPLIED | MARK_BEGINNING_LOST | MARK_DATE_INFERRED;
	article.evidence_first = 3;
	article.evidence_last = 24;
	*list_add(&article.credits, fixture->arena) = (struct credit){
		.role = STR("航拍"), .name = STR("贝远山"), .photo = true};
	*list_add(&article.credits, fixture->arena) =
		(struct credit){.role = STR(""), .name = STR("John Smith")};
	struct article *again = round_trip(fixture, &article);
	assert_int_equal(again->kind, ARTICLE_FEATURE);
	assert_int_equal(date_compare(again->date, article.date), 0);
	assert_int_equal(date_compare(again->event_date, article.event_date), 0);
	assert_str(again->page, "1-2");
	assert_str(again->subtitle, "——副题　二");
	assert_str(again->series, "甲、乙，丙");
	assert_int_equal(again->part, 3);
	assert_str(again->jump_to, "03");
	assert_str(again->jump_from, "A1");
	assert_str(again->slug, "slug");
	assert_str(again->summary, "要：点");
	assert_int_equal(again->marks, article.marks);
	assert_int_equal(again->evidence_first, 3);
	assert_int_equal(again->evidence_last, 24);
	assert_int_equal(again->credits.count, 2);
	assert_str(again->credits.items[0].role, "航拍");
	assert_true(again->credits.items[0].photo);
	assert_str(again->credits.items[1].name, "John Smith");
	assert_str(again->credits.items[1].role, "");
}

static void
test_markdown_write_no_title(void **state)
{
	struct article article = article_with(*state, BLOCK_CAPTION, "桥。 石既明 摄");
	article.title = STR("");
	struct article *again = round_trip(*state, &article);
	assert_str(again->title, "");
	assert_int_equal(again->marks, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_markdown_write_awkward_text_in_blocks),
		content_test(test_markdown_write_awkward_text_in_fields),
		content_test(test_markdown_write_lines_of_verse_and_tables),
		content_test(test_markdown_write_table_as_pipes),
		content_test(test_markdown_write_every_field),
		content_test(test_markdown_write_no_title),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
