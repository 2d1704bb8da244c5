#include "rendering.h"

#include "base/bytes.h"
#include "base/list.h"
#include "publish/key.h"
#include "publish/kinds.h"
#include "publish/reason.h"
#include "workers.h"

enum { SECONDS_AN_OUTPUT = 60 };

/* An output to be looked at: what it is made from changed since the last build. */
struct job {
	const struct output *output;
	struct digest key;
	const char *why;
};

/* Rendering costs no more than looking at all that is shown, so what was rendered is
 * itself the fingerprint. */
static void
render_job(void *context, size_t number, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	const struct rendering *rendering = context;
	struct delivery *delivery = rendering->delivery;
	const struct publication *publication = rendering->publication;
	const struct output *output = rendering->jobs.items[number].output;
	const void *view = publication_view(publication, output, scratch);
	struct cached_output now, old;
	enum fate fate = FATE_KEPT;
	struct strbuf bytes = strbuf_open(scratch);
	delivery->writer.report = report;
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
	const struct rendering *rendering = context;
	return rendering->jobs.items[job].output->path;
}

static void
take_result(void *context, size_t number, struct str result)
{
	struct rendering *rendering = context;
	const struct job *job = &rendering->jobs.items[number];
	struct bytes_reader reader = {.rest = result};
	bool damaged = bytes_number(&reader);
	enum fate fate = (enum fate)bytes_number_to(&reader, FATE_WRITTEN);
	struct cached_output output = {
		.key = job->key, .fingerprint = bytes_digest(&reader)};
	output.size = bytes_number(&reader);
	output.modified = (int64_t)bytes_number(&reader);
	if (reader.bad)
		delivery_keep(rendering->delivery, job->output->path);
	else if (damaged)
		rendering->damaged = true;
	else
		delivery_note(
			rendering->delivery, job->output->path, fate, &output, job->why);
}

static const char *
why_made(const struct rendering *rendering, const struct keys *keys,
	const struct output *output)
{
	const struct delivery *delivery = rendering->delivery;
	struct arena *arena = delivery->run->arena;
	struct cached_output old;
	struct str why;
	if (!delivery->run->options.explain)
		return "";
	if (!cache_find_output(delivery->cache, output->path, &old))
		return "it is new";
	if (!delivery_find(delivery, output->path, &old))
		return "the file was changed or removed by somebody else";
	if (rendering->shared_changed.len)
		why = rendering->shared_changed;
	else if (!output->kind->made_of)
		return "it is of the whole archive and looked at in each build";
	else
		why = reason_of_output(keys, output, arena);
	return str_terminated(why, arena);
}

/* Saves what all outputs have in common, and tells how it differs from what was saved. */
static void
compare_shared(struct rendering *rendering)
{
	struct arena *arena = rendering->delivery->run->arena;
	struct cache *cache = rendering->delivery->cache;
	struct str before = cache_note(cache, "shared");
	struct str now = reason_shared(rendering->publication, rendering->rules, arena);
	rendering->shared_changed = reason_of_shared(before, now, arena);
	cache_save_note(cache, "shared", now);
}

static void
plan_job(struct rendering *rendering, const struct keys *keys,
	const struct output *output, struct digest key)
{
	struct delivery *delivery = rendering->delivery;
	struct file_info file;
	struct cached_output old;
	bool known = delivery_find(delivery, output->path, &old);
	if (known && output->kind->made_of && digest_equal(old.key, key)) {
		delivery_keep(delivery, output->path);
		return;
	}
	bool there = known || writer_look(&delivery->writer, output->path, &file);
	*list_add(
		there ? &rendering->standing : &rendering->fresh, delivery->run->arena) =
		(struct job){output, key, why_made(rendering, keys, output)};
}

void
rendering_plan(struct delivery *delivery, const struct publication *publication,
	struct digest rules, struct rendering *rendering)
{
	struct run *run = delivery->run;
	struct arena *scratch = arena_open();
	*rendering = (struct rendering){
		.delivery = delivery,
		.publication = publication,
		.rules = rules,
		.outputs = publication_plan(publication, run->arena),
	};
	compare_shared(rendering);
	const struct keys *keys =
		keys_open(rendering->publication, rendering->rules, run->arena);
	for (size_t i = 0; i < rendering->outputs.count; i++) {
		const struct output *output = &rendering->outputs.items[i];
		plan_job(rendering, keys, output, output_key(keys, output, scratch));
		arena_empty(scratch);
	}
	arena_close(scratch);
}

static bool
write_outputs(struct rendering *rendering, const struct job_list *jobs)
{
	struct run *run = rendering->delivery->run;
	rendering->jobs = *jobs;
	const struct sandbox sandbox = {
		.writes = true,
		.readable = {run->site.state},
		.writable = {rendering->delivery->writer.folder},
	};
	struct work work = {
		.sandbox = &sandbox,
		.count = rendering->jobs.count,
		.workers = run->options.jobs,
		.seconds = SECONDS_AN_OUTPUT,
		.job = render_job,
		.take = take_result,
		.name = job_name,
		.context = rendering,
	};
	progress_stage(&run->progress, "pages", work.count);
	return workers_run(&work, &run->progress, &run->report) && !rendering->damaged &&
	       !report_count(&run->report, SEVERITY_FAULT);
}

bool
rendering_write_fresh(struct rendering *rendering)
{
	return write_outputs(rendering, &rendering->fresh);
}

bool
rendering_write_standing(struct rendering *rendering)
{
	return write_outputs(rendering, &rendering->standing);
}
