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

static struct fixture
fixture_open(void)
{
	struct arena *arena = arena_open();
	return (struct fixture){.arena = arena,
		.report = report_open(arena),
		.progress = progress_open(true, false, LANGUAGE_ENGLISH)};
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
	(void)state;
	static const unsigned crews[] = {0, 1, 2, 8, 64};
	for (size_t i = 0; i < sizeof crews / sizeof *crews; i++) {
		struct fixture fixture = fixture_open();
		struct work work = {.count = 1000,
			.workers = crews[i],
			.seconds = 60,
			.job = square,
			.take = keep,
			.name = job_name,
			.context = &fixture};
		assert_true(workers_run(&work, &fixture.progress, &fixture.report));
		for (size_t job = 0; job < 1000; job++)
			assert_str(fixture.results[job],
				str_format(fixture.arena, "%zu", job * job).data);
		assert_int_equal(report_count(&fixture.report, SEVERITY_WARNING), 10);
		arena_close(fixture.arena);
	}
}

static void
test_workers_run_names_jobs_that_crash_and_does_the_others(void **state)
{
	(void)state;
	struct fixture fixture = fixture_open();
	struct work work = {.count = 300,
		.workers = 2,
		.seconds = 60,
		.job = square_or_die,
		.take = keep,
		.name = job_name,
		.context = &fixture};
	assert_true(workers_run(&work, &fixture.progress, &fixture.report));
	for (size_t job = 0; job < 300; job++)
		assert_int_equal(fixture.results[job].data != NULL, job != 5 && job != 6);
	struct strbuf messages = strbuf_open(fixture.arena);
	report_write(&fixture.report, SEVERITY_ERROR, &messages);
	assert_string_equal(messages.data,
		"job-5: error: left out: reading it crashed (Killed)\n"
		"job-6: error: left out: reading it crashed (Killed)\n");
	arena_close(fixture.arena);
}

static void
test_workers_run_kills_a_job_that_hangs(void **state)
{
	(void)state;
	struct fixture fixture = fixture_open();
	struct work work = {.count = 5,
		.workers = 1,
		.seconds = 60,
		.patience = 1,
		.job = square_or_hang,
		.take = keep,
		.name = job_name,
		.context = &fixture};
	assert_true(workers_run(&work, &fixture.progress, &fixture.report));
	assert_null(fixture.results[2].data);
	assert_str(fixture.results[4], "16");
	struct strbuf messages = strbuf_open(fixture.arena);
	report_write(&fixture.report, SEVERITY_ERROR, &messages);
	assert_string_equal(
		messages.data, "job-2: error: left out: reading it took too long\n");
	arena_close(fixture.arena);
}

/* Some job takes more than it may: it is named, and the others are done. */
static void
assert_left_out(void (*job)(void *context, size_t job, struct strbuf *result,
			struct arena *scratch, struct report *report),
	const struct sandbox *sandbox, const char *message)
{
	struct fixture fixture = fixture_open();
	struct work work = {.count = 5,
		.workers = 1,
		.seconds = 1,
		.patience = 600,
		.sandbox = sandbox,
		.job = job,
		.take = keep,
		.name = job_name,
		.context = &fixture};
	assert_true(workers_run(&work, &fixture.progress, &fixture.report));
	assert_null(fixture.results[2].data);
	assert_str(fixture.results[4], "16");
	struct strbuf messages = strbuf_open(fixture.arena);
	report_write(&fixture.report, SEVERITY_ERROR, &messages);
	assert_string_equal(messages.data, message);
	arena_close(fixture.arena);
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
	(void)state;
	assert_left_out(square_or_compute, NULL,
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
	(void)state;
	const struct sandbox sandbox = {.memory = 32 << 20};
#ifdef __SANITIZE_ADDRESS__
	skip();
#endif
	assert_left_out(square_or_hoard, &sandbox,
		"job-2: error: left out: it takes too much memory\n");
}

static void
test_workers_run_takes_large_results(void **state)
{
	(void)state;
	struct fixture fixture = fixture_open();
	struct work work = {.count = 40,
		.workers = 2,
		.seconds = 60,
		.job = large,
		.take = keep,
		.name = job_name,
		.context = &fixture};
	assert_true(workers_run(&work, &fixture.progress, &fixture.report));
	for (size_t job = 0; job < 40; job++) {
		assert_int_equal(fixture.results[job].len, 300000);
		assert_int_equal(fixture.results[job].data[299999], 'a' + job % 26);
	}
	arena_close(fixture.arena);
}

static void
test_workers_run_with_nothing_to_do(void **state)
{
	(void)state;
	struct fixture fixture = fixture_open();
	struct work work = {.count = 0,
		.workers = 2,
		.seconds = 1,
		.job = square,
		.take = keep,
		.name = job_name,
		.context = &fixture};
	assert_true(workers_run(&work, &fixture.progress, &fixture.report));
	assert_int_equal(fixture.report.count, 0);
	arena_close(fixture.arena);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_workers_run_with_any_number),
		cmocka_unit_test(
			test_workers_run_names_jobs_that_crash_and_does_the_others),
		cmocka_unit_test(test_workers_run_kills_a_job_that_hangs),
		cmocka_unit_test(test_workers_run_ends_a_job_that_computes_for_ever),
		cmocka_unit_test(test_workers_run_ends_a_job_that_hoards_memory),
		cmocka_unit_test(test_workers_run_takes_large_results),
		cmocka_unit_test(test_workers_run_with_nothing_to_do),
	};
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
