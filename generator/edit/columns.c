#include "edit/columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "edit/columns_links.h"

/* An extractor that goes by height prints neighbouring columns line by line:
 *
 *     一只手抬起来，另   A1          一只手抬起来，另    1
 *     第二天雨停了。河   B1          一只手扶着门框。    1
 *     一只手扶着门框。   A2   -->    第二天雨停了。河    2
 *     面上漂着几片竹叶   B2          面上漂着几片竹叶    2
 *
 * 1. Lines become strips (columns_strips.c).
 * 2. Each strip goes on from the strip right above it in print, from one a few strips
 *    before, or from none: then it opens a stream. Every such link has a score for what
 *    stands on both sides of the seam: a word of the page goes over it, a sentence ends
 *    there, an indented line follows, the widths agree (columns_links.c).
 * 3. A beam of the best histories runs down the page; a history is the queue of strips
 *    that wait for their next one. Columns are printed in turns, so the stream that has
 *    waited longest comes next. Several headlines in a row end all streams.
 * 4. Where the best history leaves the printed order, links cross a stretch of strips. A
 *    stretch is put in order stream by stream if that is clearly better than the order in
 *    print; everything else stays as it was.
 *
 * The page's own pairs of characters tell most words over a seam; only where they give a
 * hint of mixed columns is the dictionary asked, and all links found again.
 *
 * Extractors that keep the layout are for lines_layout.c: there the columns stand in x.
 */

enum {
	STREAMS = 6,     /* columns that may stand side by side */
	AGE = 12,        /* strips after which a stream is done */
	QUICK_BEAM = 3,  /* histories that are kept in the search for a hint */
	BEAM = 48,       /* and in the one for links */
	OPENING = -6,    /* what a new stream costs */
	TURN = 3,        /* what the stream is worth that has waited longest */
	SKIP = -4,       /* what each one costs that waited longer and goes on waiting */
	CLOSING = -4,    /* or comes to its end here */
	HINT = 30,       /* gain that makes a search with a dictionary worth its time */
	LEAST_GAIN = 80, /* of a stretch that is put in order */
	BESIDE = 10,     /* what it costs to go over to the other side in lines of two */
	HEADLINES = 3,   /* in a row end the columns above */
	WINDOW = 40, /* strips among which so many breaks of form make a page suspect */
	BREAKS = 4,
	LEAST_LINES = 9, /* of it */
	FEW = 12,        /* one strip in so many may be of no known column */
	MOST_STRIPS = 4000,
	KNOWN = 10000,
};

/* One strip more in a history. */
struct step {
	size_t back; /* the step before, counted from 1 */
	size_t strip;
	size_t from; /* the strip that it goes on from, counted from 1; 0: none */
	int score;
};

struct history {
	int score;
	unsigned count;
	struct tail {
		size_t strip;
		unsigned side; /* in the latest line that it shared, from 1; 0: in none */
	} tails[STREAMS + 1];  /* strips that wait for their next one, oldest first */
	size_t step;           /* counted from 1 */
	size_t from;           /* what its latest strip goes on from, as in struct step */
	size_t rank;           /* when it was tried: equals stay in this order */
};

struct histories {
	struct history items[BEAM * 2 * (STREAMS + 1)];
	size_t count;
};

struct untangling {
	struct columns_links links;
	const struct strip_list *strips; /* those of the links */
	struct step *steps;              /* room for BEAM of each strip */
	size_t step_count;
	struct step *chosen; /* the step of each strip */
	size_t beam;         /* histories to keep */
	struct arena *arena;
};

/* A strip that can be no part of a paragraph: part of a headline, a line of verse. */
static bool
is_lone(const struct strip *strip)
{
	return strip->shape == STRIP_SHORT && !strip->ends;
}

/* Whether headlines stand right before the strip: columns end above them. */
static bool
is_parted(const struct untangling *u, size_t strip)
{
	for (size_t i = 1; i <= HEADLINES; i++)
		if (strip < i || !is_lone(&u->strips->items[strip - i]))
			return false;
	return true;
}

/* --- 3. histories --- */

static int
by_score(const void *a, const void *b)
{
	const struct history *left = a, *right = b;
	if (left->score != right->score)
		return left->score > right->score ? -1 : 1;
	return (left->rank > right->rank) - (left->rank < right->rank);
}

