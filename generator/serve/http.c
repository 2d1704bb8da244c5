#include "serve/http.h"

#include <arpa/inet.h>
#include <errno.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "serve/http_files.h"
#include "serve/http_streams.h"

extern const char serve_reload[];
extern const size_t serve_reload_size;

enum {
	CONNECTIONS = 128,
	HEAD_LIMIT = 16 * 1024,
	SILENCE = 20, /* seconds */
};

struct http {
	struct MHD_Daemon *daemon;
	struct str folder;
	unsigned port;
	struct http_streams streams;
};

/* --- requests --- */

struct hosts {
	struct str first;
	unsigned count;
};

static enum MHD_Result
count_host(void *context, enum MHD_ValueKind kind, const char *key, const char *value)
{
	struct hosts *hosts = context;
	(void)kind;
	if (strcasecmp(key, "Host") == 0 && ++hosts->count == 1 && value)
		hosts->first = str_from(value);
	return MHD_YES;
}

static struct request
request_of(const struct http_answer *answer, unsigned port, const char *method,
	const char *target)
{
	struct hosts hosts = {0};
	MHD_get_connection_values(
		answer->connection, MHD_HEADER_KIND, count_host, &hosts);
	return request_read(str_from(method), hosts.count == 1 ? hosts.first : STR_NONE,
		str_from(target), port, answer->arena);
}

static enum MHD_Result
answer_request(struct http *http, const struct http_answer *answer, const char *method,
	const char *target)
{
	struct request request = request_of(answer, http->port, method, target);
	switch (request.answer) {
	case REQUEST_FILE: return http_send_path(answer, request.path, str_from(target));
	case REQUEST_EVENTS: return http_send_events(answer, &http->streams);
	case REQUEST_SCRIPT:
		return http_answer_send(answer, MHD_HTTP_OK,
			http_answer_response(
				(struct str){serve_reload, serve_reload_size},
				"text/javascript; charset=utf-8"));
	default: return http_answer_refuse(answer, request.answer);
	}
}

/* Called with the head first, then at the end of the request; a body is not waited for.
 */
static enum MHD_Result
take_request(void *context, struct MHD_Connection *connection, const char *target,
	const char *method, const char *version, const char *body, size_t *body_len,
	void **state)
{
	static char seen;
	(void)version, (void)body;
	bool wanted = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
	if (!*state && wanted) {
		*state = &seen;
		return MHD_YES;
	}
	struct http *http = context;
	struct http_answer answer = {connection, http->folder, arena_open()};
	enum MHD_Result result = *body_len
					 ? http_answer_refuse(&answer, REQUEST_BAD)
					 : answer_request(http, &answer, method, target);
	*body_len = 0;
	arena_close(answer.arena);
	return result;
}

/* Targets are decoded by request_read, once. */
static size_t
leave_encoded(void *context, struct MHD_Connection *connection, char *text)
{
	(void)context, (void)connection;
	return strlen(text);
}

/* --- the server --- */

static bool
report_socket(struct report *report, unsigned port)
{
	struct place at = {0};
	if (errno == EADDRINUSE)
		return report_error(report, at,
			"port %u is in use by another program; name another one with "
			"--port",
			port);
	if (errno == EACCES)
		return report_error(report, at,
			"port %u is not for everybody's programs; name one above 1023 "
			"with --port",
			port);
	return report_fault(
		report, at, "cannot listen on port %u: %s", port, strerror(errno));
}

/* A socket on loopback alone; *port becomes the one taken. -1 after one error. */
static int
listen_on(unsigned *port, struct report *report)
{
	struct sockaddr_in address = {.sin_family = AF_INET,
		.sin_port = htons((uint16_t)*port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t len = sizeof address;
	int yes = 1;
	int opened = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (opened >= 0 &&
		setsockopt(opened, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
		bind(opened, (struct sockaddr *)&address, len) == 0 &&
		listen(opened, CONNECTIONS) == 0 &&
		getsockname(opened, (struct sockaddr *)&address, &len) == 0) {
		*port = ntohs(address.sin_port);
		return opened;
	}
	report_socket(report, *port);
	if (opened >= 0)
		close(opened);
	return -1;
}

static struct MHD_Daemon *
start_daemon(struct http *http, int listening)
{
	return MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
		take_request, http, MHD_OPTION_LISTEN_SOCKET, listening,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)SILENCE,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)2 * HEAD_LIMIT,
		MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_UNESCAPE_CALLBACK,
		leave_encoded, NULL, MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
		MHD_OPTION_END);
}

struct http *
http_open(struct str folder, unsigned port, struct arena *arena, struct report *report)
{
	struct http *http = arena_new(arena, struct http);
	int listening = listen_on(&port, report);
	if (listening < 0)
		return NULL;
	*http = (struct http){
		.folder = folder, .port = port, .streams = {.event = strbuf_open(arena)}};
	http->daemon = start_daemon(http, listening);
	if (http->daemon)
		return http;
	close(listening);
	report_fault(report, (struct place){0}, "the preview server did not start");
	return NULL;
}

unsigned
http_port(const struct http *http)
{
	return http->port;
}

int
http_descriptor(const struct http *http)
{
	return MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

int
http_patience(const struct http *http)
{
	MHD_UNSIGNED_LONG_LONG milliseconds;
	if (MHD_get_timeout(http->daemon, &milliseconds) != MHD_YES)
		return -1;
	return milliseconds < 60000 ? (int)milliseconds : 60000;
}

void
http_run(struct http *http)
{
	MHD_run(http->daemon);
}

void
http_tell(struct http *http, unsigned built, struct str messages)
{
	http_streams_tell(&http->streams, built, messages);
}

void
http_beat(struct http *http)
{
	http_streams_beat(&http->streams);
}

void
http_close(struct http *http)
{
	http->streams.closing = true;
	http_streams_wake(&http->streams);
	MHD_run(http->daemon);
	MHD_stop_daemon(http->daemon);
}
