#include "unit.h"

#include "base/report.h"

struct fixture {
	struct arena *arena;
	struct report report;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	*fixture = (struct fixture){arena, report_open(arena)};
	*state = fixture;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	arena_close(fixture->arena);
	return 0;
}

static struct place
at(const char *file, unsigned line, unsigned column)
{
	return (struct place){str_from(file), line, column};
}

static struct str
written(struct fixture *fixture, enum severity least)
{
	struct strbuf out = strbuf_open(fixture->arena);
	report_write(&fixture->report, least, &out);
	return strbuf_str(&out);
}

static void
test_report_write_nothing(void **state)
{
	assert_str(written(*state, SEVERITY_NOTE), "");
}

static void
test_report_error_returns_false(void **state)
{
	struct report *report = &((struct fixture *)*state)->report;
	assert_false(report_error(report, at("a", 1, 1), "x"));
	assert_false(report_warning(report, at("a", 1, 1), "x"));
	assert_false(report_note(report, at("a", 1, 1), "x"));
	assert_false(report_fault(report, at("a", 1, 1), "x"));
}

static void
test_report_write_sorted_by_file_line_column(void **state)
{
	struct report *report = &((struct fixture *)*state)->report;
	report_error(report, at("b.txt", 1, 1), "five");
	report_error(report, at("a.txt", 10, 1), "four");
	report_error(report, at("a.txt", 9, 12), "three");
	report_error(report, at("a.txt", 9, 2), "two");
	report_error(report, at("a.txt", 0, 0), "one");
	assert_str(written(*state, SEVERITY_NOTE), "a.txt: error: one\n"
						   "a.txt:9:2: error: two\n"
						   "a.txt:9:12: error: three\n"
						   "a.txt:10:1: error: four\n"
						   "b.txt:1:1: error: five\n");
}

static void
test_report_write_same_place_sorted_by_text(void **state)
{
	struct report *report = &((struct fixture *)*state)->report;
	report_error(report, at("a", 1, 1), "y");
	report_error(report, at("a", 1, 1), "x");
	report_warning(report, at("a", 1, 1), "x");
	assert_str(written(*state, SEVERITY_NOTE),
		"a:1:1: warning: x\na:1:1: error: x\na:1:1: error: y\n");
}

static void
test_report_write_leaves_out_the_less_severe(void **state)
{
	struct report *report = &((struct fixture *)*state)->report;
	report_note(report, at("a", 1, 0), "note");
	report_warning(report, at("a", 2, 0), "warning");
	report_error(report, at("a", 3, 0), "error");
	report_fault(report, at("a", 4, 0), "fault");
	assert_str(written(*state, SEVERITY_ERROR),
		"a:3: error: error\na:4: fault: fault\n");
	assert_str(written(*state, SEVERITY_FAULT), "a:4: fault: fault\n");
}

static void
test_report_write_without_a_file(void **state)
{
	struct report *report = &((struct fixture *)*state)->report;
	report_fault(report, (struct place){0}, "no room");
	assert_str(written(*state, SEVERITY_NOTE), "backfile: fault: no room\n");
}

static void
test_report_write_shows_control_bytes(void **state)
{
	struct report *report = &((struct fixture *)*state)->report;
	report_error(report, at("a\nb\033[2J", 1, 0), "临江\x7F\xC2\x85\u202E\xC3!");
	assert_str(written(*state, SEVERITY_NOTE),
		"a\\x0Ab\\x1B[2J:1: error: "
		"临江\\x7F\\xC2\\x85\\xE2\\x80\\xAE\\xC3!\n");
}

static void
test_report_error_copies_file_and_text(void **state)
{
	struct fixture *fixture = *state;
	char file[] = "a.txt", text[] = "text";
	report_error(&fixture->report, at(file, 1, 0), "%s", text);
	file[0] = text[0] = '?';
	assert_str(written(fixture, SEVERITY_NOTE), "a.txt:1: error: text\n");
}

static void
test_report_add_copies_into_another_report(void **state)
{
	struct fixture *fixture = *state;
	struct arena *other_arena = arena_open();
	struct report other = report_open(other_arena);
	report_warning(&other, at("a.txt", 3, 0), "%d", 42);
	report_add(&fixture->report, &other.items[0]);
	arena_close(other_arena);
	assert_str(written(fixture, SEVERITY_NOTE), "a.txt:3: warning: 42\n");
}

static void
test_report_count_by_severity(void **state)
{
	struct report *report = &((struct fixture *)*state)->report;
	for (unsigned i = 0; i < 1000; i++)
		report_error(report, at("a", i, 0), "x");
	report_warning(report, at("a", 1, 0), "x");
	assert_int_equal(report_count(report, SEVERITY_ERROR), 1000);
	assert_int_equal(report_count(report, SEVERITY_WARNING), 1);
	assert_int_equal(report_count(report, SEVERITY_FAULT), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_report_write_nothing),
		TEST(test_report_error_returns_false),
		TEST(test_report_write_sorted_by_file_line_column),
		TEST(test_report_write_same_place_sorted_by_text),
		TEST(test_report_write_leaves_out_the_less_severe),
		TEST(test_report_write_without_a_file),
		TEST(test_report_write_shows_control_bytes),
		TEST(test_report_error_copies_file_and_text),
		TEST(test_report_add_copies_into_another_report),
		TEST(test_report_count_by_severity),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
