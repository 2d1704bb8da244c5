#include "search/query_parse.h"

#include "base/list.h"
#include "search/tokens.h"

/* --- words as typed --- */

struct typed_word {
	struct str text;
	bool quoted, excluded;
	unsigned clause, alternative;
};

struct typed_words {
	struct typed_word *items;
	size_t count, capacity;
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

/* Whether the word is an OR between two wanted words. */
static bool
is_or(const struct typed_words *words, size_t at)
{
	const struct typed_word *word = &words->items[at];
	return str_equal(word->text, STR("OR")) && !word->quoted && !word->excluded &&
	       at > 0 && at + 1 < words->count && !word[-1].excluded && !word[1].excluded;
}

/* Numbers the clauses, all of which are wanted, and in each the alternatives, one of
 * which is; what stands for OR is taken out. */
static void
number_clauses(struct typed_words *words)
{
	size_t kept = 0;
	unsigned clause = 0;
	bool joined = false;
	for (size_t i = 0; i < words->count; i++) {
		if (!joined && is_or(words, i)) {
			joined = true;
			continue;
		}
		/* is_or looks one word back, which may be an OR, but never two. */
		struct typed_word word = words->items[i];
		word.clause = joined ? clause : ++clause;
		word.alternative = joined ? words->items[kept - 1].alternative + 1 : 0;
		joined = false;
		words->items[kept++] = word;
	}
	words->count = kept;
}

/* --- pieces --- */

struct str_list
query_choose_terms(const struct str_list *all, struct arena *arena)
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

static bool
is_point(uint32_t c)
{
	return c == '.' || c == 0xFF0E;
}

static bool
is_number_sign(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* .5: folding drops the point at an end of a word. */
static bool
begins_with_point(struct str word)
{
	return is_point(str_next(&word)) && is_number_sign(str_peek(word));
}

static bool
ends_with_point(struct str word)
{
	return is_point(str_last(&word)) && is_number_sign(str_last(&word));
}

static struct query_piece *
add_piece(struct query *query, struct str folded, const struct typed_word *word,
	struct fold *fold, struct arena *arena)
{
	struct tokens tokens = {0};
	tokens_add(&tokens, fold, folded, arena);
	if (query->pieces.count == PIECES_MOST ||
		!(tokens.terms.count + tokens.lasts.count))
		return NULL;
	struct str_list needed = tokens_needed(&tokens.terms, arena);
	bool parted = str_has(folded, STR(" ")) || str_has(folded, STR("\n"));
	struct query_piece *piece = list_add(&query->pieces, arena);
	piece->folded = folded;
	piece->excluded = word->excluded;
	piece->clause = word->clause;
	piece->alternative = word->alternative;
	piece->single = !needed.count;
	piece->terms = query_choose_terms(piece->single ? &tokens.lasts : &needed, arena);
	piece->exact = !parted && piece->terms.count == 1 && needed.count <= 1;
	query->wanted += !word->excluded;
	return piece;
}

static void
set_points(struct query_piece *piece, bool before, bool behind)
{
	if (!piece || !(before || behind))
		return;
	piece->point_before = before;
	piece->point_behind = behind;
	piece->exact = false;
}

/* Outside quotation marks a break parts two pieces; inside it must stand in the text as
 * well. */
static void
add_word(struct query *query, const struct typed_word *word, struct fold *fold,
	struct arena *arena)
{
	struct str rest = fold_text(fold, word->text, arena), piece;
	bool before = begins_with_point(word->text), behind = ends_with_point(word->text);
	if (word->quoted) {
		set_points(add_piece(query, rest, word, fold, arena), before, behind);
		return;
	}
	for (; str_cut(&rest, '\n', &piece); before = false)
		set_points(add_piece(query, piece, word, fold, arena), before,
			behind && !rest.data);
}

/* Where nothing is wanted, the minus is taken for a part of the text: -5, -19℃. */
static void
want_all(struct query *query)
{
	for (size_t i = 0; i < query->pieces.count; i++)
		query->pieces.items[i].excluded = false;
	query->wanted = query->pieces.count;
}

static void
mark_either(struct query *query)
{
	for (size_t i = 0; i < query->pieces.count; i++)
		for (size_t k = 0; k < query->pieces.count; k++) {
			struct query_piece *a = &query->pieces.items[i];
			const struct query_piece *b = &query->pieces.items[k];
			a->either |= query_same_clause(a, b) &&
				     a->alternative != b->alternative;
		}
}

struct query
query_parse(struct str typed, bool narrowed, struct text *text, struct fold *fold,
	struct arena *arena)
{
	struct query query = {0};
	struct typed_words words = {0};
	struct typed_word word = {0};
	struct str rest = text_nfc(text, typed, arena);
	while (next_word(&rest, &word))
		*list_add(&words, arena) = word;
	number_clauses(&words);
	for (size_t i = 0; i < words.count; i++)
		add_word(&query, &words.items[i], fold, arena);
	if (!query.wanted && !narrowed)
		want_all(&query);
	mark_either(&query);
	return query;
}

/* --- what matches --- */

bool
query_same_clause(const struct query_piece *a, const struct query_piece *b)
{
	return !a->excluded && !b->excluded && a->clause == b->clause;
}

bool
query_same_alternative(const struct query_piece *a, const struct query_piece *b)
{
	return query_same_clause(a, b) && a->alternative == b->alternative;
}

static bool
has_alternative(const struct query *query, size_t of, const bool has[PIECES_MOST])
{
	const struct query_piece *pieces = query->pieces.items;
	for (size_t i = 0; i < query->pieces.count; i++)
		if (query_same_alternative(&pieces[of], &pieces[i]) && !has[i])
			return false;
	return true;
}

static bool
has_clause(const struct query *query, size_t of, const bool has[PIECES_MOST])
{
	const struct query_piece *pieces = query->pieces.items;
	for (size_t i = 0; i < query->pieces.count; i++)
		if (query_same_clause(&pieces[of], &pieces[i]) &&
			has_alternative(query, i, has))
			return true;
	return false;
}

bool
query_matches(const struct query *query, const bool has[PIECES_MOST])
{
	for (size_t i = 0; i < query->pieces.count; i++)
		if (query->pieces.items[i].excluded ? has[i] : !has_clause(query, i, has))
			return false;
	return true;
}
