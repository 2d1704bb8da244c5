/* A small paper made by hand for tests of what is published: pages and articles are
 * added, then the catalog is built, and any kind of output is shown through a template of
 * the test's own, or through the site's. */
#ifndef PAPER_H
#define PAPER_H

#include "unit.h"

#include "base/list.h"
#include "publish/assets.h"
#include "publish/kinds.h"
#include "publish/words.h"

struct paper {
	struct arena *arena;
	struct report report;
	struct text *text;
	struct site site;
	struct asset_list assets;
	struct authority authority;
	struct {
		struct page **items;
		size_t count, capacity;
	} pages;
	struct publication publication;
	struct output_list outputs; /* of all kinds */
	unsigned probes;
};

static inline void
paper_add_asset(struct paper *paper, const char *name, const char *path)
{
	*list_add(&paper->assets, paper->arena) =
		(struct asset){str_from(name), str_from(path), STR("")};
}

static inline int
paper_set_up(void **state)
{
	struct arena *arena = arena_open();
	struct paper *paper = arena_new(arena, struct paper);
	paper->arena = arena;
	paper->report = report_open(arena);
	paper->text = text_open();
	paper->site = site_default();
	paper->site.title = STR("青石晚报");
	paper->authority.person_of = map_open(arena);
	paper->authority.tag_of = map_open(arena);
	paper_add_asset(paper, "clippings.js", "assets/clippings-1.js");
	paper_add_asset(paper, "copy.js", "assets/copy-1.js");
	paper_add_asset(paper, "icon.svg", "assets/icon-1.svg");
	paper_add_asset(paper, "offline.js", "assets/offline-1.js");
	paper_add_asset(paper, "people.js", "assets/people-1.js");
	paper_add_asset(paper, "reader.js", "assets/reader-1.js");
	paper_add_asset(paper, "search/answer.js", "search/client/answer-1.js");
	paper_add_asset(paper, "search/client.js", "search/client/client-1.js");
	paper_add_asset(paper, "search/later/facets.js", "search/client/facets-1.js");
	paper_add_asset(paper, "style.css", "assets/style-1.css");
	paper_add_asset(paper, "today.js", "assets/today-1.js");
	*state = paper;
	return 0;
}

static inline int
paper_tear_down(void **state)
{
	struct paper *paper = *state;
	text_close(paper->text);
	arena_close(paper->arena);
	return 0;
}

/* A page of raw text; an unknown date makes it an undated one, without a file of its own.
 */
static inline struct page *
paper_page(struct paper *paper, struct date date, const char *number)
{
	struct page *page = arena_new(paper->arena, struct page);
	struct str day = date_text(date, paper->arena);
	page->date = date;
	page->number = str_from(number);
	page->name = page->picture = page->text = page->address = STR("");
	page->source = str_format(paper->arena, "%.*s/%s.txt", STR_ARG(day), number);
	page->first_line = 1;
	if (date.year)
		page->address = str_format(paper->arena, "%04d/%02d/%02d/%s.html",
			date.year, date.month, date.day, number);
	*list_add(&paper->pages, paper->arena) = page;
	return page;
}

static inline struct article *
paper_article(struct paper *paper, struct page *page, const char *title)
{
	struct article *article = arena_new(paper->arena, struct article);
	article->title = str_from(title);
	article->kicker = article->subtitle = article->column = article->series =
		article->byline = article->dateline = article->slug = article->summary =
			article->jump_to = article->jump_from = STR("");
	article->date = page->date;
	article->page = page->number;
	article->source = page->source;
	*list_add(&page->articles, paper->arena) = article;
	article->ordinal = (unsigned)page->articles.count;
	article->address = page->date.year
				   ? str_format(paper->arena, "%.*s-%u.html",
					     STR_ARG(str_slice(page->address, 0,
						     page->address.len - 5)),
					     article->ordinal)
				   : str_format(paper->arena, "undated/%s-%u.html",
					     page->number.data, article->ordinal);
	return article;
}

static inline struct block *
paper_block(struct paper *paper, struct article *article, enum block_kind kind,
	const char *text)
{
	struct block *block = list_add(&article->blocks, paper->arena);
	block->kind = kind;
	block->text = str_from(text);
	block->html = STR("");
	return block;
}

