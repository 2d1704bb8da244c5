/* Media types by the extension of a file's name. */
#ifndef SERVE_MEDIA_H
#define SERVE_MEDIA_H

#include "base/str.h"

/* "text/html; charset=utf-8" for ".html"; application/octet-stream when it is unknown. */
const char *media_type(struct str path);

#endif
