#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "progress.h"

/* What is drawn at the sixth of ten steps, 2 seconds after the beginning. */
static void
draw(enum language language, bool bar, char *drawn, size_t size)
{
	char name[] = "/tmp/backfile-progress-XXXXXX";
	int file = mkstemp(name), old = dup(STDERR_FILENO);
	assert_true(file >= 0 && old >= 0);
	fflush(stderr);
	dup2(file, STDERR_FILENO);
	struct progress progress = progress_open(false, false, language);
	progress.bar = bar;
	progress_stage(&progress, "reading", 10);
	progress_step(&progress, 1);
	progress.started -= (int64_t)2 * 1000 * 1000 * 1000;
	progress_step(&progress, 6);
	progress_step(&progress, 7); /* within a tenth of a second of the last */
	progress_close(&progress);
	fflush(stderr);
	dup2(old, STDERR_FILENO);
	close(old);
	ssize_t got = pread(file, drawn, size - 1, 0);
	drawn[got > 0 ? got : 0] = '\0';
	close(file);
	unlink(name);
}

static void
test_progress_draws_stage_bar_rate_and_time_left(void **state)
{
	char drawn[512];
	(void)state;
	draw(LANGUAGE_ENGLISH, true, drawn, sizeof drawn);
	assert_string_equal(drawn,
		"\r\033[K"
		"reading [##################............] 6/10  3/s  1 "
		"s left\r\033[K");
}

static void
test_progress_in_chinese(void **state)
{
	char drawn[512];
	(void)state;
	draw(LANGUAGE_CHINESE, true, drawn, sizeof drawn);
	assert_non_null(strstr(drawn, "读 [##################"));
	assert_non_null(strstr(drawn, "还要 1 秒"));
}

static void
test_progress_is_silent_without_a_terminal(void **state)
{
	char drawn[512];
	(void)state;
	draw(LANGUAGE_ENGLISH, false, drawn, sizeof drawn);
	assert_string_equal(drawn, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_progress_draws_stage_bar_rate_and_time_left),
		cmocka_unit_test(test_progress_in_chinese),
		cmocka_unit_test(test_progress_is_silent_without_a_terminal),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
