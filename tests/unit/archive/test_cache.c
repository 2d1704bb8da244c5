#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "archive/cache.h"
#include "base/file.h"

struct fixture {
	struct arena *arena;
	struct report report;
	struct str folder;
	struct digest rules;
};

static int
setup(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	char template[] = "/tmp/backfile-cache-XXXXXX";
	fixture->arena = arena;
	fixture->report = report_open(arena);
	fixture->folder = str_copy(str_from(mkdtemp(template)), arena);
	fixture->rules = digest_of(STR("rules"));
	*state = fixture;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *fixture = *state;
	struct str command =
		str_format(fixture->arena, "rm -rf '%s'", fixture->folder.data);
	int status = system(command.data);
	arena_close(fixture->arena);
	return status;
}

static struct cache *
reopen(struct fixture *fixture)
{
	struct cache *cache = cache_open(
		fixture->folder, fixture->rules, fixture->arena, &fixture->report);
	return cache && cache_load(cache, fixture->arena, &fixture->report) ? cache
									    : NULL;
}

static const struct cached_source source = {
	.size = 12,
	.modified = 34,
	.digest = {5, 6},
	.head = {"head\0bytes", 10},
	.signs = {"signs\0bytes", 11},
};

static const struct str text = {"text\0bytes", 10};
static const struct str quotes = {"quotes\0bytes", 12};

static void
save_one(struct fixture *fixture)
{
	struct cache *cache = reopen(fixture);
	struct cached_output output = {
		.key = {1, 2}, .fingerprint = {7, 8}, .size = 9, .modified = 10};
	cache_save_source(cache, STR("2024-03-05/01.txt"), &source, quotes, text);
	cache_save_note(cache, "stamp", STR("made\0of"));
	cache_save_output(cache, STR("index.html"), &output);
	cache_save_output(cache, STR("old.html"), &output);
	assert_true(cache_settle_sources(cache, &fixture->report));
	assert_true(cache_commit(cache, &fixture->report));
	cache_close(cache);
}

static void
test_cache_finds_what_was_committed(void **state)
{
	struct fixture *fixture = *state;
	save_one(fixture);
	struct cache *cache = reopen(fixture);
	struct cached_source found;
	assert_true(cache_find_source(cache, STR("2024-03-05/01.txt"), &found));
	assert_int_equal(found.size, 12);
	assert_int_equal(found.modified, 34);
	assert_true(digest_equal(found.digest, source.digest));
	assert_true(str_equal(found.head, source.head));
	assert_true(str_equal(found.signs, source.signs));
	assert_true(str_equal(
		cache_find_text(cache, STR("2024-03-05/01.txt"), fixture->arena), text));
	assert_true(str_equal(
		cache_find_quotes(cache, STR("2024-03-05/01.txt"), fixture->arena),
		quotes));
	assert_true(str_equal(cache_note(cache, "stamp"), STR("made\0of")));
	assert_int_equal(cache_note(cache, "other").len, 0);
	assert_false(cache_is_damaged(cache));
	assert_false(cache_find_source(cache, STR("other.txt"), &found));
	struct cached_output output;
	assert_true(cache_find_output(cache, STR("index.html"), &output));
	assert_int_equal(output.size, 9);
	assert_int_equal(output.modified, 10);
	assert_true(digest_equal(output.key, (struct digest){1, 2}));
	cache_close(cache);
}

static void
test_cache_forgets_what_was_not_committed(void **state)
{
	struct fixture *fixture = *state;
	struct cache *cache = reopen(fixture);
	struct cached_source found;
	cache_save_source(cache, STR("a.txt"), &source, quotes, text);
	cache_close(cache);
	cache = reopen(fixture);
	assert_false(cache_find_source(cache, STR("a.txt"), &found));
	cache_close(cache);
}

static void
test_cache_drops_records_of_other_rules_but_keeps_outputs(void **state)
{
	struct fixture *fixture = *state;
	struct cached_source found;
	struct cached_output output;
	save_one(fixture);
	fixture->rules = digest_of(STR("other rules"));
	struct cache *cache = reopen(fixture);
	assert_false(cache_find_source(cache, STR("2024-03-05/01.txt"), &found));
	assert_true(cache_find_output(cache, STR("index.html"), &output));
	cache_close(cache);
}

static void
test_cache_stale_outputs_are_those_of_older_builds_alone(void **state)
{
	struct fixture *fixture = *state;
	save_one(fixture);
	struct cache *cache = reopen(fixture);
	cache_keep_output(cache, STR("index.html"));
	struct str_list stale = cache_stale_outputs(cache, fixture->arena);
	assert_int_equal(stale.count, 1);
	assert_str(stale.items[0], "old.html");
	assert_true(cache_settle_sources(cache, &fixture->report));
	assert_true(cache_commit(cache, &fixture->report));
	cache_close(cache);
	struct cached_output output;
	struct cached_source found;
	cache = reopen(fixture);
	assert_false(cache_find_output(cache, STR("old.html"), &output));
	/* The source was neither found nor saved by that build, so it is gone as well. */
	assert_false(cache_find_source(cache, STR("2024-03-05/01.txt"), &found));
	cache_close(cache);
}

