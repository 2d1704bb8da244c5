#include "unit.h"

#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"

/* Each test works in a folder of its own, which becomes the current one. */
struct fixture {
	struct arena *arena;
	struct report report;
	struct str folder;
};

static int
set_up(void **state)
{
	struct arena *arena = arena_open();
	struct fixture *fixture = arena_new(arena, struct fixture);
	char *folder = arena_alloc(arena, 64);
	snprintf(folder, 64, "/tmp/backfile-test-XXXXXX");
	if (!mkdtemp(folder) || chdir(folder) != 0)
		return -1;
	*fixture = (struct fixture){arena, report_open(arena), str_from(folder)};
	*state = fixture;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *fixture = *state;
	const char *command =
		str_format(fixture->arena, "rm -rf %.*s", STR_ARG(fixture->folder)).data;
	int failed = chdir("/") != 0 || system(command) != 0;
	arena_close(fixture->arena);
	return failed;
}

static struct str
messages(struct fixture *fixture)
{
	struct strbuf out = strbuf_open(fixture->arena);
	report_write(&fixture->report, SEVERITY_NOTE, &out);
	return strbuf_str(&out);
}

static void
put(struct fixture *fixture, const char *path, const char *text)
{
	assert_true(file_replace(str_from(path), str_from(text), &fixture->report));
}

static struct str
contents(struct fixture *fixture, const char *path)
{
	struct str bytes;
	assert_true(file_read(
		str_from(path), 1 << 20, &bytes, fixture->arena, &fixture->report));
	return bytes;
}

static size_t
entries(const char *path)
{
	size_t count = 0;
	DIR *stream = opendir(path);
	assert_non_null(stream);
	while (readdir(stream))
		count++;
	closedir(stream);
	return count - 2;
}

static unsigned
mode_of(const char *path)
{
	struct stat status;
	assert_int_equal(stat(path, &status), 0);
	return status.st_mode & 07777;
}

/* --- names --- */

static void
test_file_join_with_one_slash(void **state)
{
	struct arena *arena = ((struct fixture *)*state)->arena;
	static const char *const cases[][3] = {
		{"a", "b", "a/b"},
		{"a/", "/b", "a/b"},
		{"a//b", "c//d/", "a/b/c/d"},
		{".", "b", "b"},
		{"", "b", "b"},
		{"a", "", "a"},
		{"a", ".", "a"},
		{"./a/./b", "./c", "a/b/c"},
		{"/", "a", "/a"},
		{"/a", "b", "/a/b"},
		{"/", "", "/"},
		{"", "", "."},
		{".", ".", "."},
		{"..", "a", "../a"},
		{"临江", "晚报", "临江/晚报"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(file_join(str_from(cases[i][0]), str_from(cases[i][1]), arena),
			cases[i][2]);
}

static void
test_file_folder_and_name(void **state)
{
	(void)state;
	assert_str(file_folder(STR("a/b/c.txt")), "a/b");
	assert_str(file_name(STR("a/b/c.txt")), "c.txt");
	assert_str(file_folder(STR("c.txt")), "");
	assert_str(file_name(STR("c.txt")), "c.txt");
	assert_str(file_folder(STR("/c")), "/");
	assert_str(file_name(STR("a/")), "");
	assert_str(file_name(STR("")), "");
	assert_str(file_folder(STR_NONE), "");
}

static void
test_file_stem_and_extension(void **state)
{
	(void)state;
	static const char *const cases[][3] = {
		{"01.txt", "01", ".txt"},
		{"a.tar.gz", "a.tar", ".gz"},
		{"README", "README", ""},
		{".hidden", ".hidden", ""},
		{".hidden.txt", ".hidden", ".txt"},
		{"a.", "a.", ""},
		{"a.b/c", "a.b/c", ""},
		{"a.b/c.d", "a.b/c", ".d"},
		{"a/.hidden", "a/.hidden", ""},
		{"", "", ""},
		{".", ".", ""},
		{"..", "..", ""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_str(file_stem(str_from(cases[i][0])), cases[i][1]);
		assert_str(file_extension(str_from(cases[i][0])), cases[i][2]);
	}
}

/* --- writing --- */

static void
test_file_replace_makes_folders_and_file(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "a/b/c.txt", "text");
	assert_str(contents(fixture, "a/b/c.txt"), "text");
	put(fixture, "a/b/c.txt", "");
	assert_str(contents(fixture, "a/b/c.txt"), "");
	assert_int_equal(entries("a/b"), 1);
	assert_str(messages(fixture), "");
}

static void
test_file_replace_modes_do_not_depend_on_the_umask(void **state)
{
	struct fixture *fixture = *state;
	static const mode_t masks[] = {0, 022, 077};
	for (size_t i = 0; i < sizeof masks / sizeof *masks; i++) {
		struct str path = str_format(fixture->arena, "m%zu/x/y.txt", i);
		mode_t before = umask(masks[i]);
		put(fixture, path.data, "text");
		umask(before);
		assert_int_equal(mode_of(path.data), 0644);
		struct str folder = str_copy(file_folder(path), fixture->arena);
		assert_int_equal(mode_of(folder.data), 0755);
		assert_int_equal(
			mode_of(str_copy(file_folder(folder), fixture->arena).data),
			0755);
	}
}

static void
test_file_replace_over_what_a_killed_run_left(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, ".a.txt.backfile-tmp", "half");
	put(fixture, "a.txt", "whole");
	assert_str(contents(fixture, "a.txt"), "whole");
	assert_int_equal(entries("."), 1);
}

static void
test_file_replace_name_of_255_bytes(void **state)
{
	struct fixture *fixture = *state;
	char name[256] = {0};
	memset(name, 'n', 255);
	put(fixture, name, "text");
	assert_str(contents(fixture, name), "text");
	assert_int_equal(entries("."), 1);
}

static void
test_file_replace_a_symlink_leaves_its_target(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "target", "old");
	assert_int_equal(symlink("target", "link"), 0);
	put(fixture, "link", "new");
	assert_str(contents(fixture, "target"), "old");
	assert_str(contents(fixture, "link"), "new");
}

