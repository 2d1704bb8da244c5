#include "search/listing.h"

#include "search/tokens.h"

#define HEADS_END 0x30000u /* characters beyond are taken to begin no pair */

/* The number of the article, from 1, in which a character last began a pair: nothing
 * needs to be wiped between two articles. */
struct pair_heads {
	uint32_t article[HEADS_END];
};

struct listed_text {
	struct str text;
	bool in_title;
};

static void
add_terms(struct postings *postings, struct pair_heads *heads,
	const struct str_list *terms, bool in_title)
{
	for (size_t i = 0; i < terms->count; i++) {
		uint32_t head = str_peek(terms->items[i]);
		postings_add(postings, terms->items[i], in_title);
		if (head < HEADS_END)
			heads->article[head] = postings->articles + 1;
	}
}

/* A search for a single character looks at all pairs that it begins: where it stands last
 * and begins none in the whole article, it is listed by itself. */
static void
add_lasts(struct postings *postings, const struct pair_heads *heads,
	const struct str_list *lasts, bool in_title)
{
	for (size_t i = 0; i < lasts->count; i++) {
		uint32_t last = str_peek(lasts->items[i]);
		if (last >= HEADS_END || heads->article[last] != postings->articles + 1)
			postings_add(postings, lasts->items[i], in_title);
	}
}

struct pair_heads *
pair_heads_open(struct arena *arena)
{
	return arena_new(arena, struct pair_heads);
}

void
list_texts(struct postings *postings, struct fold *fold, struct pair_heads *heads,
	const struct article *article, struct arena *arena)
{
	size_t count = 4 + article->blocks.count;
	struct listed_text *texts = arena_array(arena, struct listed_text, count);
	struct tokens *tokens = arena_array(arena, struct tokens, count);
	texts[0] = (struct listed_text){article->kicker, true};
	texts[1] = (struct listed_text){article->title, true};
	texts[2] = (struct listed_text){article->subtitle, true};
	texts[3] = (struct listed_text){article->byline, false};
	for (size_t i = 4; i < count; i++)
		texts[i].text = article->blocks.items[i - 4].text;
	for (size_t i = 0; i < count; i++) {
		struct str folded = fold_text(fold, texts[i].text, arena);
		tokens_add(&tokens[i], fold, folded, arena);
		add_terms(postings, heads, &tokens[i].terms, texts[i].in_title);
	}
	for (size_t i = 0; i < count; i++)
		add_lasts(postings, heads, &tokens[i].lasts, texts[i].in_title);
	postings_end_article(postings);
}

static void
add_name(struct postings *postings, char kind, struct str name, struct arena *arena)
{
	if (!name.len)
		return;
	struct str term = str_format(arena, "%c%.*s", kind, STR_ARG(name));
	postings_add(postings, term_written(term, arena), false);
}

void
list_names(struct postings *postings, const struct article *article, struct arena *arena)
{
	struct person_refs people = catalog_people_of(article, arena);
	for (size_t i = 0; i < people.count; i++)
		add_name(postings, 'p', people.items[i]->slug, arena);
	struct tag_refs tags = catalog_tags_of(article, arena);
	for (size_t i = 0; i < tags.count; i++)
		add_name(postings, 't', tags.items[i]->slug, arena);
	add_name(postings, 'c', article->column, arena);
	add_name(postings, 'n', article->page, arena);
	add_name(postings, 'k', str_from(article_kind_name(article->kind)), arena);
	postings_end_article(postings);
}
