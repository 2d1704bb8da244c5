#include "search/confusions.h"

#include <stdlib.h>

#include "base/json.h"
#include "base/list.h"

/* lexicon/confusions.txt, compiled in. */
extern const char lexicon_confusions[];
extern const size_t lexicon_confusions_size;

#define PERSON_LEAST   3u /* characters of a name from which on likeness says something */
#define TAG_LEAST      4u
#define RARE_MOST      2u  /* articles of a slip */
#define FREQUENT_LEAST 10u /* and of what it slipped from */
#define HOLE           0xFFFCu

/* The more trusted, the smaller. */
enum origin { ORIGIN_KEEPER, ORIGIN_LEXICON, ORIGIN_NAMES };

struct confusion {
	uint32_t one, other; /* one < other */
	enum origin origin;
};

struct confusions {
	struct confusion *items;
	size_t count, capacity;
	struct str different; /* characters that differ on purpose: 一二三, 东南西北 */
	struct arena *arena;
};

static bool
is_ideograph(uint32_t c)
{
	return c >= 0x4E00 && c <= 0x9FFF;
}

static void
add_confusion(
	struct confusions *confusions, uint32_t one, uint32_t other, enum origin origin)
{
	if (one != other && is_ideograph(one) && is_ideograph(other))
		*list_add(confusions, confusions->arena) = (struct confusion){
			one < other ? one : other, one < other ? other : one, origin};
}

/* --- those of the lexicon --- */

/* All pairs of a group of characters. */
static void
add_group(struct confusions *confusions, struct str group)
{
	while (group.len) {
		uint32_t one = str_next(&group);
		for (struct str rest = group; rest.len;)
			add_confusion(confusions, one, str_next(&rest), ORIGIN_LEXICON);
	}
}

static void
add_lexicon(struct confusions *confusions)
{
	struct str rest = {lexicon_confusions, lexicon_confusions_size}, line;
	while (str_cut(&rest, '\n', &line))
		if (str_starts(line, STR("!")))
			confusions->different = str_slice(line, 1, line.len);
		else if (!str_starts(line, STR("#")))
			add_group(confusions, line);
}

/* --- names that are alike --- */

/* Where two texts of equal length differ in a single character: true, and these. */
static bool
differ_by_one(struct str a, struct str b, uint32_t *one, uint32_t *other)
{
	size_t count = 0;
	while (a.len && b.len && count < 2) {
		uint32_t left = str_next(&a), right = str_next(&b);
		if (left == right)
			continue;
		*one = left;
		*other = right;
		count++;
	}
	return count == 1 && !a.len && !b.len;
}

/* Variants that the keeper gives to a name. */
static void
add_variants(struct confusions *confusions, const struct person *person)
{
	uint32_t one, other;
	for (size_t i = 0; i < person->variants.count; i++)
		if (differ_by_one(person->name, person->variants.items[i], &one, &other))
			add_confusion(confusions, one, other, ORIGIN_KEEPER);
}

/* A name, by which its slips are found. */
struct known_name {
	struct str name;
	size_t articles, least; /* characters that it must have */
	const struct person *person;
	const struct tag *tag; /* one of the two is NULL */
};

/* The name with a hole in place of a character. */
static struct str
name_with_hole(struct str name, size_t at, struct arena *arena)
{
	struct strbuf key = strbuf_open(arena);
	strbuf_add(&key, str_points(name, 0, at));
	strbuf_add_point(&key, HOLE);
	strbuf_add(&key, str_points(name, at + 1, str_count(name)));
	return strbuf_str(&key);
}

static bool
share_an_office(const struct person *a, const struct person *b)
{
	for (size_t i = 0; i < a->offices.count; i++)
		for (size_t k = 0; k < b->offices.count; k++)
			if (str_equal(
				    a->offices.items[i].title, b->offices.items[k].title))
				return true;
	return false;
}

static bool
are_alike(const struct known_name *a, const struct known_name *b)
{
	if (a->person && b->person)
		return share_an_office(a->person, b->person);
	return a->tag && b->tag && a->tag->kind == b->tag->kind &&
	       a->tag->kind != TAG_TOPIC;
}

/* The frequent names by their keys, each key with the first one. */
struct known_names {
	struct map by_key;
	struct arena *arena;
};

