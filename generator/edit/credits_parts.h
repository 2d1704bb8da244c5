/* What credits, ledes and picture credits are made of: words, roles, names. For
 * credits*.c only. */
#ifndef EDIT_CREDITS_PARTS_H
#define EDIT_CREDITS_PARTS_H

#include "edit/credits.h"

/* Length in bytes of the longest word of the lexicon that text begins or ends with, 0 for
 * none. */
size_t credit_word_start(const struct lexicon *lexicon, struct str text);
size_t credit_word_end(const struct lexicon *lexicon, struct str text);

/* Length of a name at the start of text, at most to the next role; 白 雪 with its space
 * counts as one. 0 for none. */
size_t credit_name_start(const struct credit_words *words, struct str text);

struct str credit_without_spaces(struct str name, struct arena *arena);

/* Skips spaces, colons, brackets and what else stands between roles and names. */
void credit_skip(struct str *text);

/* Cuts so many bytes off the start of text and returns them. */
struct str credit_take(struct str *text, size_t len);

/* Cuts a closing verb off: 摄, 报道; tells whether it speaks of a picture. */
bool credit_take_verb(const struct credit_words *words, struct str *text, bool *photo);

#endif
