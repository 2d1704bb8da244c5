#include "base/settings.h"

#include <string.h>
#include <strings.h>

/* --- values --- */

const struct setting *
setting_find(const struct setting *map, const char *key)
{
	if (!map || map->kind != SETTING_MAP)
		return NULL;
	for (size_t i = 0; i < map->count; i++)
		if (str_equal(map->items[i]->key, str_from(key)))
			return map->items[i];
	return NULL;
}

/* A key with nothing behind it counts as absent. */
static bool
is_empty(const struct setting *setting)
{
	return setting->kind == SETTING_TEXT && !setting->quoted &&
	       setting->text.len == 0;
}

static bool
report_kind(const struct setting *setting, const char *wanted, struct report *report)
{
	static const char *const kinds[] = {
		[SETTING_TEXT] = "a text",
		[SETTING_LIST] = "a list",
		[SETTING_MAP] = "a map",
	};
	return report_error(report, setting->at, "`%.*s` should be %s, not %s",
		STR_ARG(setting->key), report_word(report, wanted),
		report_word(report, kinds[setting->kind]));
}

struct str
setting_text(const struct setting *map, const char *key, struct str otherwise,
	struct report *report)
{
	const struct setting *setting = setting_find(map, key);
	if (!setting)
		return otherwise;
	if (setting->kind == SETTING_TEXT)
		return setting->text;
	report_kind(setting, "a text", report);
	return otherwise;
}

/* The setting if it has a text; NULL when it is absent, empty or, reported, of another
 * kind. */
static const struct setting *
find_text(const struct setting *map, const char *key, const char *wanted,
	struct report *report)
{
	const struct setting *setting = setting_find(map, key);
	if (!setting || is_empty(setting))
		return NULL;
	if (setting->kind != SETTING_TEXT) {
		report_kind(setting, wanted, report);
		return NULL;
	}
	return setting;
}

static bool
equals_any_case(struct str text, const char *word)
{
	return text.len == strlen(word) && strncasecmp(text.data, word, text.len) == 0;
}

bool
setting_bool(
	const struct setting *map, const char *key, bool otherwise, struct report *report)
{
	static const char *const words[][2] = {
		{"no", "yes"}, {"false", "true"}, {"off", "on"}};
	const struct setting *setting = find_text(map, key, "yes or no", report);
	if (!setting)
		return otherwise;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (equals_any_case(setting->text, words[i][0]))
			return false;
		if (equals_any_case(setting->text, words[i][1]))
			return true;
	}
	report_error(report, setting->at, "`%s` should be yes or no, not `%.*s`", key,
		STR_ARG(setting->text));
	return otherwise;
}

int
setting_int(const struct setting *map, const char *key, int otherwise, int least,
	int most, struct report *report)
{
	const struct setting *setting = find_text(map, key, "a whole number", report);
	if (!setting)
		return otherwise;
	struct str digits = setting->text;
	bool negative = str_starts(digits, STR("-"));
	int number;
	if (str_number(str_slice(digits, negative, digits.len), &number)) {
		number = negative ? -number : number;
		if (number >= least && number <= most)
			return number;
	}
	report_error(report, setting->at,
		"`%s` should be a whole number from %d to %d, not `%.*s`", key, least,
		most, STR_ARG(digits));
	return otherwise;
}

struct str_list
setting_texts(const struct setting *map, const char *key, struct arena *arena,
	struct report *report)
{
	struct str_list texts = {0};
	const struct setting *setting = setting_find(map, key);
	if (!setting || is_empty(setting))
		return texts;
	if (setting->kind == SETTING_TEXT)
		str_list_add(&texts, setting->text, arena);
	else if (setting->kind == SETTING_MAP)
		report_kind(setting, "a list", report);
	for (size_t i = 0; setting->kind == SETTING_LIST && i < setting->count; i++) {
		const struct setting *item = setting->items[i];
		if (item->kind != SETTING_TEXT)
			report_error(report, item->at,
				"each item of `%s` should be a text", key);
		else if (!is_empty(item))
			str_list_add(&texts, item->text, arena);
	}
	return texts;
}

/* --- known names --- */

enum { LONGEST = 48 }; /* code points of a name that is compared */

struct points {
	uint32_t at[LONGEST];
	size_t count;
};

static bool
points_of(struct str s, struct points *points)
{
	for (points->count = 0; s.len; points->count++) {
		if (points->count == LONGEST)
			return false;
		points->at[points->count] = str_next(&s);
	}
	return true;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours,
 * no place edited twice. Row i holds the distances from the first i points of a. */
static size_t
distance(const struct points *a, const struct points *b)
{
	size_t rows[LONGEST + 1][LONGEST + 1];
	for (size_t i = 0; i <= a->count; i++)
		rows[i][0] = i;
	for (size_t j = 0; j <= b->count; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a->count; i++)
		for (size_t j = 1; j <= b->count; j++) {
			bool same = a->at[i - 1] == b->at[j - 1];
			size_t edits = least(rows[i - 1][j], rows[i][j - 1]) + 1;
			edits = least(edits, rows[i - 1][j - 1] + !same);
			if (i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] &&
				a->at[i - 2] == b->at[j - 1])
				edits = least(edits, rows[i - 2][j - 2] + 1);
			rows[i][j] = edits;
		}
	return rows[a->count][b->count];
}

struct str
settings_nearest(struct str wrong, const char *const *known)
{
	struct points a, b;
	struct str nearest = STR("");
	if (!points_of(wrong, &a))
		return nearest;
	/* A third of the name may be wrong, but not all of a short one. */
	size_t bound = a.count / 3 + (a.count > 1);
	for (; *known; known++) {
		if (!points_of(str_from(*known), &b))
			continue;
		size_t edits = distance(&a, &b);
		if (edits <= bound && edits < b.count) {
			nearest = str_from(*known);
			bound = edits ? edits - 1 : 0;
		}
	}
	return nearest;
}

static bool
is_known(struct str name, const char *const *known)
{
	for (; *known; known++)
		if (str_equal(name, str_from(*known)))
			return true;
	return false;
}

static bool
report_unknown(
	const struct setting *item, const char *const *known, struct report *report)
{
	struct str_list names = {0};
	struct str near = settings_nearest(item->key, known);
	if (near.len)
		return report_error(report, item->key_at,
			"unknown key `%.*s`; did you mean `%.*s`?", STR_ARG(item->key),
			STR_ARG(near));
	for (; *known; known++)
		str_list_add(&names, str_from(*known), report->arena);
	return report_error(report, item->key_at, "unknown key `%.*s`; there are %.*s",
		STR_ARG(item->key), STR_ARG(str_join(&names, STR(", "), report->arena)));
}

bool
settings_check_keys(
	const struct setting *map, const char *const *known, struct report *report)
{
	bool good = true;
	for (size_t i = 0; map && map->kind == SETTING_MAP && i < map->count; i++)
		if (!is_known(map->items[i]->key, known))
			good = report_unknown(map->items[i], known, report);
	return good;
}
