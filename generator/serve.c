/* backfile serve: builds, shows the site on this machine, and builds again whenever
 * something that it is made from changes. One loop waits for four things: requests,
 * changes, the end of a build, and the signal to stop. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "rebuild.h"
#include "serve/http.h"
#include "serve/watch.h"

enum {
	USUAL_PORT = 8000,
	TRIES = 10, /* ports, when none was asked for */
	/* milliseconds */
	QUIET = 30,   /* without a further change before a build begins */
	TURN = 1000,  /* between two looks where folders cannot be watched */
	BEAT = 15000, /* between two signs of life to open pages */
};

struct preview {
	struct run *run;
	struct http *http;
	struct watch *watch;
	struct rebuild rebuild;
	int signals;
	unsigned built;                      /* number of the last build */
	bool changed;                        /* a build is due */
	bool to_open;                        /* the browser is still to be opened */
	int64_t change_at, turn_at, beat_at; /* milliseconds */
};

static int64_t
now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* --- beginning --- */

/* The port asked for, or else the first free one from the usual on. */
static struct http *
open_server(struct run *run)
{
	const struct options *options = &run->options;
	if (options->port_given)
		return http_open(
			run->site.output, options->port, run->arena, &run->report);
	for (unsigned i = 0; i < TRIES; i++) {
		struct report unheard = report_open(run->arena);
		struct report *report = i + 1 < TRIES ? &unheard : &run->report;
		struct http *http =
			http_open(run->site.output, USUAL_PORT + i, run->arena, report);
		if (http)
			return http;
	}
	return NULL;
}

static struct watch *
open_watch(struct run *run)
{
	const struct site *site = &run->site;
	struct str_list folders = {0};
	str_list_add(&folders, site->content, run->arena);
	str_list_add(&folders, site->templates, run->arena);
	str_list_add(&folders, site->statics, run->arena);
	struct str settings =
		run->options.config.len ? run->options.config : STR("site.conf");
	return watch_open(&folders, settings, run->options.poll, run->arena);
}

/* SIGINT and SIGTERM are read like everything else. */
static int
open_signals(void)
{
	sigset_t set;
	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_CLOEXEC);
}

static void
open_browser(const struct preview *preview)
{
	struct str address = str_format(
		preview->run->arena, "http://127.0.0.1:%u/", http_port(preview->http));
	pid_t child = fork();
	if (child > 0)
		waitpid(child, NULL, 0);
	if (child != 0)
		return;
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	setsid();
	/* A process between, so that nobody has to wait for the browser. */
	if (fork() == 0)
		execlp("xdg-open", "xdg-open", address.data, (char *)NULL);
	_exit(0);
}

/* --- what happens --- */

static void
begin_build(struct preview *preview)
{
	preview->changed = false;
	rebuild_begin(&preview->rebuild, preview->run);
}

static void
end_build(struct preview *preview)
{
	struct str messages;
	enum status status;
	if (!rebuild_take(&preview->rebuild, &messages, &status))
		return;
	http_tell(preview->http, ++preview->built, messages);
	if (preview->to_open)
		open_browser(preview);
	preview->to_open = false;
}

static void
look_for_changes(struct preview *preview)
{
	if (!watch_changed(preview->watch))
		return;
	preview->changed = true;
	preview->change_at = now();
}

/* What is due by the clock. */
static void
keep_time(struct preview *preview)
{
	int64_t time = now();
	if (watch_descriptor(preview->watch) < 0 && time >= preview->turn_at) {
		look_for_changes(preview);
		preview->turn_at = time + TURN;
	}
	if (time >= preview->beat_at) {
		http_beat(preview->http);
		preview->beat_at = time + BEAT;
	}
	if (preview->changed && !preview->rebuild.process &&
		time >= preview->change_at + QUIET)
		begin_build(preview);
}

static int
patience(const struct preview *preview)
{
	int64_t time = now(), until = preview->beat_at;
	if (watch_descriptor(preview->watch) < 0 && preview->turn_at < until)
		until = preview->turn_at;
	if (preview->changed && !preview->rebuild.process &&
		preview->change_at + QUIET < until)
		until = preview->change_at + QUIET;
	int64_t wait = until > time ? until - time : 0;
	int limit = http_patience(preview->http);
	return limit >= 0 && limit < wait ? limit : (int)wait;
}

static void
run_preview(struct preview *preview)
{
	enum { SIGNALS, HTTP, WATCH, BUILD, WAITED };
	for (;;) {
		struct pollfd waited[WAITED] = {
			[SIGNALS] = {preview->signals, POLLIN, 0},
			[HTTP] = {http_descriptor(preview->http), POLLIN, 0},
			[WATCH] = {watch_descriptor(preview->watch), POLLIN, 0},
			[BUILD] = {preview->rebuild.process ? preview->rebuild.pipe : -1,
				POLLIN, 0},
		};
		int ready = poll(waited, WAITED, patience(preview));
		if (ready < 0 && errno != EINTR)
			return;
		if (waited[SIGNALS].revents)
			return;
		if (waited[WATCH].revents)
			look_for_changes(preview);
		if (waited[BUILD].revents)
			end_build(preview);
		keep_time(preview);
		http_run(preview->http);
	}
}

enum status
serve_command(struct run *run)
{
	struct preview preview = {.run = run, .to_open = run->options.open};
	preview.http = open_server(run);
	if (!preview.http)
		return run_status(run);
	preview.signals = open_signals();
	preview.watch = open_watch(run);
	preview.beat_at = now() + BEAT;
	http_tell(preview.http, 0, STR(""));
	run_say(run,
		"http://127.0.0.1:%u/ shows the site as it is built; Ctrl+C ends "
		"the preview",
		http_port(preview.http));
	fflush(stdout);
	begin_build(&preview);
	run_preview(&preview);
	rebuild_cancel(&preview.rebuild);
	watch_close(preview.watch);
	http_close(preview.http);
	close(preview.signals);
	return run_status(run);
}
