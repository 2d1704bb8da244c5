/* Slugs: names made fit for addresses. Lower-case ASCII letters, digits and single
 * hyphens inside, at most 60 bytes, never empty, never "index" and never a name that
 * Windows reserves for a device. */
#ifndef ARCHIVE_SLUG_H
#define ARCHIVE_SLUG_H

#include "base/map.h"
#include "base/settings.h"
#include "base/text.h"

bool slug_valid(struct str s);

/* The slug of any text: Han by its reading, one syllable a part; Latin letters without
 * their accents. A text without any of these gets a slug made from its digest. */
struct str slug_of(struct text *text, struct str s, struct arena *arena);

/* The slug itself if it is not among the taken ones, else with -2, -3 ... behind; taken
 * afterwards. The values of the map are not NULL, no more. */
struct str slug_unique(struct map *taken, struct str slug, struct arena *arena);

/* A slug that a keeper wrote; "" when the key is absent or, reported, no slug. */
struct str
slug_setting(const struct setting *map, const char *key, struct report *report);

#endif
