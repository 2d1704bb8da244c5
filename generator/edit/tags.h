/* Tags of an article: topics by the triggers of tags.yaml, its column, places and
 * organisations by the suffix grammar. */
#ifndef EDIT_TAGS_H
#define EDIT_TAGS_H

#include "archive/article.h"
#include "archive/authority.h"
#include "base/text.h"

struct tagger; /* the rules: lexicons and authority, read once */
struct tagger *
tagger_open(const struct authority *authority, struct text *text, struct arena *arena);

/* Fills article->tags, best first; needs article->mentions, since no person is a tag. */
void tags_find(const struct tagger *tagger, struct article *article, struct arena *arena,
	struct arena *scratch);

#endif
