/* backfile build: content to site. Each stage is a paragraph of build_command, in the publishing order:
 * what pages need before the pages, lists after what they list, removals last. */
#include <stdio.h>
#include <time.h>

#include "base/bytes.h"
#include "base/file.h"
#include "base/json.h"
#include "gather.h"
#include "publish/publication.h"
#include "publish/writer.h"
#include "search/search.h"
#include "workers.h"

enum { SECONDS_AN_OUTPUT = 60 };

enum fate { FATE_KEPT, FATE_UNCHANGED, FATE_WRITTEN };

struct counts {
	size_t read, rendered, written, unchanged, removed;
};

struct build {
	struct run *run;
	struct gathered gathered;
	struct publication publication;
	struct output_list outputs;
	struct writer writer;
	struct str_list changed; /* paths written or removed */
	struct counts counts;
};

/* --- one output --- */

/* What a file is made from is the same as the last time, and it still stands there. */
static bool
is_current(const struct build *build, struct str path, struct digest fingerprint)
{
	struct cached_output old;
	return cache_find_output(build->gathered.cache, path, &old) &&
		digest_equal(old.fingerprint, fingerprint) &&
		writer_has(&build->writer, path, old.size);
}

static void
explain(const struct build *build, const char *what, struct str path)
{
	if (build->run->options.explain)
		fprintf(stderr, "%s %.*s\n", what, STR_ARG(path));
}

static void
note_fate(struct build *build, struct str path, enum fate fate, struct digest fingerprint,
	uint64_t size)
{
	struct cached_output output = {fingerprint, size};
	build->counts.unchanged += fate != FATE_WRITTEN;
	build->counts.rendered += fate != FATE_KEPT;
	build->counts.written += fate == FATE_WRITTEN;
	if (fate == FATE_KEPT)
		cache_keep_output(build->gathered.cache, path);
	else
		cache_save_output(build->gathered.cache, path, &output);
	if (fate != FATE_WRITTEN)
		return;
	explain(build, "written", path);
	str_list_add(&build->changed, path, build->run->arena);
}

/* --- files that are ready: assets and the search index --- */

static bool
put_file(void *context, struct str path, struct str bytes)
{
	struct build *build = context;
	struct digest fingerprint = digest_of(bytes);
	if (is_current(build, path, fingerprint)) {
		note_fate(build, path, FATE_KEPT, fingerprint, bytes.len);
		return true;
	}
	bool changed = true;
	if (!build->run->options.dry_run &&
		!writer_put(&build->writer, path, bytes, &changed))
		return false;
	struct str kept = str_copy(path, build->run->arena);
	note_fate(build, kept, changed ? FATE_WRITTEN : FATE_UNCHANGED, fingerprint, bytes.len);
	return true;
}

static bool
write_assets(struct build *build)
{
	const struct asset_list *assets = build->publication.assets;
	for (size_t i = 0; i < assets->count; i++)
		if (!put_file(build, assets->items[i].path, assets->items[i].bytes))
			return false;
	return true;
}

static bool
write_search(struct build *build)
{
	struct run *run = build->run;
	struct arena *scratch = arena_open();
	progress_stage(&run->progress, "search index", 0);
	bool good = search_write(build->gathered.catalog, run->text, put_file, build, scratch,
		&run->report);
	arena_close(scratch);
	return good;
}

/* --- files from templates, in workers --- */

