#include "search/listing.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/map.h"
#include "search/tokens.h"

/* --- texts --- */

#define HEADS_END 0x30000u /* characters beyond are taken to begin no pair */

/* A character behind which nothing stands. */
struct last {
	uint64_t term;
	bool in_title;
};

struct text_lister {
	struct postings *postings;
	struct fold *fold;
	struct arena *line; /* working memory of the article */
	struct lasts {
		struct last *items;
		size_t count, capacity;
	} lasts; /* of the article */
	/* The number of the article, from 1, in which a character last began a pair:
	 * nothing needs to be wiped between two articles. */
	uint32_t heads[HEADS_END];
};

static void
list_text(struct text_lister *lister, struct str text, bool in_title)
{
	uint32_t article = postings_articles(lister->postings) + 1;
	struct str folded = fold_text(lister->fold, text, lister->line);
	struct token_walk walk = token_walk(lister->fold, folded);
	for (struct token token; token_next(&walk, &token);) {
		if (token.last) {
			*list_add(&lister->lasts, lister->line) =
				(struct last){token.term, in_title};
			continue;
		}
		uint32_t head = term_head(token.term);
		postings_add(lister->postings, token.term, in_title);
		if (head < HEADS_END)
			lister->heads[head] = article;
	}
}

/* A search for a single character looks at all pairs that it begins: where it stands last
 * and begins none in the whole article, it is listed by itself. */
static void
list_lasts(struct text_lister *lister)
{
	uint32_t article = postings_articles(lister->postings) + 1;
	for (size_t i = 0; i < lister->lasts.count; i++) {
		const struct last *last = &lister->lasts.items[i];
		uint32_t head = term_head(last->term);
		if (head >= HEADS_END || lister->heads[head] != article)
			postings_add(lister->postings, last->term, last->in_title);
	}
}

struct text_lister *
text_lister_open(struct postings *postings, struct fold *fold, struct arena *arena)
{
	struct text_lister *lister = arena_new(arena, struct text_lister);
	lister->postings = postings;
	lister->fold = fold;
	return lister;
}

void
list_texts(struct text_lister *lister, const struct article *article, struct arena *arena)
{
	lister->line = arena;
	lister->lasts = (struct lasts){0};
	list_text(lister, article->kicker, true);
	list_text(lister, article->title, true);
	list_text(lister, article->subtitle, true);
	list_text(lister, article->byline, false);
	for (size_t i = 0; i < article->blocks.count; i++)
		list_text(lister, article->blocks.items[i].text, false);
	list_lasts(lister);
	postings_end_article(lister->postings);
}

/* --- names --- */

/* A name and where it stands among all, once they are known. */
struct name {
	struct str written;
	uint32_t place;
};

/* The names of the articles in turn, NULL behind those of one. */
struct naming {
	struct map by_name; /* to struct name */
	struct {
		struct name **items;
		size_t count, capacity;
	} uses;
	struct arena *arena;
	struct arena *line; /* emptied after each article */
};

static void
add_name(struct naming *naming, char kind, struct str name)
{
	if (!name.len)
		return;
	struct str term = str_format(naming->line, "%c%.*s", kind, STR_ARG(name));
	struct str written = term_written(term, naming->line);
	struct name *known = map_find(&naming->by_name, written);
	if (!known) {
		known = arena_new(naming->arena, struct name);
		known->written = str_copy(written, naming->arena);
		*map_at(&naming->by_name, known->written) = known;
	}
	*list_add(&naming->uses, naming->arena) = known;
}

static void
name_article(struct naming *naming, const struct article *article)
{
	struct person_refs people = catalog_people_of(article, naming->line);
	for (size_t i = 0; i < people.count; i++)
		add_name(naming, 'p', people.items[i]->slug);
	struct tag_refs tags = catalog_tags_of(article, naming->line);
	for (size_t i = 0; i < tags.count; i++)
		add_name(naming, 't', tags.items[i]->slug);
	add_name(naming, 'c', article->column);
	add_name(naming, 'n', article->page);
	add_name(naming, 'k', str_from(article_kind_name(article->kind)));
	*list_add(&naming->uses, naming->arena) = NULL;
	arena_empty(naming->line);
}

static int
by_written(const void *a, const void *b)
{
	const struct name *const *left = a, *const *right = b;
	return str_compare((*left)->written, (*right)->written);
}

static struct str_list
number_names(struct naming *naming)
{
	struct str_list written = {0};
	size_t count = naming->by_name.count;
	struct name **names = arena_array(naming->arena, struct name *, count + 1);
	for (size_t i = 0; i < count; i++)
		names[i] = naming->by_name.entries[i].value;
	qsort(names, count, sizeof *names, by_written);
	for (uint32_t i = 0; i < count; i++) {
		names[i]->place = i;
		str_list_add(&written, names[i]->written, naming->arena);
	}
	return written;
}

struct name_index
list_names(const struct catalog *catalog, size_t from, size_t to, struct arena *arena)
{
	struct naming naming = {
		.by_name = map_open(arena), .arena = arena, .line = arena_open()};
	for (size_t i = from; i < to; i++)
		name_article(&naming, catalog->articles.items[i]);
	struct name_index index = {number_names(&naming), postings_open(arena)};
	for (size_t i = 0; i < naming.uses.count; i++)
		if (naming.uses.items[i])
			postings_add(index.postings, naming.uses.items[i]->place, false);
		else
			postings_end_article(index.postings);
	arena_close(naming.line);
	return index;
}
