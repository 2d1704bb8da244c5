#include "publish/strings.h"

#include "archive/data_file.h"
#include "base/file.h"

static bool
read_file(struct strings *strings, struct str path, struct text *text,
	struct arena *arena, struct report *report)
{
	bool good = true;
	const struct setting *map = data_file_read(path, NULL, text, arena, report);
	if (!map)
		return false;
	if (map->kind != SETTING_MAP)
		return report_error(
			report, map->at, "expected lines of the form `key: text`");
	for (size_t i = 0; i < map->count; i++) {
		struct setting *setting = map->items[i];
		if (setting->kind != SETTING_TEXT)
			good = report_error(report, setting->at,
				"`%.*s` should be a text", STR_ARG(setting->key));
		else
			*map_at(&strings->by_key, setting->key) = setting;
	}
	return good;
}

struct strings *
strings_read(struct str folder, struct str override, struct str language,
	struct text *text, struct arena *arena, struct report *report)
{
	struct strings *strings = arena_new(arena, struct strings);
	struct str name = str_format(arena, "strings/%.*s.yaml", STR_ARG(language));
	struct str path = file_join(override, name, arena);
	strings->by_key = map_open(arena);
	if (!read_file(strings, file_join(folder, name, arena), text, arena, report))
		return NULL;
	if (override.len && file_exists(path) &&
		!read_file(strings, path, text, arena, report))
		return NULL;
	return strings;
}

const struct setting *
strings_find(const struct strings *strings, struct str key)
{
	return map_find(&strings->by_key, key);
}
