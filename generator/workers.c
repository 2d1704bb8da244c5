/* The parent and a worker talk over two pipes:
 *
 *   parent  -- slice: first job, count -->  worker
 *   parent  <-- one frame per job: job, messages, result --  worker
 *
 * A frame is a 4-byte length and that many bytes (base/bytes fields). The parent hands a
 * worker its next slice when all frames of the last one have come; a worker whose pipe
 * closes early died of the job whose frame is due, and the rest of its slice goes to a
 * new worker. */
#include "workers.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/bytes.h"

enum { OUT_OF_MEMORY = 3 /* as arena.c exits */ };
enum { READ_SIZE = 64 * 1024 };
enum { MOST_WORKERS = 64, SLICES_PER_WORKER = 16, MOST_SLICE = 64 };

struct slice {
	uint32_t first, count;
};

struct worker {
	pid_t pid;           /* 0: none runs here */
	int orders, frames;  /* our ends of the pipes */
	struct slice slice;  /* what is still due */
	struct strbuf bytes; /* of frames, not yet whole */
	int64_t deadline;    /* milliseconds */
};

struct crew {
	const struct work *work;
	struct worker workers[MOST_WORKERS];
	unsigned size;
	size_t next_job, done;
	char *piece; /* of what a worker says, READ_SIZE bytes */
	struct arena *arena;
	struct report *report;
};

unsigned
workers_cores(void)
{
	cpu_set_t set;
	if (sched_getaffinity(0, sizeof set, &set) < 0)
		return 1;
	int cores = CPU_COUNT(&set);
	return cores < 1 ? 1 : cores > MOST_WORKERS ? MOST_WORKERS : (unsigned)cores;
}

