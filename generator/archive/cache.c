#include "archive/cache.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>

#include "archive/cache_file.h"
#include "base/file.h"

/* --- opening --- */

static bool
lock_folder(struct cache *cache, struct str folder, struct report *report)
{
	struct str path = file_join(folder, STR("lock"), cache->arena);
	struct place at = {folder, 0, 0};
	cache->lock = open(
		str_terminated(path, cache->arena), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (cache->lock < 0)
		return report_fault(report, at, "cannot write here: %s", strerror(errno));
	if (flock(cache->lock, LOCK_EX | LOCK_NB) == 0)
		return true;
	close(cache->lock);
	return report_fault(
		report, at, "another build is running here; wait until it ends");
}

/* Drops the records when they were made under other rules. */
static bool
apply_rules(struct cache *cache, struct digest rules)
{
	struct str now = digest_text(rules, cache->arena);
	bool same = str_equal(cache_note(cache, "rules"), now);
	cache_save_note(cache, "rules", now);
	return same || cache_file_execute(cache, "DELETE FROM source; DELETE FROM text");
}

static bool
open_file(struct cache *cache)
{
	cache->sources = map_open(cache->arena);
	cache->outputs = map_open(cache->arena);
	cache->parts = map_open(cache->arena);
	return cache_file_open(cache) && cache_load_notes(cache) &&
	       apply_rules(cache, cache->rules);
}

/* In place of a file that cannot be used. */
static bool
open_anew(struct cache *cache, struct report *report)
{
	struct place at = {cache->path, 0, 0};
	cache_file_close(cache);
	cache->failed = cache->damaged = cache->torn = false; /* that file's */
	report_warning(
		report, at, "damaged or of another version: building from the sources");
	if (file_remove(cache->path, report) && open_file(cache))
		return true;
	return report_fault(report, at, "cannot be written");
}

struct cache *
cache_open(struct str folder, struct digest rules, struct arena *arena,
	struct report *report)
{
	struct cache *cache = arena_new(arena, struct cache);
	cache->arena = arena;
	cache->rules = rules;
	cache->path = file_join(folder, STR("catalog.db"), arena);
	if (!file_make_folder(folder, report) || !lock_folder(cache, folder, report))
		return NULL;
	if (open_file(cache) || open_anew(cache, report))
		return cache;
	cache_close(cache);
	return NULL;
}

/* SQLite does not notice a page that stands in another's place, and then rows are
 * missing: files of the site would be forgotten and stay for ever. */
static struct str
account(const struct cache *cache, bool all)
{
	struct digest sum = {0};
	cache_sum_parts(cache, all, &sum);
	cache_sum_outputs(cache, all, &sum);
	return sum.low || sum.high ? digest_text(sum, cache->arena) : STR("");
}

bool
cache_load(struct cache *cache, struct arena *brief, struct report *report)
{
	cache->brief = brief;
	return (cache_load_parts(cache) && cache_load_sources(cache) &&
		       cache_load_outputs(cache) &&
		       str_equal(cache_note(cache, "account"), account(cache, true))) ||
	       open_anew(cache, report);
}

/* --- the end --- */

bool
cache_settle_sources(struct cache *cache, struct report *report)
{
	cache_forget_sources(cache);
	cache_write_notes(cache);
	if (!cache->failed && cache_file_execute(cache, "COMMIT"))
		return true;
	cache->failed = true;
	return !cache->torn &&
	       report_fault(report, (struct place){cache->path, 0, 0},
		       "cannot be written: %s", sqlite3_errmsg(cache->db));
}

/* Only now, when nobody reads texts any more: a writer would have to wait for readers. */
static bool
begin_again(struct cache *cache)
{
	cache_close_reader(cache);
	bool begun = !sqlite3_get_autocommit(cache->db) ||
		     cache_file_execute(cache, "BEGIN IMMEDIATE");
	cache->failed = cache->failed || !begun;
	return begun;
}

bool
cache_commit(struct cache *cache, struct report *report)
{
	if (begin_again(cache)) {
		cache_save_note(cache, "account", account(cache, false));
		cache_write_outputs(cache);
		cache_write_notes(cache);
		cache_write_parts(cache);
	}
	if (!cache->failed && cache_file_execute(cache, "COMMIT"))
		return true;
	struct place at = {cache->path, 0, 0};
	report_warning(report, at,
		"not saved (%s): the next build starts from the sources",
		sqlite3_errmsg(cache->db));
	if (cache->torn)
		file_remove(cache->path, report);
	return false;
}

bool
cache_scrub(
	struct cache *cache, const char *name, struct str value, struct report *report)
{
	cache_save_note(cache, name, value);
	bool good = cache_file_execute(cache, "VACUUM; BEGIN IMMEDIATE");
	if (good)
		cache_write_notes(cache);
	if (good && !cache->failed && cache_file_execute(cache, "COMMIT"))
		return true;
	return report_fault(report, (struct place){cache->path, 0, 0},
		"cannot be cleaned of what was taken down (%s): remove the file",
		sqlite3_errmsg(cache->db));
}

void
cache_close(struct cache *cache)
{
	cache_close_reader(cache);
	cache_file_close(cache);
	close(cache->lock);
}

void
cache_discard(struct cache *cache, struct report *report)
{
	bool forgotten = !cache->torn && begin_again(cache) &&
			 cache_file_execute(
				 cache, "DELETE FROM source; DELETE FROM text; COMMIT") &&
			 cache_file_is_sound(cache);
	cache_file_close(cache);
	if (!forgotten)
		file_remove(cache->path, report);
	close(cache->lock);
}
