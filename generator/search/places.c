#include "search/places.h"

#include <stdlib.h>

#include "base/list.h"

struct folded_text
folded_text_of(struct fold *fold, struct str text, struct arena *arena)
{
	return (struct folded_text){text, fold_text(fold, text, arena), NULL, NULL};
}

static bool
is_point(uint32_t c)
{
	return c == '.' || c == 0xFF0E;
}

/* What a character that stands at this place of the folding gives to it: the point inside
 * 3.5 gives a point, though by itself it is a break. */
static struct str
folded_character(
	struct fold *fold, struct str character, struct str rest, struct arena *arena)
{
	if (is_point(str_peek(character)))
		return str_starts(rest, STR(".")) ? STR(".") : STR("");
	return fold_text(fold, character, arena);
}

/* Whether the folding has something here that no character gives: a space or newline, or
 * the point of ⒈5. */
static bool
stands_between(struct str folded, size_t at, struct str given)
{
	char c = folded.data[at];
	return given.len && (c == ' ' || c == '\n' || (c == '.' && *given.data != '.'));
}

static void
align(struct folded_text *text, struct fold *fold, struct arena *arena)
{
	size_t at = 0;
	struct str rest = text->text;
	text->starts = arena_array(arena, size_t, text->folded.len + 1);
	text->ends = arena_array(arena, size_t, text->folded.len + 1);
	while (rest.len && at < text->folded.len) {
		size_t start = (size_t)(rest.data - text->text.data);
		struct str before = rest;
		str_next(&rest);
		size_t end = (size_t)(rest.data - text->text.data);
		struct str character = str_slice(before, 0, end - start);
		struct str given = folded_character(fold, character,
			str_slice(text->folded, at, text->folded.len), arena);
		if (stands_between(text->folded, at, given)) {
			text->starts[at] = text->ends[at] = start;
			at++;
		}
		for (size_t i = 0; i < given.len && at < text->folded.len; i++, at++) {
			text->starts[at] = start;
			text->ends[at] = end;
		}
	}
}

/* Whether the points that the piece wants touch the part; it then reaches over them. */
static bool
take_points(struct str text, const struct query_piece *piece, struct part *part)
{
	struct str before = str_slice(text, 0, part->start);
	struct str behind = str_slice(text, part->end, text.len);
	if (piece->point_before) {
		if (!is_point(str_last(&before)))
			return false;
		part->start = before.len;
	}
	if (piece->point_behind) {
		if (!is_point(str_next(&behind)))
			return false;
		part->end = text.len - behind.len;
	}
	return true;
}

struct parts
places_of(struct folded_text *text, const struct query_piece *piece, struct fold *fold,
	struct arena *arena)
{
	struct parts parts = {0};
	struct str rest = text->folded;
	if (!str_has(rest, piece->folded))
		return parts;
	if (!text->starts)
		align(text, fold, arena);
	for (size_t found; (found = str_find(rest, piece->folded)) != SIZE_MAX;) {
		size_t at = (size_t)(rest.data - text->folded.data) + found;
		struct part part = {
			text->starts[at], text->ends[at + piece->folded.len - 1]};
		if (take_points(text->text, piece, &part))
			*list_add(&parts, arena) = part;
		rest = str_slice(rest, found, rest.len);
		str_next(&rest);
	}
	return parts;
}

bool
places_any(struct folded_text *text, const struct query_piece *piece, struct fold *fold,
	struct arena *arena)
{
	if (piece->point_before || piece->point_behind)
		return places_of(text, piece, fold, arena).count > 0;
	return str_has(text->folded, piece->folded);
}

static int
by_start(const void *a, const void *b)
{
	const struct part *left = a, *right = b;
	return left->start < right->start ? -1 : left->start > right->start;
}

struct parts
places_wanted(struct folded_text *text, const struct query *query, struct fold *fold,
	struct arena *arena)
{
	struct parts all = {0}, merged = {0};
	for (size_t p = 0; p < query->pieces.count; p++) {
		const struct query_piece *piece = &query->pieces.items[p];
		if (piece->excluded)
			continue;
		struct parts parts = places_of(text, piece, fold, arena);
		for (size_t i = 0; i < parts.count; i++)
			*list_add(&all, arena) = parts.items[i];
	}
	if (all.count)
		qsort(all.items, all.count, sizeof *all.items, by_start);
	for (size_t i = 0; i < all.count; i++) {
		struct part *last = merged.count ? &merged.items[merged.count - 1] : NULL;
		if (!last || all.items[i].start > last->end)
			*list_add(&merged, arena) = all.items[i];
		else if (all.items[i].end > last->end)
			last->end = all.items[i].end;
	}
	return merged;
}
