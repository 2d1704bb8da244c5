/* Streams of events: open pages that listen to builds. Each is a connection that sleeps
 * until there is something to tell. */
#ifndef SERVE_HTTP_STREAMS_H
#define SERVE_HTTP_STREAMS_H

#include "serve/http_answer.h"

enum { HTTP_STREAMS = 64 };

struct http_stream {
	struct http_streams *all;
	struct MHD_Connection *connection; /* NULL: free */
	bool asleep;                       /* suspended: there is nothing to tell */
	bool beat;                         /* owes a sign of life */
	unsigned told; /* number of the event it has, or has in part */
	size_t sent;   /* bytes of that event */
};

struct http_streams {
	bool closing;
	unsigned events; /* told so far */
	struct strbuf event;
	struct http_stream items[HTTP_STREAMS];
};

/* A new stream; refused when there are too many. */
enum MHD_Result
http_send_events(const struct http_answer *answer, struct http_streams *all);

/* See http_tell, http_beat. */
void http_streams_tell(struct http_streams *all, unsigned built, struct str messages);
void http_streams_beat(struct http_streams *all);

/* Has every stream look what there is to say. */
void http_streams_wake(struct http_streams *all);

#endif
