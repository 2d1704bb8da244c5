/* Scripts as readers load them: without what is for whoever works on them, and those of
 * the search page as one. */
#ifndef PUBLISH_SCRIPT_H
#define PUBLISH_SCRIPT_H

#include "base/str.h"

/* The script without the block comments that have their lines to themselves, a sixth of
 * the bytes; all else stays as it is. */
struct str script_without_comments(struct str script, struct arena *arena);

/* The script without empty lines and indentation; as it is where text may go on from one
 * line to the next: an odd number of backquotes in a line, or a backslash at its end. */
struct str script_without_space(struct str script, struct arena *arena);

/* Whether the script begins with 'use strict'. */
bool script_is_strict(struct str script);

/* Adds a strict script behind others: they mean the same in one file as one after the
 * other. */
void script_join(struct strbuf *all, struct str script);

#endif