/* A person named in the article, with an office, which is evidence enough. */
static inline void
paper_mention(struct paper *paper, struct article *article, const char *name,
	const char *office, const char *context)
{
	*list_add(&article->mentions, paper->arena) =
		(struct mention){.name = str_from(name),
			.office = str_from(office),
			.context = str_from(context),
			.count = 1,
			.strong = 1};
}

static inline void
paper_credit(struct paper *paper, struct article *article, const char *role,
	const char *name, bool photo)
{
	*list_add(&article->credits, paper->arena) =
		(struct credit){.role = str_from(role), .name = str_from(name), .photo = photo};
}

static inline void
paper_tag(struct paper *paper, struct article *article, enum tag_kind kind,
	const char *name)
{
	*list_add(&article->tags, paper->arena) =
		(struct tag_use){.kind = kind, .name = str_from(name), .weight = 1000};
}

static inline const struct strings *
paper_strings(struct paper *paper)
{
	const struct strings *strings = strings_read(STR("templates"), STR(""),
		paper->site.language, paper->text, paper->arena, &paper->report);
	assert_non_null(strings);
	return strings;
}

/* What pages say in the language of the site. */
static inline const struct words *
paper_words(struct paper *paper)
{
	const struct words *words = words_read(paper_strings(paper), paper->site.language,
		paper->arena, &paper->report);
	assert_non_null(words);
	return words;
}

/* Builds the catalog of what was added, and plans every output. */
static inline void
paper_print(struct paper *paper)
{
	struct templates *templates =
		templates_open(STR("templates"), STR(""), paper->arena);
	const struct strings *strings = paper_strings(paper);
	templates_use_strings(templates, strings);
	paper->publication = (struct publication){
		.site = &paper->site,
		.catalog = catalog_build(paper->pages.items, paper->pages.count,
			&paper->authority, paper->text, paper->arena),
		.templates = templates,
		.words = paper_words(paper),
		.text = paper->text,
		.assets = &paper->assets,
	};
	for (const struct output_kind *const *kind = output_kinds; *kind; kind++)
		(*kind)->plan(&paper->publication, &paper->outputs, paper->arena);
}

/* NULL where nothing is planned at the path. */
static inline const struct output *
paper_output(const struct paper *paper, const char *path)
{
	for (size_t i = 0; i < paper->outputs.count; i++)
		if (str_equal(paper->outputs.items[i].path, str_from(path)))
			return &paper->outputs.items[i];
	return NULL;
}

static inline struct str
paper_render(struct paper *paper, const char *path, struct str name)
{
	const struct output *output = paper_output(paper, path);
	assert_non_null(output);
	const struct shape *shape = output->kind->shape;
	const struct template *template =
		template_find(paper->publication.templates, name, &paper->report);
	struct strbuf out = strbuf_open(paper->arena);
	bool good = template && template_check(template, shape, &paper->report) &&
		    template_render(template, shape,
			    output->kind->view(&paper->publication, output, paper->arena),
			    &out, &paper->report);
	if (!good)
		report_write(&paper->report, SEVERITY_NOTE, &out);
	if (!good)
		print_error("%s", out.data);
	assert_true(good);
	return strbuf_str(&out);
}

/* What a template of the test's own shows of the output's view. */
static inline struct str
paper_probe(struct paper *paper, const char *path, const char *source)
{
	struct str name = str_format(paper->arena, "probe-%u.html", paper->probes++);
	templates_add(
		paper->publication.templates, name, str_from(source), &paper->report);
	return paper_render(paper, path, name);
}

/* The output as the site has it. */
static inline struct str
paper_file(struct paper *paper, const char *path)
{
	const struct output *output = paper_output(paper, path);
	assert_non_null(output);
	return paper_render(paper, path, str_from(output->kind->template));
}

/* A row of the table of tests. */
#define TEST(function)                                                                   \
	cmocka_unit_test_setup_teardown(function, paper_set_up, paper_tear_down)

#define assert_has(text, part)   assert_true(str_has((text), str_from(part)))
#define assert_lacks(text, part) assert_false(str_has((text), str_from(part)))

#endif