static void
test_file_replace_a_folder_fails_and_leaves_nothing(void **state)
{
	struct fixture *fixture = *state;
	assert_true(file_make_folder(STR("a"), &fixture->report));
	assert_false(file_replace(STR("a"), STR("x"), &fixture->report));
	assert_str(messages(fixture), "a: error: cannot write it: Is a directory\n");
	assert_int_equal(entries("."), 1);
}

static void
test_file_replace_below_a_file_fails(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "a", "x");
	assert_false(file_replace(STR("a/b"), STR("x"), &fixture->report));
	assert_str(messages(fixture), "a/b: error: cannot write it: Not a directory\n");
}

static void
test_file_replace_refuses_a_nul_in_the_path(void **state)
{
	struct fixture *fixture = *state;
	assert_false(file_replace(STR("a\0b"), STR("x"), &fixture->report));
	assert_int_equal(report_count(&fixture->report, SEVERITY_ERROR), 1);
	assert_int_equal(entries("."), 0);
}

/* A full disk: /dev/full would need a rename there, a limit on file size does as well. */
static void
test_file_replace_without_room_is_a_fault(void **state)
{
	struct fixture *fixture = *state;
	struct rlimit before, little = {4096, 4096};
	put(fixture, "a.txt", "old");
	char *bytes = arena_alloc(fixture->arena, 100000);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	little.rlim_max = before.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &little), 0);
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
	bool good =
		file_replace(STR("a.txt"), (struct str){bytes, 100000}, &fixture->report);
	signal(SIGXFSZ, handler);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_false(good);
	assert_int_equal(report_count(&fixture->report, SEVERITY_FAULT), 1);
	assert_str(contents(fixture, "a.txt"), "old");
	assert_int_equal(entries("."), 1);
}

