#include "search/term_walk.h"

#include "search/tokens.h"

static void
stand_at(struct term_walk *walk, size_t next)
{
	walk->next = next;
	strbuf_cut(&walk->term, 0);
	if (!term_walk_ended(walk))
		term_add(&walk->term, walk->lists[next]->term);
}

struct term_walk
term_walk_open(const struct postings *postings, struct arena *arena)
{
	struct term_walk walk = {.term = strbuf_open(arena),
		.postings = postings,
		.lists = postings_sorted(postings, arena),
		.count = postings_terms(postings)};
	stand_at(&walk, 0);
	return walk;
}

bool
term_walk_ended(const struct term_walk *walk)
{
	return walk->next == walk->count;
}

void
term_walk_take(struct term_walk *walk, struct posting_array *taken, struct arena *arena)
{
	postings_take(walk->postings, walk->lists[walk->next], taken, arena);
	stand_at(walk, walk->next + 1);
}

void
term_walk_go(struct term_walk *walk, struct str term)
{
	size_t low = 0, high = walk->count;
	while (low < high) {
		stand_at(walk, low + (high - low) / 2);
		if (str_compare(strbuf_str(&walk->term), term) < 0)
			low = walk->next + 1;
		else
			high = walk->next;
	}
	stand_at(walk, low);
}

void
term_walk_end(struct term_walk *walk)
{
	stand_at(walk, walk->count);
}
