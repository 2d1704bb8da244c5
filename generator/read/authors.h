/* Authors as front matter names them: "全媒体记者 刘某", "王某 李某", "张某 摄". */
#ifndef READ_AUTHORS_H
#define READ_AUTHORS_H

#include "archive/article.h"

/* Adds the credits that a byline names: words that end like a role belong to the names
 * behind them, or to the one before where nothing follows. A Latin name keeps its spaces.
 */
void
authors_read(struct article *article, struct str byline, bool photo, struct arena *arena);

#endif
