#include "archive/tags_file.h"

#include "archive/slug.h"
#include "base/list.h"

enum {
	MOST_WEIGHT = 100,
	PLAIN_WEIGHT = 2, /* of a word without one */
};

static const char *const tag_keys[] = {"name", "kind", "slug", "triggers", "exclude",
	"parent", "synonyms", "articles", NULL};
static const char *const include_keys[] = {"include", NULL};
static const char *const kind_names[] = {
	"topic", "place", "organisation", "column", NULL};

static void
read_kind(const struct setting *map, struct tag_entry *entry, struct report *report)
{
	struct str kind = setting_text(map, "kind", STR("topic"), report);
	for (int i = 0; i < TAG_KINDS; i++)
		if (str_equal(kind, str_from(tag_kind_name((enum tag_kind)i)))) {
			entry->kind = (enum tag_kind)i;
			return;
		}
	struct str near = settings_nearest(kind, kind_names);
	struct place at = setting_find(map, "kind")->at;
	if (near.len)
		report_error(report, at, "unknown kind `%.*s`; did you mean `%.*s`?",
			STR_ARG(kind), STR_ARG(near));
	else
		report_error(report, at,
			"`kind` should be topic, place, organisation or column, not "
			"`%.*s`",
			STR_ARG(kind));
}

static void
add_trigger(struct tag_entry *entry, struct str word, int weight, struct arena *arena)
{
	*list_add(&entry->triggers, arena) = (struct trigger){word, weight};
}

/* Words with their weights, or a list of words. */
static void
read_triggers(const struct setting *map, struct tag_entry *entry, struct arena *arena,
	struct report *report)
{
	const struct setting *triggers = setting_find(map, "triggers");
	if (triggers && triggers->kind == SETTING_MAP) {
		for (size_t i = 0; i < triggers->count; i++) {
			const struct setting *item = triggers->items[i];
			const char *word = str_terminated(item->key, arena);
			add_trigger(entry, item->key,
				setting_int(triggers, word, PLAIN_WEIGHT, 1, MOST_WEIGHT,
					report),
				arena);
		}
		return;
	}
	struct str_list words = setting_texts(map, "triggers", arena, report);
	for (size_t i = 0; i < words.count; i++)
		add_trigger(entry, words.items[i], PLAIN_WEIGHT, arena);
}

static void
read_articles(const struct setting *map, struct tag_entry *entry, struct arena *arena,
	struct report *report)
{
	struct str_list kinds = setting_texts(map, "articles", arena, report);
	for (size_t i = 0; i < kinds.count; i++) {
		enum article_kind kind;
		if (article_kind_named(kinds.items[i], &kind))
			entry->articles |= 1u << kind;
		else
			report_error(report, setting_find(map, "articles")->at,
				"`%.*s` is no kind of article such as poem or notice",
				STR_ARG(kinds.items[i]));
	}
}

/* - include: default */
static bool
read_include(
	const struct setting *map, struct authority *authority, struct report *report)
{
	struct str what = setting_text(map, "include", STR(""), report);
	authority->default_tags = true;
	if (!settings_check_keys(map, include_keys, report))
		return false;
	return str_equal(what, STR("default")) ||
	       report_error(report, setting_find(map, "include")->at,
		       "only `include: default` is known, not `%.*s`", STR_ARG(what));
}

bool
tags_file_entry(const struct setting *map, struct authority *authority,
	struct arena *arena, struct report *report)
{
	size_t before = report_count(report, SEVERITY_ERROR);
	if (setting_find(map, "include"))
		return read_include(map, authority, report);
	struct tag_entry entry = {.at = map->at};
	settings_check_keys(map, tag_keys, report);
	entry.name = str_trim(setting_text(map, "name", STR(""), report));
	entry.slug = slug_setting(map, "slug", report);
	entry.parent = str_trim(setting_text(map, "parent", STR(""), report));
	entry.exclude = setting_texts(map, "exclude", arena, report);
	entry.synonyms = setting_texts(map, "synonyms", arena, report);
	read_kind(map, &entry, report);
	read_articles(map, &entry, arena, report);
	read_triggers(map, &entry, arena, report);
	if (!entry.name.len)
		report_error(report, map->at, "the entry has no `name`");
	if (report_count(report, SEVERITY_ERROR) != before)
		return false;
	*list_add(&authority->tags, arena) = entry;
	return true;
}
