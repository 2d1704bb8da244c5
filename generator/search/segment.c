#include "search/segment.h"

#include "base/list.h"

/*     … 2015 | 2016 … 2023 |        2024         |          |
 *      block |    block    | warm: Jan … | hot:  | undated  |
 *            |             |        Feb  | March |          |
 *
 * A block of closed years is [a, a + 2^k) with a a multiple of 2^k, as large as fits into
 * the years that are closed and into SEGMENT_MOST articles. So when a year closes, blocks
 * merge as a binary counter carries: each year is written anew only a few times in its
 * life. Undated are, as in the catalog, all articles whose day is not known. */
struct plan {
	struct article *const *articles;
	struct arena *arena;
	struct segments segments;
};

/* The first article of [from, to) that is not before the date. */
static size_t
first_from(const struct plan *plan, size_t from, size_t to, struct date date)
{
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (date_compare(plan->articles[middle]->date, date) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

static void
add_segment(struct plan *plan, struct str name, size_t from, size_t to)
{
	if (from < to)
		*list_add(&plan->segments, plan->arena) =
			(struct segment){name, from, to};
}

static struct str
block_name(int year, int years, struct arena *arena)
{
	if (years == 1)
		return str_format(arena, "%04d", year);
	return str_format(arena, "%04d-%04d", year, year + years - 1);
}

/* Adds the blocks of the years [year, year + years), whose articles are [from, to),
 * newest first; `open` is the first year that is not closed. */
static void
add_blocks(struct plan *plan, int year, int years, int open, size_t from, size_t to)
{
	if (from == to)
		return;
	if (years == 1 || (year + years <= open && to - from <= SEGMENT_MOST)) {
		add_segment(plan, block_name(year, years, plan->arena), from, to);
		return;
	}
	int half = years / 2;
	size_t middle = first_from(plan, from, to, (struct date){year + half, 0, 0});
	add_blocks(plan, year + half, half, open, middle, to);
	add_blocks(plan, year, half, open, from, middle);
}

struct segments
segments_plan(struct article *const *articles, size_t count, struct arena *arena)
{
	struct plan plan = {.articles = articles, .arena = arena};
	size_t dated = count;
	while (dated && !date_known(articles[dated - 1]->date))
		dated--;
	if (dated) {
		struct date newest = articles[dated - 1]->date;
		struct date month = {newest.year, newest.month, 0};
		size_t hot = first_from(&plan, 0, dated, month);
		size_t warm = first_from(&plan, 0, hot, (struct date){newest.year, 0, 0});
		struct str name =
			str_format(arena, "%04d-%02d", newest.year, newest.month);
		add_segment(&plan, name, hot, dated);
		add_segment(&plan, block_name(newest.year, 1, arena), warm, hot);
		add_blocks(&plan, 0, 1 << 14, newest.year, 0, warm);
	}
	add_segment(&plan, STR("undated"), dated, count);
	return plan.segments;
}
