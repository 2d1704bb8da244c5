/* cut FOLDER ...: the speed of cutting pages, on one core.
 *
 * First the pages below each folder, cut again and again: megabytes a second of
 * segmentation alone (lines to articles) and of the whole editor (persons and tags too).
 * Then odd pages at one, two and four times their size: what time and memory grow by. */
#include <stdio.h>
#include <time.h>

#include "base/file.h"
#include "edit/editor.h"
#include "odd_pages.h"

enum { MEGABYTE = 1000 * 1000, LEAST_BYTES = 20 * MEGABYTE, MOST_ROUNDS = 200 };

struct bench {
	struct arena *site, *arena, *scratch;
	struct text *text;
	struct segmenter *segmenter;
	struct editor *editor;
};

struct pages {
	struct str *items;
	size_t count, capacity;
	size_t bytes;
};

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool
read_pages(const struct bench *bench, const char *folder, struct pages *pages)
{
	struct report report = report_open(bench->site);
	struct file_list files = {0};
	if (!file_walk(str_from(folder), &files, bench->site, &report))
		return false;
	for (size_t i = 0; i < files.count; i++) {
		struct str path =
			file_join(str_from(folder), files.items[i].path, bench->site);
		struct str bytes, clean;
		if (!str_equal(file_extension(path), STR(".txt")) ||
			!file_read(path, 1 << 26, &bytes, bench->site, &report) ||
			!text_read(bench->text, bytes, ENCODING_UNKNOWN,
				(struct place){.file = path}, &clean, bench->site,
				&report))
			continue;
		str_list_add((struct str_list *)pages, clean, bench->site);
		pages->bytes += clean.len;
	}
	return true;
}

/* Seconds of one page; the memory used is left in the arenas. */
static double
cut(const struct bench *bench, struct str text, bool whole)
{
	struct page page = {.text = text, .first_line = 1};
	arena_empty(bench->arena);
	arena_empty(bench->scratch);
	double start = seconds();
	if (whole)
		edit_page(bench->editor, &page, NULL, bench->arena, bench->scratch);
	else
		segment_page(bench->segmenter, &page, NULL, bench->arena, bench->scratch);
	return seconds() - start;
}

static double
speed(const struct bench *bench, const struct pages *pages, bool whole)
{
	double time = 0;
	size_t bytes = 0;
	for (int round = 0; round < MOST_ROUNDS && bytes < LEAST_BYTES; round++) {
		for (size_t i = 0; i < pages->count; i++)
			time += cut(bench, pages->items[i], whole);
		bytes += pages->bytes;
	}
	return (double)bytes / MEGABYTE / time;
}

static void
print_speeds(const struct bench *bench, char **folders)
{
	puts("   pages      MB  cut MB/s  whole editor MB/s");
	for (; *folders; folders++) {
		struct pages pages = {0};
		if (!read_pages(bench, *folders, &pages) || !pages.count) {
			printf("no pages below %s\n", *folders);
			continue;
		}
		printf("%8zu %7.2f %9.1f %18.1f  %s\n", pages.count,
			(double)pages.bytes / MEGABYTE, speed(bench, &pages, false),
			speed(bench, &pages, true), *folders);
	}
}

static void
print_growth(const struct bench *bench, const struct odd_page *odd)
{
	double times[3];
	size_t bytes = 0;
	for (int i = 0; i < 3; i++) {
		struct arena *arena = arena_open();
		struct str text = odd_text(odd, odd->times << i, arena);
		times[i] = cut(bench, text, false);
		bytes = text.len;
		arena_close(arena);
	}
	double memory = (double)(arena_used(bench->arena) + arena_used(bench->scratch));
	printf("%7.2f %7.2f %6.1f %6.1f %9.0f  %s\n", (double)bytes / MEGABYTE, times[2],
		times[1] / times[0], times[2] / times[1], memory / (double)bytes,
		odd->name);
}

int
main(int argc, char **argv)
{
	struct arena *site = arena_open();
	struct authority authority = {0};
	struct bench bench = {.site = site,
		.arena = arena_open(),
		.scratch = arena_open(),
		.text = text_open()};
	bench.segmenter = segmenter_open(bench.text, site);
	bench.editor = editor_open(&authority, bench.text, site);
	if (argc > 1)
		print_speeds(&bench, argv + 1);
	puts("\n     MB       s     x2     x4  B/B used");
	for (size_t i = 0; i < ODD_PAGES; i++)
		print_growth(&bench, &odd_pages[i]);
	return 0;
}
