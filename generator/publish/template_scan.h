/* The first steps of compiling a template: its source as a row of texts and tags, then
 * the layout that tags on lines of their own have. Included by template_*.c alone. */
#ifndef PUBLISH_TEMPLATE_SCAN_H
#define PUBLISH_TEMPLATE_SCAN_H

#include "base/report.h"

enum token_kind {
	TOKEN_TEXT,
	TOKEN_VALUE,    /* {{name}} */
	TOKEN_RAW,      /* {{{name}}} {{&name}} */
	TOKEN_SECTION,  /* {{#name}} */
	TOKEN_INVERTED, /* {{^name}} */
	TOKEN_PARTIAL,  /* {{>name}} {{>*name}} */
	TOKEN_PARENT,   /* {{<name}} {{<*name}} */
	TOKEN_BLOCK,    /* {{$name}} */
	TOKEN_CLOSE,    /* {{/name}} */
	TOKEN_NOTHING,  /* comments and changes of delimiters */
};

struct token {
	enum token_kind kind;
	struct str text; /* at most one line, with its end; of a tag: the name */
	struct place at;
	bool dynamic;   /* the name is that of a field that holds the name */
	size_t partner; /* of what opens or closes: the index of the other */
	bool ignored;   /* stands directly in a parent, where only blocks count */

	/* Set by template_trim. */
	bool standalone;     /* the tag has its line to itself, and the line is gone */
	struct str margin;   /* what stood in front of it; of a block: of all in it */
	struct str line_end; /* "\n", "\r\n" or "" */
};

struct token_list {
	struct token *items;
	size_t count, capacity;
};

/* False after errors; every one that does not follow from another is reported. */
bool template_scan(struct str source, struct str file, struct token_list *tokens,
	struct arena *arena, struct report *report);

/* Finds the partner of each tag that opens or closes; false after one error. */
bool template_pair(struct token_list *tokens, struct report *report);

/* Takes away the lines of standalone tags and the margins of blocks. */
void template_trim(struct token_list *tokens, struct arena *arena);

#endif
