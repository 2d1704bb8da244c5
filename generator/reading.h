/* Reading: brings each source to a page, out of the cache where its bytes did not change,
 * else read and edited anew by workers. */
#ifndef READING_H
#define READING_H

#include "archive/takedown.h"
#include "gather.h"

/* One text or Markdown source on its way to a page. */
struct item {
	const struct source *source;
	bool was_cached; /* old holds what the cache knew */
	struct cached_source old;
	struct page *page;            /* NULL until read */
	const struct page_loss *loss; /* what is taken out of it while it is read */
};

struct item_list {
	struct item *items;
	size_t count, capacity;
};

struct reading {
	struct run *run;
	struct gathered *gathered;
	struct item_list items;
	struct editor *editor; /* NULL until something is read */
	struct arena *working; /* a worker's second arena */
	struct arena *brief;   /* of the signs of records, until names are settled */
	struct item **jobs;    /* the items to be read anew */
	size_t job_count;
};

/* Takes what the cache knows of the sources that were gathered; false when it turns out
 * to be damaged. To be closed either way. */
bool reading_open(struct run *run, struct gathered *gathered, struct reading *reading);

/* Reads all that have no page yet. False after a fault. */
bool reading_run(struct reading *reading);

/* A source that could not be read leaves the page as the last build knew it. */
void reading_keep_old(struct reading *reading);

/* The pages there are, in the order of their sources; in the run's arena. */
struct page **reading_pages(const struct reading *reading, size_t *count);

/* Forgets the pages of which something is still to be taken out, or to be given back;
 * answers whether there are any. */
bool reading_drop(struct reading *reading, const struct takedown_plan *takedown);

/* Reads these. False after a fault, and where a page that should lose something cannot be
 * read, or has other words than those to be taken out: the report says which. */
bool reading_again(struct reading *reading);

/* Names and tags are settled: what was kept for that is let go. */
void reading_settled(struct reading *reading);

void reading_close(struct reading *reading);

#endif
