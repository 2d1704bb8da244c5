#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox.h"

struct folders {
	char open[32], shut[32];
};

static int
make_folders(void **state)
{
	static struct folders folders;
	strcpy(folders.open, "/tmp/sandbox-open-XXXXXX");
	strcpy(folders.shut, "/tmp/sandbox-shut-XXXXXX");
	*state = &folders;
	return mkdtemp(folders.open) && mkdtemp(folders.shut) ? 0 : 1;
}

static int
remove_folders(void **state)
{
	const struct folders *folders = *state;
	char command[128];
	snprintf(command, sizeof command, "rm -rf %s %s", folders->open, folders->shut);
	return system(command);
}

/* Whether a file can be opened there by a process in the sandbox. */
static bool
can_open(const struct sandbox *sandbox, const char *folder, int flags)
{
	char path[64];
	int status;
	snprintf(path, sizeof path, "%s/file", folder);
	pid_t process = fork();
	if (process == 0) {
		sandbox_enter(sandbox);
		int file = open(path, flags, 0644);
		_exit(file >= 0 && (flags == O_RDONLY || write(file, "x", 1) == 1) ? 0
										   : 1);
	}
	waitpid(process, &status, 0);
	return status == 0;
}

static bool
has_landlock(void)
{
	return syscall(SYS_landlock_create_ruleset, NULL, 0,
		       LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

static void
touch(const char *folder)
{
	char path[64];
	snprintf(path, sizeof path, "%s/file", folder);
	close(open(path, O_CREAT | O_WRONLY, 0644));
}

static void
test_sandbox_without_writing(void **state)
{
	const struct folders *folders = *state;
	const struct sandbox sandbox = {.memory = 1 << 28}, writing = {.writes = true};
	touch(folders->open);
	assert_true(can_open(&sandbox, folders->open, O_RDONLY));
	assert_false(can_open(&sandbox, folders->open, O_WRONLY | O_CREAT));
	assert_true(can_open(&writing, folders->open, O_WRONLY | O_CREAT));
}

static void
test_sandbox_keeps_to_its_folders(void **state)
{
	const struct folders *folders = *state;
	if (!has_landlock())
		skip();
	touch(folders->open);
	touch(folders->shut);
	const struct sandbox reads = {.readable = {str_from(folders->open)}};
	assert_true(can_open(&reads, folders->open, O_RDONLY));
	assert_false(can_open(&reads, folders->shut, O_RDONLY));
	const struct sandbox writes = {.writes = true,
		.readable = {str_from(folders->shut)},
		.writable = {str_from(folders->open)}};
	assert_true(can_open(&writes, folders->open, O_WRONLY | O_CREAT));
	assert_true(can_open(&writes, folders->shut, O_RDONLY));
	assert_false(can_open(&writes, folders->shut, O_WRONLY | O_CREAT));
}

/* Whether a process in the sandbox becomes another program. */
static bool
can_run(const struct sandbox *sandbox)
{
	int status;
	pid_t process = fork();
	if (process == 0) {
		sandbox_enter(sandbox);
		execl("/bin/sh", "sh", "-c", "exit 0", (char *)NULL);
		_exit(1);
	}
	waitpid(process, &status, 0);
	return status == 0;
}

static void
test_sandbox_runs_nothing_else(void **state)
{
	(void)state;
	if (!has_landlock())
		skip();
	const struct sandbox open = {0}, shut = {.readable = {STR("/")}};
	assert_true(can_run(&open));
	assert_false(can_run(&shut));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sandbox_without_writing),
		cmocka_unit_test(test_sandbox_keeps_to_its_folders),
		cmocka_unit_test(test_sandbox_runs_nothing_else),
	};
	return cmocka_run_group_tests(tests, make_folders, remove_folders);
}
