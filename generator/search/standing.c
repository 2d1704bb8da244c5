#include "search/standing.h"

/* Where a shard is cut follows from its own terms and from those behind it that fit into
 * the most that it may hold (cut.h): two shards have more, or else the first term of the
 * third is longer than that. */
enum { BEHIND = 2 };

/* What a shard has of articles that are gone, beside what new ones bring. */
struct comparison {
	struct former *former;
	struct term_walk *fresh;
	struct posting_array gone, come;
	struct arena *arena;
};

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
is_same_term(struct comparison *with, struct str term)
{
	struct term_walk *fresh = with->fresh;
	int order =
		term_walk_ended(fresh) ? 1 : str_compare(strbuf_str(&fresh->term), term);
	with->come.count = 0;
	if (order == 0)
		term_walk_take(fresh, &with->come, with->arena);
	return order >= 0 && same_postings(&with->gone, &with->come);
}

/* Leaves the new terms at the first of the next shard. */
static bool
is_same_shard(struct comparison *with, size_t shard)
{
	struct str term;
	struct former *former = with->former;
	bool same = former_go(former, shard);
	while (same && former_gone(former, &term, &with->gone))
		same = is_same_term(with, term);
	size_t next = with->fresh->next;
	if (shard + 1 < former_shards(former))
		term_walk_go(with->fresh, former_shard(former, shard + 1)->begin);
	else
		term_walk_end(with->fresh);
	return same && former_is_good(former) && with->fresh->next == next;
}

struct standing
standing_find(struct former *former, struct term_walk *fresh, struct arena *arena)
{
	struct standing standing = {0};
	if (!former || !former_keeps_numbers(former))
		return standing;
	struct comparison with = {.former = former, .fresh = fresh, .arena = arena};
	size_t count = standing.count = former_shards(former);
	bool *same = arena_array(arena, bool, count + 1);
	standing.stands = arena_array(arena, bool, count + 1);
	for (size_t i = 0; i < count; i++)
		same[i] = is_same_shard(&with, i);
	for (size_t i = 0; i < count; i++) {
		standing.stands[i] = same[i];
		for (size_t k = 1; k <= BEHIND && i + k < count; k++)
			standing.stands[i] &= same[i + k];
	}
	former_go(former, 0);
	term_walk_go(fresh, STR(""));
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
