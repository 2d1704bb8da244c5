#include "sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MOST_OPEN_FILES = 64 };

/* --- limits --- */

static void
limit(__rlimit_resource_t resource, rlim_t most)
{
	struct rlimit now;
	if (getrlimit(resource, &now) != 0)
		return;
	if (now.rlim_max != RLIM_INFINITY && most > now.rlim_max)
		return;
	now.rlim_cur = now.rlim_max = most;
	setrlimit(resource, &now);
}

/* Pages of address space; 0 when not known. */
static rlim_t
pages_in_use(void)
{
	unsigned long pages = 0;
	FILE *file = fopen("/proc/self/statm", "re");
	if (!file)
		return 0;
	if (fscanf(file, "%lu", &pages) != 1)
		pages = 0;
	fclose(file);
	return pages;
}

static void
limit_memory(size_t memory)
{
#ifdef __SANITIZE_ADDRESS__
	memory = 0; /* sanitizers take address space by the terabyte */
#endif
	rlim_t page = (rlim_t)sysconf(_SC_PAGESIZE), used = pages_in_use() * page;
	if (memory && used)
		limit(RLIMIT_AS, used + memory);
}

void
sandbox_allow_seconds(unsigned seconds)
{
	struct rusage used;
	struct rlimit now;
	if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &now) != 0)
		return;
	rlim_t most =
		(rlim_t)used.ru_utime.tv_sec + (rlim_t)used.ru_stime.tv_sec + seconds + 1;
	now.rlim_cur = now.rlim_max < most ? now.rlim_max : most;
	setrlimit(RLIMIT_CPU, &now);
}

/* --- Landlock --- */

static const __u64 reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
static const __u64 all_access = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
static const __u64 writing = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR |
			     LANDLOCK_ACCESS_FS_WRITE_FILE |
			     LANDLOCK_ACCESS_FS_REMOVE_FILE |
			     LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR;

static void
open_folder(int rules, struct str folder, __u64 access)
{
	struct arena *scratch = arena_open();
	int file = open(str_terminated(folder, scratch), O_PATH | O_CLOEXEC);
	struct landlock_path_beneath_attr rule = {
		.allowed_access = access, .parent_fd = file};
	if (file >= 0) {
		syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule,
			0);
		close(file);
	}
	arena_close(scratch);
}

static void
keep_to_folders(const struct sandbox *sandbox)
{
	struct landlock_ruleset_attr attributes = {.handled_access_fs = all_access};
	int rules = (int)syscall(
		SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
	if (rules < 0)
		return;
	for (size_t i = 0; sandbox->readable[i].data; i++)
		open_folder(rules, sandbox->readable[i], reading);
	for (size_t i = 0; sandbox->writable[i].data; i++)
		open_folder(rules, sandbox->writable[i], writing);
	syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
}

/* --- all --- */

void
sandbox_enter(const struct sandbox *sandbox)
{
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_NOFILE, MOST_OPEN_FILES);
	if (!sandbox->writes) {
		/* What cannot be written, a library's last words for one, is an error. */
		signal(SIGXFSZ, SIG_IGN);
		limit(RLIMIT_FSIZE, 0);
	}
	limit_memory(sandbox->memory);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	if (sandbox->readable[0].data || sandbox->writable[0].data)
		keep_to_folders(sandbox);
}
