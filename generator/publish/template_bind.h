/* Binding: a template held to the shapes of the records that it is to show becomes a
 * program, in which every name is a place in memory. Included by template_*.c alone. */
#ifndef PUBLISH_TEMPLATE_BIND_H
#define PUBLISH_TEMPLATE_BIND_H

#include "publish/template_scope.h"

enum { TEMPLATES_DEEPEST = 100 }; /* within one another */

enum step_kind {
	STEP_TEXT,
	STEP_VALUE, /* escaped */
	STEP_RAW,
	STEP_NUMBER,
	STEP_SECTION,
	STEP_INVERTED,
	STEP_PARTIAL,
	STEP_DYNAMIC, /* a partial whose name is a value */
	STEP_BLOCK,
};

struct step {
	enum step_kind kind;
	struct str text; /* of a text */
	struct value value;
	size_t slot;                /* that a section fills, or SLOTS_MOST */
	const struct program *body; /* of sections, partials and blocks */
	const struct node *node;    /* place and layout */
	const struct scope *scope;  /* of a dynamic partial */
};

struct program {
	const struct template *template; /* NULL for the body of a section or block */
	struct scope scope;              /* of a template */
	size_t slot;                     /* of the innermost record */
	struct {
		struct step *items;
		size_t count, capacity;
	} steps;
	bool good;
	bool open;         /* is being bound */
	unsigned sections; /* around it while it is being bound */
};

struct program_list {
	struct program **items;
	size_t count, capacity;
};

/* The program of a template in a scope, made when it is asked for first; its mistakes are
 * reported then. Check `good`. */
const struct program *template_bind(const struct template *template,
	const struct scope *scope, struct report *report);

/* Whether a template may be included; reports an error at the tag when it may not, unless
 * it was broken (and reported) before. */
bool template_usable(
	const struct template *template, const struct node *tag, struct report *report);

#endif
