#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "publish/writer.h"

struct fixture {
	struct arena *arena;
	struct report report;
	struct str folder, target, content;
};

static int
setup(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	char template[] = "/tmp/backfile-writer-XXXXXX";
	fixture->arena = arena;
	fixture->report = report_open(arena);
	fixture->folder = str_copy(str_from(mkdtemp(template)), arena);
	fixture->target = file_join(fixture->folder, STR("public"), arena);
	fixture->content = file_join(fixture->folder, STR("content"), arena);
	*state = fixture;
	return !file_make_folder(fixture->content, &fixture->report);
}

static int
teardown(void **state)
{
	struct fixture *fixture = *state;
	bool gone = file_remove_tree(fixture->folder, &fixture->report);
	arena_close(fixture->arena);
	return !gone;
}

static struct writer
begin(struct fixture *fixture)
{
	struct writer writer;
	assert_true(writer_open(&writer, fixture->target, fixture->content,
		fixture->arena, &fixture->report));
	assert_true(writer_begin(&writer));
	return writer;
}

static bool
exists(const struct fixture *fixture, const char *path)
{
	return file_exists(file_join(fixture->target, str_from(path), fixture->arena));
}

static void
build_once(struct fixture *fixture)
{
	bool changed;
	struct writer writer = begin(fixture);
	assert_true(writer_put(&writer, STR("2024/03/05/01.html"), STR("one"), &changed));
	assert_true(changed);
	assert_true(writer_put(&writer, STR("index.html"), STR("home"), &changed));
	assert_false(exists(fixture, "index.html"));
	assert_true(writer_close(&writer));
}

static void
test_writer_puts_a_first_build_in_place_at_its_end(void **state)
{
	struct fixture *fixture = *state;
	build_once(fixture);
	assert_true(exists(fixture, "2024/03/05/01.html"));
	assert_false(
		file_exists(str_format(fixture->arena, "%s.new", fixture->target.data)));
}

static void
test_writer_begin_clears_what_a_killed_build_left(void **state)
{
	struct fixture *fixture = *state;
	bool changed;
	struct writer killed = begin(fixture);
	assert_true(writer_put(&killed, STR("stale/page.html"), STR("stale"), &changed));
	build_once(fixture);
	assert_false(exists(fixture, "stale"));
}

static void
test_writer_put_leaves_equal_files_alone(void **state)
{
	struct fixture *fixture = *state;
	struct stat before, after;
	bool changed;
	build_once(fixture);
	const char *path = str_terminated(
		file_join(fixture->target, STR("index.html"), fixture->arena),
		fixture->arena);
	assert_int_equal(stat(path, &before), 0);
	struct writer writer = begin(fixture);
	assert_true(writer_put(&writer, STR("index.html"), STR("home"), &changed));
	assert_false(changed);
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_true(writer_put(&writer, STR("index.html"), STR("hoMe"), &changed));
	assert_true(changed);
}

static void
test_writer_looks_at_what_stands_there(void **state)
{
	struct fixture *fixture = *state;
	build_once(fixture);
	struct writer writer = begin(fixture);
	struct file_info info;
	assert_true(writer_look(&writer, STR("index.html"), &info));
	assert_int_equal(info.size, 4);
	assert_false(writer_look(&writer, STR("other.html"), &info));
	assert_true(writer_holds(&writer, STR("index.html"), STR("home")));
	assert_false(writer_holds(&writer, STR("index.html"), STR("hoMe")));
	assert_false(writer_holds(&writer, STR("other.html"), STR("home")));
}

static void
test_writer_remove_takes_empty_folders_but_no_foreign_file(void **state)
{
	struct fixture *fixture = *state;
	build_once(fixture);
	struct str foreign =
		file_join(fixture->target, STR("2024/notes.txt"), fixture->arena);
	assert_true(file_replace(foreign, STR("mine"), &fixture->report));
	struct writer writer = begin(fixture);
	assert_true(writer_remove(&writer, STR("2024/03/05/01.html")));
	assert_false(exists(fixture, "2024/03"));
	assert_true(exists(fixture, "2024/notes.txt"));
	assert_true(writer_remove(&writer, STR("index.html")));
	assert_true(exists(fixture, ""));
}

static void
refuses(struct fixture *fixture, struct str target, struct str content)
{
	struct writer writer;
	size_t before = report_count(&fixture->report, SEVERITY_ERROR);
	assert_false(
		writer_open(&writer, target, content, fixture->arena, &fixture->report));
	assert_int_equal(report_count(&fixture->report, SEVERITY_ERROR), before + 1);
}

static void
test_writer_open_refuses_folders_that_overlap(void **state)
{
	struct fixture *fixture = *state;
	struct arena *arena = fixture->arena;
	struct str inside = file_join(fixture->content, STR("deep/public"), arena);
	struct str link = file_join(fixture->folder, STR("link"), arena);
	refuses(fixture, fixture->content, fixture->content);
	refuses(fixture, inside, fixture->content);
	refuses(fixture, fixture->folder, fixture->content);
	refuses(fixture, str_format(arena, "%s/../content/x/", fixture->content.data),
		fixture->content);
	struct str command =
		str_format(arena, "ln -s '%s' '%s'", fixture->content.data, link.data);
	assert_int_equal(system(command.data), 0);
	refuses(fixture, file_join(link, STR("public"), arena), fixture->content);
	/* Names that only begin alike are two folders. */
	struct writer writer;
	assert_true(
		writer_open(&writer, str_format(arena, "%s-site", fixture->content.data),
			fixture->content, arena, &fixture->report));
}

static void
test_writer_is_sticky_after_a_fault(void **state)
{
	struct fixture *fixture = *state;
	bool changed;
	build_once(fixture);
	struct writer writer = begin(fixture);
	/* index.html is a file, so nothing can stand below it. */
	assert_false(
		writer_put(&writer, STR("index.html/page.html"), STR("x"), &changed));
	size_t count = fixture->report.count;
	assert_int_equal(count, 1);
	assert_false(writer_put(&writer, STR("fine.html"), STR("x"), &changed));
	assert_false(writer_close(&writer));
	assert_int_equal(fixture->report.count, count);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	static const struct CMUnitTest tests[] = {
		CASE(test_writer_puts_a_first_build_in_place_at_its_end),
		CASE(test_writer_begin_clears_what_a_killed_build_left),
		CASE(test_writer_put_leaves_equal_files_alone),
		CASE(test_writer_looks_at_what_stands_there),
		CASE(test_writer_remove_takes_empty_folders_but_no_foreign_file),
		CASE(test_writer_open_refuses_folders_that_overlap),
		CASE(test_writer_is_sticky_after_a_fault),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
