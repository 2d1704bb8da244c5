/* One answer of the preview's server, for the files that make answers (http*.c). */
#ifndef SERVE_HTTP_ANSWER_H
#define SERVE_HTTP_ANSWER_H

#include <microhttpd.h>

#include "serve/request.h"

struct http_answer {
	struct MHD_Connection *connection;
	struct str folder;   /* of the site */
	struct arena *arena; /* of this answer */
};

/* A field of the request, "" when it has none. */
struct str http_answer_field(const struct http_answer *answer, const char *name);

/* A response with a copy of the bytes; NULL when there is no memory. */
struct MHD_Response *http_answer_response(struct str bytes, const char *type);

/* Sends the response and gives it away; NULL ends the connection. */
enum MHD_Result http_answer_send(
	const struct http_answer *answer, unsigned status, struct MHD_Response *response);

enum MHD_Result
http_answer_refuse(const struct http_answer *answer, enum request_answer why);

#endif
