/* Tags of an article: topics by the triggers of tags.yaml, its column, places and
 * organisations by the suffix grammar, key phrases. */
#ifndef EDIT_TAGS_H
#define EDIT_TAGS_H

#include "archive/article.h"
#include "archive/authority.h"
#include "edit/passage.h"

struct tagger; /* the rules: lexicons and authority, read once */
struct tagger *
tagger_open(const struct authority *authority, struct text *text, struct arena *arena);

/* Fills article->tags with what the article by itself shows, best first, and
 * article->spare_tags with what the archive as a whole may add (see edit/tags_settle).
 * `passage` is the article's text. Needs article->mentions, since no person is a tag. */
void tags_find(const struct tagger *tagger, struct article *article,
	const struct passage *passage, struct arena *arena, struct arena *scratch);

#endif
