/* The editor: a page as read becomes a page of finished articles, with persons and tags.
 */
#ifndef EDIT_EDITOR_H
#define EDIT_EDITOR_H

#include "archive/authority.h"
#include "archive/page.h"
#include "base/text.h"
#include "edit/segment.h"

/* Changes whenever the same source may be cut otherwise: records of other rules are
 * stale. */
#define EDIT_VERSION "6"

struct editor;

/* Reads all lexicons; borrows authority and text. */
struct editor *
editor_open(const struct authority *authority, struct text *text, struct arena *arena);

/* Cuts a page of raw text (a curated page is cut already), then finds persons and tags in
 * its articles. Notes may be NULL. Results live in the arena, working memory in scratch,
 * which must be another one. */
void edit_page(const struct editor *editor, struct page *page, struct line_notes *notes,
	struct arena *arena, struct arena *scratch);

#endif
