/* The preview's HTTP server: the files of one folder on loopback, and a stream of events
 * that tells open pages of builds. It runs within the caller's loop and has no threads.
 *
 *	struct http *http = http_open(folder, port, arena, report);
 *	for (;;) { poll http_descriptor for at most http_patience; http_run(http); }
 *	http_close(http);
 *
 * Limits: 128 connections, 16 KiB of request head, 20 seconds of silence; no bodies. The
 * only user of libmicrohttpd. */
#ifndef SERVE_HTTP_H
#define SERVE_HTTP_H

#include "base/report.h"
#include "base/str.h"

struct http;

/* Listens on 127.0.0.1; port 0 takes any free one. NULL after one error, such as for a
 * port in use. */
struct http *
http_open(struct str folder, unsigned port, struct arena *arena, struct report *report);

unsigned http_port(const struct http *http);

/* Becomes readable when there is something to do. */
int http_descriptor(const struct http *http);

/* Milliseconds after which there is something to do anyway; -1: none. */
int http_patience(const struct http *http);

void http_run(struct http *http);

/* Tells all open pages, now and when they are opened, how the last build went: pages are
 * loaded anew when `built` is another number than before, and show the messages, "" for
 * none. */
void http_tell(struct http *http, unsigned built, struct str messages);

/* Sends every stream a sign of life, which finds those that are gone. */
void http_beat(struct http *http);

void http_close(struct http *http);

#endif
