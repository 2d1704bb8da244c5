#include "edit/tags_settle.h"

#include "base/list.h"
#include "base/map.h"

enum {
	LEAST_TAGS = 2,
	FILLED_TAGS = 5, /* so many with key phrases */
	MANY_ARTICLES = 50,
	COMMON_SHARE = 5, /* in an archive of many articles one in five is too common */
	LEAST_WORTH = 500,
};

struct settling {
	const struct authority *authority;
	struct map uses; /* phrase to the number of articles that have it */
	size_t articles;
	struct map names; /* of tags, each once: struct str */
	struct arena *arena;
	struct arena *scratch; /* of one article */
};

static bool
is_phrase(const struct settling *settling, const struct tag_use *use)
{
	return use->kind == TAG_TOPIC &&
	       !map_find(&settling->authority->tag_of, use->name);
}

/* --- counting --- */

static void
count_article(struct settling *settling, const struct article *article)
{
	settling->articles++;
	for (size_t i = 0; i < article->spare_tags.count; i++) {
		const struct tag_use *use = &article->spare_tags.items[i];
		if (!is_phrase(settling, use))
			continue;
		uintptr_t *count = (uintptr_t *)map_at(&settling->uses, use->name);
		++*count;
	}
}

/* The logarithm to the base 2 in hundredths, between powers on a straight line. */
static int
logarithm(size_t n)
{
	int whole = 0;
	while (n >> whole > 1)
		whole++;
	size_t power = (size_t)1 << whole;
	return whole * 100 + (int)((n - power) * 100 / power);
}

/* What the phrase weighs in this archive: all of it where at most one article in sixteen
 * has it, less and less where more have, 0 where it stands everywhere. */
static int
worth_of(const struct settling *settling, const struct tag_use *use)
{
	enum { RARE = 400, BASE = 200, FEW = 16 };
	size_t articles = (uintptr_t)map_find(&settling->uses, use->name);
	if (settling->articles > MANY_ARTICLES &&
		articles * COMMON_SHARE > settling->articles)
		return 0;
	size_t all = settling->articles > FEW ? settling->articles : FEW;
	int rarity = logarithm(all) - logarithm(articles);
	return use->weight / 2 * (BASE + (rarity < RARE ? rarity : RARE)) / (BASE + RARE);
}

/* --- choosing --- */

/* 青槐县 is there where 青槐县文化馆 is. */
static bool
is_there(const struct article *article, struct str name)
{
	for (size_t i = 0; i < article->tags.count; i++) {
		struct str tag = article->tags.items[i].name;
		if (str_has(tag, name) || str_has(name, tag))
			return true;
	}
	return false;
}

static void
add(const struct settling *settling, struct article *article, struct tag_use use)
{
	if (!is_there(article, use.name))
		*list_add(&article->tags, settling->scratch) = use;
}

static struct tag_use *
best_phrase(const struct settling *settling, const struct article *article, int *worth)
{
	struct tag_use *best = NULL;
	*worth = LEAST_WORTH - 1;
	for (size_t i = 0; i < article->spare_tags.count; i++) {
		struct tag_use *use = &article->spare_tags.items[i];
		if (!is_phrase(settling, use) || is_there(article, use->name))
			continue;
		int its = worth_of(settling, use);
		if (its > *worth) {
			*worth = its;
			best = use;
		}
	}
	return best;
}

static void
add_phrases(const struct settling *settling, struct article *article)
{
	int worth;
	struct tag_use *use;
	while (article->tags.count < FILLED_TAGS &&
		(use = best_phrase(settling, article, &worth)))
		add(settling, article,
			(struct tag_use){
				.kind = use->kind, .name = use->name, .weight = worth});
}

/* The wider topics of those that are there. */
static void
add_parents(const struct settling *settling, struct article *article)
{
	for (size_t i = 0; i < article->tags.count && article->tags.count < LEAST_TAGS;
		i++) {
		const struct tag_entry *entry = map_find(
			&settling->authority->tag_of, article->tags.items[i].name);
		const struct tag_entry *parent =
			entry && entry->parent.len
				? map_find(&settling->authority->tag_of, entry->parent)
				: NULL;
		if (parent)
			add(settling, article,
				(struct tag_use){
					.kind = parent->kind, .name = parent->name});
	}
}

/* Topics touched on, then places in passing, then whatever phrase there is. */
static void
add_rest(const struct settling *settling, struct article *article)
{
	for (size_t i = 0; i < article->spare_tags.count; i++)
		if (article->tags.count < LEAST_TAGS)
			add(settling, article, article->spare_tags.items[i]);
}

/* Thousands of articles have the same few names. */
static struct str
kept_name(struct settling *settling, struct str name)
{
	const struct str *known = map_find(&settling->names, name);
	if (known)
		return *known;
	struct str *kept = arena_new(settling->names.arena, struct str);
	*kept = str_copy(name, settling->arena);
	*map_at(&settling->names, *kept) = kept;
	return *kept;
}

/* What stays is copied, so that the signs can go. */
static void
settle(struct settling *settling, struct article *article)
{
	list_settle(&article->tags, settling->scratch);
	add_phrases(settling, article);
	add_parents(settling, article);
	add_rest(settling, article);
	list_settle(&article->tags, settling->arena);
	for (size_t i = 0; i < article->tags.count; i++)
		article->tags.items[i].name =
			kept_name(settling, article->tags.items[i].name);
	article->spare_tags.items = NULL;
	article->spare_tags.count = article->spare_tags.capacity = 0;
	arena_empty(settling->scratch);
}

void
tags_settle(struct page *const *pages, size_t count, const struct authority *authority,
	struct arena *arena)
{
	struct arena *maps = arena_open();
	struct settling settling = {
		.authority = authority,
		.uses = map_open(maps),
		.names = map_open(maps),
		.arena = arena,
		.scratch = arena_open(),
	};
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < pages[i]->articles.count; k++)
			count_article(&settling, pages[i]->articles.items[k]);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < pages[i]->articles.count; k++)
			settle(&settling, pages[i]->articles.items[k]);
	arena_close(settling.scratch);
	arena_close(maps);
}
