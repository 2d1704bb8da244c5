#include "archive/people_file.h"

#include "archive/slug.h"
#include "base/list.h"

static const char *const person_keys[] = {
	"name", "pinyin", "slug", "variants", "note", "deny", "split", NULL};
static const char *const split_keys[] = {"slug", "office", "from", "to", NULL};

static void
read_date(const struct setting *map, const char *key, struct date *date,
	struct report *report)
{
	struct str text = setting_text(map, key, STR(""), report);
	if (text.len && !date_parse(text, date))
		report_error(report, setting_find(map, key)->at,
			"`%s` should be a date such as 2024-03-05, not `%.*s`", key,
			STR_ARG(text));
}

static void
read_split(const struct setting *map, struct person_entry *entry, struct arena *arena,
	struct report *report)
{
	if (map->kind != SETTING_MAP) {
		report_error(report, map->at, "each item of `split` should be a map");
		return;
	}
	settings_check_keys(map, split_keys, report);
	struct person_split *split = list_add(&entry->splits, arena);
	split->slug = slug_setting(map, "slug", report);
	split->offices = setting_texts(map, "office", arena, report);
	read_date(map, "from", &split->from, report);
	read_date(map, "to", &split->to, report);
	if (!split->slug.len)
		report_error(report, map->at,
			"each item of `split` needs a `slug` of its own");
	if (split->to.year && date_compare(split->from, split->to) > 0)
		report_error(report, map->at, "`from` is later than `to`");
}

static void
read_splits(const struct setting *map, struct person_entry *entry, struct arena *arena,
	struct report *report)
{
	const struct setting *splits = setting_find(map, "split");
	if (!splits)
		return;
	if (splits->kind != SETTING_LIST) {
		report_error(report, splits->at, "`split` should be a list of maps");
		return;
	}
	for (size_t i = 0; i < splits->count; i++)
		read_split(splits->items[i], entry, arena, report);
}

/* A pinyin reading becomes addresses and sort keys, so it must be Latin. */
static void
check_pinyin(const struct setting *map, struct str pinyin, struct report *report)
{
	for (struct str rest = pinyin; rest.len;) {
		uint32_t c = str_next(&rest);
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (letter || c == ' ' || c == '-' || c == '\'')
			continue;
		report_error(report, setting_find(map, "pinyin")->at,
			"`pinyin` should be plain letters such as Guo Lingji, not `%.*s`",
			STR_ARG(pinyin));
		return;
	}
}

bool
people_file_entry(const struct setting *map, struct authority *authority,
	struct arena *arena, struct report *report)
{
	size_t before = report_count(report, SEVERITY_ERROR);
	struct person_entry entry = {.at = map->at};
	settings_check_keys(map, person_keys, report);
	entry.name = str_trim(setting_text(map, "name", STR(""), report));
	entry.slug = slug_setting(map, "slug", report);
	entry.pinyin = str_trim(setting_text(map, "pinyin", STR(""), report));
	entry.note = str_trim(setting_text(map, "note", STR(""), report));
	entry.variants = setting_texts(map, "variants", arena, report);
	entry.deny = setting_bool(map, "deny", false, report);
	read_splits(map, &entry, arena, report);
	check_pinyin(map, entry.pinyin, report);
	if (!entry.name.len)
		report_error(report, map->at, "the entry has no `name`");
	if (report_count(report, SEVERITY_ERROR) != before)
		return false;
	*list_add(&authority->people, arena) = entry;
	return true;
}
