#include "edit/name_choice.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "edit/evidence.h"

/* In the hundredths of evidence_score. */
enum {
	ENOUGH = -20,        /* lets a name in ... */
	ENOUGH_WORD = -30,   /* ... and one that is a word too */
	ENOUGH_AGAIN = -230, /* a word that is a name elsewhere in the article */
	FAINT = 60,          /* below, a name has no page of its own */
	HOPELESS = -350,
	PLACE = 40,    /* for each further place of a name ... */
	PLACES = 4,    /* ... but not for more than these */
	LONGER = 60,   /* when 郭灵 is 郭灵计 in most places */
	SHORTER = 150, /* when 胡斌主 is 胡斌 in most */
};

struct choice {
	const struct passage *passage;
	struct candidate_list *candidates, *sure;
	uint8_t *taken; /* points that belong to a name */
	struct sighting_list sightings;
	struct arena *scratch;
};

/* --- the article as a whole --- */

static bool
is_word(const struct candidate *candidate)
{
	return candidate->evidence.shape == SHAPE_WHOLE_2 ||
	       candidate->evidence.shape == SHAPE_WHOLE_3;
}

static void
count_names(struct choice *choice)
{
	for (size_t i = 0; i < choice->candidates->count; i++) {
		const struct candidate *candidate = &choice->candidates->items[i];
		struct name_tally *tally = candidate->tally;
		tally->count++;
		tally->likely += candidate->score >= NAME_LIKELY;
		tally->hopeless += candidate->score < HOPELESS;
	}
}

/* Where 郭灵 is continued by 计 nearly always, the name is 郭灵计; where it hardly ever
 * is, the longer one is the name and the beginning of a verb. */
static void
compare_lengths(struct choice *choice)
{
	for (size_t i = 1; i < choice->candidates->count; i++) {
		struct candidate *longer = &choice->candidates->items[i],
				 *shorter = longer - 1;
		if (shorter->from != longer->from || shorter->to >= longer->to)
			continue;
		unsigned all = shorter->tally->count;
		unsigned longs = longer->tally->count;
		if (all < 2)
			continue;
		int shift = longs * 5 >= all * 4 ? LONGER
			    : longs * 2 < all    ? -SHORTER
						 : 0;
		longer->score += shift;
		if (shift > 0)
			shorter->score -= shift;
	}
}

/* 王群|已被, 胡强|有可能: behind the shorter name a word begins that often follows names,
 * and its first character is a poor end for one; behind the longer name nothing speaks
 * for it. What speaks for a name at all then speaks for the shorter one. */
static bool
takes_in_word(const struct candidate *shorter, const struct candidate *longer)
{
	enum { POOR = 2 };
	const struct evidence *evidence = &longer->evidence;
	return shorter->score > EVIDENCE_NONE &&
	       shorter->evidence.right <= RIGHT_PARTICLE && evidence->second <= POOR &&
	       !evidence->list &&
	       (evidence->right == RIGHT_PARTICLE || evidence->right >= RIGHT_SINGLE);
}

static void
compare_ends(struct choice *choice)
{
	for (size_t i = 1; i < choice->candidates->count; i++) {
		struct candidate *longer = &choice->candidates->items[i],
				 *shorter = longer - 1;
		if (shorter->from != longer->from || shorter->to + 1 != longer->to ||
			longer->score < shorter->score || !takes_in_word(shorter, longer))
			continue;
		int score = shorter->score;
		shorter->score = longer->score;
		longer->score = score - SHORTER;
	}
}

/* A name that stands likely in many places is likelier, one that stands hopeless in many
 * less. */
static void
compare_places(struct choice *choice)
{
	for (size_t i = 0; i < choice->candidates->count; i++) {
		struct candidate *candidate = &choice->candidates->items[i];
		const struct name_tally *tally = candidate->tally;
		int likely = tally->likely < PLACES ? tally->likely : PLACES;
		if (is_word(candidate))
			likely = 0;
		int hopeless = tally->hopeless < PLACES ? tally->hopeless : PLACES;
		candidate->score += PLACE * (likely - hopeless);
	}
}

