/* docs/templates.md has a table of every name that each template may use, with its type,
 * what it is and an example. The tables are made here, from the shapes and from a small
 * paper; BLESS=1 writes them anew. */
#include "paper.h"

#include <stdlib.h>

#include "base/file.h"

enum { LONGEST_EXAMPLE = 30 /* characters */, DEEPEST = 6, LARGEST = 1024 * 1024 };

static const char document[] = "docs/templates.md";
static const char first_line[] = "<!-- names: made from the code by make bless -->\n";

/* --- a paper with something of everything --- */

static struct article *
add_story(struct paper *paper, struct page *page, const char *title)
{
	struct article *article = paper_article(paper, page, title);
	paper_block(paper, article, BLOCK_SUBHEAD, "江边");
	paper_block(paper, article, BLOCK_PARAGRAPH, "堤上的人看见了石既明。");
	paper_block(paper, article, BLOCK_TABLE, "水位\t12.5");
	paper_mention(paper, article, "石既明", "局长", "局长石既明说，堤要守住。");
	paper_mention(paper, article, "贺兰亭", "馆长", "馆长贺兰亭也来了。");
	paper_credit(paper, article, "记者", "宋知远", false);
	paper_credit(paper, article, "", "顾念之", true);
	paper_tag(paper, article, TAG_COLUMN, "江边");
	if (page->date.year != 2020)
		paper_tag(paper, article, TAG_TOPIC, "防汛");
	article->kicker = STR("入汛第一天");
	article->subtitle = STR("石既明到场");
	article->byline = STR("记者 宋知远");
	article->dateline = STR("本报讯");
	article->first_line = 3, article->last_line = 9;
	return article;
}

static void
add_doubtful(struct paper *paper, struct page *first, struct page *second)
{
	struct article *from = add_story(paper, first, "河堤完工");
	struct article *to = add_story(paper, second, "河堤完工");
	from->jump_to = STR("02");
	to->jump_from = STR("01");
	from->column = STR("江边");
	from->series = STR("守堤记");
	from->part = 1;
	from->marks = MARK_END_LOST;
	add_story(paper, second, "下文不见")->jump_to = STR("04");
	add_story(paper, second, "上文不见")->jump_from = STR("05");
	struct article *html = add_story(paper, second, "夏至");
	html->kind = ARTICLE_POEM;
	struct block *block = paper_block(paper, html, BLOCK_HTML, "水");
	block->html = STR("<p>水</p>");
}

static void
add_page_parts(struct paper *paper, struct page *page)
{
	page->name = STR("要闻");
	page->picture = STR("2021-03-05/01.jpg");
	page->issue_number = STR("第1234期");
	page->text = STR("河堤完工\n入汛第一天");
	*list_add(&page->furniture, paper->arena) = (struct furniture){
		.text = STR("责任编辑 宋知远"), .what = STR("editors")};
	*list_add(&page->repeats, paper->arena) =
		(struct repeat){STR("河堤完工"), 12, 14, 3, 5};
}

static void
add_everything(struct paper *paper)
{
	paper->site.description = STR("青石晚报的往年各期");
	paper->site.publisher = STR("青石晚报社");
	paper->site.mail = STR("archive@example.org");
	paper->site.base = STR("https://example.org/");
	paper->site.about = STR("各期由报社提供。");
	paper->site.text_language = STR("zh-Hans");
	struct page *old = paper_page(paper, (struct date){2020, 3, 5}, "01");
	struct page *first = paper_page(paper, (struct date){2021, 3, 5}, "01");
	struct page *second = paper_page(paper, (struct date){2021, 3, 5}, "02");
	struct page *later = paper_page(paper, (struct date){2021, 3, 9}, "01");
	add_page_parts(paper, first);
	add_doubtful(paper, first, second);
	add_story(paper, later, "开闸");
	for (int i = 0; i < 55; i++)
		add_story(paper, old, "修堤");
	add_story(paper, paper_page(paper, (struct date){0}, "jiuhua"), "旧话");
	for (int day = 1; day < 5; day++)
		add_story(paper, paper_page(paper, (struct date){2019, 1, day}, "01"),
			"开工");
}

/* --- examples --- */

/* The first thing found for each "shape.field". */
struct examples {
	struct map by_name;
	struct arena *arena;
};

static struct str
name_of(const struct shape *shape, const struct field *field, struct arena *arena)
{
	return str_format(arena, "%s.%s", shape->name, field->name);
}

static struct str
shown_in_table(struct str text, struct arena *arena)
{
	struct str shown = str_points(text, 0, LONGEST_EXAMPLE);
	if (shown.len < text.len)
		shown = str_format(arena, "%.*s…", STR_ARG(shown));
	shown = str_replace(shown, STR("\n"), STR(" "), arena);
	shown = str_replace(shown, STR("`"), STR("'"), arena);
	return str_format(arena, "`%.*s`",
		STR_ARG(str_replace(shown, STR("|"), STR("\\|"), arena)));
}

static struct str
example_of(const struct field *field, const void *value, struct arena *arena)
{
	const struct rows *rows = value;
	const struct str *text = value;
	if (field->type == FIELD_NUMBER && *(const long *)value)
		return str_format(arena, "`%ld`", *(const long *)value);
	if (field->type == FIELD_FLAG && *(const bool *)value)
		return STR("yes");
	if (field->type == FIELD_RECORD && *(const void *const *)value)
		return STR("one");
	if (field->type == FIELD_ROWS && rows->count)
		return str_format(arena, "%zu of them", rows->count);
	if ((field->type == FIELD_TEXT || field->type == FIELD_HTML) && text->len)
		return shown_in_table(*text, arena);
	return STR("");
}