static void
test_file_replace_without_permission_is_a_fault(void **state)
{
	struct fixture *fixture = *state;
	assert_true(file_make_folder(STR("a"), &fixture->report));
	assert_int_equal(chmod("a", 0555), 0);
	/* Root may write anywhere, so it becomes nobody for a while. */
	uid_t before = geteuid();
	if (before == 0)
		assert_int_equal(seteuid(65534), 0);
	bool writable = file_writable(STR("a"));
	bool good = file_replace(STR("a/b"), STR("x"), &fixture->report);
	assert_int_equal(seteuid(before), 0);
	assert_false(writable);
	assert_false(good);
	assert_str(messages(fixture), "a/b: fault: cannot write it: Permission denied; "
				      "ask for the right to, or run this as its owner\n");
}

static void
test_file_update_only_when_bytes_differ(void **state)
{
	struct fixture *fixture = *state;
	struct stat first, second;
	bool changed;
	assert_true(file_update(STR("a"), STR("text"), &changed, &fixture->report));
	assert_true(changed);
	assert_int_equal(stat("a", &first), 0);
	assert_true(file_update(STR("a"), STR("text"), &changed, &fixture->report));
	assert_false(changed);
	assert_int_equal(stat("a", &second), 0);
	assert_true(first.st_ino == second.st_ino);
	assert_true(file_update(STR("a"), STR("tex!"), &changed, &fixture->report));
	assert_true(changed);
	assert_str(contents(fixture, "a"), "tex!");
}

static void
test_file_update_large_file_with_one_byte_changed(void **state)
{
	struct fixture *fixture = *state;
	const size_t size = 100000;
	char *bytes = arena_alloc(fixture->arena, size);
	struct str text = {bytes, size};
	bool changed;
	assert_true(file_update(STR("a"), text, &changed, &fixture->report));
	assert_true(file_update(STR("a"), text, &changed, &fixture->report));
	assert_false(changed);
	bytes[size - 1] = 1;
	assert_true(file_update(STR("a"), text, &changed, &fixture->report));
	assert_true(changed);
	assert_int_equal(contents(fixture, "a").data[size - 1], 1);
}

static void
test_file_update_empty_file_where_none_is(void **state)
{
	struct fixture *fixture = *state;
	bool changed;
	assert_true(file_update(STR("a"), STR(""), &changed, &fixture->report));
	assert_true(changed);
	assert_true(file_update(STR("a"), STR(""), &changed, &fixture->report));
	assert_false(changed);
}

/* --- reading --- */

static void
test_file_read_is_terminated(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "a", "临江");
	struct str bytes = contents(fixture, "a");
	assert_str(bytes, "临江");
	assert_int_equal(bytes.data[bytes.len], '\0');
}

static void
test_file_read_at_most(void **state)
{
	struct fixture *fixture = *state;
	struct str bytes;
	put(fixture, "a", "12345");
	assert_true(file_read(STR("a"), 5, &bytes, fixture->arena, &fixture->report));
	assert_false(file_read(STR("a"), 4, &bytes, fixture->arena, &fixture->report));
	assert_str(messages(fixture), "a: error: the file is longer than 4 bytes; divide "
				      "it, or raise the limit in site.conf\n");
}

static void
test_file_read_absent(void **state)
{
	struct fixture *fixture = *state;
	struct str bytes;
	assert_false(file_read(STR("a"), 9, &bytes, fixture->arena, &fixture->report));
	assert_str(messages(fixture), "a: error: cannot read it: No such file or "
				      "directory; is the name right?\n");
}

static void
test_file_read_symlink(void **state)
{
	struct fixture *fixture = *state;
	struct str bytes;
	assert_int_equal(symlink("/etc/passwd", "a"), 0);
	assert_false(
		file_read(STR("a"), 1 << 20, &bytes, fixture->arena, &fixture->report));
	assert_str(messages(fixture), "a: error: cannot read it: it is a symbolic link; "
				      "put the file itself there\n");
}

static void
test_file_read_fifo_does_not_wait(void **state)
{
	struct fixture *fixture = *state;
	struct str bytes;
	assert_int_equal(mkfifo("a", 0600), 0);
	assert_false(file_read(STR("a"), 9, &bytes, fixture->arena, &fixture->report));
	assert_str(messages(fixture),
		"a: error: cannot read it: it is not a regular file\n");
}

