#include "publish/anniversary.h"

#include <assert.h>

#include "base/list.h"

enum { MONTHS = 12, MONTH_DAYS = 31 };

/* Each day has a place of its own first; those without issues are then left out. */
static size_t
place_of(int month, int day)
{
	return (size_t)(month - 1) * MONTH_DAYS + (size_t)day - 1;
}

static void
link_round_the_year(struct anniversaries *days)
{
	for (size_t i = 0; days->count > 1 && i < days->count; i++) {
		size_t next = (i + 1) % days->count;
		days->items[i].next = &days->items[next];
		days->items[next].previous = &days->items[i];
	}
}

struct anniversaries
anniversaries_of(const struct catalog *catalog, struct arena *arena)
{
	struct anniversary *all =
		arena_array(arena, struct anniversary, MONTHS * MONTH_DAYS);
	struct anniversaries held = {0};
	for (size_t i = 0; i < catalog->issues.count; i++) {
		struct issue *issue = catalog->issues.items[i];
		assert(date_known(issue->date));
		struct anniversary *day =
			&all[place_of(issue->date.month, issue->date.day)];
		day->month = issue->date.month;
		day->day = issue->date.day;
		*list_add(&day->issues, arena) = issue;
	}
	for (size_t i = 0; i < MONTHS * MONTH_DAYS; i++)
		if (all[i].issues.count)
			*list_add(&held, arena) = all[i];
	link_round_the_year(&held);
	return held;
}

const struct anniversary *
anniversary_find(const struct anniversaries *anniversaries, int month, int day)
{
	for (size_t i = 0; i < anniversaries->count; i++)
		if (anniversaries->items[i].month == month &&
			anniversaries->items[i].day == day)
			return &anniversaries->items[i];
	return NULL;
}

struct str
anniversary_address(const struct anniversary *anniversary, struct arena *arena)
{
	return str_format(
		arena, "days/%02d-%02d.html", anniversary->month, anniversary->day);
}

struct str
anniversary_list(const struct anniversaries *held, struct arena *arena)
{
	struct strbuf days = strbuf_open(arena);
	for (size_t i = 0; i < held->count; i++)
		strbuf_printf(&days, "%s%02d-%02d", i ? " " : "", held->items[i].month,
			held->items[i].day);
	return strbuf_str(&days);
}
