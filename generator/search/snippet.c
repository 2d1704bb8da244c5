#include "search/snippet.h"

/* All in UTF-16 units, as the browser counts. */
#define SNIPPET_LENGTH 110u
#define SNIPPET_BEFORE 24u
#define LONG_TEXT      40u
#define SURFACES_MOST  8u

static size_t
units(struct str text)
{
	size_t count = 0;
	while (text.len)
		count += str_next(&text) > 0xFFFF ? 2 : 1;
	return count;
}

/* The byte at which so many units of the text end; never inside a character. */
static size_t
byte_of(struct str text, size_t count)
{
	struct str rest = text;
	while (rest.len && count) {
		size_t wide = str_peek(rest) > 0xFFFF ? 2 : 1;
		if (wide > count)
			break;
		count -= wide;
		str_next(&rest);
	}
	return text.len - rest.len;
}

/* How many wanted pieces a text has. */
static size_t
count_pieces(struct folded_text *text, const struct query *query, struct fold *fold,
	struct arena *arena)
{
	size_t count = 0;
	for (size_t i = 0; i < query->pieces.count; i++)
		count += !query->pieces.items[i].excluded &&
			 places_any(text, &query->pieces.items[i], fold, arena);
	return count;
}

/* The text with the most pieces that is not the title; without a match in the body, its
 * first long text says most. NULL where the title is all. */
static struct folded_text *
choose_text(struct folded_texts *texts, struct str title, const struct query *query,
	struct fold *fold, struct arena *arena)
{
	struct folded_text *best = NULL, *first_long = NULL;
	size_t most = 0;
	for (size_t i = 0; i < texts->count; i++) {
		struct folded_text *text = &texts->items[i];
		if (str_equal(text->text, title))
			continue;
		size_t count = count_pieces(text, query, fold, arena);
		if (!best || count > most) {
			best = text;
			most = count;
		}
		if (!first_long && units(text->text) > LONG_TEXT)
			first_long = text;
	}
	return most || !first_long ? best : first_long;
}

static struct part
window_of(struct str text, const struct parts *parts)
{
	size_t first =
		parts->count ? units(str_slice(text, 0, parts->items[0].start)) : 0;
	size_t length = units(text), start;
	if (first + SNIPPET_LENGTH - SNIPPET_BEFORE <= length)
		start = first > SNIPPET_BEFORE ? first - SNIPPET_BEFORE : 0;
	else
		start = length > SNIPPET_LENGTH ? length - SNIPPET_LENGTH : 0;
	size_t byte = byte_of(text, start);
	struct str rest = str_slice(text, byte, text.len);
	return (struct part){byte, byte + byte_of(rest, SNIPPET_LENGTH)};
}

static void
cut(struct folded_text *text, const struct parts *parts, struct search_hit *hit,
	struct arena *arena)
{
	struct part window = window_of(text->text, parts);
	struct str shown = str_slice(text->text, window.start, window.end);
	hit->snippet = str_format(arena, "%s%.*s%s", window.start ? "…" : "",
		STR_ARG(shown), window.end < text->text.len ? "…" : "");
	for (size_t i = 0; i < parts->count; i++) {
		struct part part = parts->items[i];
		if (part.end <= window.start || part.start >= window.end)
			continue;
		part.start = part.start < window.start ? window.start : part.start;
		part.end = part.end > window.end ? window.end : part.end;
		str_list_add(&hit->marked,
			str_copy(str_slice(text->text, part.start, part.end), arena),
			arena);
	}
}

void
snippet_cut(struct folded_texts *texts, const struct query *query, struct fold *fold,
	struct search_hit *hit, struct arena *arena, struct arena *scratch)
{
	struct folded_text *shown = choose_text(texts, hit->title, query, fold, scratch);
	for (size_t i = 0; i < texts->count; i++) {
		struct folded_text *text = &texts->items[i];
		struct parts parts = places_wanted(text, query, fold, scratch);
		for (size_t k = 0; k < parts.count; k++) {
			struct str surface = str_slice(
				text->text, parts.items[k].start, parts.items[k].end);
			if (hit->surface.count < SURFACES_MOST &&
				!str_list_has(&hit->surface, surface))
				str_list_add(
					&hit->surface, str_copy(surface, arena), arena);
		}
		if (text == shown)
			cut(text, &parts, hit, arena);
	}
}
