#include "edit/tags.h"

#include <stdlib.h>

#include "base/list.h"
#include "edit/phrases.h"
#include "edit/proper_nouns.h"
#include "edit/topics.h"

enum { OFTEN = 4 }; /* a second place needs so many occurrences */
enum { MOST_TAGS = 6, MOST_TOPICS = 3, MOST_PLACES = 2, MOST_ORGANISATIONS = 2 };

/* Weights in thousandths. */
enum { COLUMN_WEIGHT = 900, BEST_WEIGHT = 1000, NOUN_IN_HEADLINE = 400, NOUN_STEP = 80 };

struct tagger {
	const struct authority *authority;
	struct text *text;
	struct topics *topics;
	struct proper_nouns *nouns;
	struct phrases *phrases;
};

/* One article on its way to tags. */
struct tagging {
	const struct tagger *tagger;
	struct article *article;
	const struct passage *passage;
	struct arena *arena, *scratch;
};

struct tagger *
tagger_open(const struct authority *authority, struct text *text, struct arena *arena)
{
	struct tagger *tagger = arena_new(arena, struct tagger);
	tagger->authority = authority;
	tagger->text = text;
	tagger->topics = topics_read(authority, arena);
	tagger->nouns = proper_nouns_read(arena);
	tagger->phrases = phrases_read(arena);
	return tagger;
}

/* --- adding --- */

static bool
is_person(const struct article *article, struct str name)
{
	for (size_t i = 0; i < article->mentions.count; i++)
		if (str_equal(article->mentions.items[i].name, name))
			return true;
	for (size_t i = 0; i < article->credits.count; i++)
		if (str_equal(article->credits.items[i].name, name))
			return true;
	return false;
}

/* Whether a person's name is a part of this one. */
static bool
has_person(const struct article *article, struct str name)
{
	for (size_t i = 0; i < article->mentions.count; i++)
		if (str_has(name, article->mentions.items[i].name))
			return true;
	return is_person(article, name);
}

static bool
has_tag(const struct article *article, struct str name)
{
	for (size_t i = 0; i < article->tags.count; i++)
		if (str_equal(article->tags.items[i].name, name))
			return true;
	return false;
}

static int
at_most(int weight)
{
	return weight < BEST_WEIGHT ? weight : BEST_WEIGHT;
}

static bool
add_tag(const struct tagging *tagging, enum tag_kind kind, struct str name, int weight)
{
	struct article *article = tagging->article;
	if (!name.len || article->tags.count >= MOST_TAGS || has_tag(article, name) ||
		is_person(article, name))
		return false;
	struct tag_use *added = list_add(&article->tags, tagging->arena);
	*added = (struct tag_use){.kind = kind,
		.name = str_copy(name, tagging->arena),
		.weight = at_most(weight)};
	return true;
}

static void
add_spare(const struct tagging *tagging, enum tag_kind kind, struct str name, int weight)
{
	struct article *article = tagging->article;
	if (has_tag(article, name) || has_person(article, name))
		return;
	struct tag_use *added = list_add(&article->spare_tags, tagging->arena);
	*added = (struct tag_use){.kind = kind,
		.name = str_copy(name, tagging->arena),
		.weight = at_most(weight)};
}

/* --- topics --- */

/* The best topics; none that the best leaves far behind. Places and organisations of
 * tags.yaml are found like topics. */
static void
add_topics(const struct tagging *tagging)
{
	enum { FAR = 3, STEP = 25, MOST_SPARE = 3 };
	struct topic_list list = topics_find(tagging->tagger->topics, tagging->passage,
		tagging->article->kind, tagging->scratch);
	unsigned added = 0, spare = 0;
	for (size_t i = 0; i < list.count && spare < MOST_SPARE; i++) {
		const struct topic_score *topic = &list.items[i];
		const struct tag_entry *entry = topic->entry;
		bool near = topic->score * FAR >= list.items[0].score || topic->by_kind;
		if (topic->enough && near && added < MOST_TOPICS)
			added += add_tag(tagging, entry->kind, entry->name,
				(int)topic->score * STEP);
		else if (++spare)
			add_spare(tagging, entry->kind, entry->name, (int)topic->score);
	}
}

/* --- places and organisations --- */

static int
weight_of(const struct proper_noun *noun)
{
	return (noun->in_headline ? NOUN_IN_HEADLINE : 0) + (int)noun->count * NOUN_STEP;
}

static int
by_weight(const void *a, const void *b)
{
	const struct proper_noun *x = a, *y = b;
	if (weight_of(x) != weight_of(y))
		return weight_of(x) < weight_of(y) ? 1 : -1;
	return x->name.data < y->name.data ? -1 : 1;
}

/* The name that the keeper gave to a tag of which this is a synonym. */
static struct str
canonical(const struct tagger *tagger, struct str name)
{
	const struct tag_entry *entry = map_find(&tagger->authority->tag_of, name);
	return entry ? entry->name : name;
}

/* An organisation named once in passing is no tag; a place is, if nothing better is
 * there. */
static void
add_nouns(const struct tagging *tagging, struct text *text)
{
	struct proper_noun_list list = proper_nouns_find(
		tagging->tagger->nouns, tagging->passage, text, tagging->scratch);
	unsigned places = 0, organisations = 0;
	if (list.count)
		qsort(list.items, list.count, sizeof *list.items, by_weight);
	for (size_t i = 0; i < list.count; i++) {
		const struct proper_noun *noun = &list.items[i];
		bool place = noun->kind == TAG_PLACE;
		if (place ? places >= MOST_PLACES : organisations >= MOST_ORGANISATIONS)
			continue;
		struct str name = canonical(tagging->tagger, noun->name);
		unsigned least = places && place ? OFTEN : places || !place ? 2 : 1;
		if (noun->count < least && !noun->in_headline) {
			add_spare(tagging, noun->kind, name, 0);
			continue;
		}
		bool added = add_tag(tagging, noun->kind, name, weight_of(noun));
		places += added && place;
		organisations += added && !place;
	}
}

/* --- key phrases --- */

static void
add_phrases(const struct tagging *tagging, struct text *text)
{
	struct phrase_list list = phrases_find(
		tagging->tagger->phrases, tagging->passage, text, tagging->scratch);
	for (size_t i = 0; i < list.count; i++)
		add_spare(tagging, TAG_TOPIC, list.items[i].name, list.items[i].weight);
}

/* --- the article --- */

static int
by_tag_weight(const void *a, const void *b)
{
	const struct tag_use *x = a, *y = b;
	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return str_compare(x->name, y->name);
}

void
tags_find(const struct tagger *tagger, struct article *article,
	const struct passage *passage, struct arena *arena, struct arena *scratch)
{
	struct tagging tagging = {tagger, article, passage, arena, scratch};
	bool given = article->tags.count > 0; /* in front matter */
	add_tag(&tagging, TAG_COLUMN, article->column, COLUMN_WEIGHT);
	add_topics(&tagging);
	add_nouns(&tagging, tagger->text);
	if (given)
		article->spare_tags.count = 0;
	else
		add_phrases(&tagging, tagger->text);
	if (article->tags.count)
		qsort(article->tags.items, article->tags.count,
			sizeof *article->tags.items, by_tag_weight);
}
