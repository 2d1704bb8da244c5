#include "unit.h"

#include <stdlib.h>

#include "search/segment.h"

/* Dates as "2024-03-05", in the order of the catalog; "" is undated. Answers the plan as
 * "name from-to,
 * ...". */
static struct str
plan(const char *const *dates, size_t count, struct arena *arena)
{
	struct article **articles = arena_array(arena, struct article *, count + 1);
	for (size_t i = 0; i < count; i++) {
		articles[i] = arena_new(arena, struct article);
		date_parse(str_from(dates[i]), &articles[i]->date);
	}
	struct segments segments = segments_plan(articles, count, arena);
	struct strbuf out = strbuf_open(arena);
	for (size_t i = 0; i < segments.count; i++) {
		const struct segment *segment = &segments.items[i];
		strbuf_printf(&out, "%s%.*s %zu-%zu", i ? ", " : "",
			STR_ARG(segment->name), segment->from, segment->to);
	}
	return strbuf_str(&out);
}

#define PLAN(arena, ...)                                                                 \
	plan((const char *const[]){__VA_ARGS__},                                         \
		sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *), (arena))

static void
test_segments_plan_of_months_and_years(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_str(plan(NULL, 0, arena), "");
	assert_str(PLAN(arena, "2024-03-05"), "2024-03 0-1");
	assert_str(PLAN(arena, "2024-02-29", "2024-03-05"), "2024-03 1-2, 2024 0-1");
	assert_str(PLAN(arena, "2023-12-31", "2024-03-05"), "2024-03 1-2, 2016-2023 0-1");
	assert_str(PLAN(arena, "2023-12-31", "2025-01-01"), "2025-01 1-2, 2016-2023 0-1");
	assert_str(PLAN(arena, "2015-01-01", "2016-01-01", "2024-01-01", "2026-01-01"),
		"2026-01 3-4, 2024-2025 2-3, 2016-2023 1-2, 1984-2015 0-1");
	arena_close(arena);
}

static void
test_segments_plan_of_partly_known_dates(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	assert_str(PLAN(arena, ""), "undated 0-1");
	assert_str(PLAN(arena, "2024-03-05", "", "", "1998", "2024-03"),
		"2024-03 0-1, undated 1-5");
	assert_str(PLAN(arena, "2023", "2024"), "undated 0-2");
	arena_close(arena);
}

static void
test_segments_plan_limits_blocks(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	size_t each = SEGMENT_MOST / 3, count = 0;
	struct article **articles = arena_array(arena, struct article *, each * 8 + 1);
	for (int year = 2016; year < 2024; year++)
		for (size_t i = 0; i < each; i++) {
			articles[count] = arena_new(arena, struct article);
			articles[count++]->date = (struct date){year, 1, 1};
		}
	articles[count] = arena_new(arena, struct article);
	articles[count++]->date = (struct date){2024, 1, 1};
	struct segments segments = segments_plan(articles, count, arena);
	assert_int_equal(segments.count, 5);
	assert_str(segments.items[1].name, "2022-2023");
	assert_str(segments.items[4].name, "2016-2017");
	arena_close(arena);
}

/* Every article is in one segment, whatever the dates. */
static void
test_segments_plan_covers_all(void **state)
{
	(void)state;
	struct arena *arena = arena_open();
	srand(3);
	for (int round = 0; round < 200; round++) {
		size_t count = (size_t)(rand() % 40);
		struct article **articles =
			arena_array(arena, struct article *, count + 1);
		int year = 1950;
		for (size_t i = 0; i < count; i++) {
			articles[i] = arena_new(arena, struct article);
			year += rand() % 4;
			articles[i]->date = (struct date){year, 1 + (int)i % 12, 1};
			if (i && date_compare(articles[i]->date, articles[i - 1]->date) <
					 0)
				articles[i]->date = articles[i - 1]->date;
		}
		struct segments segments = segments_plan(articles, count, arena);
		size_t end = count;
		for (size_t i = 0; i < segments.count; i++) {
			assert_int_equal(segments.items[i].to, end);
			end = segments.items[i].from;
		}
		assert_int_equal(end, 0);
	}
	arena_close(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_segments_plan_of_months_and_years),
		cmocka_unit_test(test_segments_plan_of_partly_known_dates),
		cmocka_unit_test(test_segments_plan_limits_blocks),
		cmocka_unit_test(test_segments_plan_covers_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