static void
add_history(const struct untangling *u, struct histories *to, struct history history,
	size_t strip, struct tail tail, int score)
{
	const struct strip *own = &u->strips->items[strip];
	unsigned side = own->cells > 1 ? own->cell + 1 : tail.side;
	history.score += score;
	history.tails[history.count++] = (struct tail){strip, side};
	history.from = tail.strip;
	history.rank = to->count;
	to->items[to->count++] = history;
}

/* Of the histories that the strip led to, the best go on; only their steps are kept. */
static void
keep_best(struct untangling *u, struct histories *next, size_t strip)
{
	qsort(next->items, next->count, sizeof *next->items, by_score);
	if (next->count > u->beam)
		next->count = u->beam;
	for (size_t i = 0; i < next->count; i++) {
		struct history *history = &next->items[i];
		u->steps[u->step_count++] = (struct step){
			history->step, strip, history->from, history->score};
		history->step = u->step_count;
	}
}

/* The history without its tails [from, to). */
static struct history
without(struct history history, size_t from, size_t to)
{
	memmove(&history.tails[from], &history.tails[to],
		(history.count - to) * sizeof *history.tails);
	history.count -= (unsigned)(to - from);
	return history;
}

/* The strip goes on from the given tail; those that waited longer wait on, or are at
 * their ends. */
static void
continue_tail(const struct untangling *u, struct histories *to,
	const struct history *history, size_t strip, size_t tail, int score)
{
	struct tail from = history->tails[tail];
	const struct strip *own = &u->strips->items[strip];
	score += strip - from.strip == 1 ? columns_score_printed(&u->links, strip) : 0;
	if (from.side && own->cells > 1)
		score += from.side == own->cell + 1 ? BESIDE / 4 : -BESIDE;
	bool attached = strip - from.strip == 1 && columns_are_attached(&u->links, strip);
	from.strip++;
	add_history(u, to, without(*history, tail, tail + 1), strip, from,
		score + (tail && !attached ? (int)tail * SKIP : TURN));
	if (tail)
		add_history(u, to, without(*history, 0, tail + 1), strip, from,
			score + (int)tail * CLOSING + TURN);
}

static void
forget_old(struct history *history, size_t strip, size_t age)
{
	size_t count = 0;
	for (size_t i = 0; i < history->count; i++)
		if (history->tails[i].strip + age >= strip)
			history->tails[count++] = history->tails[i];
	history->count = (unsigned)count;
}

static void
advance(struct untangling *u, struct histories *beam, struct histories *next,
	size_t strip)
{
	int scores[AGE + 1] = {0}; /* 0 where not asked for yet, else plus KNOWN */
	const struct strip *b = &u->strips->items[strip];
	size_t age = is_parted(u, strip) ? 1 : AGE;
	next->count = 0;
	for (size_t i = 0; i < beam->count; i++) {
		struct history *history = &beam->items[i];
		forget_old(history, strip, age);
		for (size_t tail = 0; tail < history->count; tail++) {
			size_t from = history->tails[tail].strip;
			int *known = &scores[strip - from];
			if (!*known)
				*known = KNOWN + columns_score_link(&u->links,
							 &u->strips->items[from], b);
			int score = *known - KNOWN;
			if (score > COLUMNS_NEVER)
				continue_tail(u, next, history, strip, tail, score);
		}
		bool full = history->count == STREAMS;
		add_history(u, next, full ? without(*history, 0, 1) : *history, strip,
			(struct tail){0}, strip ? OPENING : 0);
	}
	keep_best(u, next, strip);
}

static void
find_links(struct untangling *u)
{
	struct histories *beam = arena_new(u->arena, struct histories),
			 *next = arena_new(u->arena, struct histories);
	beam->count = 1;
	u->step_count = 0;
	for (size_t i = 0; i < u->strips->count; i++) {
		advance(u, beam, next, i);
		struct histories *swap = beam;
		beam = next;
		next = swap;
	}
	for (size_t at = beam->items[0].step; at; at = u->steps[at - 1].back) {
		const struct step *step = &u->steps[at - 1];
		u->chosen[step->strip] = *step;
	}
}

/* --- 4. stretches --- */

/* The end of the stretch that begins with the strip: as far as links cross. */
static size_t
stretch_end(const struct untangling *u, size_t first)
{
	/* The next strip of each one up to AGE back is looked for further down. */
	size_t end = first + 1;
	for (size_t i = first + 1; i < u->strips->count && i <= end + AGE; i++) {
		size_t from = u->chosen[i].from;
		if (from && from - 1 < end && from < i)
			end = from - 1 >= first ? i + 1 : end;
	}
	return end;
}

