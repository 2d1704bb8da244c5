/* backfile build: content to site. Each stage is a paragraph of build_command, in the
 * publishing order: what pages need before the pages, new pages before those that stand,
 * removals last. */
#include <time.h>

#include "archive/page.h"
#include "base/bytes.h"
#include "base/file.h"
#include "base/list.h"
#include "compressing.h"
#include "delivery.h"
#include "gather.h"
#include "indexing.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/publication.h"
#include "orphans.h"
#include "publish/reason.h"
#include "stamp.h"
#include "summary.h"
#include "takedown_finish.h"
#include "workers.h"

enum { SECONDS_AN_OUTPUT = 60, LARGEST_PICTURE = 64 * 1024 * 1024 };

/* An output to be looked at: what it is made from changed since the last build. */
struct job {
	const struct output *output;
	struct digest key;
	const char *why;
};

struct job_list {
	struct job *items;
	size_t count, capacity;
};

struct build {
	struct run *run;
	struct gathered gathered;
	struct publication publication;
	struct output_list outputs;
	struct delivery delivery;
	struct indexing indexing;
	struct job_list fresh;    /* outputs that are not there yet */
	struct job_list standing; /* the others */
	struct job_list jobs;     /* what workers are at */
	struct digest input;      /* stamp of all that the site is made from */
	struct output_stamp output;
	bool settled;              /* the stamp can be trusted */
	bool damaged;              /* the cache has lost something */
	struct str shared_changed; /* of what all outputs show; "" */
	struct timespec start;
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

/* A picture stands for its size and time, so that it need not be read each time. */
static struct digest
key_of_picture(const struct file_info *file)
{
	struct digest key = {0};
	stamp_add(&key, file);
	return key;
}

/* A picture that cannot be read is named and left out. */
static bool
write_picture(struct build *build, const struct page *page, struct arena *scratch)
{
	struct run *run = build->run;
	struct delivery *delivery = &build->delivery;
	struct str address = page_picture_address(page, scratch), bytes;
	struct str path = file_join(run->site.content, page->picture, scratch);
	struct file_info file;
	struct cached_output output, old;
	enum fate fate;
	if (!address.len || !file_look(path, &file))
		return true;
	file.path = page->picture;
	output = (struct cached_output){.key = key_of_picture(&file)};
	if (delivery_find(delivery, address, &old) && digest_equal(old.key, output.key)) {
		delivery_keep(delivery, address);
		return true;
	}
	if (!file_read(path, LARGEST_PICTURE, &bytes, scratch, &run->report))
		return true;
	output.fingerprint = digest_of(bytes);
	if (!delivery_write(delivery, address, bytes, &fate, &output))
		return false;
	delivery_note(delivery, str_copy(address, run->arena), fate, &output,
		"the picture changed");
	return true;
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

/* --- files from templates, in workers --- */

/* Rendering costs no more than looking at all that is shown, so what was rendered is
 * itself the fingerprint. */
static void
render_job(void *context, size_t number, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	struct build *build = context;
	struct delivery *delivery = &build->delivery;
	const struct publication *publication = &build->publication;
	const struct output *output = build->jobs.items[number].output;
	const void *view = publication_view(publication, output, scratch);
	struct cached_output now, old;
	enum fate fate = FATE_KEPT;
	struct strbuf bytes = strbuf_open(scratch);
	delivery->writer.report = report;
	delivery->writer.arena = scratch;
	bool damaged = cache_is_damaged(publication->cache);
	if (!damaged && !publication_render(publication, output, view, &bytes, report))
		return;
	now.fingerprint = digest_of(strbuf_str(&bytes));
	if (delivery_find(delivery, output->path, &old) &&
		digest_equal(old.fingerprint, now.fingerprint))
		now = old;
	else if (!damaged &&
		 !delivery_write(delivery, output->path, strbuf_str(&bytes), &fate, &now))
		return;
	bytes_add_number(result, damaged);
	bytes_add_number(result, fate);
	bytes_add_digest(result, now.fingerprint);
	bytes_add_number(result, now.size);
	bytes_add_number(result, (uint64_t)now.modified);
}

static struct str
job_name(void *context, size_t job)
{
	const struct build *build = context;
	return build->jobs.items[job].output->path;
}

static void
take_result(void *context, size_t number, struct str result)
{
	struct build *build = context;
	const struct job *job = &build->jobs.items[number];
	struct bytes_reader reader = {.rest = result};
	bool damaged = bytes_number(&reader);
	enum fate fate = (enum fate)bytes_number_to(&reader, FATE_WRITTEN);
	struct cached_output output = {
		.key = job->key, .fingerprint = bytes_digest(&reader)};
	output.size = bytes_number(&reader);
	output.modified = (int64_t)bytes_number(&reader);
	if (reader.bad)
		delivery_keep(&build->delivery, job->output->path);
	else if (damaged)
		build->damaged = true;
	else
		delivery_note(
			&build->delivery, job->output->path, fate, &output, job->why);
}

static const char *
why_made(const struct build *build, const struct keys *keys, const struct output *output)
{
	struct arena *arena = build->run->arena;
	struct cached_output old;
	struct str why;
	if (!build->run->options.explain)
		return "";
	if (!cache_find_output(build->gathered.cache, output->path, &old))
		return "it is new";
	if (!delivery_find(&build->delivery, output->path, &old))
		return "the file was changed or removed by somebody else";
	if (build->shared_changed.len)
		why = build->shared_changed;
	else if (!output->kind->made_of)
		return "it is of the whole archive and looked at in each build";
	else
		why = reason_of_output(keys, output, arena);
	return str_terminated(why, arena);
}

/* Saves what all outputs have in common, and tells how it differs from what was saved. */
static void
compare_shared(struct build *build)
{
	struct arena *arena = build->run->arena;
	struct cache *cache = build->gathered.cache;
	struct str before = cache_note(cache, "shared");
	struct str now = reason_shared(&build->publication, build->gathered.rules, arena);
	build->shared_changed = reason_of_shared(before, now, arena);
	cache_save_note(cache, "shared", now);
}

static void
plan_job(struct build *build, const struct keys *keys, const struct output *output,
	struct digest key)
{
	struct file_info file;
	struct cached_output old;
	bool known = delivery_find(&build->delivery, output->path, &old);
	if (known && output->kind->made_of && digest_equal(old.key, key)) {
		delivery_keep(&build->delivery, output->path);
		return;
	}
	bool there = known || writer_look(&build->delivery.writer, output->path, &file);
	*list_add(there ? &build->standing : &build->fresh, build->run->arena) =
		(struct job){output, key, why_made(build, keys, output)};
}

/* Finds the outputs that must be looked at. */
static void
plan_jobs(struct build *build)
{
	struct run *run = build->run;
	struct arena *scratch = arena_open();
	compare_shared(build);
	const struct keys *keys =
		keys_open(&build->publication, build->gathered.rules, run->arena);
	for (size_t i = 0; i < build->outputs.count; i++) {
		const struct output *output = &build->outputs.items[i];
		plan_job(build, keys, output, output_key(keys, output, scratch));
		arena_empty(scratch);
	}
	arena_close(scratch);
}

static bool
write_outputs(struct build *build, const struct job_list *jobs)
{
	struct run *run = build->run;
	build->jobs = *jobs;
	const struct sandbox sandbox = {
		.writes = true,
		.readable = {run->site.state},
		.writable = {build->delivery.writer.folder},
	};
	struct work work = {
		.sandbox = &sandbox,
		.count = build->jobs.count,
		.workers = run->options.jobs,
		.seconds = SECONDS_AN_OUTPUT,
		.job = render_job,
		.take = take_result,
		.name = job_name,
		.context = build,
	};
	progress_stage(&run->progress, "pages", work.count);
	return workers_run(&work, &run->progress, &run->report) && !build->damaged &&
	       !report_count(&run->report, SEVERITY_FAULT);
}

/* What nobody can come to before the manifest leads there is written while the pages are
 * planned. */
static bool
plan_pages(struct build *build)
{
	struct indexing *indexing = &build->indexing;
	indexing_begin(&build->delivery, build->gathered.catalog, indexing);
	plan_jobs(build);
	indexing_wait(indexing);
	build->damaged = indexing->damaged;
	return !build->damaged;
}

static bool
write_search(struct build *build)
{
	bool good = indexing_end(&build->indexing);
	build->damaged |= build->indexing.damaged;
	return good;
}

/* Nobody comes to a page that is new before one that stands links to it, or the search
 * finds it: so new ones come first, and a build that is killed leaves no link that leads
 * nowhere. */
static bool
write_pages(struct build *build)
{
	return plan_pages(build) && write_outputs(build, &build->fresh) &&
	       write_search(build) && write_outputs(build, &build->standing);
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

static struct summary
summary_of(const struct build *build)
{
	const struct catalog *catalog = build->gathered.catalog;
	const struct delivery *delivery = &build->delivery;
	return (struct summary){
		.articles = catalog->articles.count,
		.issues = catalog->issues.count,
		.read = build->gathered.read,
		.indexed = build->indexing.written,
		.rendered = delivery->rendered,
		.written = delivery->written,
		.unchanged = delivery->unchanged,
		.removed = delivery->removed,
		.seconds = seconds_since(&build->start),
		.changed = delivery->changed,
	};
}

/* --- nothing changed --- */

/* The note "input" holds the stamp of all that the site was made from, and what to say
 * where that is found again; "output" holds the stamp of the site's files. */
static void
save_stamp(struct build *build)
{
	struct summary summary = summary_of(build);
	struct strbuf note = strbuf_open(build->run->arena);
	stamp_renew_ledger(&build->input, build->run, &build->gathered.sources);
	if (build->settled && build->gathered.complete && !build->run->report.count) {
		bytes_add_digest(&note, build->input);
		bytes_add_number(&note, summary.articles);
		bytes_add_number(&note, summary.issues);
		bytes_add_number(&note, summary.unchanged + summary.written);
	}
	cache_save_note(build->gathered.cache, "input", strbuf_str(&note));
	note = strbuf_open(build->run->arena);
	bytes_add_digest(&note, build->delivery.sum);
	cache_save_note(build->gathered.cache, "output", strbuf_str(&note));
}

/* Compares the files of the site with the stamp of the last build, once they are looked
 * at. */
static void
settle_output(struct build *build)
{
	struct delivery *delivery = &build->delivery;
	struct bytes_reader left = {.rest = cache_note(build->gathered.cache, "output")};
	if (build->output.taken)
		return;
	bool known = stamp_output_end(&build->output, &delivery->sum);
	struct digest sum = bytes_digest(&left);
	delivery->untouched = known && !left.bad && digest_equal(sum, delivery->sum);
}

/* Compares with the stamps of the last build; if nothing at all changed, says so. */
static bool
is_up_to_date(struct build *build)
{
	struct bytes_reader made = {.rest = cache_note(build->gathered.cache, "input")};
	struct digest input = bytes_digest(&made);
	struct summary summary = {.articles = bytes_number(&made)};
	summary.issues = bytes_number(&made);
	summary.unchanged = bytes_number(&made);
	if (made.bad || build->gathered.takedown_pending || build->gathered.unfinished ||
		build->run->report.count || !digest_equal(input, build->input))
		return false;
	settle_output(build);
	if (!build->delivery.untouched)
		return false;
	summary.seconds = seconds_since(&build->start);
	summary_print(&summary, build->run);
	return true;
}

/* --- all --- */

/* A build that could not read all its sources does not know what belongs to none. */
static bool
remove_orphans(struct build *build)
{
	const struct gathered *gathered = &build->gathered;
	bool wanted = gathered->unfinished || gathered->takedown_pending;
	bool may = gathered->complete || gathered->takedown_pending;
	return !wanted || !may || build->delivery.writer.first ||
	       build->run->options.dry_run || orphans_remove(&build->delivery);
}

/* In publishing order: what pages need before the pages, removals last. A fault reported
 * by a worker means that the disk is not to be trusted, so nothing is removed or saved
 * after it. */
static bool
write_site(struct build *build)
{
	struct run *run = build->run;
	return delivery_open(&build->delivery, run, build->gathered.cache) &&
	       write_assets(build) && write_pictures(build) && write_pages(build) &&
	       (!run->site.compress || compressing_run(&build->delivery)) &&
	       !report_count(&run->report, SEVERITY_FAULT) &&
	       delivery_remove_stale(&build->delivery,
		       build->gathered.complete || build->gathered.takedown_pending) &&
	       remove_orphans(build) && delivery_close(&build->delivery);
}

static void
save_readings(struct build *build)
{
	struct run *run = build->run;
	struct str readings;
	if (text_recall_readings(run->text, &readings, run->arena))
		cache_save_note(build->gathered.cache, "readings", readings);
}

static bool
save(struct build *build)
{
	if (build->run->options.dry_run)
		return true;
	save_stamp(build);
	save_readings(build);
	gather_finish(&build->gathered);
	return cache_commit(build->gathered.cache, &build->run->report) &&
	       (!build->gathered.takedown_pending ||
		       takedown_finish(build->run, &build->gathered));
}

static void
build_site(struct build *build)
{
	struct run *run = build->run;
	if (!gather(run, &build->gathered)) {
		build->damaged = cache_is_damaged(build->gathered.cache);
		return;
	}
	if (!publication_open(&build->publication, &run->site, build->gathered.catalog,
		    run->text, run->arena, &run->report))
		return;
	build->publication.cache = build->gathered.cache;
	build->outputs = publication_plan(&build->publication, run->arena);
	settle_output(build);
	if (!write_site(build) || !save(build))
		return;
	struct summary summary = summary_of(build);
	summary_print(&summary, run);
}

/* One attempt; false when the cache turned out to be damaged. */
static bool
try_to_build(struct build *build)
{
	struct run *run = build->run;
	build->output = stamp_output_begin(run->site.output);
	if (!gather_open(run, true, &build->gathered)) {
		stamp_output_end(&build->output, &build->delivery.sum);
		return true;
	}
	build->input = stamp_of_input(run, &build->gathered, &build->settled);
	if (!is_up_to_date(build))
		build_site(build);
	settle_output(build);
	if (!build->damaged)
		cache_close(build->gathered.cache);
	else
		cache_discard(build->gathered.cache, &run->report);
	return !build->damaged;
}

enum status
build_command(struct run *run)
{
	struct build *build = arena_new(run->arena, struct build);
	*build = (struct build){.run = run};
	clock_gettime(CLOCK_MONOTONIC, &build->start);
	if (!try_to_build(build)) {
		struct timespec start = build->start;
		report_warning(&run->report, (struct place){run->site.state, 0, 0},
			"the catalog is damaged: building from the sources");
		*build = (struct build){.run = run, .start = start};
		try_to_build(build);
	}
	return run_status(run);
}
