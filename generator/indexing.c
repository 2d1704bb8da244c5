#include "indexing.h"

#include "archive/full_text.h"
#include "base/bytes.h"
#include "base/file.h"
#include "base/map.h"
#include "search/index_files.h"
#include "search/search.h"
#include "workers.h"

enum { SECONDS_A_PART = 1800, LARGEST = 64 << 20 };

/* The parts of one stage that are written. Of a part, the cache keeps:
 *
 *     its value, its note, the number of its files, and of each: path, fingerprint
 */
struct stage {
	struct delivery *delivery;
	struct search_plan *plan;
	struct work work;
	struct crew *crew; /* at it */
	size_t *due;       /* places in the plan */
	size_t count;
	size_t taken; /* written by workers */
	bool damaged; /* the cache has lost a text */
};

/* --- what the last build left --- */

static bool
stands(const struct delivery *delivery, struct str path, struct digest fingerprint)
{
	struct cached_output old;
	return delivery_find(delivery, path, &old) &&
	       digest_equal(old.fingerprint, fingerprint);
}

/* All files of a part stand as the last build left them: then they are kept. */
static bool
keep_files(struct delivery *delivery, struct bytes_reader files)
{
	struct bytes_reader again = files;
	for (uint64_t left = bytes_number(&files); left && !files.bad; left--) {
		struct str path = bytes_str(&files);
		if (!stands(delivery, path, bytes_digest(&files)))
			return false;
	}
	for (uint64_t left = bytes_number(&again); left && !again.bad; left--) {
		delivery_keep(delivery, bytes_str(&again));
		bytes_digest(&again);
	}
	return !again.bad;
}

static bool
is_known(struct delivery *delivery, struct search_part *part)
{
	struct cached_part old;
	if (!cache_find_part(delivery->cache, part->name, &old))
		return false;
	struct bytes_reader reader = {.rest = old.value};
	part->former = bytes_str(&reader);
	part->note = bytes_str(&reader);
	if (!digest_equal(old.stamp, part->stamp))
		return false;
	part->value = part->former;
	return part->value.len && keep_files(delivery, reader);
}

/* --- writing, in workers --- */

/* The files of a part, each with what became of it:
 *
 *     damaged, value, number of files, and of each: path, fingerprint, fate, size, time
 */
struct part_files {
	const struct stage *stage;
	struct strbuf list;
	struct map known; /* their paths */
};

static void
list_file(struct part_files *files, struct str path, enum fate fate,
	const struct cached_output *output)
{
	bytes_add_str(&files->list, path);
	bytes_add_digest(&files->list, output->fingerprint);
	bytes_add_number(&files->list, fate);
	bytes_add_number(&files->list, output->size);
	bytes_add_number(&files->list, (uint64_t)output->modified);
	path = str_copy(path, files->known.arena);
	*map_at(&files->known, path) = files;
}

static bool
take_file(void *context, struct str path, struct str bytes)
{
	struct part_files *files = context;
	struct delivery *delivery = files->stage->delivery;
	struct cached_output output = {.fingerprint = digest_of(bytes)};
	enum fate fate = FATE_KEPT;
	if (map_find(&files->known, path))
		return true;
	if (!stands(delivery, path, output.fingerprint) &&
		!delivery_write(delivery, path, bytes, &fate, &output))
		return false;
	list_file(files, path, fate, &output);
	return true;
}

static bool
keep_file(void *context, struct str path)
{
	struct part_files *files = context;
	struct cached_output output;
	if (!delivery_find(files->stage->delivery, path, &output))
		return false;
	if (!map_find(&files->known, path))
		list_file(files, path, FATE_KEPT, &output);
	return true;
}

static bool
former_file(void *context, struct str path, struct str *bytes, struct arena *arena)
{
	const struct part_files *files = context;
	const struct delivery *delivery = files->stage->delivery;
	struct cached_output old;
	if (!delivery_find(delivery, path, &old))
		return false;
	*bytes = file_head(
		file_join(delivery->writer.folder, path, arena), LARGEST, arena);
	return digest_equal(digest_of(*bytes), old.fingerprint);
}

static const struct article *
full_article(void *context, size_t index, struct arena *arena)
{
	const struct part_files *files = context;
	const struct stage *stage = files->stage;
	struct cache *cache = stage->delivery->cache;
	const struct article *article = full_text_of_article(
		cache, stage->plan->catalog->articles.items[index], arena);
	return cache_is_damaged(cache) ? NULL : article;
}

static void
write_part(void *context, size_t job, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	const struct stage *stage = context;
	struct part_files files = {stage, strbuf_open(scratch), map_open(scratch)};
	const struct search_ways ways = {
		full_article, take_file, former_file, keep_file, &files};
	struct search_part *part = &stage->plan->items[stage->due[job]];
	stage->delivery->writer.report = report;
	struct str value = search_write(stage->plan, part, &ways, scratch);
	bytes_add_number(result, cache_is_damaged(stage->delivery->cache));
	bytes_add_str(result, value);
	bytes_add_number(result, files.known.count);
	strbuf_add(result, strbuf_str(&files.list));
}

