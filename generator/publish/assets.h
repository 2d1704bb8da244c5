/* Assets: static/ published under names that carry a hash of their content, so that they
 * may be cached for ever: style.css becomes assets/style-1a2b3c4d5e.css, search/answer.js
 * becomes search/client/answer-5d4c3b2a10.js. */
#ifndef PUBLISH_ASSETS_H
#define PUBLISH_ASSETS_H

#include "base/report.h"

struct asset {
	struct str name; /* below static/: "search/answer.js" */
	struct str path; /* below the site */
	struct str bytes;
};

struct asset_list {
	struct asset *items; /* by name */
	size_t count, capacity;
};

/* The files of `folder`, and those of `override` (may be "", and need not exist): one of
 * the same name wins, and site.css stands behind what style.css has, so that it may
 * change single colours and sizes. The scripts of the search page, which are in search/
 * and strict, become one: search/client.js. */
bool assets_read(struct str folder, struct str override, struct asset_list *assets,
	struct arena *arena, struct report *report);

/* The published path of an asset; asserts that it exists. */
struct str asset_path(const struct asset_list *assets, struct str name);

#endif