static void
test_file_read_folder(void **state)
{
	struct fixture *fixture = *state;
	struct str bytes;
	assert_false(file_read(STR("."), 9, &bytes, fixture->arena, &fixture->report));
	assert_int_equal(report_count(&fixture->report, SEVERITY_ERROR), 1);
}

/* --- walking --- */

static void
test_file_walk_sorted_by_bytes(void **state)
{
	struct fixture *fixture = *state;
	static const char *const names[] = {"c/b/2.txt", "c/10.txt", "c/9.txt", "c/b.txt",
		"c/临.txt", "c/b/1.txt", "c/.git/x", "c/.hidden", "c/A.txt"};
	static const char *const sorted[] = {
		"10.txt", "9.txt", "A.txt", "b.txt", "b/1.txt", "b/2.txt", "临.txt"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		put(fixture, names[i], "12345");
	struct file_list list = {0};
	assert_true(file_walk(STR("c"), &list, fixture->arena, &fixture->report));
	assert_int_equal(list.count, sizeof sorted / sizeof *sorted);
	for (size_t i = 0; i < list.count; i++)
		assert_str(list.items[i].path, sorted[i]);
	assert_int_equal(list.items[0].size, 5);
	assert_true(list.items[0].modified > 1600000000000000000);
	assert_str(messages(fixture), "");
}

static void
test_file_walk_passes_over_special_files(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "c/a.txt", "x");
	put(fixture, "other/b.txt", "x");
	assert_int_equal(symlink("../other", "c/folder"), 0);
	assert_int_equal(symlink("a.txt", "c/file"), 0);
	assert_int_equal(mkfifo("c/fifo", 0600), 0);
	struct file_list list = {0};
	assert_true(file_walk(STR("c"), &list, fixture->arena, &fixture->report));
	assert_int_equal(list.count, 1);
	assert_str(messages(fixture), "c/fifo: warning: passed over: it is not a regular "
				      "file; put the file itself there\n"
				      "c/file: warning: passed over: it is a symbolic "
				      "link; put the file itself there\n"
				      "c/folder: warning: passed over: it is a symbolic "
				      "link; put the file itself there\n");
}

static void
test_file_walk_passes_over_names_that_are_not_utf8(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "c/\xC1\xD9.txt", "x");
	struct file_list list = {0};
	assert_true(file_walk(STR("c"), &list, fixture->arena, &fixture->report));
	assert_int_equal(list.count, 0);
	assert_str(messages(fixture),
		"c/\\xC1\\xD9.txt: warning: passed over: its name is not UTF-8\n");
}

static void
test_file_walk_empty_absent_and_file(void **state)
{
	struct fixture *fixture = *state;
	struct file_list list = {0};
	assert_true(file_walk(STR("."), &list, fixture->arena, &fixture->report));
	assert_int_equal(list.count, 0);
	assert_false(file_walk(STR("absent"), &list, fixture->arena, &fixture->report));
	put(fixture, "file", "x");
	assert_false(file_walk(STR("file"), &list, fixture->arena, &fixture->report));
	assert_str(messages(fixture), "absent: error: cannot read it: No such file or "
				      "directory; is the name right?\n"
				      "file: error: cannot read it: Not a directory\n");
}

static void
test_file_walk_too_deep(void **state)
{
	struct fixture *fixture = *state;
	struct strbuf path = strbuf_open(fixture->arena);
	for (int i = 0; i < 70; i++)
		strbuf_add(&path, STR("a/"));
	assert_true(file_make_folder(strbuf_str(&path), &fixture->report));
	struct file_list list = {0};
	assert_false(file_walk(STR("."), &list, fixture->arena, &fixture->report));
	assert_int_equal(report_count(&fixture->report, SEVERITY_ERROR), 1);
}

static void
test_file_walk_adds_to_a_list(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "x/z", "1");
	put(fixture, "y/a", "1");
	struct file_list list = {0};
	assert_true(file_walk(STR("x"), &list, fixture->arena, &fixture->report));
	assert_true(file_walk(STR("y"), &list, fixture->arena, &fixture->report));
	assert_int_equal(list.count, 2);
	assert_str(list.items[0].path, "z");
	assert_str(list.items[1].path, "a");
}