/* --- taking ground --- */

/* An office, a list, an announcement, a verb of speech suffices alone; for a name that is
 * a word too, only an office or a long list does. */
static bool
is_strong(const struct candidate *candidate)
{
	enum { LISTED = 2, LISTED_LONG = 4 };
	const struct evidence *evidence = &candidate->evidence;
	if (evidence->left <= LEFT_NAMING || evidence->right == RIGHT_OFFICE)
		return true;
	if (is_word(candidate))
		return evidence->list >= LISTED_LONG;
	return evidence->list >= LISTED || evidence->right <= RIGHT_AFTER ||
	       evidence->right == RIGHT_LIFE;
}

static void
take(struct choice *choice, struct candidate *candidate)
{
	size_t from = candidate->from, to = candidate->to;
	if (candidate->taken || memchr(choice->taken + from, 1, to - from))
		return;
	memset(choice->taken + from, 1, to - from);
	candidate->taken = true;
	candidate->tally->found = true;
	candidate->tally->taken++;
	struct sighting *sighting = list_add(&choice->sightings, choice->scratch);
	bool faint = candidate->score < FAINT;
	*sighting = (struct sighting){.from = from,
		.to = to,
		.strong = candidate->score >= SCORE_KNOWN ||
			  (!faint && is_strong(candidate)),
		.faint = faint};
}

static int
by_score(const void *a, const void *b)
{
	const struct candidate *x = *(struct candidate *const *)a;
	const struct candidate *y = *(struct candidate *const *)b;
	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	return x->to < y->to ? 1 : -1;
}

/* A name that is sure here is one where it is but a candidate, too. */
static void
give_tally(struct choice *choice, struct candidate *sure)
{
	struct str name =
		name_text(choice->passage, sure->from, sure->to, choice->scratch);
	sure->tally = map_find(&choice->candidates->tallies, name);
	if (!sure->tally)
		sure->tally = arena_new(choice->scratch, struct name_tally);
}

/* The best first, each on free ground. */
static void
take_best(struct choice *choice)
{
	struct candidate **order = arena_array(choice->scratch, struct candidate *,
		choice->candidates->count + choice->sure->count + 1);
	size_t count = 0;
	for (size_t i = 0; i < choice->sure->count; i++) {
		give_tally(choice, &choice->sure->items[i]);
		order[count++] = &choice->sure->items[i];
	}
	for (size_t i = 0; i < choice->candidates->count; i++) {
		struct candidate *candidate = &choice->candidates->items[i];
		if (candidate->score >= (is_word(candidate) ? ENOUGH_WORD : ENOUGH))
			order[count++] = candidate;
	}
	qsort(order, count, sizeof *order, by_score);
	for (size_t i = 0; i < count; i++)
		take(choice, order[i]);
}

/* A name found once is found wherever it stands in the article; a word that is a name
 * (高峰) only where something speaks for it. */
static void
take_again(struct choice *choice)
{
	for (size_t i = 0; i < choice->candidates->count; i++) {
		struct candidate *candidate = &choice->candidates->items[i];
		bool open = candidate->tally->hopeful &&
			    (!is_word(candidate) || candidate->score >= ENOUGH_AGAIN);
		if (open && candidate->tally->found)
			take(choice, candidate);
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct sighting *x = a, *y = b;
	return x->from < y->from ? -1 : x->from > y->from;
}

struct sighting_list
name_choice(const struct passage *passage, struct candidate_list *candidates,
	struct candidate_list *sure, struct arena *scratch)
{
	struct choice choice = {
		.passage = passage,
		.candidates = candidates,
		.sure = sure,
		.taken = arena_alloc(scratch, passage->count + 1),
		.scratch = scratch,
	};
	compare_ends(&choice);
	count_names(&choice);
	compare_lengths(&choice);
	compare_places(&choice);
	take_best(&choice);
	take_again(&choice);
	if (choice.sightings.count)
		qsort(choice.sightings.items, choice.sightings.count,
			sizeof *choice.sightings.items, by_place);
	return choice.sightings;
}
