#include "archive/full_text.h"

static struct page *
text_of(struct cache *cache, struct str source, struct arena *arena)
{
	struct str text = cache_find_text(cache, source, arena);
	return text.data ? record_read_text(text, arena) : NULL;
}

static void
add_contexts(struct article *whole, const struct article *head,
	const struct article *text, struct arena *arena)
{
	size_t count = head->mentions.count;
	whole->mentions.items = arena_array(arena, struct mention, count + 1);
	for (size_t i = 0; i < count; i++) {
		whole->mentions.items[i] = head->mentions.items[i];
		whole->mentions.items[i].context = text->mentions.items[i].context;
	}
}

/* The article's own part of the text; NULL where the two do not fit. */
static const struct article *
part_of(const struct page *text, const struct article *article)
{
	if (!text || article->place >= text->articles.count)
		return NULL;
	const struct article *part = text->articles.items[article->place];
	return part->mentions.count == article->mentions.count ? part : NULL;
}

const struct article *
full_text_of_article(
	struct cache *cache, const struct article *article, struct arena *arena)
{
	if (!article->is_head)
		return article;
	const struct page *text = text_of(cache, article->source, arena);
	const struct article *found = part_of(text, article);
	if (!found) {
		cache_mark_damaged(cache);
		return article;
	}
	struct article *whole = arena_new(arena, struct article);
	*whole = *article;
	whole->is_head = false;
	whole->blocks.items = found->blocks.items;
	whole->blocks.count = whole->blocks.capacity = found->blocks.count;
	add_contexts(whole, article, found, arena);
	return whole;
}

const struct page *
full_text_of_page(struct cache *cache, const struct page *page, struct arena *arena)
{
	if (!page->is_head)
		return page;
	const struct page *text = text_of(cache, page->source, arena);
	if (!text) {
		cache_mark_damaged(cache);
		return page;
	}
	struct page *whole = arena_new(arena, struct page);
	*whole = *page;
	whole->is_head = false;
	whole->text = text->text;
	whole->furniture.items = text->furniture.items;
	whole->furniture.count = whole->furniture.capacity = text->furniture.count;
	whole->repeats.items = text->repeats.items;
	whole->repeats.count = whole->repeats.capacity = text->repeats.count;
	return whole;
}
