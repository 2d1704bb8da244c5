#include "unit.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "workers.h"

struct fixture {
	struct arena *arena;
	struct report report;
	struct progress progress;
	struct str results[1000];
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	fixture->arena = arena;
	fixture->report = report_open(arena);
	fixture->progress = progress_open(true, false, LANGUAGE_ENGLISH);
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

static struct str
job_name(void *context, size_t job)
{
	const struct fixture *fixture = context;
	return str_format(fixture->arena, "job-%zu", job);
}

static void
keep(void *context, size_t job, struct str result)
{
	struct fixture *fixture = context;
	assert_null(fixture->results[job].data);
	fixture->results[job] = str_copy(result, fixture->arena);
}

/* Runs the work with the rest that all have in common. */
static void
run_work(struct fixture *fixture, struct work work)
{
	work.seconds = work.seconds ? work.seconds : 60;
	work.take = keep;
	work.name = job_name;
	work.context = fixture;
	assert_true(workers_run(&work, &fixture->progress, &fixture->report));
}

static void
assert_errors(struct fixture *fixture, const char *expected)
{
	struct strbuf messages = strbuf_open(fixture->arena);
	report_write(&fixture->report, SEVERITY_ERROR, &messages);
	assert_string_equal(messages.data, expected);
}

static void
square(void *context, size_t job, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	(void)context, (void)scratch;
	strbuf_printf(result, "%zu", job * job);
	if (job % 100 == 7)
		report_warning(report, (struct place){STR("seven"), (unsigned)job, 3},
			"at %zu", job);
}

static void
square_or_die(void *context, size_t job, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	if (job == 5 || job == 6)
		raise(SIGKILL);
	square(context, job, result, scratch, report);
}

static void
square_or_hang(void *context, size_t job, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	while (job == 2)
		pause();
	square(context, job, result, scratch, report);
}

/* A result far larger than a pipe holds. */
static void
large(void *context, size_t job, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	(void)context, (void)scratch, (void)report;
	for (int i = 0; i < 300000; i++)
		strbuf_add_char(result, (char)('a' + job % 26));
}

static void
test_workers_run_with_any_number(void **state)
{
	static const unsigned crews[] = {0, 1, 2, 8, 64};
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof crews / sizeof *crews; i++) {
		memset(fixture->results, 0, sizeof fixture->results);
		run_work(fixture,
			(struct work){.count = 1000, .workers = crews[i], .job = square});
		for (size_t job = 0; job < 1000; job++)
			assert_str(fixture->results[job],
				str_format(fixture->arena, "%zu", job * job).data);
		assert_int_equal(
			report_count(&fixture->report, SEVERITY_WARNING), 10 * (i + 1));
	}
}

static void
test_workers_run_names_jobs_that_crash_and_does_the_others(void **state)
{
	struct fixture *fixture = *state;
	run_work(
		fixture, (struct work){.count = 300, .workers = 2, .job = square_or_die});
	for (size_t job = 0; job < 300; job++)
		assert_int_equal(
			fixture->results[job].data != NULL, job != 5 && job != 6);
	assert_errors(fixture, "job-5: error: left out: reading it crashed (Killed)\n"
			       "job-6: error: left out: reading it crashed (Killed)\n");
}

/* Job 2 of five is named, and the others are done. */
static void
assert_left_out(struct fixture *fixture, struct work work, const char *message)
{
	work.count = 5;
	work.workers = 1;
	run_work(fixture, work);
	assert_null(fixture->results[2].data);
	assert_str(fixture->results[4], "16");
	assert_errors(fixture, message);
}

static void
test_workers_run_kills_a_job_that_hangs(void **state)
{
	assert_left_out(*state, (struct work){.patience = 1, .job = square_or_hang},
		"job-2: error: left out: reading it took too long\n");
}

static void
square_or_compute(void *context, size_t job, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	for (volatile unsigned i = 0; job == 2; i++)
		continue;
	square(context, job, result, scratch, report);
}

static void
test_workers_run_ends_a_job_that_computes_for_ever(void **state)
{
	assert_left_out(*state,
		(struct work){.seconds = 1, .patience = 600, .job = square_or_compute},
		"job-2: error: left out: it takes more than 1 seconds of computing\n");
}

static void
square_or_hoard(void *context, size_t job, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	while (job == 2)
		arena_alloc(scratch, 1 << 20);
	square(context, job, result, scratch, report);
}

static void
test_workers_run_ends_a_job_that_hoards_memory(void **state)
{
	const struct sandbox sandbox = {.memory = 32 << 20};
#ifdef __SANITIZE_ADDRESS__
	skip();
#endif
	assert_left_out(*state,
		(struct work){.seconds = 1,
			.patience = 600,
			.sandbox = &sandbox,
			.job = square_or_hoard},
		"job-2: error: left out: it takes too much memory\n");
}

static void
test_workers_run_takes_large_results(void **state)
{
	struct fixture *fixture = *state;
	run_work(fixture, (struct work){.count = 40, .workers = 2, .job = large});
	for (size_t job = 0; job < 40; job++) {
		assert_int_equal(fixture->results[job].len, 300000);
		assert_int_equal(fixture->results[job].data[299999], 'a' + job % 26);
	}
}

static void
test_workers_run_with_nothing_to_do(void **state)
{
	struct fixture *fixture = *state;
	run_work(fixture, (struct work){.workers = 2, .job = square});
	assert_int_equal(fixture->report.count, 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_workers_run_with_any_number),
		TEST(test_workers_run_names_jobs_that_crash_and_does_the_others),
		TEST(test_workers_run_kills_a_job_that_hangs),
		TEST(test_workers_run_ends_a_job_that_computes_for_ever),
		TEST(test_workers_run_ends_a_job_that_hoards_memory),
		TEST(test_workers_run_takes_large_results),
		TEST(test_workers_run_with_nothing_to_do),
	};
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
