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
	struct query_piece *piece = list_add(&query->pieces, arena);
	piece->folded = folded;
	piece->excluded = excluded;
	piece->single = tokens.terms.count == 0 && tokens.lasts.count == 1;
	piece->terms = choose_terms(piece->single ? &tokens.lasts : &tokens.terms, arena);
	bool whole = !str_has(folded, STR("\n")) && str_count(folded) <= TOKEN_LONGEST;
	piece->exact = tokens.terms.count + piece->single == 1 && whole;
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

/* Whether the character at the edge of a piece and its neighbour in the text are of one
 * word. */
static bool
in_one_word(struct fold *fold, uint32_t edge, uint32_t neighbour)
{
	return neighbour && fold_class_of(fold, edge) == FOLD_WORD &&
	       fold_class_of(fold, neighbour) == FOLD_WORD;
}

struct query
query_parse(struct str typed, struct text *text, struct fold *fold, struct arena *arena)
{
	struct query query = {0};
	struct typed_word word;
	struct str rest = text_nfc(text, typed, arena);
	while (next_word(&rest, &word))
		add_word(&query, &word, fold, arena);
	return query;
}

bool
query_piece_in(const struct query_piece *piece, struct fold *fold, struct str folded)
{
	struct str first = piece->folded, last = piece->folded;
	uint32_t begin = str_next(&first), end = str_last(&last);
	for (size_t from = 0;;) {
		size_t at = str_find(str_slice(folded, from, folded.len), piece->folded);
		if (at == SIZE_MAX)
			return false;
		at += from;
		struct str before = str_slice(folded, 0, at);
		struct str behind = str_slice(folded, at + piece->folded.len, folded.len);
		if (!in_one_word(fold, begin, str_last(&before)) &&
			!in_one_word(fold, end, str_peek(behind)))
			return true;
		from = at + 1;
	}
}
