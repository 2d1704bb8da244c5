/* Plain pages: what lies among the pages but is no Chinese newspaper, such as a README in
 * English, a spreadsheet, a log or random characters. The segmentation would find
 * hundreds of scraps; such a page is one article. */
#ifndef EDIT_PLAIN_PAGE_H
#define EDIT_PLAIN_PAGE_H

#include <stdbool.h>

#include "base/str.h"

/* Judges by the beginning of the text. False in doubt: a page of tables, of names, of
 * verse, or misread by OCR is a newspaper's. */
bool plain_page_is(struct str text);

#endif
