/* Outputs: the files of the site. Each kind of output is one source, one template of the
 * same stem and one row of output_kinds. A kind plans its outputs and gives each a view:
 * a plain struct, described by a shape, that holds everything the page shows. Rendered
 * are those whose key, the digest of all that the view may be made from, changed, so no
 * dependency is ever declared by hand. */
#ifndef PUBLISH_OUTPUT_H
#define PUBLISH_OUTPUT_H

#include "archive/cache.h"
#include "archive/catalog.h"
#include "archive/site.h"
#include "publish/template.h"

struct words;

/* What everything published is made from; read-only while outputs are planned and
 * rendered. */
struct publication {
	const struct site *site;
	const struct catalog *catalog;
	struct cache *cache; /* where full texts are; NULL when the catalog has them */
	struct templates *templates;
	const struct words *words;
	struct text *text;
	const struct asset_list *assets;
};

struct key;

struct output {
	const struct output_kind *kind;
	struct str path;     /* below the output folder: "2024/03/05/01-3.html" */
	const void *subject; /* the article, issue, person ... of the page; NULL for
				single pages */
	int year, month;     /* of a list of a year or month; 0 elsewhere */
};

struct output_list {
	struct output *items;
	size_t count, capacity;
};

struct output_kind {
	const char *name;          /* stem of source and template: "article" */
	const char *template;      /* "article.html", "feed.xml" */
	const struct shape *shape; /* of the view */

	/* Adds the kind's outputs, in a fixed order. */
	void (*plan)(const struct publication *publication, struct output_list *outputs,
		struct arena *arena);

	/* The view of one output: a record of the kind's shape, in the arena. */
	const void *(*view)(const struct publication *publication,
		const struct output *output, struct arena *arena);

	/* Adds all that the view may be made from to the output's key (publish/key); NULL
	 * for a kind of few outputs, which are looked at in each build. */
	void (*made_of)(const struct publication *publication,
		const struct output *output, struct key *key);
};

/* All kinds in publishing order (articles, pages, issues, lists, home, feeds); ends with
 * a NULL. */
extern const struct output_kind *const output_kinds[];

#endif
