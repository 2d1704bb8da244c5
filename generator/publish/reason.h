/* Reasons: why an output whose key changed is looked at, in a line for the keeper. Keys
 * say that something is other than it was; what it is, is found by asking again what the
 * output is made of, and which of it is fresh. For `build --explain` alone. */
#ifndef PUBLISH_REASON_H
#define PUBLISH_REASON_H

#include "publish/key.h"

/* What all outputs have in common, part by part, as a note for the next build. `base` as
 * in keys_open. */
struct str reason_shared(
	const struct publication *publication, struct digest base, struct arena *arena);

/* Which parts are others than in the note of the last build: "the template page.html
 * changed"; "" when none is, or there was none. */
struct str reason_of_shared(struct str before, struct str now, struct arena *arena);

/* What is fresh of what the output is made of. */
struct str reason_of_output(
	const struct keys *keys, const struct output *output, struct arena *arena);

#endif
