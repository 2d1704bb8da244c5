/* Templates: Mustache, complete to the official spec (interpolation, sections, inverted,
 * partials, comments, delimiters, inheritance, dynamic names), and closed: values are
 * typed fields of C structs, described by a shape. A name that no shape on the way knows
 * is an error with file:line:column and the nearest known name, found when the template
 * is checked, before anything is rendered. Content is data and is never parsed as a
 * template. */
#ifndef PUBLISH_TEMPLATE_H
#define PUBLISH_TEMPLATE_H

#include "base/digest.h"
#include "base/report.h"
#include "base/str.h"

/* Text that is already safe HTML: made by our own code only. */
struct html {
	struct str text;
};

/* The rows of a list field: `count` records of the field's shape, shape->size bytes
 * apart. */
struct rows {
	const void *items;
	size_t count;
};

enum field_type {
	FIELD_TEXT, /* struct str: {{name}} escapes it as the template's extension asks:
			.html and .xml, .csv, .js and .webmanifest (inside
			quotes), .txt (not at all); true in a section unless
		       empty */
	FIELD_HTML, /* struct html: {{{name}}} and {{&name}} only; {{name}} is refused */
	FIELD_NUMBER, /* long: printed in decimal; false in a section when 0 */
	FIELD_FLAG,   /* bool: sections only */
	FIELD_MANY,   /* of a number: a flag, whether it takes the plural */
	FIELD_RECORD, /* const void *: a section enters it; NULL is false */
	FIELD_ROWS,   /* struct rows: a section repeats; empty is false */
};

struct field {
	const char *name;
	enum field_type type;
	size_t offset;
	const struct shape *shape; /* of FIELD_RECORD and FIELD_ROWS */
	const char *about;         /* one line for docs/templates.md */
};

/* Describes a C struct to templates; fields end with a NULL name. */
struct shape {
	const char *name; /* "article" */
	size_t size;      /* sizeof the struct */
	const struct field *fields;
};

/* FIELD(struct person_view, name, FIELD_TEXT, NULL, "the canonical name") */
#define FIELD(type_, member_, kind_, shape_, about_)                                     \
	{                                                                                \
#member_, kind_, offsetof(type_, member_), shape_, about_                \
	}

struct strings;
struct templates; /* a folder of templates and one that overrides it, compiled once */
struct template;

/* Templates are files below `folder` (may be ""), named by their path ("article.html",
 * "parts/head.html"; in a partial tag the .html may be left out: {{> parts/head}}). A
 * file of the same path below `override` (may be "") wins. */
struct templates *
templates_open(struct str folder, struct str override, struct arena *arena);

/* A template that is in no file, for tests; to be added before it is asked for. */
void templates_add(struct templates *templates, struct str name, struct str source,
	struct report *report);

/* Makes {{> strings/key}} show the string of that key, a template itself. */
void templates_use_strings(struct templates *templates, const struct strings *strings);

/* As the Mustache spec has it, for its tests alone: unknown names and templates show
 * nothing, and text may be shown raw. */
void templates_allow_unknown(struct templates *templates);

/* The compiled template, or NULL after errors: those of its source are reported by
 * whoever asks for it first. */
const struct template *
template_find(struct templates *templates, struct str name, struct report *report);

/* Of the files of both folders, their names and bytes. */
struct digest templates_digest(const struct templates *templates);
/* Each file of them with its digest, by name; the names are valid during the call. */
void templates_visit(const struct templates *templates,
	void (*visit)(void *context, struct str name, struct digest digest),
	void *context);

/* Whether every name in the template and its partials is known to the shape, where `root`
 * is the shape of the outermost record. */
bool template_check(
	const struct template *template, const struct shape *root, struct report *report);

/* Renders a record of the root shape. False, with one error, when partials nest too deep
 * or a dynamic name is that of no template. */
bool template_render(const struct template *template, const struct shape *root,
	const void *record, struct strbuf *out, struct report *report);

#endif
