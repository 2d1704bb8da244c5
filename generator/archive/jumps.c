#include "archive/jumps.h"

#include "archive/page_number.h"

/* Whether `part` may be what `article` goes on in. */
static bool
fits(const struct article *article, const struct article *part, bool same_title)
{
	return !part->continues && part != article && part->jump_from.len &&
	       page_number_same(article->jump_to, part->page) &&
	       page_number_same(part->jump_from, article->page) &&
	       (!same_title || str_equal(article->title, part->title));
}

static void
link_in(const struct catalog *catalog, size_t from, size_t to, bool same_title)
{
	for (size_t i = from; i < to; i++) {
		struct article *article = catalog->articles.items[i];
		for (size_t k = from;
			k < to && article->jump_to.len && !article->continued; k++) {
			struct article *part = catalog->articles.items[k];
			if (!fits(article, part, same_title))
				continue;
			article->continued = part;
			part->continues = article;
		}
	}
}

void
jumps_link(struct catalog *catalog)
{
	size_t count = catalog->articles.count - catalog->undated.count;
	for (size_t i = 0; i < catalog->articles.count; i++)
		catalog->articles.items[i]->continues =
			catalog->articles.items[i]->continued = NULL;
	for (size_t from = 0, to; from < count; from = to) {
		struct date day = catalog->articles.items[from]->date;
		for (to = from; to < count; to++)
			if (date_compare(catalog->articles.items[to]->date, day) != 0)
				break;
		link_in(catalog, from, to, true);
		link_in(catalog, from, to, false);
	}
}
