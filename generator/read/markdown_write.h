/* Articles as Markdown files, for a keeper to edit: what read/markdown reads, written. */
#ifndef READ_MARKDOWN_WRITE_H
#define READ_MARKDOWN_WRITE_H

#include "archive/article.h"

/* The file's whole text. Read again it yields the same article, but for what is found
 * anew in every text: persons and tags. Date and page number are written where they are
 * set; blocks of HTML, which no page text yields, become their plain text. */
struct str markdown_write(const struct article *article, struct arena *arena);

#endif
