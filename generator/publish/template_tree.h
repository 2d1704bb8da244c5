/* Templates as trees, and the folder they come from. Included by template*.c alone. */
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
	NODE_BLOCK,  /* its children are shown unless a parent tag gives something else */
};

struct node {
	enum node_kind kind;
	struct str text; /* of a text; else the name */
	struct place at;
	bool dynamic; /* the name is that of a field that holds the partial's name */
	/* A partial, parent or block may bring in whole lines: each behind the margin;
	 * the last one of a block, if it does not end itself, with the line end. */
	bool standalone;
	struct str margin, line_end;
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
	const struct strings *strings; /* may be NULL */
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
