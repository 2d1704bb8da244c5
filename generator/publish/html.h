/* Escaping, each function named after where the text goes, and paths inside the site. */
#ifndef PUBLISH_HTML_H
#define PUBLISH_HTML_H

#include "base/str.h"

/* Between tags: & < > " ' become references. Safe in quoted attributes too. */
void html_text(struct strbuf *out, struct str text);

/* A value in the query of a URL: all but unreserved characters (RFC 3986) become %XX. */
void html_url_argument(struct strbuf *out, struct str value);

/* Whether a file may be published under this path: parts of ASCII letters, digits, `.`,
 * `_` and `-` with `/` between, none of them empty, hidden, ending in a point or named as
 * Windows names devices; a part has at most 100 bytes. */
bool html_path_allowed(struct str path);

/* The relative link from one file of the site to another: from "2024/03/05/01.html" to
 * "people/index.html" it is "../../../people/index.html". `to` may end in a #fragment. */
struct str html_relative(struct str from, struct str to, struct arena *arena);

#endif