/* How much better the links are than the printed order. */
static int
gain_of(const struct untangling *u, size_t first, size_t end)
{
	int gain = u->chosen[end - 1].score - u->chosen[first].score;
	for (size_t i = first + 1; i < end; i++) {
		const struct strip *b = &u->strips->items[i];
		int printed = columns_score_link(&u->links, &u->strips->items[i - 1], b);
		gain -= printed == COLUMNS_NEVER
				? OPENING
				: printed + columns_score_printed(&u->links, i) + TURN;
	}
	return gain;
}

/* Whether links of any stretch are better than the printed order by so much. */
static bool
gains(const struct untangling *u, int least)
{
	for (size_t i = 0, end; i < u->strips->count; i = end) {
		end = stretch_end(u, i);
		if (end - i >= LEAST_LINES && gain_of(u, i, end) >= least)
			return true;
	}
	return false;
}

static bool
is_tangled(const struct untangling *u, size_t first, size_t end)
{
	size_t others = 0;
	for (size_t i = first; i < end; i++)
		others += u->strips->items[i].shape == STRIP_OTHER;
	return end - first >= LEAST_LINES && others * FEW <= end - first &&
	       gain_of(u, first, end) >= LEAST_GAIN;
}

static void
add_strip(const struct untangling *u, size_t i, unsigned frame, struct line_list *out)
{
	const struct strip *strip = &u->strips->items[i];
	*(struct line *)list_add(out, u->arena) = strips_line(strip, frame, u->arena);
}

/* Adds the strips of the stretch stream by stream. */
static void
add_stretch(struct untangling *u, size_t first, size_t end, unsigned *frame,
	struct line_list *out)
{
	size_t *next = arena_array(u->arena, size_t, end - first); /* from 1; 0: none */
	bool *opens = arena_array(u->arena, bool, end - first);
	for (size_t i = first; i < end; i++) {
		size_t from = u->chosen[i].from;
		opens[i - first] = from <= first;
		if (from > first)
			next[from - 1 - first] = i + 1;
	}
	for (size_t i = first; i < end; i++) {
		if (!opens[i - first])
			continue;
		++*frame;
		for (size_t at = i + 1; at; at = next[at - 1 - first])
			add_strip(u, at - 1, *frame, out);
	}
}

static void
put_in_order(struct untangling *u, struct line_list *lines)
{
	struct line_list out = {0};
	unsigned frame = 0;
	for (size_t i = 0; i < u->strips->count;) {
		size_t end = stretch_end(u, i);
		if (is_tangled(u, i, end)) {
			add_stretch(u, i, end, &frame, &out);
			frame++;
			i = end;
			continue;
		}
		for (; i < end; i++) {
			const struct strip *strip = &u->strips->items[i];
			if (strip->cell)
				continue;
			struct line *line = list_add(&out, u->arena);
			*line = *strip->line;
			line->frame = frame;
		}
	}
	*lines = out;
}

/* Whether the printed order breaks the form of paragraphs often enough somewhere that it
 * is worth a search: the cheap question, asked of every page. */
static bool
is_suspect(const struct untangling *u)
{
	size_t breaks = 0;
	for (size_t i = 1; i < u->strips->count; i++) {
		breaks += columns_break_form(&u->links, i);
		if (i > WINDOW)
			breaks -= columns_break_form(&u->links, i - WINDOW);
		if (breaks >= BREAKS)
			return true;
	}
	return false;
}

void
columns_untangle(struct line_list *lines, struct text *text, struct arena *arena)
{
	if (!lines->count || lines->items[0].frame)
		return;
	struct untangling u = {.links.arena = arena, .beam = QUICK_BEAM, .arena = arena};
	struct strip_list *strips = &u.links.strips;
	u.strips = strips;
	strips_cut(lines, strips, arena);
	if (strips->count < LEAST_LINES || strips->count > MOST_STRIPS)
		return;
	if (!is_suspect(&u))
		return;
	size_t bytes = 0;
	for (size_t i = 0; i < strips->count; i++)
		bytes += strips->items[i].text.len;
	u.links.pairs = bigrams_open(bytes, arena);
	for (size_t i = 0; i < strips->count; i++)
		bigrams_add(&u.links.pairs, strips->items[i].text, (uint32_t)i + 1);
	u.chosen = arena_array(arena, struct step, strips->count);
	u.steps = arena_array(arena, struct step, strips->count * BEAM);
	find_links(&u);
	if (!gains(&u, HINT))
		return;
	u.links.text = text;
	u.beam = BEAM;
	find_links(&u);
	put_in_order(&u, lines);
}
