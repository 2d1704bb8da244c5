#include "content.h"

#include <poll.h>

#include "serve/watch.h"

/* Waits until something is there to be looked at: the kernel tells at once. */
static bool
changed(struct watch *watch)
{
	struct pollfd waited = {watch_descriptor(watch), POLLIN, 0};
	return poll(&waited, 1, 0) == 1 && watch_changed(watch);
}

static struct watch *
watch_content(struct fixture *fixture, bool polling)
{
	struct str_list folders = {0};
	put(fixture, "content/2024-03-05/01.txt", "a");
	put(fixture, "site.conf", "title: a\n");
	str_list_add(&folders, STR("content"), fixture->arena);
	str_list_add(&folders, STR("nowhere"), fixture->arena);
	return watch_open(&folders, STR("site.conf"), polling, fixture->arena);
}

static void
test_watch_sees_what_counts(void **state)
{
	struct fixture *fixture = *state;
	struct watch *watch = watch_content(fixture, false);
	assert_false(changed(watch));
	put(fixture, "content/2024-03-05/01.txt", "b");
	assert_true(changed(watch));
	assert_false(changed(watch));
	put(fixture, "site.conf", "title: b\n");
	assert_true(changed(watch));
	assert_true(file_remove(STR("content/2024-03-05/01.txt"), &fixture->report));
	assert_true(changed(watch));
	watch_close(watch);
}

static void
test_watch_sees_new_folders(void **state)
{
	struct fixture *fixture = *state;
	struct watch *watch = watch_content(fixture, false);
	put(fixture, "content/2024-03-06/deep/01.txt", "a");
	assert_true(changed(watch));
	put(fixture, "content/2024-03-06/deep/01.txt", "b");
	assert_true(changed(watch));
	watch_close(watch);
}

static void
test_watch_passes_over_what_builds_write(void **state)
{
	struct fixture *fixture = *state;
	struct watch *watch = watch_content(fixture, false);
	put(fixture, "content/addresses.tsv", "a");
	put(fixture, "content/.hidden", "a");
	put(fixture, "beside.txt", "a");
	assert_false(changed(watch));
	watch_close(watch);
}

static void
test_watch_looks_in_turns(void **state)
{
	struct fixture *fixture = *state;
	struct watch *watch = watch_content(fixture, true);
	assert_int_equal(watch_descriptor(watch), -1);
	assert_false(watch_changed(watch));
	put(fixture, "content/2024-03-05/01.txt", "longer");
	assert_true(watch_changed(watch));
	assert_false(watch_changed(watch));
	put(fixture, "content/addresses.tsv", "a");
	assert_false(watch_changed(watch));
	put(fixture, "site.conf", "title: longer\n");
	assert_true(watch_changed(watch));
	watch_close(watch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		content_test(test_watch_sees_what_counts),
		content_test(test_watch_sees_new_folders),
		content_test(test_watch_passes_over_what_builds_write),
		content_test(test_watch_looks_in_turns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
