#include "search/fallback.h"

#include <assert.h>

#include "base/list.h"
#include "search/tokens.h"

#define PIECE_LEAST                                                                      \
	3u /* characters of which any one may be wrong; two of the other way */
#define PIECE_LONGEST  12u
#define PAGES_MOST     12u /* read for one place of the piece */
#define COMMON         400u /* articles from which on a mere beginning or end proves nothing */
#define CONFUSED_MOST  24u /* phrases tried */
#define CONFUSED_PAGES 3u  /* read for one of them */
#define SHOWN          3u

struct phrase {
	struct str text;
	size_t count;
};

struct phrases {
	struct phrase *items;
	size_t count, capacity;
};

/* Whose piece is being looked for. */
struct falling {
	struct searching *searching;
	struct str piece; /* folded */
	size_t length;    /* in characters */
	struct phrases phrases;
	struct arena *arena; /* of the answer */
};

static void
count_phrase(struct falling *falling, struct str text, size_t count)
{
	for (size_t i = 0; i < falling->phrases.count; i++)
		if (str_equal(falling->phrases.items[i].text, text)) {
			falling->phrases.items[i].count += count;
			return;
		}
	*list_add(&falling->phrases, falling->arena) =
		(struct phrase){str_copy(text, falling->arena), count};
}

/* --- characters that are taken for each other --- */

/* Whether one of the first candidates has the phrase. */
static bool
stands_somewhere(const struct searching *searching, const struct ranking *ranking,
	struct str phrase, bool *stands)
{
	*stands = false;
	for (size_t i = 0; !*stands && i < ranking->count && i < CONFUSED_PAGES; i++) {
		const struct shown_article *article =
			searching_article(searching, &ranking->items[i]);
		struct arena *arena = arena_open();
		struct folded_texts texts = {0};
		bool good = article &&
			    searching_texts(searching, article->address, &texts, arena);
		for (size_t k = 0; k < texts.count; k++)
			*stands |= str_has(texts.items[k].folded, phrase);
		arena_close(arena);
		if (!good)
			return false;
	}
	return true;
}

static bool
try_phrase(struct falling *falling, struct str phrase)
{
	struct searching *searching = falling->searching;
	struct str typed = str_format(falling->arena, "\"%.*s\"", STR_ARG(phrase));
	struct query query = query_parse(
		typed, false, searching->text, searching->fold, falling->arena);
	struct ranking ranking;
	bool stands;
	if (!query.wanted)
		return true;
	if (!searching_find(searching, &query, SEARCH_RELEVANCE, &ranking) ||
		!stands_somewhere(searching, &ranking, phrase, &stands))
		return false;
	if (stands)
		count_phrase(falling, phrase, ranking.count);
	return true;
}

/* The piece with another character at a place. */
static struct str
with_other(const struct falling *falling, size_t at, struct str other)
{
	struct str before = str_points(falling->piece, 0, at);
	struct str behind = str_points(falling->piece, at + 1, falling->length);
	return str_format(falling->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(other),
		STR_ARG(behind));
}

/* `pairs` are characters two by two. */
static bool
try_confusions(struct falling *falling, struct str pairs)
{
	size_t tried = 0;
	for (size_t at = 0; at < falling->length; at++) {
		struct str character = str_points(falling->piece, at, at + 1);
		for (struct str rest = pairs; rest.len && tried < CONFUSED_MOST;) {
			struct str one = str_points(rest, 0, 1),
				   other = str_points(rest, 1, 2);
			rest = str_slice(rest, one.len + other.len, rest.len);
			bool is_one = str_equal(one, character);
			if (!is_one && !str_equal(other, character))
				continue;
			tried++;
			if (!try_phrase(falling,
				    with_other(falling, at, is_one ? other : one)))
				return false;
		}
	}
	return true;
}

static bool
read_confusions(const struct searching *searching, struct str *pairs)
{
	const struct index_reader *reader = &searching->reader;
	json_t *json = index_read(reader, searching->confusions);
	if (!json)
		return false;
	bool good = index_text(reader, json, "pairs", pairs);
	json_decref(json);
	return good || index_damaged(reader, searching->confusions);
}

