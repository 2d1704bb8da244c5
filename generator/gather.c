#include "gather.h"

#include "archive/record.h"
#include "archive/takedown.h"
#include "base/bytes.h"
#include "base/list.h"
#include "edit/editor.h"
#include "edit/people_settle.h"
#include "edit/tags_settle.h"
#include "read/frozen.h"
#include "read/issue_file.h"
#include "room.h"
#include "workers.h"

static const struct str whole = STR_INIT("whole"); /* the note "site" of a finished one */

/* One text or Markdown source on its way to a page. */
struct item {
	const struct source *source;
	bool was_cached; /* old holds what the cache knew */
	struct cached_source old;
	struct page *page;            /* NULL until read */
	const struct page_loss *loss; /* what is taken out of it while it is read */
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
	struct arena *brief;   /* of the signs of records, until names are settled */
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
			item->page = page_of(reading, &item->old);
	}
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

/* --- the stages --- */

static struct item_list
items_of(const struct reading *reading)
{
	struct run *run = reading->run;
	struct gathered *gathered = reading->gathered;
	struct item_list items = {0};
	for (size_t i = 0; i < gathered->sources.count; i++) {
		const struct source *source = &gathered->sources.items[i];
		if (source->kind != SOURCE_PLAINTEXT && source->kind != SOURCE_MARKDOWN)
			continue;
		struct item *item = list_add(&items, run->arena);
		item->source = source;
		if (gathered->cache)
			take_from_cache(reading, gathered->cache, item);
	}
	return items;
}

/* Reads all that have no page yet. */
static bool
read_items(struct reading *reading, struct item_list *items)
{
	struct run *run = reading->run;
	if (!reading->editor)
		reading->editor =
			editor_open(&reading->gathered->authority, run->text, run->arena);
	reading->jobs = arena_array(run->arena, struct item *, items->count + 1);
	reading->job_count = 0;
	for (size_t i = 0; i < items->count; i++)
		if (!items->items[i].page)
			reading->jobs[reading->job_count++] = &items->items[i];
	return run_reading(reading);
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

/* --- addresses and takedown --- */

/* Forgets the pages of which something is still to be taken out, or to be given back;
 * answers whether there are any. */
static bool
drop_pages(struct item_list *items, const struct takedown_plan *takedown)
{
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

/* Nothing is published while a page that should lose something cannot be read, or has
 * other words than those to be taken out: the report says which. */
static bool
read_again(struct reading *reading, struct item_list *items)
{
	if (!read_items(reading, items))
		return false;
	for (size_t i = 0; i < reading->job_count; i++) {
		const struct item *item = reading->jobs[i];
		reading->gathered->complete = reading->gathered->complete && item->page;
		if (!item->page && item->loss)
			return false;
	}
	return true;
}

/* Gives addresses, then takes out of the pages what withdrawn.yaml says of these: such
 * pages are read again, without it, until all have lost what they should. */
static bool
settle_addresses(struct reading *reading, struct item_list *items,
	struct addresses *addresses, struct takedown_plan *takedown)
{
	enum { MOST_ROUNDS = 5 };
	struct run *run = reading->run;
	struct gathered *gathered = reading->gathered;
	for (int round = 0; round < MOST_ROUNDS; round++) {
		size_t count;
		struct page **pages = pages_of(items, &count, run->arena);
		if (round)
			addresses_reopen(addresses);
		source_add_pictures(&gathered->sources, pages, count, run->arena);
		frozen_settle(&gathered->sources, pages, count, run->arena);
		keep_addresses(run, addresses, items);
		addresses_assign(addresses, pages, count, run->text);
		if (!takedown_make(&gathered->withdrawals, addresses, pages, count,
			    takedown, run->arena, &run->report))
			return false;
		if (!drop_pages(items, takedown))
			return true;
		if (!read_again(reading, items))
			return false;
	}
	return report_error(&run->report, (struct place){run->site.content, 0, 0},
		"withdrawn.yaml cannot be followed: its addresses change with what is "
		"taken out");
}

/* --- the catalog --- */

static bool
takes_text(const struct withdrawal_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].state >= TAKEDOWN_REDACTED)
			return true;
	return false;
}

/* A folder that was moved, or a disk that is not there, looks like an archive of which
 * most is gone. A few articles are seen at a glance. */
static bool
may_drop(struct run *run, const struct gathered *gathered,
	const struct addresses *addresses)
{
	enum { FEW = 10, MOST_PERCENT = 20 };
	size_t stood, gone = addresses_gone(addresses, &stood);
	if (!gathered->cache || run->options.force || gone <= FEW ||
		gone * 100 <= stood * MOST_PERCENT)
		return true;
	return report_error(&run->report, (struct place){run->site.content, 0, 0},
		"%zu of %zu published articles are not here any more, so nothing was "
		"published; if that is meant, build with --force",
		gone, stood);
}

/* From here until everything is written the site is not whole. */
static bool
save_sources(struct run *run, struct gathered *gathered)
{
	if (!gathered->cache)
		return true;
	cache_save_note(gathered->cache, "site", STR("unfinished"));
	return cache_settle_sources(gathered->cache, &run->report);
}

/* What is known of the whole archive tells names and tags; the signs are of no use then.
 */
