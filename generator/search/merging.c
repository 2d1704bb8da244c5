#include "search/merging.h"

#include "base/list.h"

static void
advance_former(struct merging *merging)
{
	merging->has_former =
		merging->former && former_next(merging->former, &merging->former_term,
					   &merging->former_postings, &merging->whole);
}

struct merging
merging_open(struct term_walk *fresh, struct former *former, struct arena *arena)
{
	struct merging merging = {.term = strbuf_open(arena),
		.whole = true,
		.fresh = fresh,
		.former = former,
		.arena = arena};
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
	if (term_walk_ended(merging->fresh))
		return -1;
	return str_compare(merging->former_term, strbuf_str(&merging->fresh->term));
}

bool
merging_next(struct merging *merging)
{
	int place = place_of_former(merging);
	bool ended = !merging->has_former && term_walk_ended(merging->fresh);
	if (!merging->whole || ended)
		return false;
	merging->postings.count = 0;
	strbuf_cut(&merging->term, 0);
	strbuf_add(&merging->term,
		place < 0 ? merging->former_term : strbuf_str(&merging->fresh->term));
	if (place >= 0)
		term_walk_take(merging->fresh, &merging->postings, merging->arena);
	if (place <= 0) {
		add_former(merging);
		advance_former(merging);
	}
	return true;
}

void
merging_go(struct merging *merging, size_t shard)
{
	if (shard == former_shards(merging->former)) {
		merging->has_former = false;
		term_walk_end(merging->fresh);
		return;
	}
	term_walk_go(merging->fresh, former_shard(merging->former, shard)->begin);
	former_go(merging->former, shard);
	advance_former(merging);
}
