#include "archive/full_text.h"

static struct page *
text_of(struct cache *cache, struct str source, struct arena *arena)
{
	struct str text = cache_find_text(cache, source, arena);
	return text.data ? record_read_text(text, arena) : NULL;
}

/* The article's own part of the page's; NULL where the two do not fit. */
static const struct article *
part_of(const struct page *page, const struct article *article)
{
	return page && article->place < page->articles.count
		       ? page->articles.items[article->place]
		       : NULL;
}

const struct article *
full_text_of_article(
	struct cache *cache, const struct article *article, struct arena *arena)
{
	if (!article->is_head)
		return article;
	const struct article *found =
		part_of(text_of(cache, article->source, arena), article);
	if (!found) {
		cache_mark_damaged(cache);
		return article;
	}
	struct article *whole = arena_new(arena, struct article);
	*whole = *article;
	whole->is_head = false;
	whole->blocks.items = found->blocks.items;
	whole->blocks.count = whole->blocks.capacity = found->blocks.count;
	return whole;
}

struct str
full_text_quote(struct cache *cache, const struct article *article, size_t number,
	struct arena *arena)
{
	if (!article->is_head)
		return article->mentions.items[number].context;
	struct str quotes = cache_find_quotes(cache, article->source, arena);
	const struct page *page = quotes.data ? record_read_quotes(quotes, arena) : NULL;
	const struct article *found = part_of(page, article);
	if (found && found->mentions.count == article->mentions.count)
		return found->mentions.items[number].context;
	cache_mark_damaged(cache);
	return STR("");
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
