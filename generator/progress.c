#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum {
	BAR_WIDTH = 30,
	SHORT_WORK = 500 * 1000 * 1000, /* nanoseconds */
	REDRAW_TIME = 100 * 1000 * 1000,
};

static int64_t
now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

struct progress
progress_open(bool quiet, bool verbose, enum language language)
{
	return (struct progress){
		.language = language,
		.bar = !quiet && isatty(STDERR_FILENO),
		.plain = verbose && !isatty(STDERR_FILENO),
	};
}

static void
clear_bar(struct progress *progress)
{
	if (progress->bar && progress->shown)
		fputs("\r\033[K", stderr);
	progress->shown = 0;
}

void
progress_stage(struct progress *progress, const char *stage, size_t total)
{
	clear_bar(progress);
	progress->stage = stage;
	progress->total = total;
	progress->started = now();
	if (progress->plain)
		fprintf(stderr, "backfile: %s (%zu)\n", stage, total);
}

static void
draw(const struct progress *progress, size_t done, int64_t elapsed)
{
	struct arena *arena = arena_open();
	double part = (double)done / (double)progress->total;
	double seconds = (double)elapsed / 1e9;
	char bar[BAR_WIDTH + 1];
	for (int i = 0; i < BAR_WIDTH; i++)
		bar[i] = i < (int)(part * BAR_WIDTH) ? '#' : '.';
	bar[BAR_WIDTH] = '\0';
	fputs("\r\033[K", stderr);
	fprintf(stderr,
		message_in(progress->language, "%s [%s] %zu/%zu  %.0f/s  %.0f s left",
			arena),
		message_in(progress->language, progress->stage, arena), bar, done,
		progress->total, (double)done / seconds, seconds / part - seconds);
	fflush(stderr);
	arena_close(arena);
}

void
progress_step(struct progress *progress, size_t done)
{
	if (!progress->bar || !progress->total || !done)
		return;
	int64_t time = now();
	if (time - progress->started < SHORT_WORK || time - progress->shown < REDRAW_TIME)
		return;
	draw(progress, done, time - progress->started);
	progress->shown = time;
}

void
progress_close(struct progress *progress)
{
	clear_bar(progress);
}
