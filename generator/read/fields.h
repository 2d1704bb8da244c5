/* The front matter of a Markdown article: our own keys and the common ones of Hugo, Hexo,
 * Jekyll. */
#ifndef READ_FIELDS_H
#define READ_FIELDS_H

#include "archive/page.h"
#include "base/settings.h"

/* Fills page (date, number, name) and article; map may be NULL. False after errors. */
bool fields_read(const struct setting *map, struct page *page, struct article *article,
	struct arena *arena, struct report *report);

#endif
