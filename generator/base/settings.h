/* Everything a person writes as data is YAML: site.conf, front matter, people.yaml,
 * tags.yaml. This is the only user of libyaml. A file becomes a tree of settings in which
 * each node knows its place, so that every mistake can name it. Aliases, anchors, tags,
 * duplicate keys and control characters are refused; nesting is at most 16 deep. All
 * values are text; whoever reads them decides what they mean. */
#ifndef BASE_SETTINGS_H
#define BASE_SETTINGS_H

#include "base/report.h"
#include "base/str.h"

enum setting_kind { SETTING_TEXT, SETTING_LIST, SETTING_MAP };

struct setting {
	enum setting_kind kind;
	struct str key;         /* in a map; empty elsewhere */
	struct place key_at;    /* in a map */
	struct place at;        /* of the value */
	struct str text;        /* of SETTING_TEXT; a plain ~ or null reads as "" */
	bool quoted;            /* written with quotes */
	struct setting **items; /* of lists and maps, in order */
	size_t count, capacity;
};

/* Parses one YAML document. `at` names the file and the line on which the text begins. An
 * empty text is an empty map. NULL after one error. */
struct setting *settings_parse(
	struct str text, struct place at, struct arena *arena, struct report *report);

/* The value of a key in a map; NULL when absent or when map is NULL. */
const struct setting *setting_find(const struct setting *map, const char *key);

/* The text of a key, or `otherwise`; reports an error when the value is a list or map. */
struct str setting_text(const struct setting *map, const char *key, struct str otherwise,
	struct report *report);

/* For the next two, a key with nothing behind it counts as absent. */

/* yes/no/true/false/on/off in any case; reports an error for anything else. */
bool setting_bool(const struct setting *map, const char *key, bool otherwise,
	struct report *report);

/* A whole number in [least, most]; reports an error for anything else. */
int setting_int(const struct setting *map, const char *key, int otherwise, int least,
	int most, struct report *report);

/* The texts of a list; a single text counts as a list of one, nothing as none. */
struct str_list setting_texts(const struct setting *map, const char *key,
	struct arena *arena, struct report *report);

/* Reports an error, with the nearest known key, for each key of the map that is not among
 * the known ones (a NULL-terminated array); false when there was one. */
bool settings_check_keys(
	const struct setting *map, const char *const *known, struct report *report);

/* The known name nearest to `wrong` by edit distance (optimal string alignment), or ""
 * when none is near. */
struct str settings_nearest(struct str wrong, const char *const *known);

#endif