static void
settle_names(struct reading *reading, struct page **pages, size_t count)
{
	struct run *run = reading->run;
	const struct authority *authority = &reading->gathered->authority;
	people_settle(pages, count, authority);
	tags_settle(pages, count, authority, run->arena);
	for (size_t i = 0; i < count; i++)
		pages[i]->census = STR("");
	arena_empty(reading->brief);
}

/* Addresses first, since the catalog sorts and links by them; names after, since it finds
 * the names. Texts are kept only once they have lost what is to be taken out. */
static bool
build_with_ledger(
	struct reading *reading, struct item_list *items, struct addresses *addresses)
{
	struct run *run = reading->run;
	struct gathered *gathered = reading->gathered;
	struct takedown_plan takedown;
	if (!settle_addresses(reading, items, addresses, &takedown) ||
		!may_drop(run, gathered, addresses) || !save_sources(run, gathered))
		return false;
	size_t count;
	struct page **pages = pages_of(items, &count, run->arena);
	takedown_settle(&takedown, pages, count);
	takedown_report_parts(&takedown, &run->report);
	settle_names(reading, pages, count);
	gathered->catalog =
		catalog_build(pages, count, &gathered->authority, run->text, run->arena);
	addresses_name(addresses, gathered->catalog);
	addresses_add_redirects(
		addresses, takes_text(&gathered->withdrawals), gathered->catalog);
	takedown_add_tombstones(&gathered->withdrawals, gathered->catalog);
	issue_files_add(&gathered->sources, &run->site, run->text, gathered->catalog,
		run->arena, &run->report);
	addresses_leave(gathered->catalog);
	if (!gathered->cache || run->options.dry_run)
		return true;
	return addresses_write(addresses, &run->report);
}

/* The ledger is as large as a sixth of all that is in memory, and is needed here alone.
 */
static bool
build_catalog(struct reading *reading, struct item_list *items)
{
	struct run *run = reading->run;
	struct arena *arena = arena_open();
	struct addresses *addresses =
		addresses_read(run->site.content, run->site.state, arena, &run->report);
	bool good = build_with_ledger(reading, items, addresses);
	arena_close(arena);
	return good;
}

/* Names that pages have lost are not learnt from the last build's readings. */
static void
learn_readings(struct run *run, const struct gathered *gathered)
{
	if (gathered->cache && !gathered->takedown_pending)
		text_learn_readings(run->text, cache_note(gathered->cache, "readings"));
}

static bool
is_pending(const struct run *run, const struct gathered *gathered)
{
	struct str now = digest_text(gathered->withdrawals.digest, run->arena);
	return gathered->withdrawals.digest.high
		       ? !str_equal(cache_note(gathered->cache, "withdrawn"), now)
		       : cache_note(gathered->cache, "withdrawn").len > 0;
}

/* Asked again once all is loaded, since a catalog may turn out to be damaged then. */
static void
look_at_notes(const struct run *run, struct gathered *gathered)
{
	if (is_pending(run, gathered))
		gathered->takedown_pending = true;
	if (!str_equal(cache_note(gathered->cache, "site"), whole))
		gathered->unfinished = true;
}

bool
gather_open(struct run *run, bool with_cache, struct gathered *gathered)
{
	*gathered = (struct gathered){.looked = file_clock(), .complete = true};
	if (!source_walk(run->site.content, &gathered->sources, run->arena, &run->report))
		return false;
	if (!withdrawn_file_read(run->site.content, run->site.base,
		    &gathered->withdrawals, run->arena, &run->report))
		return false;
	authority_read(run->site.content, &gathered->authority, run->arena, &run->report);
	if (report_count(&run->report, SEVERITY_FAULT))
		return false;
	gathered->rules = rules_of(run, &gathered->authority);
	if (with_cache)
		gathered->cache = cache_open(
			run->site.state, gathered->rules, run->arena, &run->report);
	if (!gathered->cache)
		return !with_cache;
	look_at_notes(run, gathered);
	return true;
}

void
gather_finish(struct gathered *gathered)
{
	cache_save_note(gathered->cache, "site", whole);
}

/* Of a first build all sources need room, else those that are new; where the account of
 * the last build is lost, there is no telling. */
static void
look_for_room(const struct run *run, const struct gathered *gathered,
	const struct item_list *items)
{
	bool first = !file_exists(run->site.output);
	uint64_t sources = 0, bytes = 0;
	for (size_t i = 0; i < items->count; i++) {
		if (!first && (gathered->unfinished || items->items[i].was_cached))
			continue;
		sources++;
		bytes += items->items[i].source->file.size;
	}
	if (sources && gathered->cache && !run->options.dry_run)
		room_warn(run, sources, bytes);
}

static bool
gather_with(struct reading *reading)
{
	struct run *run = reading->run;
	struct gathered *gathered = reading->gathered;
	if (gathered->cache && !cache_load(gathered->cache, reading->brief, &run->report))
		return false;
	if (gathered->cache)
		look_at_notes(run, gathered);
	struct item_list items = items_of(reading);
	look_for_room(run, gathered, &items);
	learn_readings(run, gathered);
	if (!read_items(reading, &items))
		return false;
	keep_old_pages(reading);
	return build_catalog(reading, &items);
}

bool
gather(struct run *run, struct gathered *gathered)
{
	struct reading reading = {.run = run,
		.gathered = gathered,
		.working = arena_open(),
		.brief = arena_open()};
	bool good = gather_with(&reading);
	arena_close(reading.brief);
	arena_close(reading.working);
	return good;
}
