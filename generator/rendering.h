/* Rendering: brings the files from templates to the site, those that are made from
 * something that changed, in workers. */
#ifndef RENDERING_H
#define RENDERING_H

#include "delivery.h"
#include "publish/publication.h"

struct job_list {
	struct job *items;
	size_t count, capacity;
};

struct rendering {
	struct delivery *delivery;
	const struct publication *publication;
	struct digest rules; /* of reading */
	struct output_list outputs;
	struct job_list fresh;     /* outputs that are not there yet */
	struct job_list standing;  /* the others */
	struct job_list jobs;      /* what workers are at */
	struct str shared_changed; /* of what all outputs show; "" */
	bool damaged;              /* the cache has lost something */
};

/* Finds the outputs that must be looked at. Borrows delivery and publication until the
 * end. */
void rendering_plan(struct delivery *delivery, const struct publication *publication,
	struct digest rules, struct rendering *rendering);

/* Renders those that are new, and those that stand and may have changed. False after a
 * fault, or when the cache is damaged. */
bool rendering_write_fresh(struct rendering *rendering);
bool rendering_write_standing(struct rendering *rendering);

#endif
