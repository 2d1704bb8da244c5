/* backfile build: content to site. Each stage is a paragraph of build_command, in the
 * publishing order: what pages need before the pages, new pages before those that stand,
 * removals last. */
#include <time.h>

#include "base/bytes.h"
#include "compressing.h"
#include "delivery.h"
#include "gather.h"
#include "indexing.h"
#include "orphans.h"
#include "pictures.h"
#include "publish/assets.h"
#include "rendering.h"
#include "stamp.h"
#include "summary.h"
#include "takedown_finish.h"

struct build {
	struct run *run;
	struct gathered gathered;
	struct publication publication;
	struct delivery delivery;
	struct indexing indexing;
	struct rendering rendering;
	struct digest input; /* stamp of all that the site is made from */
	struct output_stamp output;
	bool settled; /* the stamp can be trusted */
	bool torn;    /* the cache turned out to be, while it was loaded */
	struct timespec start;
};

/* --- the files of the site --- */

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

/* Nobody comes to a page that is new before one that stands links to it, or the search
 * finds it: so new ones come first, and a build that is killed leaves no link that leads
 * nowhere. The folders of the index are found by nobody before its manifest is there, so
 * they are written while the pages are planned. */
static bool
write_pages(struct build *build)
{
	struct indexing *indexing = &build->indexing;
	struct rendering *rendering = &build->rendering;
	indexing_begin(&build->delivery, build->gathered.catalog, indexing);
	rendering_plan(
		&build->delivery, &build->publication, build->gathered.rules, rendering);
	indexing_wait(indexing);
	return !indexing->damaged && rendering_write_fresh(rendering) &&
	       indexing_end(indexing) && rendering_write_standing(rendering);
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
	       write_assets(build) &&
	       pictures_write(&build->delivery, build->gathered.catalog) &&
	       write_pages(build) &&
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
		build->torn = cache_is_damaged(build->gathered.cache);
		return;
	}
	if (!publication_open(&build->publication, &run->site, build->gathered.catalog,
		    run->text, run->arena, &run->report))
		return;
	build->publication.cache = build->gathered.cache;
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
	bool damaged = build->torn || build->indexing.damaged || build->rendering.damaged;
	if (damaged)
		cache_discard(build->gathered.cache, &run->report);
	else
		cache_close(build->gathered.cache);
	return !damaged;
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
