#include "compressing.h"

#include "base/bytes.h"
#include "base/compress.h"
#include "base/file.h"
#include "base/list.h"
#include "workers.h"

enum {
	LEAST = 1024,                /* bytes; smaller files fit into one packet anyway */
	LARGEST = 256 * 1024 * 1024, /* as brotli and zlib take in one call */
	SECONDS_A_FILE = 60,
};

/* A file to be compressed in one coding. */
struct job {
	struct str source, path;
	enum compress_coding coding;
	struct digest key;
};

struct compressing {
	struct delivery *delivery;
	struct {
		struct job *items;
		size_t count, capacity;
	} jobs;
};

static bool
is_text(struct str path)
{
	static const char *const kinds[] = {".html", ".css", ".js", ".json", ".jsonl",
		".xml", ".txt", ".csv", ".svg", ".webmanifest"};
	struct str extension = file_extension(file_name(path));
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_equal(extension, str_from(kinds[i])))
			return true;
	return false;
}

/* What a compressed file is made of, as long as nobody changes files behind our back. */
static struct digest
key_of(const struct cached_output *source)
{
	const uint64_t parts[] = {
		source->size, (uint64_t)source->modified, COMPRESS_CODINGS};
	return digest_of((struct str){(const char *)parts, sizeof parts});
}

static void
plan(struct compressing *all, struct str source)
{
	struct delivery *delivery = all->delivery;
	struct arena *arena = delivery->run->arena;
	struct cached_output output, old;
	if (!is_text(source) || !cache_find_output(delivery->cache, source, &output) ||
		output.size < LEAST || output.size > LARGEST)
		return;
	struct digest key = key_of(&output);
	for (int i = 0; i < COMPRESS_CODINGS; i++) {
		enum compress_coding coding = (enum compress_coding)i;
		struct str path = str_format(
			arena, "%.*s%s", STR_ARG(source), compress_extension(coding));
		if (delivery->run->options.dry_run ||
			(delivery_find(delivery, path, &old) &&
				digest_equal(old.key, key)))
			delivery_keep(delivery, path);
		else
			*list_add(&all->jobs, arena) =
				(struct job){source, path, coding, key};
	}
}

static void
compress_job(void *context, size_t number, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	struct compressing *all = context;
	struct delivery *delivery = all->delivery;
	const struct job *job = &all->jobs.items[number];
	struct cached_output output = {.key = job->key};
	struct str bytes;
	enum fate fate;
	delivery->writer.report = report;
	struct str from = file_join(delivery->writer.folder, job->source, scratch);
	if (!file_read(from, LARGEST, &bytes, scratch, report))
		return;
	bytes = compress_bytes(job->coding, bytes, scratch);
	output.fingerprint = digest_of(bytes);
	if (!delivery_write(delivery, job->path, bytes, &fate, &output))
		return;
	bytes_add_number(result, fate);
	bytes_add_digest(result, output.fingerprint);
	bytes_add_number(result, output.size);
	bytes_add_number(result, (uint64_t)output.modified);
}

static void
take_result(void *context, size_t number, struct str result)
{
	struct compressing *all = context;
	const struct job *job = &all->jobs.items[number];
	struct bytes_reader reader = {.rest = result};
	enum fate fate = (enum fate)bytes_number_to(&reader, FATE_WRITTEN);
	struct cached_output output = {
		.key = job->key, .fingerprint = bytes_digest(&reader)};
	output.size = bytes_number(&reader);
	output.modified = (int64_t)bytes_number(&reader);
	if (!reader.bad)
		delivery_note(all->delivery, job->path, fate, &output,
			"what it is made from changed");
}

static struct str
job_name(void *context, size_t number)
{
	const struct compressing *all = context;
	return all->jobs.items[number].path;
}

bool
compressing_run(struct delivery *delivery)
{
	struct run *run = delivery->run;
	struct compressing all = {.delivery = delivery};
	struct str_list outputs = cache_current_outputs(delivery->cache, run->arena);
	for (size_t i = 0; i < outputs.count; i++)
		plan(&all, outputs.items[i]);
	struct work work = {
		.count = all.jobs.count,
		.workers = run->options.jobs,
		.seconds = SECONDS_A_FILE,
		.job = compress_job,
		.take = take_result,
		.name = job_name,
		.context = &all,
	};
	progress_stage(&run->progress, "compressing", work.count);
	return !work.count || workers_run(&work, &run->progress, &run->report);
}
