/* The sorted terms of a shard or node as bits, each by what it has in common with the one
 * before. FORMAT.md, "Folders of terms". */
#ifndef SEARCH_TERM_CODES_H
#define SEARCH_TERM_CODES_H

#include "search/bits.h"

/* Adds a term, which stands behind `before` in order; before the first stands "". */
void term_codes_add(struct bits_out *out, struct str before, struct str term);

/* Makes the next term of the one before. */
void term_codes_take(struct bits_in *in, struct strbuf *term);

/* Behind its first term, a node has the name of a file: its hexadecimal digits. */
#define NAME_DIGITS 12
void name_codes_add(struct bits_out *out, uint64_t name);
uint64_t name_codes_take(struct bits_in *in);

#endif
