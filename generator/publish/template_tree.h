/* Templates as trees, and the folder that they come from. Included by template*.c alone.
 */
#ifndef PUBLISH_TEMPLATE_TREE_H
#define PUBLISH_TEMPLATE_TREE_H

#include "base/map.h"
#include "publish/template.h"

enum node_kind {
	NODE_TEXT,
	NODE_VALUE,
	NODE_RAW,
	NODE_SECTION,
	NODE_INVERTED,
	NODE_PARTIAL,
	NODE_PARENT, /* its children are the blocks that it gives */
	NODE_BLOCK,  /* its children are what is shown unless a parent tag gives something
			else */
};

struct node {
	enum node_kind kind;
	struct str text; /* of a text; else the name */
	struct place at;
	bool dynamic; /* of partials and parents: the name is that of a field that holds
			 the name */
	bool standalone; /* of partials, parents and blocks: brings in whole lines ... */
	struct str margin;   /* ... each of them behind this ... */
	struct str line_end; /* ... and the last one, of a block, ends with this if it
				does not end itself */
	struct {
		struct node *items;
		size_t count, capacity;
	} children;
};

enum template_state {
	TEMPLATE_MISSING, /* there is no such file */
	TEMPLATE_BROKEN,  /* its mistakes are reported */
	TEMPLATE_GOOD,
};

struct template
{
	struct str name;      /* "parts/head.html" */
	struct str path;      /* of the file, for messages */
	struct digest digest; /* of the source */
	enum template_state state;
	struct node root; /* of its kind only the children matter */
	struct templates *templates;
	struct program_list *programs; /* see template_bind.h */
};

struct templates {
	struct arena *arena;
	struct str folder, override;
	bool lenient;
	struct map by_name; /* to struct template */
	struct {
		const struct shape **items;
		size_t count, capacity;
	} shapes; /* by slot */
};

/* Parses the source into template->root and sets the state. */
void template_parse(struct template *template, struct str source, struct report *report);

/* The template of that name, ".html" implied; never NULL. The first to ask for it has its
 * mistakes in the report. */
const struct template *
templates_look_up(struct templates *templates, struct str name, struct report *report);

/* The name of the template nearest to the wrong name, or "". */
struct str templates_nearest(
	const struct templates *templates, struct str wrong, struct arena *arena);

#endif
