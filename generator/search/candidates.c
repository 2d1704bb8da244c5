#include "search/candidates.h"

static uint32_t
lesser(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static uint32_t
both(uint32_t a, uint32_t b)
{
	return a | b;
}

/* Keeps what is in both lists, which are in order. */
static void
intersect(struct posting_array *kept, const struct posting_array *other,
	uint32_t (*join)(uint32_t, uint32_t))
{
	size_t count = 0;
	for (size_t i = 0, k = 0; i < kept->count && k < other->count;) {
		struct posting a = kept->items[i], b = other->items[k];
		i += a.article <= b.article;
		k += b.article <= a.article;
		if (a.article != b.article)
			continue;
		a.impact = join(a.impact, b.impact);
		kept->items[count++] = a;
	}
	kept->count = count;
}

/* Keeps what is not in the other list. */
static void
subtract(struct posting_array *kept, const struct posting_array *other)
{
	size_t count = 0, k = 0;
	for (size_t i = 0; i < kept->count; i++) {
		while (k < other->count &&
			other->items[k].article < kept->items[i].article)
			k++;
		if (k == other->count ||
			other->items[k].article != kept->items[i].article)
			kept->items[count++] = kept->items[i];
	}
	kept->count = count;
}

/* The articles that have all terms of a piece. */
static bool
find_piece(const struct index_reader *reader, const struct term_folder *folder,
	const struct query_piece *piece, struct posting_array *postings, double *found)
{
	size_t rarest = SIZE_MAX;
	bool (*find)(const struct index_reader *, const struct term_folder *, struct str,
		struct posting_array *) =
		piece->single ? term_folder_find_all : term_folder_find;
	for (size_t i = 0; i < piece->terms.count; i++) {
		struct posting_array more = {0};
		if (!find(reader, folder, piece->terms.items[i], &more))
			return false;
		rarest = more.count < rarest ? more.count : rarest;
		if (i)
			intersect(postings, &more, lesser);
		else
			*postings = more;
	}
	*found += (double)rarest;
	return true;
}

/* The terms that begin with one character are many: beside other pieces it is left to the
 * check. So is what is excluded, unless its terms alone prove it. */
static bool
is_looked_up(const struct query *query, const struct query_piece *piece)
{
	if (piece->excluded)
		return piece->exact && !piece->single;
	for (size_t i = 0; piece->single && i < query->pieces.count; i++)
		if (!query->pieces.items[i].excluded && !query->pieces.items[i].single)
			return false;
	return true;
}

bool
candidates_find(const struct index_reader *reader, const struct term_folder *folder,
	const struct query *query, struct posting_array *candidates, double *found)
{
	bool begun = false;
	for (size_t n = 0; n < 2 * query->pieces.count; n++) {
		/* First all that are wanted, then what is taken away from them. */
		size_t number = n % query->pieces.count;
		const struct query_piece *piece = &query->pieces.items[number];
		struct posting_array postings = {0};
		if (piece->excluded != (n >= query->pieces.count) ||
			!is_looked_up(query, piece))
			continue;
		if (!find_piece(reader, folder, piece, &postings, &found[number]))
			return false;
		for (size_t i = 0; i < postings.count; i++)
			postings.items[i].impact <<= 2 * number;
		if (piece->excluded)
			subtract(candidates, &postings);
		else if (begun)
			intersect(candidates, &postings, both);
		else
			*candidates = postings;
		begun = true;
	}
	return true;
}

bool
candidates_exact(const struct query *query)
{
	for (size_t i = 0; i < query->pieces.count; i++) {
		const struct query_piece *piece = &query->pieces.items[i];
		if (!piece->exact || !is_looked_up(query, piece))
			return false;
	}
	return true;
}
