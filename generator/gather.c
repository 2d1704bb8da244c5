#include "gather.h"

#include "archive/addresses.h"
#include "archive/record.h"
#include "base/bytes.h"
#include "base/list.h"
#include "edit/editor.h"
#include "edit/people_settle.h"
#include "edit/tags_settle.h"
#include "read/frozen.h"
#include "read/issue_file.h"
#include "workers.h"

enum { SECONDS_A_SOURCE = 20 };

/* One text or Markdown source on its way to a page. */
struct item {
	const struct source *source;
	bool was_cached; /* old holds what the cache knew */
	struct cached_source old;
	struct page *page; /* NULL until read */
};

struct item_list {
	struct item *items;
	size_t count, capacity;
};

struct reading {
	struct run *run;
	struct gathered *gathered;
	struct editor *editor;
	struct arena *working; /* a worker's second arena */
	struct item **jobs;    /* the items to be read anew */
	size_t job_count;
};

/* --- what the cache knows --- */

/* Everything a record depends on besides its source. */
static struct digest
rules_of(const struct run *run, const struct authority *authority)
{
	struct strbuf rules = strbuf_open(run->arena);
	strbuf_printf(&rules, "%s %d %d %zu %zu ", EDIT_VERSION, RECORD_VERSION,
		(int)run->site.encoding, run->site.page_limit, run->site.markdown_limit);
	strbuf_add(&rules, digest_text(authority->digest, run->arena));
	return digest_of(strbuf_str(&rules));
}

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

static void
take_from_cache(struct run *run, struct cache *cache, struct item *item)
{
	item->was_cached = cache_find_source(cache, item->source->file.path, &item->old);
	if (item->was_cached && is_unchanged(run, item))
		item->page = record_read_head(item->old.head, run->arena);
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
	struct record record = record_write(page, scratch);
	bytes_add_digest(result, page->digest);
	bytes_add_str(result, record.head);
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
	};
	cache_save_source(reading->gathered->cache, source->file.path, &saved,
		record->quotes, record->text);
	return record_read_head(own.head, run->arena);
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
	record.quotes = bytes_str(&reader);
	record.text = bytes_str(&reader);
	item->page = keep_record(reading, item->source, digest, &record);
}

/* A source that could not be read leaves the page as the last build knew it. */
static void
keep_old_pages(struct reading *reading)
{
	for (size_t i = 0; i < reading->job_count; i++) {
		struct item *item = reading->jobs[i];
		if (item->page)
			continue;
		reading->gathered->complete = false;
		if (item->was_cached)
			item->page =
				record_read_head(item->old.head, reading->run->arena);
	}
}

static bool
read_items(struct reading *reading)
{
	struct run *run = reading->run;
	struct work work = {
		.count = reading->job_count,
		.workers = run->options.jobs,
		.seconds = SECONDS_A_SOURCE,
		.job = read_job,
		.take = take_result,
		.name = job_name,
		.context = reading,
	};
	progress_stage(&run->progress, "reading", work.count);
	reading->gathered->read = work.count;
	if (!workers_run(&work, &run->progress, &run->report))
		return false;
	keep_old_pages(reading);
	return true;
}

/* --- the stages --- */

static struct item_list
items_of(struct run *run, struct gathered *gathered)
{
	struct item_list items = {0};
	for (size_t i = 0; i < gathered->sources.count; i++) {
		const struct source *source = &gathered->sources.items[i];
		if (source->kind != SOURCE_PLAINTEXT && source->kind != SOURCE_MARKDOWN)
			continue;
		struct item *item = list_add(&items, run->arena);
		item->source = source;
		if (gathered->cache)
			take_from_cache(run, gathered->cache, item);
	}
	return items;
}

