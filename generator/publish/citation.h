/* How an article is cited: GB/T 7714-2015, 8.4 (an article in a newspaper). */
#ifndef PUBLISH_CITATION_H
#define PUBLISH_CITATION_H

#include "archive/article.h"
#include "archive/site.h"
#include "publish/words.h"

/* Who wrote it, each once; those who photographed it where nobody wrote. */
struct str_list citation_authors(const struct article *article, struct arena *arena);

/* "林一苇, 欧晓帆. 沄江三桥建成通车[N]. 棠津日报, 2022-09-28(1)." */
struct str citation_of(const struct words *words, const struct article *article,
	const struct site *site, struct arena *arena);

#endif