static struct str
part_name(void *context, size_t job)
{
	const struct stage *stage = context;
	return str_format(stage->delivery->run->arena, "search index: %.*s",
		STR_ARG(stage->plan->items[stage->due[job]].name));
}

/* --- what workers did --- */

static void
take_files(struct delivery *delivery, const char *why, struct bytes_reader *reader,
	struct strbuf *kept)
{
	uint64_t count = bytes_number(reader);
	bytes_add_number(kept, count);
	for (; count && !reader->bad; count--) {
		struct str path = str_copy(bytes_str(reader), delivery->run->arena);
		struct cached_output output = {.fingerprint = bytes_digest(reader)};
		enum fate fate = (enum fate)bytes_number_to(reader, FATE_WRITTEN);
		output.size = bytes_number(reader);
		output.modified = (int64_t)bytes_number(reader);
		bytes_add_str(kept, path);
		bytes_add_digest(kept, output.fingerprint);
		if (fate == FATE_KEPT)
			delivery_keep(delivery, path);
		else
			delivery_note(delivery, path, fate, &output, why);
	}
}

/* Notes the files and remembers the part. */
static void
take_part(void *context, size_t job, struct str result)
{
	struct stage *stage = context;
	struct search_part *part = &stage->plan->items[stage->due[job]];
	struct arena *arena = stage->delivery->run->arena;
	struct bytes_reader reader = {.rest = result};
	stage->damaged |= bytes_number(&reader) != 0;
	part->value = str_copy(bytes_str(&reader), arena);
	if (!part->value.len)
		return;
	struct arena *scratch = arena_open();
	struct strbuf kept = strbuf_open(scratch);
	bytes_add_str(&kept, part->value);
	bytes_add_str(&kept, search_note(stage->plan, part, scratch));
	struct str why = str_format(
		arena, "what the index has as \"%.*s\" changed", STR_ARG(part->name));
	take_files(stage->delivery, str_terminated(why, arena), &reader, &kept);
	struct cached_part new = {part->stamp, strbuf_str(&kept)};
	cache_save_part(stage->delivery->cache, part->name, &new);
	arena_close(scratch);
	stage->taken++;
}

/* --- a stage after another --- */

static void
find_due(struct stage *stage, enum search_stage which)
{
	const struct search_plan *plan = stage->plan;
	stage->due = arena_array(stage->delivery->run->arena, size_t, plan->count);
	for (size_t i = 0; i < plan->count; i++)
		if (plan->items[i].stage == which &&
			!is_known(stage->delivery, &plan->items[i]))
			stage->due[stage->count++] = i;
}

static void
begin_stage(struct indexing *indexing, enum search_stage which)
{
	struct run *run = indexing->delivery->run;
	struct stage *stage = arena_new(run->arena, struct stage);
	*stage = (struct stage){.delivery = indexing->delivery, .plan = indexing->plan};
	find_due(stage, which);
	stage->work = (struct work){
		.count = stage->count,
		.workers = run->options.jobs,
		.seconds = SECONDS_A_PART,
		.job = write_part,
		.take = take_part,
		.name = part_name,
		.context = stage,
	};
	stage->crew = workers_begin(&stage->work, &run->report);
	indexing->stage = stage;
}

static void
end_stage(struct indexing *indexing)
{
	struct run *run = indexing->delivery->run;
	const struct stage *stage = indexing->stage;
	if (stage->count)
		progress_stage(&run->progress, "search index", stage->count);
	indexing->whole =
		workers_end(stage->crew, &run->progress) && stage->taken == stage->count;
	indexing->written += stage->taken;
	indexing->damaged |= stage->damaged;
}

/* What should come in place of these files is not complete. */
static void
keep_all(struct delivery *delivery)
{
	struct str_list stale =
		cache_stale_outputs(delivery->cache, delivery->run->arena);
	for (size_t i = 0; i < stale.count; i++)
		if (str_starts(stale.items[i], STR("search/")))
			delivery_keep(delivery, stale.items[i]);
}

void
indexing_begin(struct delivery *delivery, const struct catalog *catalog,
	struct indexing *indexing)
{
	struct run *run = delivery->run;
	*indexing = (struct indexing){
		.delivery = delivery,
		.plan = search_plan(catalog, run->text, run->arena),
	};
	begin_stage(indexing, SEARCH_FOLDERS);
}

void
indexing_wait(struct indexing *indexing)
{
	end_stage(indexing);
}

bool
indexing_end(struct indexing *indexing)
{
	const struct report *report = &indexing->delivery->run->report;
	for (int which = SEARCH_FOLDERS + 1; indexing->whole && which < SEARCH_STAGES;
		which++) {
		begin_stage(indexing, (enum search_stage)which);
		end_stage(indexing);
	}
	if (!indexing->whole)
		keep_all(indexing->delivery);
	return !indexing->damaged &&
	       (indexing->whole || !report_count(report, SEVERITY_FAULT));
}