/* --- looking --- */

/* Of each path, the shares that have seen it, as bits. */
struct seen {
	struct map shares;
	unsigned share;
};

static void
see(void *context, const struct file_info *file)
{
	struct seen *seen = context;
	struct str path = str_copy(file->path, seen->shares.arena);
	void **bits = map_at(&seen->shares, path);
	*bits = (void *)((uintptr_t)*bits | 1u << seen->share);
}

static void
test_file_look_at_share_each_file_once(void **state)
{
	struct fixture *fixture = *state;
	struct seen seen = {.shares = map_open(fixture->arena)};
	uintptr_t all = 0;
	for (int i = 0; i < 60; i++)
		put(fixture,
			str_terminated(str_format(fixture->arena, "top/%c%d/%d/%d",
					       "ab"[i % 2], i / 20, i / 5, i),
				fixture->arena),
			"x");
	put(fixture, "top/at-top", "x");
	put(fixture, "top/a/below", "x");
	for (seen.share = 0; seen.share < 3; seen.share++)
		assert_true(file_look_at_share(STR("top"), seen.share, 3, see, &seen));
	assert_int_equal(seen.shares.count, 62);
	for (size_t i = 0; i < seen.shares.count; i++) {
		uintptr_t bits = (uintptr_t)seen.shares.entries[i].value;
		assert_true(bits && !(bits & (bits - 1)));
		all |= bits;
	}
	assert_int_equal(all, 7); /* nobody was idle */
}

static void
test_file_look_at_regular_files_only(void **state)
{
	struct fixture *fixture = *state;
	struct file_info info = {0};
	put(fixture, "a", "12345");
	assert_int_equal(symlink("a", "link"), 0);
	assert_true(file_look(STR("a"), &info));
	assert_int_equal(info.size, 5);
	assert_str(info.path, "a");
	assert_false(file_look(STR("link"), &info));
	assert_false(file_look(STR("."), &info));
	assert_false(file_look(STR("absent"), &info));
}

static void
test_file_exists_and_is_folder(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "a/b", "x");
	assert_true(file_exists(STR("a")));
	assert_true(file_exists(STR("a/b")));
	assert_false(file_exists(STR("a/c")));
	assert_true(file_is_folder(STR("a")));
	assert_true(file_is_folder(STR("")));
	assert_false(file_is_folder(STR("a/b")));
	assert_true(file_writable(STR("a")));
	assert_false(file_writable(STR("absent")));
}

static void
test_file_real_path_without_symlinks(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "a/b", "x");
	assert_int_equal(symlink("a", "link"), 0);
	struct str real = file_real_path(STR("link"), fixture->arena);
	assert_true(str_starts(real, STR("/")));
	assert_true(str_ends(real, STR("/a")));
	assert_str(file_real_path(STR("absent"), fixture->arena), "");
}

/* --- folders, removing, renaming --- */

static void
test_file_make_folder_twice(void **state)
{
	struct fixture *fixture = *state;
	assert_true(file_make_folder(STR("a/b/c/"), &fixture->report));
	assert_true(file_make_folder(STR("a/b/c"), &fixture->report));
	assert_true(file_is_folder(STR("a/b/c")));
	assert_true(file_make_folder(STR(""), &fixture->report));
	assert_str(messages(fixture), "");
}

static void
test_file_make_folder_keeps_the_mode_of_others(void **state)
{
	struct fixture *fixture = *state;
	assert_int_equal(mkdir("a", 0700), 0);
	assert_true(file_make_folder(STR("a/b"), &fixture->report));
	assert_int_equal(mode_of("a"), 0700);
}

static void
test_file_make_folder_where_a_file_is(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "a", "x");
	assert_false(file_make_folder(STR("a"), &fixture->report));
	assert_false(file_make_folder(STR("a/b"), &fixture->report));
	assert_str(messages(fixture), "a: error: cannot make it: Not a directory\n"
				      "a/b: error: cannot make it: Not a directory\n");
}

