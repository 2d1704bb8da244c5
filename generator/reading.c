#include "reading.h"

#include "archive/record.h"
#include "base/bytes.h"
#include "base/list.h"
#include "edit/editor.h"
#include "workers.h"

/* --- what the cache knows --- */

/* Size and time are a hint; the digest decides where they leave a doubt. */
static bool
is_unchanged(struct run *run, const struct item *item)
{
	const struct file_info *file = &item->source->file;
	if (item->old.size != file->size)
		return false;
	if (item->old.modified && item->old.modified == file->modified)
		return true;
	struct arena *scratch = arena_open();
	struct report unheard = report_open(scratch);
	struct str path = file_join(run->site.content, file->path, scratch), bytes;
	bool same = file_read(path, (size_t)file->size, &bytes, scratch, &unheard) &&
		    digest_equal(digest_of(bytes), item->old.digest);
	arena_close(scratch);
	return same;
}

static struct page *
page_of(const struct reading *reading, const struct cached_source *source)
{
	struct page *page = record_read_head(source->head, reading->run->arena);
	return page && record_read_signs(source->signs, page, reading->brief) ? page
									      : NULL;
}

static void
take_from_cache(const struct reading *reading, struct cache *cache, struct item *item)
{
	item->was_cached = cache_find_source(cache, item->source->file.path, &item->old);
	if (item->was_cached && is_unchanged(reading->run, item))
		item->page = page_of(reading, &item->old);
}

static void
find_items(struct reading *reading)
{
	struct run *run = reading->run;
	struct gathered *gathered = reading->gathered;
	for (size_t i = 0; i < gathered->sources.count; i++) {
		const struct source *source = &gathered->sources.items[i];
		if (source->kind != SOURCE_PLAINTEXT && source->kind != SOURCE_MARKDOWN)
			continue;
		struct item *item = list_add(&reading->items, run->arena);
		item->source = source;
		if (gathered->cache)
			take_from_cache(reading, gathered->cache, item);
	}
}

bool
reading_open(struct run *run, struct gathered *gathered, struct reading *reading)
{
	*reading = (struct reading){.run = run,
		.gathered = gathered,
		.working = arena_open(),
		.brief = arena_open()};
	if (gathered->cache && !cache_load(gathered->cache, reading->brief, &run->report))
		return false;
	find_items(reading);
	return true;
}

/* --- reading anew, in workers --- */

static void
read_job(void *context, size_t job, struct strbuf *result, struct arena *scratch,
	struct report *report)
{
	const struct reading *reading = context;
	struct run *run = reading->run;
	struct page *page = source_read(
		reading->jobs[job]->source, &run->site, run->text, scratch, report);
	if (!page)
		return;
	edit_page(reading->editor, page, NULL, scratch, reading->working);
	const struct page_loss *loss = reading->jobs[job]->loss;
	if (loss && !page_lose(page, loss, scratch, report))
		return;
	struct record record = record_write(page, scratch);
	bytes_add_digest(result, page->digest);
	bytes_add_str(result, record.head);
	bytes_add_str(result, record.signs);
	bytes_add_str(result, record.quotes);
	bytes_add_str(result, record.text);
	arena_empty(reading->working);
}

static struct str
job_name(void *context, size_t job)
{
	const struct reading *reading = context;
	struct run *run = reading->run;
	return file_join(
		run->site.content, reading->jobs[job]->source->file.path, run->arena);
}

/* With a cache the page's text goes there, and only its head is kept. */
static struct page *
keep_record(struct reading *reading, const struct source *source, struct digest digest,
	const struct record *record)
{
	struct run *run = reading->run;
	struct record own = {.head = str_copy(record->head, run->arena)};
	if (!reading->gathered->cache) {
		own.signs = str_copy(record->signs, run->arena);
		own.quotes = str_copy(record->quotes, run->arena);
		own.text = str_copy(record->text, run->arena);
		return record_read(&own, run->arena);
	}
	struct cached_source saved = {
		.size = source->file.size,
		.modified = file_time_is_settled(
				    source->file.modified, reading->gathered->looked)
				    ? source->file.modified
				    : 0, /* not to be trusted */
		.digest = digest,
		.head = own.head,
		.signs = str_copy(record->signs, reading->brief),
	};
	cache_save_source(reading->gathered->cache, source->file.path, &saved,
		record->quotes, record->text);
	return page_of(reading, &saved);
}

