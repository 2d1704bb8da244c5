/* Markdown articles: CommonMark with front matter and pipe tables. This is the only user
 * of cmark. */
#ifndef READ_MARKDOWN_H
#define READ_MARKDOWN_H

#include "archive/page.h"
#include "base/report.h"

/* Fills the page with the one article of its clean text. A paragraph without markup is a
 * plain one, a picture alone in one a caption, and fences named verse and table are what
 * they say. Raw HTML is left out but its text is kept; links may lead to http, https,
 * mailto and relative addresses, others become plain text; the first relative picture
 * becomes page->picture (unverified: see source_add_pictures). Borrows the text. False
 * after errors. */
bool markdown_read(struct page *page, struct str clean, struct place at,
	struct arena *arena, struct report *report);

#endif
