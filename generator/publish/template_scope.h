/* Scopes: what the names in a template mean. Included by template_*.c alone.
 *
 * A name is looked for in the shapes of the records around it, innermost first. That
 * depends on the shapes alone, never on their values, so it is done once for each
 * template and each order of shapes in which it is used: the scope. Of two records of one
 * shape only the inner one can be seen, so a scope names each shape once. Hence scopes
 * are finite, partials may include themselves, and while a program runs one pointer for
 * each shape suffices: the slot. */
#ifndef PUBLISH_TEMPLATE_SCOPE_H
#define PUBLISH_TEMPLATE_SCOPE_H

#include "publish/template_tree.h"

enum {
	SCOPE_DEEPEST = 32, /* shapes and layers in one scope */
	SLOTS_MOST = 512,   /* shapes in all templates of a site */
};

struct scope {
	const struct shape *shapes[SCOPE_DEEPEST]; /* outermost first, each once */
	size_t shape_count;
	/* The parent tags that we are in, outermost first; their blocks win in this
	 * order. Each gives a block that those before it do not. */
	const struct node *layers[SCOPE_DEEPEST];
	size_t layer_count;
};

/* Where a value stands: offset bytes into the record in the slot or, for a dotted name,
 * into the one that its hops lead to. */
struct value {
	enum field_type type;
	const struct shape *shape; /* of records and rows */
	size_t slot, offset;
	const size_t *hops; /* offsets of pointers to records */
	size_t hop_count;
};

/* The scope of a template's outermost record. */
struct scope scope_of(const struct shape *root);
bool scope_equal(const struct scope *a, const struct scope *b);

/* Makes the shape the innermost one; false when there are too many. */
bool scope_enter(struct scope *scope, const struct shape *shape);

/* Finds what the node's name means. SCOPE_UNKNOWN, when names may be unknown, says that
 * it means nothing; SCOPE_WRONG that a mistake is reported. */
enum scope_answer { SCOPE_FOUND, SCOPE_UNKNOWN, SCOPE_WRONG };
enum scope_answer scope_find(const struct scope *scope, const struct node *node,
	struct templates *templates, struct value *value, struct report *report);

/* The block given for a name by the parent tags around it, or NULL; the outermost wins,
 * and `layer` is its index. */
const struct node *scope_given(const struct scope *scope, struct str name, size_t *layer);

/* The shape of what a section over the value enters; NULL for a flag. */
const struct shape *shape_inside(const struct value *value);

/* The slot of a shape; SLOTS_MOST when there are too many. */
size_t shape_slot(struct templates *templates, const struct shape *shape);

/* Adds the error unless there is one at the node: a partial is bound in many scopes, and
 * most mistakes are the same in each. Returns false. */
bool template_mistake(struct report *report, const struct node *node, const char *format,
	...) __attribute__((format(printf, 3, 4)));

#endif
