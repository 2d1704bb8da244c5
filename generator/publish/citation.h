/* How an article is cited, for people: GB/T 7714, 8.4 (an article in a newspaper). What
 * programs read is in publish/reference. */
#ifndef PUBLISH_CITATION_H
#define PUBLISH_CITATION_H

#include "archive/article.h"
#include "archive/site.h"
#include "publish/words.h"

enum citation_standard { GBT_7714_2015, GBT_7714_2025 };

/* Who wrote it, each once; those who photographed it where nobody wrote. */
struct str_list citation_authors(const struct article *article, struct arena *arena);

/* By 2015 "林一苇, 欧晓帆. 沄江三桥建成通车：副题[N]. 棠津日报, 2022-09-28(1).", by 2025
 * "沄江三桥建成通车: 副题[N]. 棠津日报, 2022-09-28 (1)." */
struct str citation_of(const struct words *words, const struct article *article,
	const struct site *site, enum citation_standard standard, struct arena *arena);

/* Title and subtitle, with `colon` between them unless a dash is printed there. */
struct str citation_title(const struct words *words, const struct article *article,
	struct str colon, struct arena *arena);

#endif
