/* data/: the archive as tables (RFC 4180, UTF-8) for whoever counts: the articles of each
 * month, so that a new issue changes small tables alone (its own, and those of articles
 * with names that are known by now); people and tags; and a README that says what the
 * columns are. */
#include "publish/citation.h"
#include "publish/frame.h"
#include "publish/html.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/rows.h"
#include "publish/words.h"

/* --- articles --- */

struct article_line {
	struct str address, date, page, kind, kicker, title, subtitle, column;
	struct str authors, people, tags; /* names with ; between */
};

struct articles_view {
	struct rows articles;
};

static const struct field article_fields[] = {
	FIELD(struct article_line, address, FIELD_TEXT, NULL, "of its page"),
	FIELD(struct article_line, date, FIELD_TEXT, NULL, "2024-03-05, or empty"),
	FIELD(struct article_line, page, FIELD_TEXT, NULL, "number of the page"),
	FIELD(struct article_line, kind, FIELD_TEXT, NULL, "news, brief ..."),
	FIELD(struct article_line, kicker, FIELD_TEXT, NULL, "kicker, or empty"),
	FIELD(struct article_line, title, FIELD_TEXT, NULL, "title"),
	FIELD(struct article_line, subtitle, FIELD_TEXT, NULL, "subtitle, or empty"),
	FIELD(struct article_line, column, FIELD_TEXT, NULL, "column, or empty"),
	FIELD(struct article_line, authors, FIELD_TEXT, NULL, "who wrote it"),
	FIELD(struct article_line, people, FIELD_TEXT, NULL, "people in it"),
	FIELD(struct article_line, tags, FIELD_TEXT, NULL, "its tags"),
	{0},
};

static const struct shape article_line_shape = {
	"article line", sizeof(struct article_line), article_fields};

static const struct field articles_fields[] = {
	FIELD(struct articles_view, articles, FIELD_ROWS, &article_line_shape,
		"in the order of print"),
	{0},
};

static const struct shape articles_shape = {
	"data articles", sizeof(struct articles_view), articles_fields};

static struct str
names_of_people(const struct article *article, struct arena *arena)
{
	struct person_refs people = catalog_people_of(article, arena);
	struct str_list names = {0};
	for (size_t i = 0; i < people.count; i++)
		str_list_add(&names, people.items[i]->name, arena);
	return str_join(&names, STR(";"), arena);
}

static struct str
names_of_tags(const struct article *article, struct arena *arena)
{
	struct tag_refs tags = catalog_tags_of(article, arena);
	struct str_list names = {0};
	for (size_t i = 0; i < tags.count; i++)
		str_list_add(&names, tags.items[i]->name, arena);
	return str_join(&names, STR(";"), arena);
}

static struct article_line
line_of(const struct words *words, const struct article *article, struct arena *arena)
{
	struct str_list authors = citation_authors(article, arena);
	return (struct article_line){
		.address = article->address,
		.date = date_text(article->date, arena),
		.page = article->page,
		.kind = str_from(article_kind_name(article->kind)),
		.kicker = article->kicker,
		.title = words_title(words, article),
		.subtitle = article->subtitle,
		.column = article->column,
		.authors = str_join(&authors, STR(";"), arena),
		.people = names_of_people(article, arena),
		.tags = names_of_tags(article, arena),
	};
}

struct stretch {
	struct article *const *items;
	size_t count;
};

/* The stretch of one month that begins with the article at a place among all: those with
 * a day are in the order of dates. */
static struct stretch
month_from(const struct catalog *catalog, size_t from)
{
	size_t dated = catalog->articles.count - catalog->undated.count, to = from;
	const struct date first = catalog->articles.items[from]->date;
	while (to < dated && catalog->articles.items[to]->date.year == first.year &&
		catalog->articles.items[to]->date.month == first.month)
		to++;
	return (struct stretch){catalog->articles.items + from, to - from};
}

