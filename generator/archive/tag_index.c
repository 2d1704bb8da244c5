#include "archive/tag_index.h"

#include <stdlib.h>

#include "archive/slug.h"
#include "base/list.h"

enum {
	LEAST_ARTICLES = 2,
	MANY_ARTICLES = 50, /* in an archive of more than these ... */
	COMMON_SHARE = 5    /* ... one in five is too common */
};

/* The tag of the keeper's table that the use means, by name or synonym; NULL when there
 * is none. A column is never taken for a topic that happens to have its name. */
static const struct tag_entry *
entry_of(const struct authority *authority, const struct tag_use *use)
{
	const struct tag_entry *entry = map_find(&authority->tag_of, use->name);
	bool is_column = use->kind == TAG_COLUMN;
	return entry && is_column == (entry->kind == TAG_COLUMN) ? entry : NULL;
}

static struct str
subject_of(
	const struct authority *authority, const struct tag_use *use, struct arena *arena)
{
	const struct tag_entry *entry = entry_of(authority, use);
	return str_format(arena, "%s:%.*s",
		tag_kind_name(entry ? entry->kind : use->kind),
		STR_ARG(entry ? entry->name : use->name));
}

static struct tag *
new_tag(struct catalog *catalog, struct str subject, const struct tag_use *use)
{
	const struct tag_entry *entry = entry_of(catalog->authority, use);
	struct tag *tag = arena_new(catalog->arena, struct tag);
	tag->subject = subject;
	tag->kind = entry ? entry->kind : use->kind;
	tag->name = entry ? entry->name : use->name;
	tag->slug = entry ? entry->slug : STR("");
	tag->slug_given = tag->slug.len > 0;
	return tag;
}

static struct tag *
add_use(struct catalog *catalog, struct map *found, struct article *article,
	const struct tag_use *use)
{
	struct arena *arena = arena_open();
	struct str subject = subject_of(catalog->authority, use, arena);
	struct tag *tag = map_find(found, subject);
	if (!tag) {
		subject = str_copy(subject, catalog->arena);
		*map_at(found, subject) = tag = new_tag(catalog, subject, use);
	}
	arena_close(arena);
	if (!tag->articles.count ||
		tag->articles.items[tag->articles.count - 1] != article)
		*list_add(&tag->articles, found->arena) = article;
	return tag;
}

static void
add_article(struct catalog *catalog, struct map *found, struct article *article)
{
	for (size_t i = 0; i < article->tags.count; i++)
		article->tags.items[i].tag =
			add_use(catalog, found, article, &article->tags.items[i]);
	struct tag_use column = {.kind = TAG_COLUMN, .name = article->column};
	article->column_tag =
		column.name.len ? add_use(catalog, found, article, &column) : NULL;
}

static bool
is_worth_a_page(const struct catalog *catalog, const struct tag *tag)
{
	size_t total = catalog->articles.count, count = tag->articles.count;
	bool common = total > MANY_ARTICLES && count * COMMON_SHARE > total;
	struct tag_use use = {.kind = tag->kind, .name = tag->name};
	bool trusted = tag->kind == TAG_COLUMN ||
		       (tag->kind == TAG_TOPIC && entry_of(catalog->authority, &use));
	return count >= LEAST_ARTICLES && (!common || trusted);
}

static int
compare_tags(const void *a, const void *b)
{
	const struct tag *first = *(struct tag *const *)a,
			 *second = *(struct tag *const *)b;
	if (first->kind != second->kind)
		return first->kind < second->kind ? -1 : 1;
	int order = str_compare(first->sort_key, second->sort_key);
	return order ? order : str_compare(first->name, second->name);
}

static void
finish(struct tag *tag, struct text *text, struct arena *arena)
{
	list_settle(&tag->articles, arena);
	tag->sort_key = text_sort_key(text, tag->name, arena);
	tag->pinyin = text_pinyin(text, tag->name);
	for (size_t i = 0; i < tag->articles.count; i++) {
		struct date date = tag->articles.items[i]->date;
		if (!date.year)
			continue;
		if (!tag->first.year || date_compare(date, tag->first) < 0)
			tag->first = date;
		if (date_compare(date, tag->last) > 0)
			tag->last = date;
	}
}

static void
add_slugs(struct catalog *catalog, struct text *text, struct arena *scratch)
{
	struct map taken = map_open(scratch);
	for (size_t i = 0; i < catalog->tags.count; i++)
		if (catalog->tags.items[i]->slug_given)
			*map_at(&taken, catalog->tags.items[i]->slug) = catalog;
	for (size_t i = 0; i < catalog->tags.count; i++) {
		struct tag *tag = catalog->tags.items[i];
		if (!tag->slug_given)
			tag->slug = str_copy(
				slug_unique(&taken, slug_of(text, tag->name, scratch),
					scratch),
				catalog->arena);
	}
}

/* Tags that are not worth a page are let go: they have no place in the order.
 */
static void
drop_others(const struct catalog *catalog)
{
	for (size_t i = 0; i < catalog->articles.count; i++) {
		struct article *article = catalog->articles.items[i];
		for (size_t k = 0; k < article->tags.count; k++)
			if (!article->tags.items[k].tag->sort_key.data)
				article->tags.items[k].tag = NULL;
		if (article->column_tag && !article->column_tag->sort_key.data)
			article->column_tag = NULL;
	}
}

void
tag_index_build(struct catalog *catalog, struct text *text)
{
	struct arena *scratch = arena_open();
	struct map found = map_open(scratch);
	for (size_t i = 0; i < catalog->articles.count; i++)
		add_article(catalog, &found, catalog->articles.items[i]);
	for (size_t i = 0; i < found.count; i++) {
		struct tag *tag = found.entries[i].value;
		if (!is_worth_a_page(catalog, tag))
			continue;
		finish(tag, text, catalog->arena);
		*list_add(&catalog->tags, catalog->arena) = tag;
	}
	if (catalog->tags.count)
		qsort(catalog->tags.items, catalog->tags.count, sizeof(struct tag *),
			compare_tags);
	add_slugs(catalog, text, scratch);
	drop_others(catalog);
	for (size_t i = 0; i < catalog->tags.count; i++) {
		struct tag *tag = catalog->tags.items[i];
		*map_at(&catalog->tag_by_subject, tag->subject) = tag;
	}
	arena_close(scratch);
}

static void
add_ref(struct tag_refs *refs, struct tag *tag, struct arena *arena)
{
	for (size_t i = 0; tag && i < refs->count; i++)
		if (refs->items[i] == tag)
			tag = NULL;
	if (tag)
		*list_add(refs, arena) = tag;
}

struct tag_refs
catalog_tags_of(const struct article *article, struct arena *arena)
{
	struct tag_refs refs = {0};
	for (size_t i = 0; i < article->tags.count; i++)
		add_ref(&refs, article->tags.items[i].tag, arena);
	add_ref(&refs, article->column_tag, arena);
	return refs;
}