static void
mark_fresh(struct arena *arena, const struct item *item)
{
	const struct page *old =
		item->was_cached ? record_read_head(item->old.head, arena) : NULL;
	struct map known = map_open(arena);
	for (size_t i = 0; old && i < old->articles.count; i++)
		*map_at(&known, digest_text(old->articles.items[i]->digest, arena)) =
			old->articles.items[i];
	for (size_t i = 0; item->page && i < item->page->articles.count; i++) {
		struct article *article = item->page->articles.items[i];
		article->is_fresh =
			!map_find(&known, digest_text(article->digest, arena));
	}
}

static void
take_result(void *context, size_t job, struct str result)
{
	struct reading *reading = context;
	struct item *item = reading->jobs[job];
	if (!result.len)
		return;
	struct bytes_reader reader = {.rest = result};
	struct digest digest = bytes_digest(&reader);
	struct record record = {.head = bytes_str(&reader)};
	record.signs = bytes_str(&reader);
	record.quotes = bytes_str(&reader);
	record.text = bytes_str(&reader);
	item->page = keep_record(reading, item->source, digest, &record);
	if (reading->run->options.explain)
		mark_fresh(reading->run->arena, item);
}

/* Whoever reads sources may read these, and write nothing. */
static bool
run_reading(struct reading *reading)
{
	struct run *run = reading->run;
	const struct sandbox sandbox = {
		.memory = run->site.source_memory << 20, .readable = {run->site.content}};
	struct work work = {
		.count = reading->job_count,
		.workers = run->options.jobs,
		.seconds = run->site.source_seconds,
		.sandbox = &sandbox,
		.job = read_job,
		.take = take_result,
		.name = job_name,
		.context = reading,
	};
	progress_stage(&run->progress, "reading", work.count);
	reading->gathered->read += work.count;
	return workers_run(&work, &run->progress, &run->report);
}

bool
reading_run(struct reading *reading)
{
	struct run *run = reading->run;
	if (!reading->editor)
		reading->editor =
			editor_open(&reading->gathered->authority, run->text, run->arena);
	reading->jobs = arena_array(run->arena, struct item *, reading->items.count + 1);
	reading->job_count = 0;
	for (size_t i = 0; i < reading->items.count; i++)
		if (!reading->items.items[i].page)
			reading->jobs[reading->job_count++] = &reading->items.items[i];
	return run_reading(reading);
}

/* --- what could not be read, or must be read again --- */

void
reading_keep_old(struct reading *reading)
{
	for (size_t i = 0; i < reading->job_count; i++) {
		struct item *item = reading->jobs[i];
		if (item->page)
			continue;
		reading->gathered->complete = false;
		if (item->was_cached)
			item->page = page_of(reading, &item->old);
	}
}

bool
reading_drop(struct reading *reading, const struct takedown_plan *takedown)
{
	struct item_list *items = &reading->items;
	size_t page = 0;
	bool any = false;
	for (size_t i = 0; i < items->count; i++) {
		struct item *item = &items->items[i];
		if (!item->page)
			continue;
		const struct page_loss *loss = &takedown->losses[page++];
		if (digest_equal(loss->digest, item->page->takedown))
			continue;
		item->loss = loss->digest.high || loss->digest.low ? loss : NULL;
		item->page = NULL;
		any = true;
	}
	return any;
}

bool
reading_again(struct reading *reading)
{
	if (!reading_run(reading))
		return false;
	for (size_t i = 0; i < reading->job_count; i++) {
		const struct item *item = reading->jobs[i];
		reading->gathered->complete = reading->gathered->complete && item->page;
		if (!item->page && item->loss)
			return false;
	}
	return true;
}

/* --- the end --- */

struct page **
reading_pages(const struct reading *reading, size_t *count)
{
	const struct item_list *items = &reading->items;
	struct page **pages =
		arena_array(reading->run->arena, struct page *, items->count + 1);
	*count = 0;
	for (size_t i = 0; i < items->count; i++)
		if (items->items[i].page)
			pages[(*count)++] = items->items[i].page;
	return pages;
}

void
reading_settled(struct reading *reading)
{
	for (size_t i = 0; i < reading->items.count; i++)
		if (reading->items.items[i].page)
			reading->items.items[i].page->census = STR("");
	arena_empty(reading->brief);
}

void
reading_close(struct reading *reading)
{
	arena_close(reading->brief);
	arena_close(reading->working);
}
