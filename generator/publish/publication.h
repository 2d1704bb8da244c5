/* A publication: a catalog about to become a site. Opens templates and assets and holds
 * every template to the shape of the kind that it serves. */
#ifndef PUBLISH_PUBLICATION_H
#define PUBLISH_PUBLICATION_H

#include "publish/assets.h"
#include "publish/output.h"

/* False, with every mistake in the templates reported. */
bool publication_open(struct publication *publication, const struct site *site,
	const struct catalog *catalog, struct text *text, struct arena *arena,
	struct report *report);

/* All outputs that are made from templates, in publishing order. */
struct output_list
publication_plan(const struct publication *publication, struct arena *arena);

/* The view of an output, for rendering. */
const void *publication_view(const struct publication *publication,
	const struct output *output, struct arena *arena);

/* Renders a view into out; false after one error. */
bool
publication_render(const struct publication *publication, const struct output *output,
	const void *view, struct strbuf *out, struct report *report);

#endif
