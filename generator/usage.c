#include "usage.h"

/* --- people --- */

static void
note_name(const struct authority *authority, struct str name, enum usage *usage)
{
	const struct person_entry *entry = map_find(&authority->person_of, name);
	if (entry)
		usage[entry - authority->people.items] = USAGE_FOUND;
}

static void
note_names(const struct catalog *catalog, enum usage *usage)
{
	for (size_t i = 0; i < catalog->articles.count; i++) {
		const struct article *article = catalog->articles.items[i];
		for (size_t k = 0; k < article->mentions.count; k++)
			if (!article->mentions.items[k].dropped)
				note_name(catalog->authority,
					article->mentions.items[k].name, usage);
		for (size_t k = 0; k < article->credits.count; k++)
			note_name(catalog->authority, article->credits.items[k].name,
				usage);
	}
}

static bool
is_printed(const struct person_entry *entry, struct str text)
{
	if (str_has(text, entry->name))
		return true;
	for (size_t i = 0; i < entry->variants.count; i++)
		if (str_has(text, entry->variants.items[i]))
			return true;
	return false;
}

static void
note_printed(const struct authority *authority, struct str text, enum usage *usage)
{
	for (size_t i = 0; i < authority->people.count; i++) {
		const struct person_entry *entry = &authority->people.items[i];
		if (usage[i] == USAGE_NONE && is_printed(entry, text))
			usage[i] = entry->deny ? USAGE_FOUND : USAGE_TEXT;
	}
}

/* Sources as they are printed, furniture and all; and articles, where lines are joined.
 */
static void
note_texts(const struct catalog *catalog, enum usage *usage)
{
	struct arena *scratch = arena_open();
	for (size_t i = 0; i < catalog->pages.count; i++)
		note_printed(catalog->authority, catalog->pages.items[i]->text, usage);
	for (size_t i = 0; i < catalog->articles.count; i++) {
		const struct article *article = catalog->articles.items[i];
		note_printed(catalog->authority, article->column, usage);
		note_printed(catalog->authority, article_text(article, scratch), usage);
		arena_empty(scratch);
	}
	arena_close(scratch);
}

enum usage *
usage_of_people(const struct catalog *catalog, struct arena *arena)
{
	const struct authority *authority = catalog->authority;
	enum usage *usage = arena_array(arena, enum usage, authority->people.count + 1);
	note_names(catalog, usage);
	if (authority->people.count)
		note_texts(catalog, usage);
	return usage;
}

/* --- tags --- */

static void
note_tag(const struct authority *authority, struct str name, bool *usage)
{
	const struct tag_entry *entry = map_find(&authority->tag_of, name);
	if (entry)
		usage[entry - authority->tags.items] = true;
}

bool *
usage_of_tags(const struct catalog *catalog, struct arena *arena)
{
	const struct authority *authority = catalog->authority;
	bool *usage = arena_array(arena, bool, authority->tags.count + 1);
	for (size_t i = 0; i < catalog->articles.count; i++) {
		const struct article *article = catalog->articles.items[i];
		for (size_t k = 0; k < article->tags.count; k++)
			note_tag(authority, article->tags.items[k].name, usage);
		note_tag(authority, article->column, usage);
	}
	for (size_t i = 0; i < authority->tags.count; i++)
		note_tag(authority, authority->tags.items[i].parent, usage);
	return usage;
}
