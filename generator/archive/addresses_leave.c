#include "archive/addresses.h"

/* What catalog_build and its callers take from the ledger: addresses of pages and
 * articles, slugs, redirects. Everything else that points into it ends with it. */
void
addresses_leave(struct catalog *catalog)
{
	struct arena *arena = catalog->arena;
	for (size_t i = 0; i < catalog->pages.count; i++) {
		struct page *page = catalog->pages.items[i];
		page->address = str_copy(page->address, arena);
	}
	for (size_t i = 0; i < catalog->articles.count; i++) {
		struct article *article = catalog->articles.items[i];
		article->address = str_copy(article->address, arena);
	}
	for (size_t i = 0; i < catalog->people.count; i++) {
		struct person *person = catalog->people.items[i];
		person->slug = str_copy(person->slug, arena);
	}
	for (size_t i = 0; i < catalog->tags.count; i++) {
		struct tag *tag = catalog->tags.items[i];
		tag->slug = str_copy(tag->slug, arena);
	}
	for (size_t i = 0; i < catalog->redirects.count; i++) {
		struct redirect *redirect = &catalog->redirects.items[i];
		redirect->address = str_copy(redirect->address, arena);
		redirect->target = str_copy(redirect->target, arena);
	}
}
