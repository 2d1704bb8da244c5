#include "unit.h"

#include "serve/range.h"

static void
test_range_read(void **state)
{
	static const struct {
		const char *field;
		uint64_t size;
		enum range_kind kind;
		uint64_t from, len;
	} rows[] = {
		{"", 10, RANGE_WHOLE, 0, 10},
		{"bytes=0-3", 10, RANGE_PART, 0, 4},
		{"bytes=4-", 10, RANGE_PART, 4, 6},
		{"bytes=4-99", 10, RANGE_PART, 4, 6},
		{"bytes=9-9", 10, RANGE_PART, 9, 1},
		{"bytes=-4", 10, RANGE_PART, 6, 4},
		{"bytes=-99", 10, RANGE_PART, 0, 10},
		{"bytes=10-", 10, RANGE_OUTSIDE, 0, 0},
		{"bytes=-0", 10, RANGE_OUTSIDE, 0, 0},
		{"bytes=0-", 0, RANGE_OUTSIDE, 0, 0},
		{"bytes=-1", 0, RANGE_OUTSIDE, 0, 0},
		{"bytes=5-4", 10, RANGE_WHOLE, 0, 10},
		{"bytes=0-1,4-5", 10, RANGE_WHOLE, 0, 10},
		{"bytes=", 10, RANGE_WHOLE, 0, 10},
		{"bytes=-", 10, RANGE_WHOLE, 0, 10},
		{"bytes=x-4", 10, RANGE_WHOLE, 0, 10},
		{"bytes=1-2-3", 10, RANGE_WHOLE, 0, 10},
		{"bytes=99999999999999999999-", 10, RANGE_WHOLE, 0, 10},
		{"lines=0-3", 10, RANGE_WHOLE, 0, 10},
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct range range = range_read(str_from(rows[i].field), rows[i].size);
		if (range.kind != rows[i].kind || range.from != rows[i].from ||
			range.len != rows[i].len)
			fail_msg("%s: %d %llu %llu", rows[i].field, (int)range.kind,
				(unsigned long long)range.from,
				(unsigned long long)range.len);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_range_read)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