/* Texts are for workers, which are forked while the cache is open. */
static void
test_cache_find_text_in_another_process(void **state)
{
	struct fixture *fixture = *state;
	save_one(fixture);
	struct cache *cache = reopen(fixture);
	struct cached_source found;
	assert_true(cache_find_source(cache, STR("2024-03-05/01.txt"), &found));
	assert_true(cache_settle_sources(cache, &fixture->report));
	for (int i = 0; i < 2; i++) {
		pid_t pid = fork();
		int status;
		if (pid == 0) {
			struct str there = cache_find_text(
				cache, STR("2024-03-05/01.txt"), fixture->arena);
			_exit(!str_equal(there, text));
		}
		assert_int_equal(waitpid(pid, &status, 0), pid);
		assert_int_equal(status, 0);
	}
	cache_close(cache);
}

static void
test_cache_find_text_that_is_not_there(void **state)
{
	struct fixture *fixture = *state;
	save_one(fixture);
	struct cache *cache = reopen(fixture);
	assert_true(cache_settle_sources(cache, &fixture->report));
	assert_null(cache_find_text(cache, STR("other.txt"), fixture->arena).data);
	cache_discard(cache, &fixture->report);
	struct cached_output output;
	struct cached_source found;
	cache = reopen(fixture);
	assert_true(cache_find_output(cache, STR("index.html"), &output));
	assert_false(cache_find_source(cache, STR("2024-03-05/01.txt"), &found));
	cache_close(cache);
	assert_int_equal(fixture->report.count, 0);
}

static void
test_cache_keeps_parts_that_a_build_used(void **state)
{
	struct fixture *fixture = *state;
	struct cached_part found;
	const struct cached_part part = {{3, 4}, {"a\0b", 3}};
	struct cache *cache = reopen(fixture);
	cache_save_part(cache, STR("text 2024"), &part);
	cache_save_part(cache, STR("text 2023"), &part);
	assert_true(cache_commit(cache, &fixture->report));
	cache_close(cache);

	/* Other rules of reading are no matter of parts. */
	fixture->rules = digest_of(STR("other rules"));
	cache = reopen(fixture);
	assert_false(cache_find_part(cache, STR("2024"), &found));
	assert_true(cache_find_part(cache, STR("text 2024"), &found));
	assert_true(digest_equal(found.stamp, part.stamp));
	assert_true(str_equal(found.value, part.value));
	assert_true(cache_commit(cache, &fixture->report));
	cache_close(cache);

	cache = reopen(fixture);
	assert_true(cache_find_part(cache, STR("text 2024"), &found));
	assert_false(cache_find_part(cache, STR("text 2023"), &found));
	cache_close(cache);
}

static void
test_cache_lets_one_build_in(void **state)
{
	struct fixture *fixture = *state;
	struct cache *cache = reopen(fixture);
	assert_null(reopen(fixture));
	assert_int_equal(report_count(&fixture->report, SEVERITY_FAULT), 1);
	cache_close(cache);
	cache = reopen(fixture);
	assert_non_null(cache);
	cache_close(cache);
}

static void
test_cache_rebuilds_a_damaged_file_with_one_warning(void **state)
{
	struct fixture *fixture = *state;
	struct cached_source found;
	save_one(fixture);
	struct str path = file_join(fixture->folder, STR("catalog.db"), fixture->arena);
	assert_true(file_replace(path, STR("SQLite format 3 no more"), &fixture->report));
	struct cache *cache = reopen(fixture);
	assert_non_null(cache);
	assert_int_equal(report_count(&fixture->report, SEVERITY_WARNING), 1);
	assert_false(cache_find_source(cache, STR("2024-03-05/01.txt"), &found));
	cache_close(cache);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	static const struct CMUnitTest tests[] = {
		CASE(test_cache_finds_what_was_committed),
		CASE(test_cache_forgets_what_was_not_committed),
		CASE(test_cache_drops_records_of_other_rules_but_keeps_outputs),
		CASE(test_cache_stale_outputs_are_those_of_older_builds_alone),
		CASE(test_cache_find_text_in_another_process),
		CASE(test_cache_find_text_that_is_not_there),
		CASE(test_cache_keeps_parts_that_a_build_used),
		CASE(test_cache_lets_one_build_in),
		CASE(test_cache_rebuilds_a_damaged_file_with_one_warning),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
