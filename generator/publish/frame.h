/* The frame: what every page of the site shares, from its head to its foot. */
#ifndef PUBLISH_FRAME_H
#define PUBLISH_FRAME_H

#include "publish/output.h"

struct frame {
	struct str title; /* of the site */
	struct str description;
	struct str publisher;
	struct str language;
	struct str text_language; /* of what was printed, "" where it is the same */
	struct str mail;
	struct str root; /* "../../../": the way from the page to the top of the site */
	struct str canonical;           /* the full address of the page, or "" */
	struct str style, icon, script; /* from the top of the site */
	bool offline;
	bool has_feed;
};

extern const struct shape frame_shape;

/* The frame of the page that stands at `path`. */
const struct frame *
frame_of(const struct publication *publication, struct str path, struct arena *arena);

/* The way from a page to the top of the site: "" for "index.html", "../" for
 * "tags/index.html". */
struct str frame_root(struct str path, struct arena *arena);

/* The full address of a path, or "" when the site does not know its own. */
struct str frame_address(const struct site *site, struct str path, struct arena *arena);

#endif
