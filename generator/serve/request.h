/* What a request asks the preview for, decided from its method, host and target alone,
 * before any file is looked at. The preview is for the keeper's own browser: whatever a
 * page of another site could make a browser send must come to nothing. */
#ifndef SERVE_REQUEST_H
#define SERVE_REQUEST_H

#include "base/str.h"

enum request_answer {
	REQUEST_FILE,   /* a file of the site */
	REQUEST_EVENTS, /* the stream that tells of builds */
	REQUEST_SCRIPT, /* the script that listens to it */
	/* Refused, with the status of RFC 9110 */
	REQUEST_BAD = 400,
	REQUEST_HIDDEN = 404,
	REQUEST_METHOD = 405,
	REQUEST_MISDIRECTED = 421,
};

struct request {
	enum request_answer answer;
	struct str path; /* of REQUEST_FILE, below the site's folder; "" is the folder */
};

/* The addresses of what is no file. Names of the site never begin with a point. */
#define REQUEST_EVENTS_TARGET "/.backfile/events"
#define REQUEST_SCRIPT_TARGET "/.backfile/reload.js"

/* `target` is the path as it came, still encoded and without its query; `host` the one
 * Host field, STR_NONE when there is none or more than one. */
struct request request_read(struct str method, struct str host, struct str target,
	unsigned port, struct arena *arena);

#endif
