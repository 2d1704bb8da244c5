/* The one page that a command was given, read and edited without its neighbours. */
#ifndef PAGE_ARGUMENT_H
#define PAGE_ARGUMENT_H

#include "edit/segment.h"
#include "read/source.h"
#include "run.h"

/* The source for a path given on the command line: in the content folder when it lies
 * there, so that its place dates and numbers it; else a loose file, and its folder is the
 * content folder from now on. False after one error. */
bool page_argument_find(struct run *run, struct str path, struct source *source);

/* The page, cut into its articles; notes may be NULL. NULL after errors. `content` is
 * where people.yaml and tags.yaml lie. */
struct page *page_argument_read(struct run *run, struct str content,
	const struct source *source, struct line_notes *notes);

#endif