static int64_t
milliseconds(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static bool
write_all(int fd, const void *bytes, size_t len)
{
	const char *rest = bytes;
	while (len > 0) {
		ssize_t written = write(fd, rest, len);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		rest += written;
		len -= (size_t)written;
	}
	return true;
}

static bool
read_all(int fd, void *bytes, size_t len)
{
	char *rest = bytes;
	while (len > 0) {
		ssize_t got = read(fd, rest, len);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		rest += got;
		len -= (size_t)got;
	}
	return true;
}

/* --- in the worker --- */

static void
add_messages(struct strbuf *frame, const struct report *report)
{
	bytes_add_number(frame, report->count);
	for (size_t i = 0; i < report->count; i++) {
		const struct message *message = &report->items[i];
		bytes_add_number(frame, message->severity);
		bytes_add_str(frame, message->at.file);
		bytes_add_number(frame, message->at.line);
		bytes_add_number(frame, message->at.column);
		bytes_add_str(frame, message->text);
	}
}

static bool
do_job(const struct work *work, enum language language, size_t job, int frames,
	struct arena *scratch)
{
	struct report report = report_open(scratch);
	report.language = language;
	struct strbuf result = strbuf_open(scratch), frame = strbuf_open(scratch);
	work->job(work->context, job, &result, scratch, &report);
	bytes_add_number(&frame, job);
	add_messages(&frame, &report);
	strbuf_add(&frame, strbuf_str(&result));
	uint32_t len = (uint32_t)frame.len;
	bool sent =
		write_all(frames, &len, sizeof len) && write_all(frames, frame.data, len);
	arena_empty(scratch);
	return sent;
}

static void
work_on_orders(const struct work *work, enum language language, int orders, int frames)
{
	struct arena *scratch = arena_open();
	struct slice slice;
	if (work->sandbox)
		sandbox_enter(work->sandbox);
	while (read_all(orders, &slice, sizeof slice))
		for (uint32_t i = 0; i < slice.count; i++) {
			sandbox_allow_seconds(work->seconds);
			if (!do_job(work, language, slice.first + i, frames, scratch))
				return;
		}
	arena_close(scratch);
}

/* --- in the parent --- */

/* A loaded machine is no fault of the job's: its limit is computing time, which the
 * system keeps. This one is for jobs that wait for ever. */
static int64_t
latest_end(const struct work *work)
{
	enum { WAITING = 60, MILLISECONDS = 1000 };
	int64_t seconds =
		work->patience ? work->patience : (int64_t)work->seconds * WAITING;
	return milliseconds() + seconds * MILLISECONDS;
}

static void
close_others(const struct crew *crew)
{
	for (unsigned i = 0; i < crew->size; i++)
		if (crew->workers[i].pid) {
			close(crew->workers[i].orders);
			close(crew->workers[i].frames);
		}
}

static bool
worker_start(struct crew *crew, struct worker *worker)
{
	int orders[2], frames[2];
	if (pipe(orders) < 0)
		return false;
	if (pipe(frames) < 0) {
		close(orders[0]);
		close(orders[1]);
		return false;
	}
	pid_t pid = fork();
	if (pid == 0) {
		close_others(crew);
		close(orders[1]);
		close(frames[0]);
		work_on_orders(crew->work, crew->report->language, orders[0], frames[1]);
		_exit(0);
	}
	close(orders[0]);
	close(frames[1]);
	if (pid < 0) {
		close(orders[1]);
		close(frames[0]);
		return false;
	}
	*worker = (struct worker){.pid = pid,
		.orders = orders[1],
		.frames = frames[0],
		.bytes = strbuf_open(crew->arena)};
	return true;
}

static int
worker_stop(struct worker *worker)
{
	int status = 0;
	close(worker->orders);
	close(worker->frames);
	while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	worker->pid = 0;
	return status;
}

static void
give_slice(struct crew *crew, struct worker *worker)
{
	size_t left = crew->work->count - crew->next_job;
	if (!worker->slice.count && left) {
		size_t fair = crew->work->count / (crew->size * SLICES_PER_WORKER) + 1;
		size_t count = fair < MOST_SLICE ? fair : MOST_SLICE;
		worker->slice.first = (uint32_t)crew->next_job;
		worker->slice.count = (uint32_t)(count < left ? count : left);
		crew->next_job += worker->slice.count;
	}
	worker->deadline = latest_end(crew->work);
	/* A worker that is gone is noticed when its frames end. */
	if (worker->slice.count)
		write_all(worker->orders, &worker->slice, sizeof worker->slice);
}

static void
read_messages(struct bytes_reader *reader, struct report *report)
{
	uint64_t count = bytes_number(reader);
	for (uint64_t i = 0; i < count && !reader->bad; i++) {
		struct message message;
		message.severity = (enum severity)bytes_number_to(reader, SEVERITY_FAULT);
		message.at.file = bytes_str(reader);
		message.at.line = (unsigned)bytes_number(reader);
		message.at.column = (unsigned)bytes_number(reader);
		message.text = bytes_str(reader);
		report_add(report, &message);
	}
}

static void
take_frame(struct crew *crew, struct worker *worker, struct str frame)
{
	struct bytes_reader reader = {.rest = frame};
	size_t job = (size_t)bytes_number(&reader);
	assert(job == worker->slice.first && worker->slice.count > 0);
	read_messages(&reader, crew->report);
	assert(!reader.bad);
	crew->work->take(crew->work->context, job, reader.rest);
	crew->done++;
	worker->slice.first++;
	worker->slice.count--;
	worker->deadline = latest_end(crew->work);
}

/* Takes the whole frames out of the worker's bytes. */
static void
take_frames(struct crew *crew, struct worker *worker)
{
	size_t at = 0;
	uint32_t len;
	while (worker->bytes.len - at >= sizeof len) {
		memcpy(&len, worker->bytes.data + at, sizeof len);
		if (worker->bytes.len - at - sizeof len < len)
			break;
		struct str frame = {worker->bytes.data + at + sizeof len, len};
		take_frame(crew, worker, frame);
		at += sizeof len + len;
	}
	memmove(worker->bytes.data, worker->bytes.data + at, worker->bytes.len - at);
	strbuf_cut(&worker->bytes, worker->bytes.len - at);
	if (at && !worker->slice.count)
		give_slice(crew, worker);
}

/* Libraries abort where memory is short; our own arenas end with a status. */
static bool
ran_out_of_memory(int status)
{
	return (WIFEXITED(status) && WEXITSTATUS(status) == OUT_OF_MEMORY) ||
	       (WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

static void
report_lost(struct crew *crew, size_t job, const char *why, int status)
{
	struct report *report = crew->report;
	struct place at = {crew->work->name(crew->work->context, job), 0, 0};
	if (!why && WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		report_error(report, at,
			"left out: it takes more than %u seconds of computing",
			crew->work->seconds);
	else if (!why && ran_out_of_memory(status))
		report_error(report, at, "left out: it takes too much memory");
	else if (!why && WIFSIGNALED(status))
		report_error(report, at, "left out: reading it crashed (%s)",
			strsignal(WTERMSIG(status)));
	else
		report_error(report, at, "left out: %s", why ? why : "reading it failed");
}

/* The worker died of the job that is due: name it, and let a new worker go on behind it.
 */
static void
worker_lost(struct crew *crew, struct worker *worker, const char *why)
{
	struct slice rest = worker->slice;
	int status = worker_stop(worker);
	if (!rest.count)
		return;
	report_lost(crew, rest.first, why, status);
	crew->done++;
	if (!worker_start(crew, worker))
		return;
	worker->slice = (struct slice){rest.first + 1, rest.count - 1};
	give_slice(crew, worker);
}

static void
hear_worker(struct crew *crew, struct worker *worker)
{
	ssize_t got = read(worker->frames, crew->piece, READ_SIZE);
	if (got < 0 && errno == EINTR)
		return;
	if (got <= 0) {
		worker_lost(crew, worker, NULL);
		return;
	}
	strbuf_add(&worker->bytes, (struct str){crew->piece, (size_t)got});
	take_frames(crew, worker);
}

static void
kill_late_workers(struct crew *crew)
{
	int64_t time = milliseconds();
	for (unsigned i = 0; i < crew->size; i++) {
		struct worker *worker = &crew->workers[i];
		if (!worker->pid || !worker->slice.count || time < worker->deadline)
			continue;
		kill(worker->pid, SIGKILL);
		worker_lost(crew, worker, "reading it took too long");
	}
}

static void
hear_workers(struct crew *crew)
{
	struct pollfd polls[MOST_WORKERS];
	for (unsigned i = 0; i < crew->size; i++) {
		polls[i] = (struct pollfd){.fd = -1, .events = POLLIN};
		if (crew->workers[i].pid && crew->workers[i].slice.count)
			polls[i].fd = crew->workers[i].frames;
	}
	poll(polls, crew->size, 1000);
	for (unsigned i = 0; i < crew->size; i++)
		if (polls[i].fd >= 0 && polls[i].revents)
			hear_worker(crew, &crew->workers[i]);
	kill_late_workers(crew);
}

static bool
anyone_works(const struct crew *crew)
{
	for (unsigned i = 0; i < crew->size; i++)
		if (crew->workers[i].pid && crew->workers[i].slice.count)
			return true;
	return false;
}

static unsigned
crew_size(const struct work *work)
{
	unsigned size = work->workers ? work->workers : 1;
	if (size > MOST_WORKERS)
		size = MOST_WORKERS;
	return size > work->count ? (unsigned)work->count : size;
}

struct crew *
workers_begin(const struct work *work, struct report *report)
{
	struct arena *arena = arena_open();
	struct crew *crew = arena_new(arena, struct crew);
	unsigned size = crew_size(work);
	crew->work = work;
	crew->piece = arena_array(arena, char, READ_SIZE);
	crew->arena = arena;
	crew->report = report;
	for (unsigned i = 0; i < size; i++) {
		if (!worker_start(crew, &crew->workers[i]))
			break;
		crew->size++;
	}
	for (unsigned i = 0; i < crew->size; i++)
		give_slice(crew, &crew->workers[i]);
	return crew;
}

bool
workers_end(struct crew *crew, struct progress *progress)
{
	while (anyone_works(crew)) {
		hear_workers(crew);
		progress_step(progress, crew->done);
	}
	for (unsigned i = 0; i < crew->size; i++)
		if (crew->workers[i].pid)
			worker_stop(&crew->workers[i]);
	bool good = crew->done == crew->work->count;
	if (!good)
		report_fault(crew->report, (struct place){0},
			"cannot start worker processes: %s", strerror(errno));
	arena_close(crew->arena);
	return good;
}

bool
workers_run(const struct work *work, struct progress *progress, struct report *report)
{
	return workers_end(workers_begin(work, report), progress);
}
