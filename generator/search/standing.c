#include "search/standing.h"

#include "search/tokens.h"

/* Where a shard is cut follows from its own terms and from those behind it that fit into
 * the most that it may hold (cut.h): two shards have more, or else the first term of the
 * third is longer than that. */
enum { BEHIND = 2 };

/* The lists of new articles, a term after another. */
struct walk {
	const struct postings *fresh;
	struct posting_list **lists;
	size_t next;
	struct strbuf term; /* of the next */
	struct posting_array postings, gone;
	struct arena *arena;
};

static bool
name_next(struct walk *walk)
{
	strbuf_cut(&walk->term, 0);
	if (walk->next == postings_terms(walk->fresh))
		return false;
	term_add(&walk->term, walk->lists[walk->next]->term);
	return true;
}

static bool
same_postings(const struct posting_array *a, const struct posting_array *b)
{
	bool same = a->count == b->count;
	for (size_t i = 0; same && i < a->count; i++)
		same = a->items[i].article == b->items[i].article &&
		       a->items[i].impact == b->items[i].impact;
	return same;
}

/* Whether a term's articles are what they were: those that are gone have come again. */
static bool
is_same_term(struct walk *walk, struct str term)
{
	walk->postings.count = 0;
	if (name_next(walk)) {
		int order = str_compare(strbuf_str(&walk->term), term);
		if (order < 0)
			return false;
		if (order == 0)
			postings_take(walk->fresh, walk->lists[walk->next++],
				&walk->postings, walk->arena);
	}
	return same_postings(&walk->gone, &walk->postings);
}

/* Leaves the walk at the first term of the next shard. */
static bool
is_same_shard(struct walk *walk, struct former *former, size_t shard)
{
	struct str term;
	const struct former_shard *next = shard + 1 < former_shards(former)
						  ? former_shard(former, shard + 1)
						  : NULL;
	bool same = former_go(former, shard);
	while (same && former_gone(former, &term, &walk->gone))
		same = is_same_term(walk, term);
	same &= former_is_good(former);
	for (; name_next(walk) &&
		(!next || str_compare(strbuf_str(&walk->term), next->begin) < 0);
		walk->next++)
		same = false;
	return same;
}

struct standing
standing_find(struct former *former, const struct postings *fresh, struct arena *arena)
{
	struct standing standing = {0};
	if (!former || !former_keeps_numbers(former))
		return standing;
	struct walk walk = {.fresh = fresh,
		.lists = postings_sorted(fresh, arena),
		.term = strbuf_open(arena),
		.arena = arena};
	size_t count = standing.count = former_shards(former);
	bool *same = arena_array(arena, bool, count + 1);
	standing.stands = arena_array(arena, bool, count + 1);
	for (size_t i = 0; i < count; i++)
		same[i] = is_same_shard(&walk, former, i);
	for (size_t i = 0; i < count; i++) {
		standing.stands[i] = same[i];
		for (size_t k = 1; k <= BEHIND && i + k < count; k++)
			standing.stands[i] &= same[i + k];
	}
	former_go(former, 0);
	return standing;
}

bool
standing_begins(struct standing *standing, const struct former *former, struct str term)
{
	int order = -1;
	for (; standing->next < standing->count; standing->next++) {
		order = str_compare(former_shard(former, standing->next)->begin, term);
		if (order >= 0)
			break;
	}
	return order == 0 && standing->stands[standing->next];
}
