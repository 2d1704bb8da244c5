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

static bool
is_gap(uint32_t c)
{
	return c == ' ' || c == '\n';
}

/* The first `most` characters; fewer where a gap or the end comes. */
static struct str
touching(struct str folded, size_t most)
{
	struct str rest = folded;
	while (most-- && rest.len && !is_gap(str_peek(rest)))
		str_next(&rest);
	return str_slice(folded, 0, folded.len - rest.len);
}

static bool
is_triple(struct fold *fold, struct str term)
{
	size_t count = 0;
	for (; term.len; count++)
		if (fold_class_of(fold, str_next(&term)) != FOLD_WORD)
			return false;
	return count == TRIPLE;
}

static void
add_term(struct str_list *terms, struct str term, struct arena *arena)
{
	struct str tail = term;
	bool ascii = false;
	for (str_next(&tail); tail.len && !ascii;)
		ascii = str_next(&tail) < 0x80;
	str_list_add(terms, ascii ? term_written(term, arena) : term, arena);
}

void
tokens_add(
	struct tokens *tokens, struct fold *fold, struct str folded, struct arena *arena)
{
	for (; folded.len; str_next(&folded)) {
		struct str one = touching(folded, 1), pair = touching(folded, 2);
		if (!one.len)
			continue;
		if (pair.len == one.len) {
			str_list_add(&tokens->lasts, one, arena);
			continue;
		}
		add_term(&tokens->terms, pair, arena);
		struct str triple = touching(folded, TRIPLE);
		if (is_triple(fold, triple))
			add_term(&tokens->terms, triple, arena);
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
		uint32_t c = str_next(&term);
		if (c > ' ' && c < 0x7F)
			c += 0xFEE0;
		strbuf_add_point(&out, c == ' ' ? 0x3000 : c);
	}
	return strbuf_str(&out);
}
