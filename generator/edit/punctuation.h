/* Punctuation as Chinese is set: OCR often yields half-width , ; : ! ? ( ) between
 * ideographs. */
#ifndef EDIT_PUNCTUATION_H
#define EDIT_PUNCTUATION_H

#include "base/str.h"

/* Half-width marks made full-width where they stand beside an ideograph or full-width
 * mark; those between figures and Latin letters (9:30, 1,200, f(x)) stay. Borrows s when
 * nothing changes. */
struct str punctuation_widened(struct str s, struct arena *arena);

#endif
