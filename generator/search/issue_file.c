#include "search/issue_file.h"

#include "archive/namesakes.h"
#include "base/bytes.h"
#include "base/json.h"
#include "base/map.h"
#include "search/bits.h"

#define HASH_BITS 32u

/* --- one file --- */

/* The persons or tags of one file: articles refer to them by number. */
struct table {
	struct map by_slug; /* to struct row */
	struct arena *arena;
};

struct row {
	size_t place;
	struct str name;
};

static size_t
place_in(struct table *table, struct str slug, struct str name)
{
	struct row *row = map_find(&table->by_slug, slug);
	if (row)
		return row->place;
	row = arena_new(table->arena, struct row);
	*row = (struct row){table->by_slug.count, name};
	*map_at(&table->by_slug, slug) = row;
	return row->place;
}

/* A slug has no space: the first one parts it from the name. */
static void
write_table(struct json *json, const char *key, const struct table *table)
{
	json_key(json, key);
	json_array_begin(json);
	for (size_t i = 0; i < table->by_slug.count; i++) {
		const struct row *row = table->by_slug.entries[i].value;
		json_text(json, str_format(table->arena, "%.*s %.*s",
					STR_ARG(table->by_slug.entries[i].key),
					STR_ARG(row->name)));
	}
	json_array_end(json);
}

static void
write_people(struct json *json, const struct article *article, struct table *people,
	struct arena *arena)
{
	struct person_refs refs = catalog_people_of(article, arena);
	json_array_begin(json);
	for (size_t i = 0; i < refs.count; i++) {
		const struct person *person = refs.items[i];
		json_number(json, (long)place_in(people, person->slug,
					  namesakes_name(person, people->arena)));
	}
	json_array_end(json);
}

static void
write_tags(struct json *json, const struct article *article, struct table *tags,
	struct arena *arena)
{
	struct tag_refs refs = catalog_tags_of(article, arena);
	json_array_begin(json);
	for (size_t i = 0; i < refs.count; i++) {
		const struct tag *tag = refs.items[i];
		json_number(json, (long)place_in(tags, tag->slug, tag->name));
	}
	json_array_end(json);
}

/* The folder that all addresses have in common, with its slash. */
static struct str
common_folder(struct article *const *articles, size_t count)
{
	struct str folder = articles[0]->address;
	for (size_t i = 0; i < count; i++)
		while (folder.len && (folder.data[folder.len - 1] != '/' ||
					     !str_starts(articles[i]->address, folder)))
			folder.len--;
	return folder;
}

/* One without a title goes by its first words, as in all lists. */
static struct str
shown_title(const struct article *article)
{
	if (str_trim(article->title).len)
		return article->title;
	if (str_trim(article->kicker).len)
		return article->kicker;
	return article->opening.len ? article->opening : article->subtitle;
}

static void
write_article(struct json *json, const struct article *article, struct str folder)
{
	json_array_begin(json);
	json_text(json, str_slice(article->address, folder.len, article->address.len));
	json_text(json, shown_title(article));
	json_text(json, article->page);
	json_text(json, article->column);
	json_text(json, str_from(article_kind_name(article->kind)));
	json_array_end(json);
}

/* FORMAT.md, "Issues", shows both. */
struct str
issue_json(const struct catalog *catalog, size_t from, size_t to, struct arena *arena)
{
	struct article *const *articles = catalog->articles.items + from;
	size_t count = to - from;
	struct strbuf out = strbuf_open(arena);
	struct json json = json_open(&out);
	struct str folder = common_folder(articles, count);
	json_object_begin(&json);
	json_key(&json, "date");
	json_text(&json, date_text(articles[0]->date, arena));
	json_key(&json, "folder");
	json_text(&json, folder);
	json_key(&json, "articles");
	json_array_begin(&json);
	for (size_t i = 0; i < count; i++)
		write_article(&json, articles[i], folder);
	json_array_end(&json);
	json_object_end(&json);
	return strbuf_str(&out);
}

