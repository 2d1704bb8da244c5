#include "rebuild.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LARGEST_MESSAGES = 64 * 1024 };

/* --- in the process that builds --- */

/* The connections of the server are none of its business: they would stay open as long
 * as it runs. */
static int
keep_only(int pipe)
{
	int kept = dup2(pipe, STDERR_FILENO + 1);
	close_range(STDERR_FILENO + 2, ~0u, 0);
	return kept;
}

static void
send_messages(const struct report *report, int pipe)
{
	struct strbuf out = strbuf_open(report->arena);
	report_write(report, SEVERITY_WARNING, &out);
	const char *at = out.data;
	size_t left = out.len < LARGEST_MESSAGES ? out.len : LARGEST_MESSAGES;
	while (left) {
		ssize_t put = write(pipe, at, left);
		if (put < 0 && errno != EINTR)
			return;
		at += put > 0 ? put : 0;
		left -= put > 0 ? (size_t)put : 0;
	}
}

static void
build_and_exit(const struct run *parent, int pipe)
{
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	pipe = keep_only(pipe);
	struct arena *arena = arena_open();
	struct run run = {.arena = arena,
		.options = parent->options,
		.text = parent->text,
		.report = report_open(arena)};
	run.report.language = parent->report.language;
	run.progress = progress_open(
		run.options.quiet, run.options.verbose, run.report.language);
	enum status status = run_read_site(&run) ? build_command(&run) : run_status(&run);
	run_say_messages(&run);
	fflush(stdout);
	send_messages(&run.report, pipe);
	_exit((int)status);
}

/* --- in the preview --- */

bool
rebuild_begin(struct rebuild *rebuild, struct run *run)
{
	int ends[2];
	if (pipe(ends) < 0)
		return report_fault(&run->report, (struct place){0},
			"cannot start a build: %s", strerror(errno));
	fflush(stdout);
	rebuild->process = fork();
	if (rebuild->process == 0)
		build_and_exit(run, ends[1]);
	close(ends[1]);
	rebuild->pipe = ends[0];
	rebuild->bytes = strbuf_open(run->arena);
	if (rebuild->process > 0)
		return true;
	close(ends[0]);
	rebuild->process = 0;
	return report_fault(&run->report, (struct place){0}, "cannot start a build: %s",
		strerror(errno));
}

static int
wait_for(pid_t process)
{
	int status = 0;
	while (waitpid(process, &status, 0) < 0 && errno == EINTR)
		continue;
	return WIFEXITED(status) ? WEXITSTATUS(status) : STATUS_MACHINE;
}

bool
rebuild_take(struct rebuild *rebuild, struct str *messages, enum status *status)
{
	char piece[4096];
	ssize_t got = read(rebuild->pipe, piece, sizeof piece);
	if (got > 0)
		strbuf_add(&rebuild->bytes, (struct str){piece, (size_t)got});
	if (got > 0 || (got < 0 && errno == EINTR))
		return false;
	close(rebuild->pipe);
	*status = (enum status)wait_for(rebuild->process);
	*messages = strbuf_str(&rebuild->bytes);
	rebuild->process = 0;
	return true;
}

void
rebuild_cancel(struct rebuild *rebuild)
{
	if (!rebuild->process)
		return;
	kill(rebuild->process, SIGTERM);
	close(rebuild->pipe);
	wait_for(rebuild->process);
	rebuild->process = 0;
}
