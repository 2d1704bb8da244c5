/* backfile build: content to site. Each stage is a paragraph of build_command, in the
 * publishing order: what pages need before the pages, lists after what they list,
 * removals last. */
#include <stdio.h>
#include <time.h>

#include "archive/page.h"
#include "base/bytes.h"
#include "base/file.h"
#include "base/json.h"
#include "delivery.h"
#include "gather.h"
#include "publish/kinds.h"
#include "publish/publication.h"
#include "search/search.h"
#include "workers.h"

enum { SECONDS_AN_OUTPUT = 60, LARGEST_PICTURE = 64 * 1024 * 1024 };

struct build {
	struct run *run;
	struct gathered gathered;
	struct publication publication;
	struct output_list outputs;
	struct delivery delivery;
};

/* --- files that are ready: assets, pictures of pages, the search index --- */

static bool
write_assets(struct build *build)
{
	const struct asset_list *assets = build->publication.assets;
	for (size_t i = 0; i < assets->count; i++)
		if (!delivery_put(&build->delivery, assets->items[i].path,
			    assets->items[i].bytes))
			return false;
	return true;
}

/* A picture that cannot be read is named and left out. */
static bool
write_picture(struct build *build, const struct page *page, struct arena *scratch)
{
	struct run *run = build->run;
	struct str address = page_picture_address(page, scratch), bytes;
	if (!address.len)
		return true;
	struct str path = file_join(run->site.content, page->picture, scratch);
	return !file_read(path, LARGEST_PICTURE, &bytes, scratch, &run->report) ||
	       delivery_put(&build->delivery, address, bytes);
}

static bool
write_pictures(struct build *build)
{
	const struct catalog *catalog = build->gathered.catalog;
	struct arena *scratch = arena_open();
	bool good = true;
	for (size_t i = 0; good && i < catalog->pages.count; i++) {
		good = write_picture(build, catalog->pages.items[i], scratch);
		arena_empty(scratch);
	}
	arena_close(scratch);
	return good;
}

static bool
write_search(struct build *build)
{
	struct run *run = build->run;
	struct arena *scratch = arena_open();
	progress_stage(&run->progress, "search index", 0);
	bool good = search_write(build->gathered.catalog, run->text, delivery_put,
		&build->delivery, scratch);
	arena_close(scratch);
	return good;
}

/* --- files from templates, in workers --- */

static void
render_job(void *context, size_t job, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	struct build *build = context;
	struct delivery *delivery = &build->delivery;
	const struct publication *publication = &build->publication;
	const struct output *output = &build->outputs.items[job];
	const void *view = publication_view(publication, output, scratch);
	struct digest fingerprint =
		publication_fingerprint(publication, output, view, report);
	enum fate fate = FATE_KEPT;
	struct strbuf bytes = strbuf_open(scratch);
	delivery->writer.report = report;
	delivery->writer.arena = scratch;
	if (!delivery_is_current(delivery, output->path, fingerprint) &&
		(!publication_render(publication, output, view, &bytes, report) ||
			!delivery_write(
				delivery, output->path, strbuf_str(&bytes), &fate)))
		return;
	bytes_add_number(result, fate);
	bytes_add_digest(result, fingerprint);
	bytes_add_number(result, bytes.len);
}

static struct str
job_name(void *context, size_t job)
{
	const struct build *build = context;
	return build->outputs.items[job].path;
}

/* An output that failed stays as it was. */
static void
take_result(struct build *build, struct str path, struct str result)
{
	struct bytes_reader reader = {.rest = result};
	enum fate fate = (enum fate)bytes_number_to(&reader, FATE_WRITTEN);
	struct cached_output output = {.fingerprint = bytes_digest(&reader)};
	output.size = bytes_number(&reader);
	if (reader.bad)
		cache_keep_output(build->gathered.cache, path);
	else
		delivery_note(&build->delivery, path, fate, &output);
}

static bool
write_outputs(struct build *build)
{
	struct run *run = build->run;
	struct work work = {
		.count = build->outputs.count,
		.workers = run->options.jobs,
		.seconds = SECONDS_AN_OUTPUT,
		.job = render_job,
		.name = job_name,
		.context = build,
	};
	progress_stage(&run->progress, "pages", work.count);
	struct str *results =
		workers_run(&work, &run->progress, run->arena, &run->report);
	if (!results)
		return false;
	for (size_t i = 0; i < work.count; i++)
		take_result(build, build->outputs.items[i].path, results[i]);
	return true;
}

/* --- the end --- */

static double
seconds_since(const struct timespec *start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - start->tv_sec) +
	       (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

static void
print_json(const struct build *build, double seconds)
{
	const struct delivery *delivery = &build->delivery;
	const struct {
		const char *key;
		size_t count;
	} rows[] = {
		{"articles", build->gathered.catalog->articles.count},
		{"read", build->gathered.read},
		{"rendered", delivery->rendered},
		{"written", delivery->written},
		{"unchanged", delivery->unchanged},
		{"removed", delivery->removed},
	};
	struct strbuf out = strbuf_open(build->run->arena);
	struct json json = json_open(&out);
	json_object_begin(&json);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		json_key(&json, rows[i].key);
		json_number(&json, (long long)rows[i].count);
	}
	json_key(&json, "seconds");
	json_decimal(&json, seconds);
	json_key(&json, "changed");
	json_array_begin(&json);
	for (size_t i = 0; i < delivery->changed.count; i++)
		json_text(&json, delivery->changed.items[i]);
	json_array_end(&json);
	json_object_end(&json);
	puts(out.data);
}

static void
print_summary(const struct build *build, double seconds)
{
	if (build->run->options.json) {
		print_json(build, seconds);
		return;
	}
	if (build->run->options.quiet)
		return;
	progress_close(&build->run->progress);
	const struct delivery *delivery = &build->delivery;
	printf("%zu articles in %zu issues; read %zu, rendered %zu, written %zu, "
	       "unchanged %zu, "
	       "removed %zu; %.1f s%s\n",
		build->gathered.catalog->articles.count,
		build->gathered.catalog->issues.count, build->gathered.read,
		delivery->rendered, delivery->written, delivery->unchanged,
		delivery->removed, seconds,
		build->run->options.dry_run ? " (dry run)" : "");
}

/* In publishing order: what pages need before the pages, removals last. A fault reported
 * by a worker means that the disk is not to be trusted, so nothing is removed or saved
 * after it. */
static bool
write_site(struct build *build)
{
	struct run *run = build->run;
	return delivery_open(&build->delivery, run, build->gathered.cache) &&
	       write_assets(build) && write_pictures(build) && write_search(build) &&
	       write_outputs(build) && !report_count(&run->report, SEVERITY_FAULT) &&
	       delivery_remove_stale(&build->delivery, build->gathered.complete) &&
	       delivery_close(&build->delivery);
}

enum status
build_command(struct run *run)
{
	struct timespec start;
	clock_gettime(CLOCK_MONOTONIC, &start);
	struct build *build = arena_new(run->arena, struct build);
	build->run = run;
	if (!gather(run, true, &build->gathered))
		return run_status(run);
	if (publication_open(&build->publication, &run->site, build->gathered.catalog,
		    run->text, run->arena, &run->report)) {
		build->outputs = publication_plan(&build->publication, run->arena);
		if (write_site(build))
			print_summary(build, seconds_since(&start));
	}
	cache_close(build->gathered.cache);
	return run_status(run);
}
