#include "search/query_parse.h"

#include "base/list.h"
#include "search/tokens.h"

/* --- words as typed --- */

struct typed_word {
	struct str text;
	bool quoted, excluded;
};

static void
skip_space(struct str *rest)
{
	while (rest->len && text_is_space(str_peek(*rest)))
		str_next(rest);
}

static bool
take_any(struct str *rest, const uint32_t *points)
{
	for (; *points; points++)
		if (str_peek(*rest) == *points)
			return str_next(rest) != 0;
	return false;
}

/* The mark that closes a quotation, or 0. Inside a word a quotation mark is nothing
 * special: 共建“一带一路” is one word. */
static uint32_t
take_quote(struct str *rest)
{
	static const uint32_t opening[] = {'"', 0xFF02, 0x201C, 0x300C},
			      closing[] = {'"', 0xFF02, 0x201D, 0x300D};
	for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
		if (str_peek(*rest) == opening[i]) {
			str_next(rest);
			return closing[i];
		}
	return 0;
}

/* Up to the closing mark, which is taken too, or to the end. */
static struct str
take_quoted(struct str *rest, uint32_t closing)
{
	struct str start = *rest;
	while (rest->len && str_peek(*rest) != closing)
		str_next(rest);
	struct str quoted = str_slice(start, 0, start.len - rest->len);
	str_next(rest);
	return quoted;
}

static bool
next_word(struct str *rest, struct typed_word *word)
{
	static const uint32_t minus[] = {'-', 0xFF0D, 0x2212, 0};
	skip_space(rest);
	if (!rest->len)
		return false;
	word->excluded = take_any(rest, minus);
	uint32_t closing = take_quote(rest);
	word->quoted = closing != 0;
	if (closing) {
		word->text = take_quoted(rest, closing);
		return true;
	}
	struct str start = *rest;
	while (rest->len && !text_is_space(str_peek(*rest)))
		str_next(rest);
	word->text = str_slice(start, 0, start.len - rest->len);
	return true;
}

/* --- pieces --- */

/* A few terms, evenly spread, stand for a long piece. */
static struct str_list
choose_terms(const struct str_list *all, struct arena *arena)
{
	struct str_list chosen = {0};
	size_t count = all->count < PIECE_TERMS_MOST ? all->count : PIECE_TERMS_MOST;
	for (size_t i = 0; i < count; i++) {
		size_t at = count > 1 ? i * (all->count - 1) / (count - 1) : 0;
		if (!str_list_has(&chosen, all->items[at]))
			str_list_add(&chosen, all->items[at], arena);
	}
	return chosen;
}

static void
add_piece(struct query *query, struct str folded, bool excluded, struct fold *fold,
	struct arena *arena)
{
	struct tokens tokens = {0};
	tokens_add(&tokens, fold, folded, arena);
	if (query->pieces.count == PIECES_MOST ||
		!(tokens.terms.count + tokens.lasts.count))
		return;
	struct str_list needed = tokens_needed(&tokens.terms, arena);
	bool parted = str_has(folded, STR(" ")) || str_has(folded, STR("\n"));
	struct query_piece *piece = list_add(&query->pieces, arena);
	piece->folded = folded;
	piece->excluded = excluded;
	piece->single = !needed.count;
	piece->terms = choose_terms(piece->single ? &tokens.lasts : &needed, arena);
	piece->exact = !parted && piece->terms.count == 1 && needed.count <= 1;
	query->wanted += !excluded;
}

/* Outside quotation marks a break parts two pieces; inside it must stand in the text as
 * well. */
static void
add_word(struct query *query, const struct typed_word *word, struct fold *fold,
	struct arena *arena)
{
	struct str rest = fold_text(fold, word->text, arena), piece;
	if (word->quoted) {
		add_piece(query, rest, word->excluded, fold, arena);
		return;
	}
	while (str_cut(&rest, '\n', &piece))
		add_piece(query, piece, word->excluded, fold, arena);
}

/* Where nothing is wanted, the minus is taken for a part of the text: -5, -19℃. */
static void
want_all(struct query *query)
{
	for (size_t i = 0; i < query->pieces.count; i++)
		query->pieces.items[i].excluded = false;
	query->wanted = query->pieces.count;
}

struct query
query_parse(struct str typed, struct text *text, struct fold *fold, struct arena *arena)
{
	struct query query = {0};
	struct typed_word word;
	struct str rest = text_nfc(text, typed, arena);
	while (next_word(&rest, &word))
		add_word(&query, &word, fold, arena);
	if (!query.wanted)
		want_all(&query);
	return query;
}

bool
query_piece_in(const struct query_piece *piece, struct str folded)
{
	return str_has(folded, piece->folded);
}
