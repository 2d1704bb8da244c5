#include "archive/authority.h"

#include "archive/data_file.h"
#include "archive/people_file.h"
#include "archive/tags_file.h"
#include "base/file.h"
#include "base/list.h"

/* --- indexes: only now do the entries stay where they are --- */

/* Points a name at its entry; false, with an error, when it is another entry's already.
 */
static bool
add_name(struct map *index, struct str name, void *entry, struct place at,
	struct report *report)
{
	void **place = map_at(index, name);
	if (*place == entry)
		return true;
	if (*place)
		return report_error(report, at,
			"`%.*s` stands for two entries; keep one of them", STR_ARG(name));
	*place = entry;
	return true;
}

static void
index_people(struct authority *authority, struct report *report)
{
	for (size_t i = 0; i < authority->people.count; i++) {
		struct person_entry *entry = &authority->people.items[i];
		add_name(&authority->person_of, entry->name, entry, entry->at, report);
	}
	for (size_t i = 0; i < authority->people.count; i++) {
		struct person_entry *entry = &authority->people.items[i];
		for (size_t k = 0; k < entry->variants.count; k++)
			add_name(&authority->person_of, entry->variants.items[k], entry,
				entry->at, report);
	}
}

static void
index_tags(struct authority *authority, struct report *report)
{
	for (size_t i = 0; i < authority->tags.count; i++) {
		struct tag_entry *entry = &authority->tags.items[i];
		add_name(&authority->tag_of, entry->name, entry, entry->at, report);
	}
	for (size_t i = 0; i < authority->tags.count; i++) {
		struct tag_entry *entry = &authority->tags.items[i];
		for (size_t k = 0; k < entry->synonyms.count; k++)
			add_name(&authority->tag_of, entry->synonyms.items[k], entry,
				entry->at, report);
	}
}

static void
check_parents(const struct authority *authority, struct report *report)
{
	for (size_t i = 0; i < authority->tags.count; i++) {
		const struct tag_entry *entry = &authority->tags.items[i];
		if (entry->parent.len && !map_find(&authority->tag_of, entry->parent))
			report_error(report, entry->at,
				"the parent `%.*s` of `%.*s` is no tag here; "
				"add an entry for it, or correct the name",
				STR_ARG(entry->parent), STR_ARG(entry->name));
	}
}

/* Slugs become folders, so two entries may not share one. */
static void
check_slugs(const struct authority *authority, struct arena *arena, struct report *report)
{
	struct map slugs = map_open(arena);
	for (size_t i = 0; i < authority->people.count; i++) {
		struct person_entry *entry = &authority->people.items[i];
		if (entry->slug.len)
			add_name(&slugs, entry->slug, entry, entry->at, report);
		for (size_t k = 0; k < entry->splits.count; k++)
			add_name(&slugs, entry->splits.items[k].slug,
				&entry->splits.items[k], entry->at, report);
	}
	slugs = map_open(arena);
	for (size_t i = 0; i < authority->tags.count; i++) {
		struct tag_entry *entry = &authority->tags.items[i];
		if (entry->slug.len)
			add_name(&slugs, entry->slug, entry, entry->at, report);
	}
}

/* --- files --- */

extern const char lexicon_tags[];
extern const size_t lexicon_tags_size;

typedef bool read_entry(const struct setting *map, struct authority *authority,
	struct arena *arena, struct report *report);

static void
read_list(const struct setting *list, read_entry *read, struct authority *authority,
	struct arena *arena, struct report *report)
{
	if (list->kind == SETTING_MAP && list->count == 0)
		return;
	if (list->kind != SETTING_LIST) {
		report_error(report, list->at,
			"expected a list: `- name: ...` for each entry");
		return;
	}
	for (size_t i = 0; i < list->count; i++) {
		const struct setting *item = list->items[i];
		if (item->kind == SETTING_MAP)
			read(item, authority, arena, report);
		else
			report_error(report, item->at, "expected an entry: `name: ...`");
	}
}

static void
note_names(struct map *names, struct tag_entry *entry)
{
	*map_at(names, entry->name) = entry;
	for (size_t i = 0; i < entry->synonyms.count; i++)
		*map_at(names, entry->synonyms.items[i]) = entry;
}

/* Leaves the default its own synonyms alone; false when even its name is the keeper's. */
static bool
yield_names(const struct map *names, struct tag_entry *entry)
{
	size_t kept = 0;
	for (size_t i = 0; i < entry->synonyms.count; i++)
		if (!map_find(names, entry->synonyms.items[i]))
			entry->synonyms.items[kept++] = entry->synonyms.items[i];
	entry->synonyms.count = kept;
	return !map_find(names, entry->name);
}

/* The default topics behind the keeper's entries. */
static struct digest
add_defaults(struct authority *authority, struct arena *arena, struct report *report)
{
	struct str bytes = {lexicon_tags, lexicon_tags_size};
	struct place start = {STR("tags.yaml"), 1, 1};
	struct map names = map_open(arena);
	size_t own = authority->tags.count, kept = own;
	const struct setting *list = settings_parse(bytes, start, arena, report);
	if (!list)
		return (struct digest){0};
	read_list(list, tags_file_entry, authority, arena, report);
	for (size_t i = 0; i < own; i++)
		note_names(&names, &authority->tags.items[i]);
	for (size_t i = own; i < authority->tags.count; i++) {
		struct tag_entry entry = authority->tags.items[i];
		entry.is_default = true;
		if (yield_names(&names, &entry))
			authority->tags.items[kept++] = entry;
	}
	authority->tags.count = kept;
	return digest_of(bytes);
}

static struct digest
read_file(struct str path, read_entry *read, struct authority *authority,
	struct text *text, struct arena *arena, struct report *report)
{
	struct digest digest = {0};
	if (!file_exists(path))
		return digest;
	const struct setting *list = data_file_read(path, &digest, text, arena, report);
	if (list)
		read_list(list, read, authority, arena, report);
	return digest;
}

bool
authority_read(struct str content, struct authority *authority, struct arena *arena,
	struct report *report)
{
	size_t before = report_count(report, SEVERITY_ERROR);
	struct text *text = text_open();
	*authority = (struct authority){
		.person_of = map_open(arena),
		.tag_of = map_open(arena),
	};
	struct digest files[3] = {0};
	struct str tags = file_join(content, STR("tags.yaml"), arena);
	files[0] = read_file(file_join(content, STR("people.yaml"), arena),
		people_file_entry, authority, text, arena, report);
	files[1] = read_file(tags, tags_file_entry, authority, text, arena, report);
	if (authority->default_tags || !file_exists(tags))
		files[2] = add_defaults(authority, arena, report);
	text_close(text);
	index_people(authority, report);
	index_tags(authority, report);
	check_parents(authority, report);
	check_slugs(authority, arena, report);
	authority->digest = digest_of((struct str){(const char *)files, sizeof files});
	return report_count(report, SEVERITY_ERROR) == before;
}
