/* The files of the site as answers: pages with the script that listens to builds, others
 * as they are, in part or compressed where the reader asks for it. */
#ifndef SERVE_HTTP_FILES_H
#define SERVE_HTTP_FILES_H

#include "serve/http_answer.h"

/* What stands at the path, with ETag and ranges; the site's 404 page for nothing.
 * `target` is the path as it was asked for. */
enum MHD_Result
http_send_path(const struct http_answer *answer, struct str path, struct str target);

#endif
