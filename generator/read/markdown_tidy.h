/* The part of markdown.c that makes a parsed tree fit to publish. Included by the two
 * alone. */
#ifndef READ_MARKDOWN_TIDY_H
#define READ_MARKDOWN_TIDY_H

#include <cmark.h>

#include "archive/page.h"
#include "base/report.h"

struct markdown {
	struct page *page;
	struct article *article;
	struct place at;
	unsigned first_line; /* of the file, where the Markdown begins */
	bool untitled;       /* as its front matter says */
	bool html_reported;
	struct arena *arena;
	struct report *report;
};

/* Takes raw HTML, links that may not be followed and pictures out of the tree, their text
 * stays; each is reported. A paragraph that was nothing but a picture has user data
 * afterwards: it is a caption. */
void markdown_tidy(struct markdown *markdown, cmark_node *root);

#endif
