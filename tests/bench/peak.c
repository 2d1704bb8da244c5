/* peak FILE COMMAND [ARGUMENT ...]: runs the command and writes into FILE, on one line:
 * wall seconds, CPU seconds, MB of the largest process, MB of all its processes together.
 *
 * The first three come from the kernel's own account (rusage). "Together" is the largest
 * sum of Pss in /proc/PID/smaps_rollup over the command and all that it started, so that
 * pages shared since a fork count once; it is sampled, about every 20 ms, and less often
 * where that would take more than a tenth of a core. Ends as the command ends. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { INTERVAL = 20 * 1000 * 1000, /* ns */ SHARE = 10, LONGEST_PATH = 128 };

static long
now(clockid_t clock)
{
	struct timespec time;
	clock_gettime(clock, &time);
	return (long)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* The process's share of its memory, in KB; 0 when it is gone. */
static long
share_of(long process)
{
	char path[LONGEST_PATH], line[256];
	long kilobytes = 0;
	snprintf(path, sizeof path, "/proc/%ld/smaps_rollup", process);
	FILE *file = fopen(path, "re");
	if (!file)
		return 0;
	while (fgets(line, sizeof line, file))
		if (sscanf(line, "Pss: %ld", &kilobytes) == 1)
			break;
	fclose(file);
	return kilobytes;
}

static long together(long process);

static long
children_of(long process, const char *thread)
{
	char path[LONGEST_PATH];
	long sum = 0, child;
	snprintf(path, sizeof path, "/proc/%ld/task/%.20s/children", process, thread);
	FILE *file = fopen(path, "re");
	if (!file)
		return 0;
	while (fscanf(file, "%ld", &child) == 1)
		sum += together(child);
	fclose(file);
	return sum;
}

/* The shares of a process and of all below it, in KB. Any thread may have started them.
 */
static long
together(long process)
{
	char path[LONGEST_PATH];
	long sum = share_of(process);
	snprintf(path, sizeof path, "/proc/%ld/task", process);
	DIR *threads = opendir(path);
	if (!threads)
		return sum;
	for (const struct dirent *thread; (thread = readdir(threads));)
		if (thread->d_name[0] != '.')
			sum += children_of(process, thread->d_name);
	closedir(threads);
	return sum;
}

/* Looks until the command has ended; its status, and the largest sum in KB. */
static int
watch(pid_t command, long *largest)
{
	int status;
	while (waitpid(command, &status, WNOHANG) == 0) {
		long start = now(CLOCK_PROCESS_CPUTIME_ID), sum = together(command);
		long taken = now(CLOCK_PROCESS_CPUTIME_ID) - start;
		if (sum > *largest)
			*largest = sum;
		long pause = taken * SHARE > INTERVAL ? taken * SHARE : INTERVAL;
		nanosleep(&(struct timespec){.tv_nsec = pause % 1000000000,
				  .tv_sec = pause / 1000000000},
			NULL);
	}
	return status;
}

static double
seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int
main(int count, char **arguments)
{
	if (count < 3) {
		fputs("usage: peak FILE COMMAND [ARGUMENT ...]\n", stderr);
		return 2;
	}
	long start = now(CLOCK_MONOTONIC), largest = 0;
	pid_t command = fork();
	if (command == 0) {
		execvp(arguments[2], arguments + 2);
		fprintf(stderr, "peak: %s: %s\n", arguments[2], strerror(errno));
		_exit(127);
	}
	int status = command < 0 ? -1 : watch(command, &largest);
	double wall = (double)(now(CLOCK_MONOTONIC) - start) / 1e9;
	struct rusage used;
	getrusage(RUSAGE_CHILDREN, &used);
	FILE *out = fopen(arguments[1], "we");
	if (!out ||
		fprintf(out, "%.3f %.3f %.1f %.1f\n", wall,
			seconds(used.ru_utime) + seconds(used.ru_stime),
			(double)used.ru_maxrss / 1024, (double)largest / 1024) < 0 ||
		fclose(out) != 0) {
		fprintf(stderr, "peak: %s: %s\n", arguments[1], strerror(errno));
		return 3;
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : 3;
}
