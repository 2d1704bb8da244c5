/* The plain text of an article, beside its page. */
#ifndef PUBLISH_PLAIN_H
#define PUBLISH_PLAIN_H

#include "archive/article.h"

/* "2024/03/05/01-3.txt" */
struct str plain_address(const struct article *article, struct arena *arena);

#endif
