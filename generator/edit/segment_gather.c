#include <stdlib.h>

#include "edit/segment_pieces.h"

/* What has neither headline nor lede goes on from an earlier piece:
 *
 *     headline, text | text | photo | text without any
 *                      ^----------------- of the same column, with the same words
 */

enum { REACH = 12 };

static bool
is_settled(const struct piece *piece)
{
	return piece->head || piece->lede || piece->photo;
}

struct str
piece_opening(const struct cutting *cutting, const struct piece *piece)
{
	struct strbuf text = strbuf_open(cutting->draft->arena);
	for (size_t i = 0; i < piece->body.count && text.len < 900; i++) {
		strbuf_add(&text,
			str_points(
				cutting->draft->passages.items[piece->body.items[i]].text,
				0, 300));
		strbuf_add_char(&text, '\n');
	}
	return strbuf_str(&text);
}

static size_t
points_in(const struct cutting *cutting, const struct piece *piece)
{
	size_t points = 0;
	for (size_t i = 0; i < piece->body.count && points < 1000; i++)
		points += str_count(
			cutting->draft->passages.items[piece->body.items[i]].text);
	return points;
}

/* The earlier piece of the same column whose words it shares most; the one just before it
 * when it is but a scrap. */
static size_t
find_owner(const struct cutting *cutting, size_t n)
{
	const struct piece *piece = &cutting->pieces.items[n - 1];
	struct str opening = piece_opening(cutting, piece);
	size_t best = 0;
	double most = -1;
	for (size_t other = n > REACH ? n - REACH : 1;
		other < n + REACH && other <= cutting->pieces.count; other++) {
		const struct piece *candidate = &cutting->pieces.items[other - 1];
		if (other == n || candidate->into || candidate->photo ||
			candidate->verse ||
			(other > n && (!is_settled(candidate) || candidate->lede)))
			continue;
		int off = abs(candidate->column - piece->column);
		double unlike = !candidate->column || !piece->column ? 0.2
				: off > 2                            ? 0.6
				: off > 1                            ? 0.3
								     : 0;
		double score =
			affinity_of(cutting->affinity, opening, (uint32_t)other, 0) -
			unlike + (other < n ? 0.05 : 0);
		if (score >= most) {
			most = score;
			best = other;
		}
	}
	return best;
}

enum { DOUBT_GATHERED = 100, MOST_DOUBT = 500 };

static void
give_to_owner(struct cutting *cutting, size_t owner, size_t n)
{
	struct draft *draft = cutting->draft;
	struct piece *piece = &cutting->pieces.items[owner - 1];
	struct passage *first =
		&draft->passages.items[cutting->pieces.items[n - 1].body.items[0]];
	if (!first->reason.len)
		first->reason = str_format(draft->arena,
			"no headline: to the piece of line %u",
			draft->lines.items[draft->passages.items[piece->first].first]
				.number);
	piece->doubt += piece->doubt < MOST_DOUBT ? DOUBT_GATHERED : 0;
	piece_merge(cutting, owner, n, n < owner);
}

void
pieces_gather(struct cutting *cutting)
{
	for (size_t n = 1; n <= cutting->pieces.count; n++) {
		struct piece *piece = &cutting->pieces.items[n - 1];
		if (piece->into || is_settled(piece) || piece->verse ||
			!piece->body.count)
			continue;
		if (!piece->column && points_in(cutting, piece) > 40)
			continue;
		size_t owner = find_owner(cutting, n);
		if (owner)
			give_to_owner(cutting, owner, n);
	}
}
