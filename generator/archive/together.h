/* Who appears together with whom. Included by people_index.c alone. */
#ifndef ARCHIVE_TOGETHER_H
#define ARCHIVE_TOGETHER_H

#include "archive/catalog.h"

/* Fills person->together of all people of the catalog from their appearances in the news.
 */
void together_build(struct catalog *catalog);

#endif
