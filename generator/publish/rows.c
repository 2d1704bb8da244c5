#include "publish/rows.h"

#include "publish/html.h"

static const struct field link_fields[] = {
	FIELD(struct link, href, FIELD_TEXT, NULL, "relative link"),
	FIELD(struct link, name, FIELD_TEXT, NULL, "what it leads to"),
	{0},
};

static const struct field pager_fields[] = {
	FIELD(struct pager, previous, FIELD_RECORD, &link_shape,
		"what comes before, if any"),
	FIELD(struct pager, next, FIELD_RECORD, &link_shape, "what comes after, if any"),
	{0},
};

static const struct field article_fields[] = {
	FIELD(struct article_row, href, FIELD_TEXT, NULL, "relative link to the article"),
	FIELD(struct article_row, kicker, FIELD_TEXT, NULL, "kicker, or empty"),
	FIELD(struct article_row, title, FIELD_TEXT, NULL,
		"title, or what stands for it"),
	FIELD(struct article_row, subtitle, FIELD_TEXT, NULL, "subtitle, or empty"),
	FIELD(struct article_row, kind, FIELD_TEXT, NULL,
		"kind of article, empty for news"),
	FIELD(struct article_row, column, FIELD_TEXT, NULL, "column, or empty"),
	FIELD(struct article_row, signs, FIELD_TEXT, NULL, "signs of doubt, or empty"),
	FIELD(struct article_row, date, FIELD_TEXT, NULL, "date in words, or empty"),
	FIELD(struct article_row, iso, FIELD_TEXT, NULL, "date as 2024-03-05, or empty"),
	FIELD(struct article_row, page, FIELD_TEXT, NULL, "page in words, or empty"),
	FIELD(struct article_row, before, FIELD_TEXT, NULL,
		"the sentence up to the name"),
	FIELD(struct article_row, named, FIELD_TEXT, NULL, "the name as printed"),
	FIELD(struct article_row, after, FIELD_TEXT, NULL,
		"the sentence from the name on"),
	{0},
};

static const struct field name_fields[] = {
	FIELD(struct name_row, href, FIELD_TEXT, NULL,
		"relative link to the person or tag"),
	FIELD(struct name_row, name, FIELD_TEXT, NULL, "name"),
	FIELD(struct name_row, years, FIELD_TEXT, NULL,
		"years of the articles: 2019–2024"),
	FIELD(struct name_row, about, FIELD_TEXT, NULL,
		"what tells namesakes apart, or empty"),
	FIELD(struct name_row, office, FIELD_TEXT, NULL, "office, or empty"),
	FIELD(struct name_row, find, FIELD_TEXT, NULL,
		"reading and initials, for the filter"),
	FIELD(struct name_row, count, FIELD_NUMBER, NULL, "number of articles"),
	{0},
};

const struct shape link_shape = {"link", sizeof(struct link), link_fields};
const struct shape pager_shape = {"pager", sizeof(struct pager), pager_fields};
const struct shape article_row_shape = {
	"article row", sizeof(struct article_row), article_fields};
const struct shape name_row_shape = {"name row", sizeof(struct name_row), name_fields};

static const struct field doubt_fields[] = {
	FIELD(struct doubt, sign, FIELD_TEXT, NULL, "the sign: 〔代拟题〕"),
	FIELD(struct doubt, meaning, FIELD_TEXT, NULL, "what it means"),
	{0},
};

const struct shape doubt_shape = {"doubt", sizeof(struct doubt), doubt_fields};

const struct link *
link_to(struct str from, struct str address, struct str name, struct arena *arena)
{
	if (!address.len)
		return NULL;
	struct link *link = arena_new(arena, struct link);
	link->href = html_relative(from, address, arena);
	link->name = name;
	return link;
}

const struct pager *
pager_of(const struct link *previous, const struct link *next, struct arena *arena)
{
	if (!previous && !next)
		return NULL;
	struct pager *pager = arena_new(arena, struct pager);
	*pager = (struct pager){previous, next};
	return pager;
}

/* --- articles --- */

struct article_row
article_row_of(const struct words *words, const struct article *article, struct str from,
	struct arena *arena)
{
	return (struct article_row){
		.href = html_relative(from, article->address, arena),
		.kicker = article->kicker,
		.title = words_title(words, article),
		.subtitle = article->subtitle,
		.kind = words_kind(words, article->kind),
		.column = article->column,
		.signs = words_signs(words, article->marks, arena),
		.date = words_day(words, article->date, arena),
		.iso = date_text(article->date, arena),
		.page = words_page(words, article->page, arena),
	};
}

struct article_row
article_row_naming(const struct words *words, const struct article *article,
	const struct mention *mention, struct str from, struct arena *arena)
{
	struct article_row row = article_row_of(words, article, from, arena);
	if (!mention)
		return row;
	struct str context = mention->context;
	size_t at = str_find(context, mention->name);
	row.before = str_slice(context, 0, at);
	if (at == SIZE_MAX)
		return row;
	row.named = mention->name;
	row.after = str_slice(context, at + mention->name.len, context.len);
	return row;
}

/* --- people and tags --- */

struct str
person_address(const struct person *person, struct arena *arena)
{
	return str_format(arena, "people/%.*s/index.html", STR_ARG(person->slug));
}

struct str
tag_address(const struct tag *tag, struct arena *arena)
{
	return str_format(arena, "tags/%.*s/index.html", STR_ARG(tag->slug));
}

/* "Guo Lingji" and "glj" become "guolingji glj". */
static struct str
find_text(struct str pinyin, struct str initials, struct arena *arena)
{
	struct strbuf find = strbuf_open(arena);
	for (size_t i = 0; i < pinyin.len; i++) {
		char c = pinyin.data[i];
		if (c != ' ')
			strbuf_add_char(
				&find, c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c);
	}
	if (initials.len)
		strbuf_printf(&find, " %.*s", STR_ARG(initials));
	return strbuf_str(&find);
}

/* They are in the order of dates; those whose day is not known stand last, whatever their
 * year, and are few. */
static struct str
years_of(const struct appearance *items, size_t count, struct arena *arena)
{
	size_t known = count;
	while (known && !date_known(items[known - 1].article->date))
		known--;
	struct date first = known ? items[0].article->date : (struct date){0};
	struct date last = known ? items[known - 1].article->date : (struct date){0};
	for (size_t i = known; i < count; i++) {
		struct date date = items[i].article->date;
		if (date.year && (!first.year || date.year < first.year))
			first = date;
		if (date.year > last.year)
			last = date;
	}
	return date_years(first, last, arena);
}

struct name_row
person_row_of(const struct person *person, struct str from, struct arena *arena)
{
	bool named = person->news.count > 0;
	const struct appearance *items =
		named ? person->news.items : person->credits.items;
	size_t count = named ? person->news.count : person->credits.count;
	return (struct name_row){
		.href = html_relative(from, person_address(person, arena), arena),
		.name = person->name,
		.years = years_of(items, count, arena),
		.about = person->about,
		.office = person->office,
		.find = find_text(person->pinyin, person->initials, arena),
		.count = (long)count,
	};
}

struct name_row
tag_row_of(const struct tag *tag, struct str from, struct arena *arena)
{
	return (struct name_row){
		.href = html_relative(from, tag_address(tag, arena), arena),
		.name = tag->name,
		.years = date_years(tag->first, tag->last, arena),
		.find = find_text(tag->pinyin, STR(""), arena),
		.count = (long)tag->articles.count,
	};
}