static void
test_file_remove_there_or_not(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "a", "x");
	assert_true(file_remove(STR("a"), &fixture->report));
	assert_false(file_exists(STR("a")));
	assert_true(file_remove(STR("a"), &fixture->report));
	assert_str(messages(fixture), "");
	assert_true(file_make_folder(STR("b"), &fixture->report));
	assert_false(file_remove(STR("b"), &fixture->report));
}

static void
test_file_remove_empty_folder_only_when_empty(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "a/b", "x");
	file_remove_empty_folder(STR("a"));
	assert_true(file_is_folder(STR("a")));
	assert_true(file_remove(STR("a/b"), &fixture->report));
	file_remove_empty_folder(STR("a"));
	assert_false(file_exists(STR("a")));
	file_remove_empty_folder(STR("a"));
}

static void
test_file_rename_over_a_file(void **state)
{
	struct fixture *fixture = *state;
	put(fixture, "a", "new");
	put(fixture, "b", "old");
	assert_true(file_rename(STR("a"), STR("b"), &fixture->report));
	assert_str(contents(fixture, "b"), "new");
	assert_false(file_exists(STR("a")));
	assert_false(file_rename(STR("a"), STR("b"), &fixture->report));
	assert_str(messages(fixture), "a: error: cannot rename it: No such file or "
				      "directory; is the name right?\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* Two seconds where times are whole seconds, else a fiftieth of one. */
static void
test_file_time_is_settled(void **state)
{
	(void)state;
	const int64_t second = 1000000000, then = 946684800 * second;
	assert_true(file_time_is_settled(then, then + 2 * second + 1));
	assert_false(file_time_is_settled(then, then + 2 * second));
	assert_true(file_time_is_settled(then + 1, then + 1 + second / 40));
	assert_false(file_time_is_settled(then + 1, then + 1 + second / 60));
	assert_false(file_time_is_settled(then + 1, then));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_file_join_with_one_slash),
		TEST(test_file_time_is_settled),
		TEST(test_file_folder_and_name),
		TEST(test_file_stem_and_extension),
		TEST(test_file_replace_makes_folders_and_file),
		TEST(test_file_replace_modes_do_not_depend_on_the_umask),
		TEST(test_file_replace_over_what_a_killed_run_left),
		TEST(test_file_replace_name_of_255_bytes),
		TEST(test_file_replace_a_symlink_leaves_its_target),
		TEST(test_file_replace_a_folder_fails_and_leaves_nothing),
		TEST(test_file_replace_below_a_file_fails),
		TEST(test_file_replace_refuses_a_nul_in_the_path),
		TEST(test_file_replace_without_room_is_a_fault),
		TEST(test_file_replace_without_permission_is_a_fault),
		TEST(test_file_update_only_when_bytes_differ),
		TEST(test_file_update_large_file_with_one_byte_changed),
		TEST(test_file_update_empty_file_where_none_is),
		TEST(test_file_read_is_terminated),
		TEST(test_file_read_at_most),
		TEST(test_file_read_absent),
		TEST(test_file_read_symlink),
		TEST(test_file_read_fifo_does_not_wait),
		TEST(test_file_read_folder),
		TEST(test_file_walk_sorted_by_bytes),
		TEST(test_file_walk_passes_over_special_files),
		TEST(test_file_walk_passes_over_names_that_are_not_utf8),
		TEST(test_file_walk_empty_absent_and_file),
		TEST(test_file_walk_too_deep),
		TEST(test_file_walk_adds_to_a_list),
		TEST(test_file_look_at_share_each_file_once),
		TEST(test_file_look_at_regular_files_only),
		TEST(test_file_exists_and_is_folder),
		TEST(test_file_real_path_without_symlinks),
		TEST(test_file_make_folder_twice),
		TEST(test_file_make_folder_keeps_the_mode_of_others),
		TEST(test_file_make_folder_where_a_file_is),
		TEST(test_file_remove_there_or_not),
		TEST(test_file_remove_empty_folder_only_when_empty),
		TEST(test_file_rename_over_a_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
