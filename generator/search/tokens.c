#include "search/tokens.h"

/*     发展5G，2024年 New York        text
 *     发展5g↵2024年new york          folded
 *     发展 展5 5g | 20 202 02 024 24 4年 年n ne new ew | yo yor or ork rk
 *     g | w | k                      lasts
 *
 * Any two neighbours are a pair, so that each part of a text is found, also inside a
 * number or a word. The pairs of digits say little, since most articles have most of
 * them: three neighbours that are digits or letters are a term too. */
#define TRIPLE 3

#define POINT_BITS 21u
#define POINT_MASK ((1u << POINT_BITS) - 1)

static bool
is_gap(uint32_t c)
{
	return c == ' ' || c == '\n';
}

static bool
touches(uint32_t c)
{
	return c && !is_gap(c);
}

/* A character behind the first in its written form. */
static uint32_t
widened(uint32_t c)
{
	if (c > ' ' && c < 0x7F)
		return c + 0xFEE0;
	return c == ' ' ? 0x3000 : c;
}

static uint64_t
term_of(const uint32_t *points, size_t count)
{
	uint64_t term = (uint64_t)points[0] << 2 * POINT_BITS;
	for (size_t i = 1; i < count; i++)
		term |= (uint64_t)widened(points[i]) << (2 - i) * POINT_BITS;
	return term;
}

static void
shift(struct token_walk *walk)
{
	for (size_t i = 0; i + 1 < TRIPLE; i++) {
		walk->points[i] = walk->points[i + 1];
		walk->words[i] = walk->words[i + 1];
	}
	uint32_t c = str_next(&walk->rest);
	walk->points[TRIPLE - 1] = c;
	walk->words[TRIPLE - 1] = touches(c) && fold_class_of(walk->fold, c) == FOLD_WORD;
}

struct token_walk
token_walk(struct fold *fold, struct str folded)
{
	struct token_walk walk = {.fold = fold, .rest = folded};
	for (size_t i = 0; i < TRIPLE; i++)
		shift(&walk);
	return walk;
}

bool
token_next(struct token_walk *walk, struct token *token)
{
	const uint32_t *points = walk->points;
	while (is_gap(points[0]))
		shift(walk);
	if (!points[0])
		return false;
	size_t count = walk->triple ? 3 : touches(points[1]) ? 2 : 1;
	*token = (struct token){term_of(points, count), count == 1};
	walk->triple = count == 2 && walk->words[0] && walk->words[1] && walk->words[2];
	if (!walk->triple)
		shift(walk);
	return true;
}

uint32_t
term_head(uint64_t term)
{
	return (uint32_t)(term >> 2 * POINT_BITS);
}

void
term_add(struct strbuf *out, uint64_t term)
{
	for (unsigned left = TRIPLE; left--;) {
		uint32_t c = (uint32_t)(term >> left * POINT_BITS) & POINT_MASK;
		if (c)
			strbuf_add_point(out, c);
	}
}

void
tokens_add(
	struct tokens *tokens, struct fold *fold, struct str folded, struct arena *arena)
{
	struct token_walk walk = token_walk(fold, folded);
	for (struct token token; token_next(&walk, &token);) {
		struct strbuf term = strbuf_open(arena);
		term_add(&term, token.term);
		str_list_add(token.last ? &tokens->lasts : &tokens->terms,
			strbuf_str(&term), arena);
	}
}

struct str_list
tokens_needed(const struct str_list *terms, struct arena *arena)
{
	struct str_list needed = {0};
	bool behind = false; /* a triple, whose second pair this one is */
	for (size_t i = 0; i < terms->count; i++) {
		bool triple = str_count(terms->items[i]) == TRIPLE;
		bool before =
			i + 1 < terms->count && str_count(terms->items[i + 1]) == TRIPLE;
		if (triple || (!before && !behind))
			str_list_add(&needed, terms->items[i], arena);
		behind = triple;
	}
	return needed;
}

struct str
term_written(struct str term, struct arena *arena)
{
	struct strbuf out = strbuf_open(arena);
	if (term.len)
		strbuf_add_point(&out, str_next(&term));
	while (term.len) {
		strbuf_add_point(&out, widened(str_next(&term)));
	}
	return strbuf_str(&out);
}