static void
add_frequent(struct known_names *names, const struct known_name *name)
{
	size_t length = str_count(name->name);
	if (name->articles < FREQUENT_LEAST || length < name->least)
		return;
	struct known_name *copy = arena_new(names->arena, struct known_name);
	*copy = *name;
	for (size_t at = 0; at < length; at++) {
		void **place = map_at(
			&names->by_key, name_with_hole(name->name, at, names->arena));
		if (!*place)
			*place = copy;
	}
}

static bool
has_character(struct str text, uint32_t c)
{
	while (text.len)
		if (str_next(&text) == c)
			return true;
	return false;
}

static void
learn_from(struct confusions *confusions, const struct known_names *names,
	const struct known_name *name)
{
	size_t length = str_count(name->name);
	uint32_t one, other;
	if (!name->articles || name->articles > RARE_MOST || length < name->least)
		return;
	for (size_t at = 0; at < length; at++) {
		const struct known_name *frequent = map_find(
			&names->by_key, name_with_hole(name->name, at, names->arena));
		if (frequent && are_alike(name, frequent) &&
			differ_by_one(name->name, frequent->name, &one, &other) &&
			!has_character(confusions->different, one) &&
			!has_character(confusions->different, other))
			add_confusion(confusions, one, other, ORIGIN_NAMES);
	}
}

static struct known_name
name_of_person(const struct person *person)
{
	return (struct known_name){
		person->name, person->news.count, PERSON_LEAST, person, NULL};
}

static struct known_name
name_of_tag(const struct tag *tag)
{
	return (struct known_name){tag->name, tag->articles.count, TAG_LEAST, NULL, tag};
}

static void
learn(struct confusions *confusions, const struct catalog *catalog)
{
	struct arena *arena = arena_open();
	struct known_names names = {map_open(arena), arena};
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < catalog->people.count; i++) {
			struct known_name name = name_of_person(catalog->people.items[i]);
			if (pass)
				learn_from(confusions, &names, &name);
			else
				add_frequent(&names, &name);
		}
		for (size_t i = 0; i < catalog->tags.count; i++) {
			struct known_name name = name_of_tag(catalog->tags.items[i]);
			if (pass)
				learn_from(confusions, &names, &name);
			else
				add_frequent(&names, &name);
		}
	}
	arena_close(arena);
}

/* --- all --- */

static int
by_pair(const void *a, const void *b)
{
	const struct confusion *left = a, *right = b;
	if (left->one != right->one)
		return left->one < right->one ? -1 : 1;
	if (left->other != right->other)
		return left->other < right->other ? -1 : 1;
	return (left->origin > right->origin) - (left->origin < right->origin);
}

static int
by_trust(const void *a, const void *b)
{
	const struct confusion *left = a, *right = b;
	if (left->origin != right->origin)
		return left->origin < right->origin ? -1 : 1;
	return by_pair(a, b);
}

/* Each pair once, the most trusted first. */
static void
sort_confusions(struct confusions *confusions)
{
	struct confusion *items = confusions->items;
	size_t kept = 0;
	if (!confusions->count)
		return;
	qsort(items, confusions->count, sizeof *items, by_pair);
	for (size_t i = 0; i < confusions->count; i++)
		if (!kept || items[kept - 1].one != items[i].one ||
			items[kept - 1].other != items[i].other)
			items[kept++] = items[i];
	confusions->count = kept;
	qsort(items, kept, sizeof *items, by_trust);
}

struct str
confusions_json(const struct catalog *catalog, struct arena *arena)
{
	struct confusions confusions = {.arena = arena};
	struct strbuf pairs = strbuf_open(arena), out = strbuf_open(arena);
	struct json json = json_open(&out);
	add_lexicon(&confusions);
	for (size_t i = 0; i < catalog->people.count; i++)
		add_variants(&confusions, catalog->people.items[i]);
	learn(&confusions, catalog);
	sort_confusions(&confusions);
	for (size_t i = 0; i < confusions.count && i < CONFUSIONS_MOST; i++) {
		strbuf_add_point(&pairs, confusions.items[i].one);
		strbuf_add_point(&pairs, confusions.items[i].other);
	}
	json_object_begin(&json);
	json_key(&json, "pairs");
	json_text(&json, strbuf_str(&pairs));
	json_object_end(&json);
	return strbuf_str(&out);
}