static void
render_job(void *context, size_t job, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	struct build *build = context;
	const struct publication *publication = &build->publication;
	const struct output *output = &build->outputs.items[job];
	const void *view = publication_view(publication, output, scratch);
	struct digest fingerprint =
		publication_fingerprint(publication, output, view, report);
	enum fate fate = FATE_KEPT;
	struct strbuf bytes = strbuf_open(scratch);
	if (!is_current(build, output->path, fingerprint)) {
		bool changed = true;
		build->writer.report = report;
		build->writer.arena = scratch;
		if (!publication_render(publication, output, view, &bytes, report))
			return;
		if (!build->run->options.dry_run &&
			!writer_put(&build->writer, output->path, strbuf_str(&bytes), &changed))
			return;
		fate = changed ? FATE_WRITTEN : FATE_UNCHANGED;
	}
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
	struct str *results = workers_run(&work, &run->progress, run->arena, &run->report);
	if (!results)
		return false;
	for (size_t i = 0; i < work.count; i++) {
		struct bytes_reader reader = {.rest = results[i]};
		enum fate fate = (enum fate)bytes_number(&reader);
		struct digest fingerprint = bytes_digest(&reader);
		uint64_t size = bytes_number(&reader);
		/* An output that failed stays as it was. */
		if (reader.bad)
			cache_keep_output(build->gathered.cache, build->outputs.items[i].path);
		else
			note_fate(build, build->outputs.items[i].path, fate, fingerprint, size);
	}
	return true;
}

/* --- the end --- */

/* Nothing is removed after a source could not be read: its page may only seem to be gone. */
static bool
remove_stale(struct build *build)
{
	struct run *run = build->run;
	struct str_list stale = cache_stale_outputs(build->gathered.cache, run->arena);
	for (size_t i = 0; i < stale.count; i++) {
		if (!build->gathered.complete) {
			cache_keep_output(build->gathered.cache, stale.items[i]);
			continue;
		}
		if (!run->options.dry_run && !writer_remove(&build->writer, stale.items[i]))
			return false;
		explain(build, "removed", stale.items[i]);
		str_list_add(&build->changed, stale.items[i], run->arena);
		build->counts.removed++;
	}
	return true;
}

static double
seconds_since(const struct timespec *start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

static void
print_json(const struct build *build, double seconds)
{
	const struct counts *counts = &build->counts;
	const struct { const char *key; size_t count; } rows[] = {
		{"articles", build->gathered.catalog->articles.count},
		{"read", counts->read},
		{"rendered", counts->rendered},
		{"written", counts->written},
		{"unchanged", counts->unchanged},
		{"removed", counts->removed},
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
	for (size_t i = 0; i < build->changed.count; i++)
		json_text(&json, build->changed.items[i]);
	json_array_end(&json);
	json_object_end(&json);
	puts(out.data);
}

static void
print_summary(const struct build *build, double seconds)
{
	const struct counts *counts = &build->counts;
	if (build->run->options.json) {
		print_json(build, seconds);
		return;
	}
	if (build->run->options.quiet)
		return;
	progress_close(&build->run->progress);
	printf("%zu articles in %zu issues; read %zu, rendered %zu, written %zu, unchanged %zu, "
	       "removed %zu; %.1f s%s\n",
		build->gathered.catalog->articles.count, build->gathered.catalog->issues.count,
		counts->read, counts->rendered, counts->written, counts->unchanged,
		counts->removed, seconds, build->run->options.dry_run ? " (dry run)" : "");
}

static bool
write_site(struct build *build)
{
	struct run *run = build->run;
	struct cache *cache = build->gathered.cache;
	if (!writer_open(&build->writer, run->site.output, run->site.content, run->arena,
		    &run->report) ||
		(!run->options.dry_run && !writer_begin(&build->writer)))
		return false;
	bool good = write_assets(build) && write_search(build) && write_outputs(build) &&
		remove_stale(build);
	/* Workers that reported a fault have their report; the disk is not to be trusted then. */
	good = good && !report_count(&run->report, SEVERITY_FAULT);
	if (!good || run->options.dry_run)
		return good;
	return writer_close(&build->writer) && cache_commit(cache, &run->report);
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
	build->counts.read = build->gathered.read;
	if (publication_open(&build->publication, &run->site, build->gathered.catalog, run->text,
		    run->arena, &run->report)) {
		build->outputs = publication_plan(&build->publication, run->arena);
		if (write_site(build))
			print_summary(build, seconds_since(&start));
	}
	cache_close(build->gathered.cache);
	return run_status(run);
}
