/* Walking a program beside a record: which values are shown, in which order. Rendering
 * and fingerprinting are two visitors of the one walk, so they cannot disagree. Included
 * by template*.c alone. */
#ifndef PUBLISH_TEMPLATE_WALK_H
#define PUBLISH_TEMPLATE_WALK_H

#include "publish/template_bind.h"

struct walk;

struct visitor {
	void (*template)(struct walk *walk, const struct template *entered);
	void (*text)(struct walk *walk, struct str text); /* of the template itself */
	void (*value)(struct walk *walk, enum step_kind kind, struct str value);
	void (*number)(struct walk *walk, long value);
	void (*times)(struct walk *walk, size_t count); /* that a section is shown */
};

/* White space in front of the lines of a partial, outermost last. */
struct margin {
	struct str text;
	const struct margin *outer;
};

struct walk {
	const struct visitor *visitor;
	struct templates *templates;
	struct strbuf *out;
	void (*escape)(struct strbuf *out, struct str text); /* fit for the file */
	struct report *report;
	const struct margin *margin; /* NULL for none */
	bool at_line_start;          /* no byte of the line is out yet */
	bool good;
	unsigned depth; /* of templates */
	const void
		*records[SLOTS_MOST]; /* by slot; set where the scope names the shape */
};

/* Walks the template beside the record. False, with one error, when templates nest too
 * deep or a dynamic name is that of no template. */
bool template_walk(const struct template *template, const struct shape *root,
	const void *record, const struct visitor *visitor, struct strbuf *out,
	struct report *report);

#endif
