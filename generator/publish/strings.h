/* Strings: what the interface says in one language, from templates/strings/zh-Hans.yaml
 * and its like. Templates show them as {{> strings/key}}: each is a small template that
 * may use the names around it. A site changes single ones in a file of the same name in
 * its own templates. */
#ifndef PUBLISH_STRINGS_H
#define PUBLISH_STRINGS_H

#include "base/map.h"
#include "base/settings.h"
#include "base/text.h"

struct strings {
	struct map by_key; /* to struct setting */
};

/* Reads strings/<language>.yaml of `folder`, then that of `override` (may be "", and the
 * file need not exist). NULL after errors. */
struct strings *strings_read(struct str folder, struct str override, struct str language,
	struct text *text, struct arena *arena, struct report *report);

/* The string of a key, or NULL. */
const struct setting *strings_find(const struct strings *strings, struct str key);

#endif