/* The articles of a table's month; those without a day where it is of none. */
static struct stretch
stretch_of(const struct catalog *catalog, const struct output *output)
{
	size_t low = 0, high = catalog->articles.count - catalog->undated.count;
	const struct date month = {output->year, output->month, 0};
	if (!output->year)
		return (struct stretch){catalog->undated.items, catalog->undated.count};
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (date_compare(catalog->articles.items[middle]->date, month) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return month_from(catalog, low);
}

static void
plan_articles(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	size_t dated = catalog->articles.count - catalog->undated.count;
	for (size_t i = 0; i < dated; i += month_from(catalog, i).count) {
		const struct date date = catalog->articles.items[i]->date;
		struct str path = str_format(
			arena, "data/articles-%04d-%02d.csv", date.year, date.month);
		struct output *output =
			output_add(outputs, &data_articles_kind, path, arena);
		output->year = date.year;
		output->month = date.month;
	}
	if (catalog->undated.count)
		output_add(outputs, &data_articles_kind, STR("data/articles-undated.csv"),
			arena);
}

static const void *
view_of_articles(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	struct stretch month = stretch_of(publication->catalog, output);
	struct article_line *lines =
		arena_array(arena, struct article_line, month.count + 1);
	size_t count = 0;
	for (size_t i = 0; i < month.count; i++)
		if (month.items[i]->takedown != TAKEDOWN_NOINDEX)
			lines[count++] =
				line_of(publication->words, month.items[i], arena);
	struct articles_view *view = arena_new(arena, struct articles_view);
	view->articles = (struct rows){lines, count};
	return view;
}

/* The names of people and tags are the catalog's, not the article's. */
static void
key_of_articles(const struct publication *publication, const struct output *output,
	struct key *key)
{
	struct stretch month = stretch_of(publication->catalog, output);
	struct arena *scratch = arena_open();
	for (size_t i = 0; i < month.count; i++) {
		const struct article *article = month.items[i];
		key_add_article(key, article);
		key_add_text(key, names_of_people(article, scratch));
		key_add_text(key, names_of_tags(article, scratch));
		arena_empty(scratch);
	}
	arena_close(scratch);
}

const struct output_kind data_articles_kind = {"data articles", "data-articles.csv",
	&articles_shape, plan_articles, view_of_articles, key_of_articles};

/* --- people and tags --- */

struct name_line {
	struct str address, name, kind, pinyin, first, last;
	long news, credits;
};

struct data_view {
	const struct frame *frame;
	struct rows people, tags;
};

static const struct field name_fields[] = {
	FIELD(struct name_line, address, FIELD_TEXT, NULL, "of the page"),
	FIELD(struct name_line, name, FIELD_TEXT, NULL, "name"),
	FIELD(struct name_line, kind, FIELD_TEXT, NULL, "of a tag: topic, place ..."),
	FIELD(struct name_line, pinyin, FIELD_TEXT, NULL, "how it is read"),
	FIELD(struct name_line, first, FIELD_TEXT, NULL, "date of the first article"),
	FIELD(struct name_line, last, FIELD_TEXT, NULL, "date of the last article"),
	FIELD(struct name_line, news, FIELD_NUMBER, NULL, "number of articles"),
	FIELD(struct name_line, credits, FIELD_NUMBER, NULL,
		"number of articles made by the person"),
	{0},
};

static const struct shape name_line_shape = {
	"name line", sizeof(struct name_line), name_fields};

static const struct field data_fields[] = {
	FIELD(struct data_view, frame, FIELD_RECORD, &frame_shape, "what pages share"),
	FIELD(struct data_view, people, FIELD_ROWS, &name_line_shape, "all people"),
	FIELD(struct data_view, tags, FIELD_ROWS, &name_line_shape, "all tags"),
	{0},
};

static const struct shape data_shape = {"data", sizeof(struct data_view), data_fields};

static struct rows
people_of(const struct catalog *catalog, struct arena *arena)
{
	size_t count = catalog->people.count;
	struct name_line *lines = arena_array(arena, struct name_line, count + 1);
	for (size_t i = 0; i < count; i++) {
		const struct person *person = catalog->people.items[i];
		lines[i] = (struct name_line){
			.address = person_address(person, arena),
			.name = person->name,
			.pinyin = person->pinyin,
			.first = date_text(person->first, arena),
			.last = date_text(person->last, arena),
			.news = (long)person->news.count,
			.credits = (long)person->credits.count,
		};
	}
	return (struct rows){lines, count};
}

static struct rows
tags_of(const struct catalog *catalog, struct arena *arena)
{
	size_t count = catalog->tags.count;
	struct name_line *lines = arena_array(arena, struct name_line, count + 1);
	for (size_t i = 0; i < count; i++) {
		const struct tag *tag = catalog->tags.items[i];
		lines[i] = (struct name_line){
			.address = tag_address(tag, arena),
			.name = tag->name,
			.kind = str_from(tag_kind_name(tag->kind)),
			.pinyin = tag->pinyin,
			.first = date_text(tag->first, arena),
			.last = date_text(tag->last, arena),
			.news = (long)tag->articles.count,
		};
	}
	return (struct rows){lines, count};
}

static const void *
view_of_data(const struct publication *publication, const struct output *output,
	struct arena *arena)
{
	const struct catalog *catalog = publication->catalog;
	struct data_view *view = arena_new(arena, struct data_view);
	view->frame = frame_of(publication, output->path, arena);
	view->people = people_of(catalog, arena);
	view->tags = tags_of(catalog, arena);
	return view;
}

static void
plan_people(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &data_people_kind, STR("data/people.csv"), arena);
}

static void
plan_tags(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &data_tags_kind, STR("data/tags.csv"), arena);
}

static void
plan_readme(const struct publication *publication, struct output_list *outputs,
	struct arena *arena)
{
	(void)publication;
	output_add(outputs, &data_readme_kind, STR("data/README.txt"), arena);
}

const struct output_kind data_people_kind = {
	"data people", "data-people.csv", &data_shape, plan_people, view_of_data, NULL};
const struct output_kind data_tags_kind = {
	"data tags", "data-tags.csv", &data_shape, plan_tags, view_of_data, NULL};
const struct output_kind data_readme_kind = {
	"data readme", "data.txt", &data_shape, plan_readme, view_of_data, NULL};