static bool
read_pages(struct run *run, struct gathered *gathered, struct item_list *items)
{
	struct reading reading = {
		.run = run, .gathered = gathered, .working = arena_open()};
	reading.editor = editor_open(&gathered->authority, run->text, run->arena);
	reading.jobs = arena_array(run->arena, struct item *, items->count + 1);
	for (size_t i = 0; i < items->count; i++)
		if (!items->items[i].page)
			reading.jobs[reading.job_count++] = &items->items[i];
	bool good = read_items(&reading);
	arena_close(reading.working);
	return good;
}

static struct page **
pages_of(const struct item_list *items, size_t *count, struct arena *arena)
{
	struct page **pages = arena_array(arena, struct page *, items->count + 1);
	*count = 0;
	for (size_t i = 0; i < items->count; i++)
		if (items->items[i].page)
			pages[(*count)++] = items->items[i].page;
	return pages;
}

/* A source that could not be read keeps its addresses for the day when it can. */
static void
keep_addresses(
	struct run *run, struct addresses *addresses, const struct item_list *items)
{
	struct map unread = map_open(run->arena);
	for (size_t i = 0; i < items->count; i++)
		if (!items->items[i].page)
			*map_at(&unread, items->items[i].source->file.path) = addresses;
	if (unread.count)
		addresses_keep(addresses, &unread);
}

static void
add_notes(struct run *run, struct gathered *gathered)
{
	for (size_t i = 0; i < gathered->sources.count; i++) {
		const struct source *source = &gathered->sources.items[i];
		if (source->kind == SOURCE_OTHER)
			str_list_add(&gathered->catalog->not_read, source->file.path,
				run->arena);
		if (source->kind != SOURCE_ISSUE)
			continue;
		const struct issue_notes *notes = issue_file_read(
			source, &run->site, run->text, run->arena, &run->report);
		if (notes)
			catalog_add_notes(gathered->catalog, notes);
	}
}

/* Addresses first, since the catalog sorts and links by them; names after, since it finds
 * the names. */
static bool
build_catalog(struct run *run, struct gathered *gathered, const struct item_list *items)
{
	size_t count;
	struct page **pages = pages_of(items, &count, run->arena);
	struct addresses *addresses = addresses_read(
		run->site.content, run->site.state, run->arena, &run->report);
	source_add_pictures(&gathered->sources, pages, count, run->arena);
	frozen_settle(&gathered->sources, pages, count, run->arena);
	keep_addresses(run, addresses, items);
	addresses_assign(addresses, pages, count, run->text);
	people_settle(pages, count, &gathered->authority, run->arena);
	tags_settle(pages, count, &gathered->authority, run->arena);
	gathered->catalog =
		catalog_build(pages, count, &gathered->authority, run->text, run->arena);
	addresses_name(addresses, gathered->catalog);
	addresses_add_redirects(addresses, gathered->catalog);
	add_notes(run, gathered);
	if (!gathered->cache || run->options.dry_run)
		return true;
	return addresses_write(addresses, &run->report);
}

bool
gather_open(struct run *run, bool with_cache, struct gathered *gathered)
{
	*gathered = (struct gathered){.looked = file_clock(), .complete = true};
	if (!source_walk(run->site.content, &gathered->sources, run->arena, &run->report))
		return false;
	authority_read(run->site.content, &gathered->authority, run->arena, &run->report);
	gathered->rules = rules_of(run, &gathered->authority);
	if (with_cache)
		gathered->cache = cache_open(
			run->site.state, gathered->rules, run->arena, &run->report);
	return gathered->cache || !with_cache;
}

bool
gather(struct run *run, struct gathered *gathered)
{
	if (gathered->cache && !cache_load(gathered->cache, &run->report))
		return false;
	struct item_list items = items_of(run, gathered);
	if (gathered->cache)
		text_learn_readings(run->text, cache_note(gathered->cache, "readings"));
	return read_pages(run, gathered, &items) &&
	       (!gathered->cache ||
		       cache_settle_sources(gathered->cache, &run->report)) &&
	       build_catalog(run, gathered, &items);
}