static void
note_examples(struct examples *examples, const struct shape *shape, const void *record,
	int depth)
{
	for (const struct field *field = shape->fields; field->name; field++) {
		const void *value = (const char *)record + field->offset;
		struct str name = name_of(shape, field, examples->arena);
		struct str example = example_of(field, value, examples->arena);
		if (example.len && !map_find(&examples->by_name, name)) {
			struct str *kept = arena_new(examples->arena, struct str);
			*kept = example;
			*map_at(&examples->by_name, name) = kept;
		}
		const void *inner =
			field->type == FIELD_RECORD ? *(const void *const *)value : NULL;
		const struct rows *rows = value;
		if (inner && depth < DEEPEST)
			note_examples(examples, field->shape, inner, depth + 1);
		for (size_t i = 0;
			field->type == FIELD_ROWS && depth < DEEPEST && i < rows->count;
			i++)
			note_examples(examples, field->shape,
				(const char *)rows->items + i * field->shape->size,
				depth + 1);
	}
}

static void
note_all(struct examples *examples, struct paper *paper)
{
	for (size_t i = 0; i < paper->outputs.count; i++) {
		const struct output *output = &paper->outputs.items[i];
		note_examples(examples, output->kind->shape,
			output->kind->view(&paper->publication, output, paper->arena), 0);
	}
}

/* --- tables --- */

struct shape_list {
	const struct shape **items;
	size_t count, capacity;
};

static bool
has_shape(const struct shape_list *shapes, const struct shape *shape)
{
	for (size_t i = 0; i < shapes->count; i++) {
		if (shapes->items[i] == shape)
			return true;
		/* Two shapes of one name would be one table. */
		assert_string_not_equal(shapes->items[i]->name, shape->name);
	}
	return false;
}

static struct str
type_of(const struct field *field, struct arena *arena)
{
	static const char *const names[] = {
		"text", "HTML", "number", "flag", "flag", "record", "rows"};
	if (!field->shape)
		return str_from(names[field->type]);
	struct str anchor =
		str_replace(str_from(field->shape->name), STR(" "), STR("-"), arena);
	return str_format(arena, "%s of [%s](#%.*s)", names[field->type],
		field->shape->name, STR_ARG(anchor));
}

static void
add_table(struct strbuf *out, const struct shape *shape, struct shape_list *inner,
	const struct examples *examples)
{
	struct arena *arena = examples->arena;
	strbuf_add(
		out, STR("| name | type | what it is | example |\n|---|---|---|---|\n"));
	for (const struct field *field = shape->fields; field->name; field++) {
		const struct str *example =
			map_find(&examples->by_name, name_of(shape, field, arena));
		struct str type = type_of(field, arena);
		strbuf_printf(out, "| `%s` | %.*s | %s | %.*s |\n", field->name,
			STR_ARG(type), field->about, example ? (int)example->len : 0,
			example ? example->data : "");
		if (field->shape && !has_shape(inner, field->shape))
			*list_add(inner, arena) = field->shape;
	}
	strbuf_add_char(out, '\n');
}

static struct str
tables_of(const struct examples *examples)
{
	struct strbuf out = strbuf_open(examples->arena);
	struct shape_list inner = {0};
	strbuf_add(&out, str_from(first_line));
	strbuf_add(&out, STR("\n## Templates\n\n"));
	for (const struct output_kind *const *kind = output_kinds; *kind; kind++) {
		strbuf_printf(&out, "### %s\n\n", (*kind)->template);
		add_table(&out, (*kind)->shape, &inner, examples);
	}
	strbuf_add(&out, STR("## Records and rows\n\n"));
	for (size_t i = 0; i < inner.count; i++) {
		strbuf_printf(&out, "### %s\n\n", inner.items[i]->name);
		add_table(&out, inner.items[i], &inner, examples);
	}
	strbuf_cut(&out, out.len - 1);
	return strbuf_str(&out);
}

static void
test_template_names_are_documented(void **state)
{
	struct paper *paper = *state;
	struct str text;
	add_everything(paper);
	paper_print(paper);
	struct issue_notes notes = {
		.date = {2021, 3, 9}, .number = STR("1235"), .note = STR("防汛特刊")};
	catalog_add_notes((struct catalog *)paper->publication.catalog, &notes);
	struct examples examples = {map_open(paper->arena), paper->arena};
	note_all(&examples, paper);
	struct str tables = tables_of(&examples);
	assert_true(file_read(
		STR("docs/templates.md"), LARGEST, &text, paper->arena, &paper->report));
	size_t at = str_find(text, str_from(first_line));
	assert_true(at != SIZE_MAX);
	if (getenv("BLESS")) {
		struct str whole = str_format(
			paper->arena, "%.*s%.*s", (int)at, text.data, STR_ARG(tables));
		assert_true(file_replace(str_from(document), whole, &paper->report));
		return;
	}
	if (!str_equal(str_slice(text, at, text.len), tables))
		print_error("docs/templates.md is not what the code says: make bless\n");
	assert_true(str_equal(str_slice(text, at, text.len), tables));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_template_names_are_documented),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
