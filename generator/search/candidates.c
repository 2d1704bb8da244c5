#include "search/candidates.h"

#include "base/list.h"

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

static uint32_t
first(uint32_t a, uint32_t b)
{
	(void)b;
	return a;
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

/* --- which pieces are looked up --- */

static bool
alternative_has_terms(const struct query *query, const struct query_piece *of)
{
	for (size_t i = 0; i < query->pieces.count; i++)
		if (query_same_alternative(of, &query->pieces.items[i]) &&
			!query->pieces.items[i].single)
			return true;
	return false;
}

static bool
clause_is_cheap(const struct query *query, const struct query_piece *of)
{
	for (size_t i = 0; i < query->pieces.count; i++)
		if (query_same_clause(of, &query->pieces.items[i]) &&
			!alternative_has_terms(query, &query->pieces.items[i]))
			return false;
	return true;
}

/* The terms that begin with one character are many: beside other clauses it is left to
 * the check. So is what is excluded, unless its terms alone prove it. */
static bool
is_looked_up(const struct query *query, const struct query_piece *piece)
{
	if (piece->excluded)
		return piece->exact && !piece->single;
	bool any = false;
	for (size_t i = 0; i < query->pieces.count; i++)
		any |= !query->pieces.items[i].excluded &&
		       clause_is_cheap(query, &query->pieces.items[i]);
	return !any || (clause_is_cheap(query, piece) && !piece->single);
}

/* --- the articles --- */

/* Adds what the other list has: each article once, in order. */
static void
unite(struct posting_array *all, const struct posting_array *other, struct arena *arena)
{
	struct posting_array united = {0};
	for (size_t i = 0, k = 0; i < all->count || k < other->count;) {
		bool left = i < all->count &&
			    (k == other->count ||
				    all->items[i].article <= other->items[k].article);
		bool right = k < other->count &&
			     (i == all->count ||
				     other->items[k].article <= all->items[i].article);
		struct posting posting = left ? all->items[i] : other->items[k];
		if (left && right)
			posting.impact = both(posting.impact, other->items[k].impact);
		*list_add(&united, arena) = posting;
		i += left;
		k += right;
	}
	*all = united;
}

/* The postings of all pieces looked up; those of others are empty. */
struct found_pieces {
	struct posting_array lists[PIECES_MOST];
	bool looked[PIECES_MOST];
};

static bool
find_pieces(const struct index_reader *reader, const struct term_folder *folder,
	const struct query *query, struct found_pieces *pieces, double *found)
{
	for (size_t i = 0; i < query->pieces.count; i++) {
		const struct query_piece *piece = &query->pieces.items[i];
		struct posting_array *list = &pieces->lists[i];
		pieces->looked[i] = is_looked_up(query, piece);
		if (!pieces->looked[i])
			continue;
		if (!find_piece(reader, folder, piece, list, &found[i]))
			return false;
		for (size_t k = 0; k < list->count; k++) {
			uint32_t *impact = &list->items[k].impact;
			*impact = (*impact || !piece->either ? *impact : 1) << 2 * i;
		}
	}
	return true;
}

/* What has all pieces of the alternative that begins with this one. */
static struct posting_array
join_alternative(const struct query *query, struct found_pieces *pieces, size_t of)
{
	const struct query_piece *items = query->pieces.items;
	for (size_t i = of + 1; i < query->pieces.count; i++)
		if (pieces->looked[i] && query_same_alternative(&items[of], &items[i])) {
			intersect(&pieces->lists[of], &pieces->lists[i], both);
			pieces->looked[i] = false;
		}
	return pieces->lists[of];
}

/* What has an alternative of the clause that begins with this piece. */
static struct posting_array
join_clause(const struct query *query, struct found_pieces *pieces, size_t of,
	struct arena *arena)
{
	const struct query_piece *items = query->pieces.items;
	struct posting_array clause = join_alternative(query, pieces, of);
	for (size_t i = of + 1; i < query->pieces.count; i++)
		if (pieces->looked[i] && query_same_clause(&items[of], &items[i])) {
			struct posting_array other = join_alternative(query, pieces, i);
			unite(&clause, &other, arena);
			pieces->looked[i] = false;
		}
	return clause;
}

bool
candidates_find(const struct index_reader *reader, const struct term_folder *folder,
	const struct query *query, struct posting_array *candidates, double *found)
{
	struct found_pieces pieces = {0};
	bool begun = false;
	if (!find_pieces(reader, folder, query, &pieces, found))
		return false;
	for (size_t i = 0; i < query->pieces.count; i++) {
		if (query->pieces.items[i].excluded || !pieces.looked[i])
			continue;
		struct posting_array clause =
			join_clause(query, &pieces, i, reader->arena);
		if (begun)
			intersect(candidates, &clause, both);
		else
			*candidates = clause;
		begun = true;
	}
	for (size_t i = 0; i < query->pieces.count; i++)
		if (query->pieces.items[i].excluded && pieces.looked[i])
			subtract(candidates, &pieces.lists[i]);
	return true;
}

void
candidates_narrow(struct posting_array *kept, const struct posting_array *other)
{
	intersect(kept, other, first);
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
