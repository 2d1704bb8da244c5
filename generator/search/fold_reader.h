/* Reads the folding table of a built site: its index is searched with what it was made
 * with. FORMAT.md, "Folding". */
#ifndef SEARCH_FOLD_READER_H
#define SEARCH_FOLD_READER_H

#include "search/fold.h"
#include "search/index_reader.h"

/* The folding of the file below search/; NULL after an error. */
struct fold *
fold_read(const struct index_reader *reader, struct str path, struct text *text);

#endif
