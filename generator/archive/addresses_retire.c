#include "archive/addresses_assign.h"

#include <limits.h>

#include "archive/issue.h"
#include "base/file.h"

/* Where the address of a vanished article leads, the first of these that there is:
 *
 * 1. the article of its issue with nearly its text, or one anywhere with its text but
 *    for slips; of equals one of its page, then the one that comes first;
 * 2. the article of its page that has its title in its headline: the two were put
 *    together, and one's title is the other's kicker or subtitle;
 * 3. its page, its issue, the home page.
 *
 * Once settled, a target stays as long as it is published, so that the ledger does not
 * change with every build. */

static void
find_live(struct assignment *assignment)
{
	*map_at(&assignment->live, STR("index.html")) = assignment;
	for (size_t i = 0; i < assignment->count; i++) {
		const struct page *page = assignment->pages[i];
		if (date_known(page->date))
			*map_at(&assignment->live,
				issue_address(page->date, assignment->arena)) =
				assignment;
	}
	for (size_t i = 0; i < assignment->addresses->rows.count; i++)
		if (assignment->addresses->rows.items[i].current)
			*map_at(&assignment->live,
				assignment->addresses->rows.items[i].address) =
				assignment;
}

static bool
of_one_page(struct str source, struct str other)
{
	return str_equal(stem_of_page(source), stem_of_page(other));
}

/* How far the article is from what stood at the row: bits of 64 twice, plus one on
 * another page; too far is INT_MAX. */
static int
rank_of(const struct article *article, const struct address *row)
{
	if (!article->address.len || !article->sketch || !row->sketch)
		return INT_MAX;
	bool page = of_one_page(article->source, row->subject);
	bool issue = page ||
		     str_equal(file_folder(article->address), file_folder(row->address));
	int bits = sketch_distance(article->sketch, row->sketch);
	return bits <= (issue ? NEAR : SLIP) ? 2 * bits + !page : INT_MAX;
}

static const struct article *
nearest(const struct assignment *assignment, const struct address *row)
{
	const struct article *best = NULL;
	int best_rank = INT_MAX;
	for (size_t i = 0; i < assignment->count && row->sketch; i++)
		for (size_t k = 0; k < assignment->pages[i]->articles.count; k++) {
			const struct article *article =
				assignment->pages[i]->articles.items[k];
			int rank = rank_of(article, row);
			if (rank < best_rank) {
				best = article;
				best_rank = rank;
			}
		}
	return best;
}

/* Only heads of articles are in memory here. */
static bool
has_in_headline(const struct article *article, struct str words)
{
	return str_has(article->kicker, words) || str_has(article->title, words) ||
	       str_has(article->subtitle, words);
}

enum { LEAST_PART = 4 }; /* characters: shorter words stand in many headlines */

/* Whether all parts of the title stand in the headline; they are parted by U+3000. */
static bool
has_title(const struct article *article, struct str title, struct arena *arena)
{
	struct str rest = str_replace(title, STR("　"), STR("\n"), arena), part;
	while (str_cut(&rest, '\n', &part))
		if (str_count(part) < LEAST_PART || !has_in_headline(article, part))
			return false;
	return title.len > 0;
}

static const struct article *
holder_of_title(const struct assignment *assignment, const struct address *row)
{
	for (size_t i = 0; i < assignment->count; i++)
		for (size_t k = 0; k < assignment->pages[i]->articles.count; k++) {
			const struct article *article =
				assignment->pages[i]->articles.items[k];
			if (article->address.len &&
				of_one_page(article->source, row->subject) &&
				has_title(article, row->title, assignment->arena))
				return article;
		}
	return NULL;
}

/* The page of the source that the row stood for, its issue, or the home page. */
static struct str
place_of(const struct assignment *assignment, const struct address *row)
{
	for (size_t i = 0; i < assignment->count; i++)
		if (assignment->pages[i]->address.len &&
			of_one_page(assignment->pages[i]->source, row->subject))
			return assignment->pages[i]->address;
	struct str issue = str_format(assignment->addresses->arena, "%.*s/index.html",
		STR_ARG(file_folder(row->address)));
	return map_find(&assignment->live, issue) ? issue : STR("index.html");
}

static struct str
target_of(const struct assignment *assignment, const struct address *row)
{
	const struct article *article = nearest(assignment, row);
	if (!article)
		article = holder_of_title(assignment, row);
	return article ? article->address : place_of(assignment, row);
}

void
addresses_retire(struct assignment *assignment)
{
	find_live(assignment);
	for (size_t i = 0; i < assignment->addresses->rows.count; i++) {
		struct address *row = &assignment->addresses->rows.items[i];
		if (row->current || !address_is_of_article(row))
			continue;
		row->kind = ADDRESS_GONE;
		if (!row->target.len || !map_find(&assignment->live, row->target))
			row->target = target_of(assignment, row);
	}
}
