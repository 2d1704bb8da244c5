#include "gather.h"

#include "archive/record.h"
#include "archive/takedown.h"
#include "edit/editor.h"
#include "edit/people_settle.h"
#include "edit/tags_settle.h"
#include "read/frozen.h"
#include "read/issue_file.h"
#include "reading.h"
#include "room.h"

static const struct str whole = STR_INIT("whole"); /* the note "site" of a finished one */

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

/* --- addresses and takedown --- */

/* A source that could not be read keeps its addresses for the day when it can. */
static void
keep_addresses(const struct reading *reading, struct addresses *addresses)
{
	const struct item_list *items = &reading->items;
	struct map unread = map_open(reading->run->arena);
	for (size_t i = 0; i < items->count; i++)
		if (!items->items[i].page)
			*map_at(&unread, items->items[i].source->file.path) = addresses;
	if (unread.count)
		addresses_keep(addresses, &unread);
}

/* Gives addresses, then takes out of the pages what withdrawn.yaml says of these: such
 * pages are read again, without it, until all have lost what they should. */
static bool
settle_addresses(struct reading *reading, struct addresses *addresses,
	struct takedown_plan *takedown)
{
	enum { MOST_ROUNDS = 5 };
	struct run *run = reading->run;
	struct gathered *gathered = reading->gathered;
	for (int round = 0; round < MOST_ROUNDS; round++) {
		size_t count;
		struct page **pages = reading_pages(reading, &count);
		if (round)
			addresses_reopen(addresses);
		source_add_pictures(&gathered->sources, pages, count, run->arena);
		frozen_settle(&gathered->sources, pages, count, run->arena);
		keep_addresses(reading, addresses);
		addresses_assign(addresses, pages, count, run->text);
		if (!takedown_make(&gathered->withdrawals, addresses, pages, count,
			    takedown, run->arena, &run->report))
			return false;
		if (!reading_drop(reading, takedown))
			return true;
		if (!reading_again(reading))
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

/* Addresses first, since the catalog sorts and links by them; names after, since it finds
 * the names. Texts are kept only once they have lost what is to be taken out. */
static bool
build_with_ledger(struct reading *reading, struct addresses *addresses)
{
	struct run *run = reading->run;
	struct gathered *gathered = reading->gathered;
	struct takedown_plan takedown;
	if (!settle_addresses(reading, addresses, &takedown) ||
		!may_drop(run, gathered, addresses) || !save_sources(run, gathered))
		return false;
	size_t count;
	struct page **pages = reading_pages(reading, &count);
	takedown_settle(&takedown, pages, count);
	takedown_report_parts(&takedown, &run->report);
	people_settle(pages, count, &gathered->authority);
	tags_settle(pages, count, &gathered->authority, run->arena);
	reading_settled(reading);
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
build_catalog(struct reading *reading)
{
	struct run *run = reading->run;
	struct arena *arena = arena_open();
	struct addresses *addresses =
		addresses_read(run->site.content, run->site.state, arena, &run->report);
	bool good = build_with_ledger(reading, addresses);
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
	if (gathered->cache)
		look_at_notes(run, gathered);
	look_for_room(run, gathered, &reading->items);
	learn_readings(run, gathered);
	if (!reading_run(reading))
		return false;
	reading_keep_old(reading);
	return build_catalog(reading);
}

bool
gather(struct run *run, struct gathered *gathered)
{
	struct reading reading;
	bool good = reading_open(run, gathered, &reading) && gather_with(&reading);
	reading_close(&reading);
	return good;
}