/* --- any one character otherwise --- */

/* Counts what stands in a text where the piece has another character at this place. */
static void
count_in_text(struct falling *falling, struct str text, size_t at)
{
	struct str before = str_points(falling->piece, 0, at);
	struct str behind = str_points(falling->piece, at + 1, falling->length);
	while (text.len) {
		struct str rest = text;
		if (str_starts(rest, before)) {
			rest = str_slice(rest, before.len, rest.len);
			uint32_t c = rest.len ? str_next(&rest) : '\n';
			if (c != ' ' && c != '\n' && str_starts(rest, behind)) {
				size_t end = text.len - rest.len + behind.len;
				count_phrase(falling, str_slice(text, 0, end), 1);
				text = str_slice(text, end, text.len);
				continue;
			}
		}
		str_next(&text);
	}
}

/* The query for all terms of the piece that the character at a place is no part of. */
static struct query
query_without(const struct falling *falling, size_t at)
{
	struct tokens tokens = {0};
	struct query query = {.wanted = 1};
	struct str halves = with_other(falling, at, STR("\n"));
	tokens_add(&tokens, falling->searching->fold, halves, falling->arena);
	struct str_list needed = tokens_needed(&tokens.terms, falling->arena);
	struct query_piece *piece = list_add(&query.pieces, falling->arena);
	*piece = (struct query_piece){
		.terms = query_choose_terms(&needed, falling->arena), .clause = 1};
	return query;
}

static bool
try_place(struct falling *falling, size_t at)
{
	const struct searching *searching = falling->searching;
	bool is_inside = at > 0 && at + 1 < falling->length;
	struct query query = query_without(falling, at);
	struct ranking ranking;
	if (!query.pieces.items[0].terms.count)
		return true;
	if (!searching_find(falling->searching, &query, SEARCH_RELEVANCE, &ranking))
		return false;
	if (!is_inside && ranking.count > COMMON)
		return true;
	for (size_t i = 0; i < ranking.count && i < PAGES_MOST; i++) {
		const struct shown_article *article =
			searching_article(searching, &ranking.items[i]);
		struct arena *arena = arena_open();
		struct folded_texts texts = {0};
		bool good = article &&
			    searching_texts(searching, article->address, &texts, arena);
		for (size_t k = 0; k < texts.count; k++)
			count_in_text(falling, texts.items[k].folded, at);
		arena_close(arena);
		if (!good)
			return false;
	}
	return true;
}

static bool
try_places(struct falling *falling)
{
	for (size_t at = 0; at < falling->length; at++)
		if (!try_place(falling, at))
			return false;
	return true;
}

/* --- all --- */

/* The most frequent first, equal ones as they were found. */
static void
choose_phrases(const struct phrases *phrases, struct str_list *also, struct arena *arena)
{
	while (also->count < SHOWN && also->count < phrases->count) {
		const struct phrase *best = NULL;
		for (size_t i = 0; i < phrases->count; i++)
			if (!str_list_has(also, phrases->items[i].text) &&
				(!best || phrases->items[i].count > best->count))
				best = &phrases->items[i];
		assert(best); /* no phrase stands twice */
		str_list_add(also, best->text, arena);
	}
}

bool
fallback_find(
	struct searching *searching, const struct query *query, struct str_list *also)
{
	struct falling falling = {
		.searching = searching, .arena = searching->reader.arena};
	struct str pairs;
	if (query->pieces.count != 1 || query->pieces.items[0].excluded)
		return true;
	falling.piece = query->pieces.items[0].folded;
	falling.length = str_count(falling.piece);
	if (falling.length < 2 || falling.length > PIECE_LONGEST)
		return true;
	if (!read_confusions(searching, &pairs) || !try_confusions(&falling, pairs))
		return false;
	if (!falling.phrases.count && falling.length >= PIECE_LEAST &&
		!try_places(&falling))
		return false;
	choose_phrases(&falling.phrases, also, falling.arena);
	return true;
}
