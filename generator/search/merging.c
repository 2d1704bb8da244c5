#include "search/merging.h"

#include "base/list.h"
#include "search/tokens.h"

static void
advance_former(struct merging *merging)
{
	merging->has_former =
		merging->former && former_next(merging->former, &merging->former_term,
					   &merging->former_postings, &merging->whole);
}

static bool
has_fresh(const struct merging *merging)
{
	return merging->next < postings_terms(merging->fresh);
}

static void
name_fresh(struct merging *merging)
{
	strbuf_cut(&merging->fresh_term, 0);
	if (has_fresh(merging))
		term_add(&merging->fresh_term, merging->lists[merging->next]->term);
}

struct merging
merging_open(const struct postings *fresh, struct former *former, struct arena *arena)
{
	struct merging merging = {.term = strbuf_open(arena),
		.whole = true,
		.fresh = fresh,
		.lists = postings_sorted(fresh, arena),
		.fresh_term = strbuf_open(arena),
		.former = former,
		.arena = arena};
	name_fresh(&merging);
	advance_former(&merging);
	return merging;
}

/* Adds the former postings to fresh ones, each at its place. */
static void
add_former(struct merging *merging)
{
	struct posting_array *all = &merging->postings;
	size_t from = all->count, more = merging->former_postings.count;
	for (size_t i = 0; i < more; i++)
		list_add(all, merging->arena);
	for (size_t at = from + more; more;) {
		struct posting posting = merging->former_postings.items[more - 1];
		bool fresh = from && all->items[from - 1].article > posting.article;
		all->items[--at] = fresh ? all->items[--from] : posting;
		more -= !fresh;
	}
}

/* Before, with or behind the next fresh one: less than, equal to or greater than 0. */
static int
place_of_former(const struct merging *merging)
{
	if (!merging->has_former)
		return 1;
	if (!has_fresh(merging))
		return -1;
	return str_compare(merging->former_term, strbuf_str(&merging->fresh_term));
}

bool
merging_next(struct merging *merging)
{
	int place = place_of_former(merging);
	if (!merging->whole || !(merging->has_former || has_fresh(merging)))
		return false;
	merging->postings.count = 0;
	strbuf_cut(&merging->term, 0);
	strbuf_add(&merging->term,
		place < 0 ? merging->former_term : strbuf_str(&merging->fresh_term));
	if (place >= 0) {
		postings_take(merging->fresh, merging->lists[merging->next++],
			&merging->postings, merging->arena);
		name_fresh(merging);
	}
	if (place <= 0) {
		add_former(merging);
		advance_former(merging);
	}
	return true;
}

/* The first new term that does not stand before this one. */
static void
seek_fresh(struct merging *merging, struct str term)
{
	size_t low = 0, high = postings_terms(merging->fresh);
	while (low < high) {
		merging->next = low + (high - low) / 2;
		name_fresh(merging);
		if (str_compare(strbuf_str(&merging->fresh_term), term) < 0)
			low = merging->next + 1;
		else
			high = merging->next;
	}
	merging->next = low;
	name_fresh(merging);
}

void
merging_go(struct merging *merging, size_t shard)
{
	if (shard == former_shards(merging->former)) {
		merging->has_former = false;
		merging->next = postings_terms(merging->fresh);
		return;
	}
	seek_fresh(merging, former_shard(merging->former, shard)->begin);
	former_go(merging->former, shard);
	advance_former(merging);
}
