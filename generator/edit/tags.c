#include "edit/tags.h"

#include <stdlib.h>

#include "base/list.h"
#include "edit/proper_nouns.h"
#include "edit/topics.h"

enum { MOST_TAGS = 6, MOST_TOPICS = 3, MOST_PLACES = 2, MOST_ORGANISATIONS = 2 };

/* Weights in thousandths. */
enum { COLUMN_WEIGHT = 900, BEST_WEIGHT = 1000, NOUN_IN_HEADLINE = 400, NOUN_STEP = 80 };

struct tagger {
	const struct authority *authority;
	struct text *text;
	struct topics *topics;
	struct proper_nouns *nouns;
};

struct tagger *
tagger_open(const struct authority *authority, struct text *text, struct arena *arena)
{
	struct tagger *tagger = arena_new(arena, struct tagger);
	tagger->authority = authority;
	tagger->text = text;
	tagger->topics = topics_read(authority, arena);
	tagger->nouns = proper_nouns_read(arena);
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

static bool
has_tag(const struct article *article, struct str name)
{
	for (size_t i = 0; i < article->tags.count; i++)
		if (str_equal(article->tags.items[i].name, name))
			return true;
	return false;
}

static bool
add_tag(struct article *article, enum tag_kind kind, struct str name, int weight,
	struct arena *arena)
{
	if (!name.len || article->tags.count >= MOST_TAGS || has_tag(article, name) ||
		is_person(article, name))
		return false;
	struct tag_use *added = list_add(&article->tags, arena);
	*added = (struct tag_use){
		.kind = kind,
		.name = str_copy(name, arena),
		.weight = weight < BEST_WEIGHT ? weight : BEST_WEIGHT,
	};
	return true;
}

/* --- topics --- */

/* The best topics; none that the best leaves far behind. Places and organisations of
 * tags.yaml are found like topics. */
static void
add_topics(const struct tagger *tagger, struct article *article,
	const struct passage *passage, size_t headline, struct arena *arena,
	struct arena *scratch)
{
	enum { FAR = 3, STEP = 25 };
	struct topic_list list = topics_find(tagger->topics, passage, headline, scratch);
	unsigned added = 0;
	for (size_t i = 0; i < list.count && added < MOST_TOPICS; i++) {
		const struct topic_score *topic = &list.items[i];
		if (topic->score * FAR < list.items[0].score)
			break;
		added += add_tag(article, topic->entry->kind, topic->entry->name,
			(int)topic->score * STEP, arena);
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
add_nouns(const struct tagger *tagger, struct article *article,
	const struct passage *passage, size_t headline, struct arena *arena,
	struct arena *scratch)
{
	struct proper_noun_list list = proper_nouns_find(
		tagger->nouns, passage, headline, tagger->text, scratch);
	unsigned places = 0, organisations = 0;
	if (list.count)
		qsort(list.items, list.count, sizeof *list.items, by_weight);
	for (size_t i = 0; i < list.count; i++) {
		const struct proper_noun *noun = &list.items[i];
		bool place = noun->kind == TAG_PLACE;
		if (place ? places >= MOST_PLACES : organisations >= MOST_ORGANISATIONS)
			continue;
		if (noun->count < 2 && !noun->in_headline && (!place || places))
			continue;
		bool added = add_tag(article, noun->kind, canonical(tagger, noun->name),
			weight_of(noun), arena);
		places += added && place;
		organisations += added && !place;
	}
}

/* --- the article --- */

static void
add_line(struct strbuf *out, struct str line)
{
	strbuf_add(out, line);
	strbuf_add_char(out, '\n');
}

static int
by_tag_weight(const void *a, const void *b)
{
	const struct tag_use *x = a, *y = b;
	if (x->weight != y->weight)
		return x->weight < y->weight ? 1 : -1;
	return str_compare(x->name, y->name);
}

void
tags_find(const struct tagger *tagger, struct article *article, struct arena *arena,
	struct arena *scratch)
{
	struct strbuf text = strbuf_open(scratch);
	add_line(&text, article->kicker);
	add_line(&text, article->title);
	add_line(&text, article->subtitle);
	size_t headline = str_count(strbuf_str(&text));
	for (size_t i = 0; i < article->blocks.count; i++)
		add_line(&text, article->blocks.items[i].text);
	struct passage passage = passage_open(strbuf_str(&text), scratch);
	add_tag(article, TAG_COLUMN, article->column, COLUMN_WEIGHT, arena);
	add_topics(tagger, article, &passage, headline, arena, scratch);
	add_nouns(tagger, article, &passage, headline, arena, scratch);
	if (article->tags.count)
		qsort(article->tags.items, article->tags.count,
			sizeof *article->tags.items, by_tag_weight);
}