struct str
issue_names_json(
	const struct catalog *catalog, size_t from, size_t to, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct json json = json_open(&out);
	struct table people = {map_open(arena), arena}, tags = people;
	json_object_begin(&json);
	json_key(&json, "articles");
	json_array_begin(&json);
	for (size_t i = from; i < to; i++) {
		json_array_begin(&json);
		write_people(&json, catalog->articles.items[i], &people, arena);
		write_tags(&json, catalog->articles.items[i], &tags, arena);
		json_array_end(&json);
	}
	json_array_end(&json);
	write_table(&json, "people", &people);
	write_table(&json, "tags", &tags);
	json_object_end(&json);
	return strbuf_str(&out);
}

static void
see_tag(struct strbuf *seen, const struct tag *tag)
{
	bytes_add_str(seen, tag ? tag->slug : STR(""));
	bytes_add_str(seen, tag ? tag->name : STR(""));
}

static void
see_article(struct strbuf *seen, const struct article *article)
{
	bytes_add_str(seen, article->address);
	bytes_add_str(seen, shown_title(article));
	bytes_add_str(seen, article->page);
	bytes_add_str(seen, article->column);
	bytes_add_number(seen, article->kind);
	bytes_add_number(seen, article->mentions.count);
	for (size_t i = 0; i < article->mentions.count; i++) {
		const struct person *person = article->mentions.items[i].person;
		bytes_add_str(seen, person ? person->slug : STR(""));
		bytes_add_str(seen, person ? person->name : STR(""));
		bytes_add_str(seen, person ? person->about : STR(""));
	}
	bytes_add_number(seen, article->tags.count);
	for (size_t i = 0; i < article->tags.count; i++)
		see_tag(seen, article->tags.items[i].tag);
	see_tag(seen, article->column_tag);
}

void
issue_see(const struct catalog *catalog, size_t from, size_t to, struct strbuf *seen)
{
	struct date date = catalog->articles.items[from]->date;
	bytes_add_number(seen, issue_day(date));
	for (size_t i = from; i < to; i++)
		see_article(seen, catalog->articles.items[i]);
}

static uint32_t
issue_hash(struct digest digest)
{
	return (uint32_t)(digest.high >> (64 - HASH_BITS));
}

struct str
issue_name(struct date date, struct digest digest, struct arena *arena)
{
	struct str day = date.year ? date_text(date, arena) : STR("undated");
	return str_format(arena, "%.*s-%08x", STR_ARG(day), issue_hash(digest));
}

size_t
issue_length(const struct catalog *catalog, size_t from, size_t to)
{
	struct article *const *articles = catalog->articles.items + from;
	size_t length = 1;
	while (length < to - from && length < ISSUE_MOST &&
		date_compare(articles[length]->date, articles[0]->date) == 0)
		length++;
	return length;
}

/* --- the list of a segment --- */

struct issue_list
issue_list_open(struct arena *arena)
{
	return (struct issue_list){.codes = bits_open(arena)};
}

void
issue_list_add(
	struct issue_list *list, struct date date, size_t count, struct digest digest)
{
	uint32_t day = issue_day(date);
	bits_add_number(&list->codes, BITS_ORDER, (day - list->day) & ISSUE_DAY_MASK);
	bits_add_number(&list->codes, BITS_ORDER, (uint32_t)count);
	bits_add(&list->codes, issue_hash(digest), HASH_BITS);
	list->day = day;
	list->count++;
}

struct str
issue_list_json(const struct issue_list *list, struct arena *arena)
{
	struct str codes = bits_text(&list->codes, arena);
	return str_format(
		arena, ",\"issues\":%zu,\"list\":\"%.*s\"", list->count, STR_ARG(codes));
}

uint32_t
issue_day(struct date date)
{
	return ((uint32_t)date.year * 13 + (uint32_t)date.month) * 32 +
	       (uint32_t)date.day;
}
