#include "search/suggestion_file.h"

#include <stdlib.h>

#include "archive/namesakes.h"
#include "base/json.h"

struct suggestion {
	struct str name, slug, readings; /* "guolingji glj" */
	size_t articles;
	size_t place; /* in the catalog, which is in pinyin order */
};

static int
by_articles(const void *a, const void *b)
{
	const struct suggestion *left = a, *right = b;
	if (left->articles != right->articles)
		return left->articles > right->articles ? -1 : 1;
	return left->place < right->place ? -1 : 1;
}

/* "fang xun" as one word and as initials. */
static struct str
readings_of(struct str pinyin, struct arena *arena)
{
	struct strbuf all = strbuf_open(arena), initials = strbuf_open(arena);
	struct str syllable;
	while (str_cut(&pinyin, ' ', &syllable)) {
		strbuf_add(&all, syllable);
		strbuf_add(&initials, str_points(syllable, 0, 1));
	}
	strbuf_add_char(&all, ' ');
	strbuf_add(&all, strbuf_str(&initials));
	return strbuf_str(&all);
}

static void
write_list(struct json *json, const char *key, struct suggestion *items, size_t count,
	size_t most)
{
	if (count)
		qsort(items, count, sizeof *items, by_articles);
	json_key(json, key);
	json_array_begin(json);
	for (size_t i = 0; i < count && i < most; i++) {
		json_array_begin(json);
		json_text(json, items[i].name);
		json_text(json, items[i].slug);
		json_text(json, items[i].readings);
		json_number(json, (long long)items[i].articles);
		json_array_end(json);
	}
	json_array_end(json);
}

/* Those who only write are no names of the index: nothing is narrowed by them. */
static void
write_people(struct json *json, const struct catalog *catalog, struct arena *arena)
{
	size_t count = 0;
	struct suggestion *items =
		arena_array(arena, struct suggestion, catalog->people.count + 1);
	for (size_t i = 0; i < catalog->people.count; i++) {
		const struct person *person = catalog->people.items[i];
		if (person->news.count)
			items[count++] = (struct suggestion){
				namesakes_name(person, arena), person->slug,
				str_format(arena, "%.*s %.*s", STR_ARG(person->search),
					STR_ARG(person->initials)),
				person->news.count, i};
	}
	write_list(json, "people", items, count, SUGGESTED_PEOPLE_MOST);
}

static void
write_tags(struct json *json, const struct catalog *catalog, struct arena *arena)
{
	size_t count = catalog->tags.count;
	struct suggestion *items = arena_array(arena, struct suggestion, count + 1);
	for (size_t i = 0; i < count; i++) {
		const struct tag *tag = catalog->tags.items[i];
		items[i] = (struct suggestion){tag->name, tag->slug,
			readings_of(tag->pinyin, arena), tag->articles.count, i};
	}
	write_list(json, "tags", items, count, SUGGESTED_TAGS_MOST);
}

struct str
suggestion_json(const struct catalog *catalog, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	struct json json = json_open(&out);
	json_object_begin(&json);
	write_people(&json, catalog, arena);
	write_tags(&json, catalog, arena);
	json_object_end(&json);
	return strbuf_str(&out);
}
